"""What was stated, in order → what was true on each day. The one reading of time of the whole
program.

Dates here are ISO texts (`2026-03-10`), which sort as days do. The rule: on day D, go through the
statements of a milestone from the newest (`per`, then order of recording) to the oldest; the first
that has begun by D holds. The outcome of that walk for all days at once is a list of `Span`s. Never
enters: a database, a file, a sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import BERHENTI, SUDAH, UNKNOWN
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.states import split_state

START = "mulai"
"""The kind of a statement that says when what has stopped once began; all others are statements of
state.
"""


class Statement(NamedTuple):
    """A value said to be true on day `per`. `order` rises with each recording; value None empties
    the field.
    """

    per: str
    order: int
    value: str | None
    kind: str = ""


class Span(NamedTuple):
    """`value` holds from day `since` until the day before `until` (None: to this day); `day` is its
    stated date.
    """

    since: str
    until: str | None
    value: str
    day: str | None = None


class _Turn(NamedTuple):
    begin: str
    state: str
    day: str | None


def begin_of(day: str | None, per: str) -> str:
    """The day from which a dated statement counts: the day, or the last of its month or year but
    not after `per`.
    """
    if day is None:
        return per
    return day if len(day) == 10 else min(dates.read(day).last_day.isoformat(), per)


def timeline(statements: Iterable[Statement]) -> list[Span]:
    """All that is known of one milestone, as spans in the order of days; days before the first are
    unknown.
    """
    said = sorted(statements, key=lambda statement: (statement.per, statement.order))
    if len(said) == 1 and not said[0].kind:
        return [single(said[0].value, said[0].per)]
    turns: list[_Turn] = []
    for statement in said:
        if statement.kind == START:
            _correct_start(turns, statement)
        else:
            _add(turns, statement)
    return _spans(turns)


def single(value: str | None, per: str) -> Span:
    """What one statement means where it is the only one of its milestone."""
    state, day = split_state(value) if value else (UNKNOWN, None)
    return Span(begin_of(day, per), None, state, day)


def _add(turns: list[_Turn], statement: Statement) -> None:
    state, day = split_state(statement.value) if statement.value else (UNKNOWN, None)
    last = turns[-1] if turns else None
    if last and last.state == state and state in (SUDAH, BERHENTI):
        if day is not None and day != last.day:
            turns[-1] = _Turn(begin_of(day, statement.per), state, day)
        return
    if last and last.state == SUDAH and state != BERHENTI:
        turns.pop()
    turns.append(_Turn(begin_of(day, statement.per), state, day))


def _correct_start(turns: list[_Turn], statement: Statement) -> None:
    """A stated start belongs to the stop that holds when it is said; without a stop it says
    nothing.
    """
    if not turns or turns[-1].state != BERHENTI or not statement.value:
        return
    start = _Turn(begin_of(statement.value, statement.per), SUDAH, statement.value)
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
        following = spans[-1] if spans else None
        dated = turn.state in (SUDAH, BERHENTI)
        if (
            following
            and following.value == turn.state
            and not (dated and following.day != turn.day)
        ):
            spans[-1] = following._replace(since=turn.begin)
        else:
            spans.append(Span(turn.begin, until, turn.state, turn.day))
        until = turn.begin
    return spans[::-1]


def attached(statements: Iterable[Statement], states: Sequence[Span]) -> list[Span]:
    """When a kendala or a rencana held: from its `per` until the next one, and never past a
    `sudah`.
    """
    said = sorted(statements, key=lambda statement: (statement.per, statement.order))
    spans: list[Span] = []
    for number, statement in enumerate(said):
        if statement.value is None:
            continue
        following = said[number + 1].per if number + 1 < len(said) else None
        until = _first_done(states, statement.per, following)
        if until is not None and until <= statement.per:
            continue
        if spans and spans[-1].value == statement.value and spans[-1].until == statement.per:
            spans[-1] = spans[-1]._replace(until=until)
        else:
            spans.append(Span(statement.per, until, statement.value))
    return spans


def values(statements: Iterable[Statement]) -> list[Span]:
    """When each value of a field without a begin of its own held: from its `per` until the next."""
    said = sorted(statements, key=lambda statement: (statement.per, statement.order))
    spans: list[Span] = []
    for number, (per, _, value, _) in enumerate(said):
        until = said[number + 1].per if number + 1 < len(said) else None
        if value is None or until == per:
            continue
        if spans and spans[-1].value == value and spans[-1].until == per:
            spans[-1] = spans[-1]._replace(until=until)
        else:
            spans.append(Span(per, until, value))
    return spans


def _first_done(states: Sequence[Span], begin: str, until: str | None) -> str | None:
    for span in states:
        if span.value == SUDAH and (span.until is None or span.until > begin):
            done = max(span.since, begin)
            return done if until is None else min(done, until)
    return until


def on_day(spans: Sequence[Span], day: str) -> Span | None:
    """The span that holds on `day`, None where nothing had been stated by then."""
    for span in reversed(spans):
        if span.since <= day:
            return span if span.until is None or day < span.until else None
    return None


def current(statements: Iterable[Statement]) -> str | None:
    """The value of a field that has no begin of its own: the newest by `per`, then by order of
    recording.
    """
    newest = max(statements, key=lambda statement: (statement.per, statement.order), default=None)
    return newest.value if newest else None
