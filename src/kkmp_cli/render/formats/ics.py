"""What is due → iCalendar (RFC 5545): an event of a whole day for each thing, which a calendar that
has it already takes as the same one.

Lines end in CRLF and are folded at 75 octets. Never enters: what is due; a name of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from kkmp_cli.parsing.text import printable

_OCTETS = 75
_ACTING = re.compile(r"([\\;,])")
_BEGIN = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//kkmp//Jatuh tempo KKMP//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
)


class CalendarEvent(NamedTuple):
    """One day in a calendar: `key` stays the same for the same thing, whatever becomes of it."""

    key: str
    day: date
    summary: str
    description: str
    category: str


def calendar(
    name: str, events: Iterable[CalendarEvent], register: str, run: int, at: datetime
) -> str:
    """The whole file. `register` makes the keys unique in the world; `run`, which only grows, tells
    a calendar that an event is a newer one.
    """
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [*_BEGIN, f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += _event(event, register, run, stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: CalendarEvent, register: str, run: int, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.key}@{register}.kkmp"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{run}"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DESCRIPTION:{_text(event.description)}"
    yield f"CATEGORIES:{_text(event.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(raw: str) -> str:
    """A value in which nothing acts; a line break in it is `\\n`."""
    lines = (_ACTING.sub(r"\\\1", printable(line)) for line in raw.split("\n"))
    return "\\n".join(lines)


def _folded(line: str) -> str:
    """A line of at most 75 octets, and what is left of it below, never cut inside a letter."""
    pieces, room, begun = [], _OCTETS, 0
    for at, size in enumerate(len(letter.encode()) for letter in line):
        if size > room:
            pieces.append(line[begun:at])
            begun, room = at, _OCTETS - 1
        room -= size
    return "\r\n ".join([*pieces, line[begun:]])
