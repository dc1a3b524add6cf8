"""Events of a field, in order → what was true on each day. The one reading of time of the program.

Dates here are ISO texts (`2026-03-10`), which sort as days do. The rule: on day D, go through the
events from the newest (`per`, then order of recording) to the oldest; the first that has begun by D
holds. The outcome of that walk for all days at once is a list of `Span`s. Never enters: a database,
a file, a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.states import split_state

START = "_mulai"
"""Ends the field of an event that says when what has stopped once began."""
DATED = (SUDAH, BERHENTI)
"""The states that can carry a date of their own; said again, they correct it."""
OPEN = (BELUM, PROSES, UNKNOWN)
"""The states that a kendala in force makes `terkendala`."""
ACTIVE = "aktif"
"""The status of a cooperative that is in every count; of all others the date follows the word."""


class FieldEvent(NamedTuple):
    """One event in force: a field, the value given to it (None empties), the day on which it was
    true, and its place in the order of recording.
    """

    field: str
    value: str | None
    per: str
    order: int


class Span(NamedTuple):
    """`value` holds from day `since` until before `until` (None: to this day); `day` as stated."""

    since: str
    until: str | None
    value: str
    day: str | None = None


class _Turn(NamedTuple):
    begin: str
    state: str
    day: str | None


def begin_of(day: str | None, per: str) -> str:
    """From when a dated event counts: its day, or the last of its month or year up to `per`."""
    if day is None:
        return per
    return day if len(day) == 10 else min(dates.read(day).last_day.isoformat(), per)


def is_coarser(day: str, recorded: str | None) -> bool:
    """True where a stated day, month or year is or holds the known one, and so says nothing new."""
    return recorded is not None and recorded.startswith(day)


def in_order(events: Iterable[FieldEvent]) -> list[FieldEvent]:
    """By the day on which they were true, those of one day as they were recorded."""
    return sorted(events, key=lambda event: (event.per, event.order))


def timeline(events: Iterable[FieldEvent]) -> list[Span]:
    """All that is known of one milestone: spans in order; days before the first are unknown."""
    ordered = in_order(events)
    if len(ordered) == 1 and not ordered[0].field.endswith(START):
        return [single(ordered[0].value, ordered[0].per)]
    turns: list[_Turn] = []
    for event in ordered:
        if event.field.endswith(START):
            _correct_start(turns, event)
        else:
            _add(turns, event)
    return _spans(turns)


def single(value: str | None, per: str) -> Span:
    """What one event means where it is the only one of its milestone."""
    state, day = split_state(value) if value else (UNKNOWN, None)
    return Span(begin_of(day, per), None, state, day)


def _add(turns: list[_Turn], event: FieldEvent) -> None:
    state, day = split_state(event.value) if event.value else (UNKNOWN, None)
    last = turns[-1] if turns else None
    if last and last.state == state and state in DATED:
        if day is not None and not is_coarser(day, last.day):
            turns[-1] = _Turn(begin_of(day, event.per), state, day)
        return
    if last and last.state == SUDAH and state != BERHENTI:
        turns.pop()
    turns.append(_Turn(begin_of(day, event.per), state, day))


def _correct_start(turns: list[_Turn], event: FieldEvent) -> None:
    """A stated start belongs to the stop that holds when it is said, else says nothing."""
    if not turns or turns[-1].state != BERHENTI or not event.value:
        return
    start = _Turn(begin_of(event.value, event.per), SUDAH, event.value)
    if len(turns) > 1 and turns[-2].state == SUDAH:
        turns[-2] = start
    else:
        turns.insert(-1, start)


def _spans(turns: Sequence[_Turn]) -> list[Span]:
    spans: list[Span] = []
    until: str | None = None
    for turn in reversed(turns):
        if until is not None and turn.begin >= until:
            continue
        if spans and _is_same(spans[-1], turn):
            spans[-1] = spans[-1]._replace(since=turn.begin)
        else:
            spans.append(Span(turn.begin, until, turn.state, turn.day))
        until = turn.begin
    return spans[::-1]


def _is_same(span: Span, turn: _Turn) -> bool:
    """True where the state before a span is the same one, of the same stated date."""
    return span.value == turn.state and (turn.state not in DATED or span.day == turn.day)


def values(events: Iterable[FieldEvent], states: Sequence[Span] = ()) -> list[Span]:
    """When each value of a field without a date of its own held: from its `per` until the next one.

    A kendala or a rencana hangs on the `states` of its milestone and never goes past a `sudah`.
    """
    ordered = in_order(events)
    ends = [*(event.per for event in ordered[1:]), None]
    spans: list[Span] = []
    for event, end in zip(ordered, ends, strict=False):
        until = _first_done(states, event.per, end)
        if event.value is not None and (until is None or until > event.per):
            _extend(spans, Span(event.per, until, event.value))
    return spans


def _extend(spans: list[Span], span: Span) -> None:
    """Adds a span, to the last one where that holds the same value until then."""
    last = spans[-1] if spans else None
    if last and (last.value, last.until) == (span.value, span.since):
        spans[-1] = last._replace(until=span.until)
    else:
        spans.append(span)


def _first_done(states: Sequence[Span], begin: str, until: str | None) -> str | None:
    for span in states:
        if span.value == SUDAH and (span.until is None or span.until > begin):
            done = max(span.since, begin)
            return done if until is None else min(done, until)
    return until


def agreeing(states: Sequence[Span], obstacles: Sequence[Span]) -> list[Span]:
    """The states of a milestone, `terkendala` while a kendala is in force on what is not reached,
    and `belum` after it where nothing else was stated (they always agree).
    """
    bounds = sorted({day for one in (*states, *obstacles) for day in one[:2] if day})
    spans: list[Span] = []
    for since, until in zip_longest(bounds, bounds[1:]):
        span = _agreed(states, obstacles, since)
        if spans and spans[-1][2:] == span[2:]:
            since = spans.pop().since
        spans.append(span._replace(since=since, until=until))
    return spans


def _agreed(states: Sequence[Span], obstacles: Sequence[Span], day: str) -> Span:
    state = on_day(states, day)
    if (state is None or state.value in OPEN) and on_day(obstacles, day):
        return Span(day, None, TERKENDALA)
    return state or Span(day, None, BELUM)


def statuses(events: Iterable[FieldEvent]) -> list[Span]:
    """When each status held: `bubar`, `digabung` from their newest date, `aktif` from its `per`."""
    turns: list[_Turn] = []
    for event in in_order(events):
        word, _, day = (event.value or ACTIVE).partition(" ")
        if turns and word != ACTIVE != turns[-1].state.partition(" ")[0]:
            turns.pop()
        turns.append(_Turn(day or event.per, event.value or "", None))
    return [span for span in _spans(turns) if span.value]


def on_day(spans: Sequence[Span], day: str) -> Span | None:
    """The span that holds on `day`, None where nothing had been stated by then."""
    for span in reversed(spans):
        if span.since <= day:
            return span if span.until is None or day < span.until else None
    return None


def until_day(spans: Sequence[Span], day: str) -> Iterator[Span]:
    """The spans that had begun by `day`, as they stood on it: what ended later has no end."""
    for span in spans:
        if span.since <= day:
            yield span._replace(until=None) if span.until and span.until > day else span


def current(events: Iterable[FieldEvent]) -> str | None:
    """The value of a field without a begin of its own: the newest by `per`, then by recording."""
    newest = max(events, key=lambda event: (event.per, event.order), default=None)
    return newest.value if newest else None
