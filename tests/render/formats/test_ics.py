"""A calendar file is what RFC 5545 says, whatever the texts in it are."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.formats.ics import CalendarEvent, calendar

AT = datetime(2026, 3, 10, 1, tzinfo=UTC)
EVENT = CalendarEvent("target-nib", date(2026, 2, 28), "NIB", "satu\ndua", "KKMP")


def written(event: CalendarEvent) -> str:
    return calendar("Jatuh tempo", [event], "ab-cd", 25, AT)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def value(text: str, name: str) -> str:
    (line,) = (one for one in unfolded(text) if one.startswith(f"{name}:"))
    raw = line.removeprefix(f"{name}:")
    out, at = "", 0
    while at < len(raw):
        if raw[at] == "\\":
            at += 1
            out += "\n" if raw[at] == "n" else raw[at]
        else:
            out += raw[at]
        at += 1
    return out


def test_an_event_takes_a_whole_day_and_keeps_its_key() -> None:
    lines = unfolded(written(EVENT))
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert "UID:target-nib@ab-cd.kkmp" in lines
    assert "DTSTART;VALUE=DATE:20260228" in lines and "DTEND;VALUE=DATE:20260301" in lines
    assert "DTSTAMP:20260310T010000Z" in lines and "SEQUENCE:25" in lines
    assert "DESCRIPTION:satu\\ndua" in lines


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_folded_and_comes_back(summary: str, description: str) -> None:
    text = written(EVENT._replace(summary=summary, description=description))
    assert "\r" not in text.replace("\r\n", "") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert value(text, "SUMMARY") == "\n".join(map(printable, summary.split("\n")))
    assert value(text, "DESCRIPTION") == "\n".join(map(printable, description.split("\n")))
