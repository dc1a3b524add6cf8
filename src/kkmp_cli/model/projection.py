"""All statements in force of one cooperative → its present values and its timelines.

What the register keeps beside its history for speed comes from here, and so does every reading of
the past; they cannot differ. Never enters: a database, a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kkmp_cli.milestones import BERHENTI, SUDAH, UNKNOWN
from kkmp_cli.model import timeline, vocabulary
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import Span, Statement
from kkmp_cli.model.vocabulary import OBSTACLE, PLAN, START, STATE


class FieldEvent(NamedTuple):
    """One statement in force: a field, the value given to it (None empties), its day and its place
    in the order.
    """

    field: str
    value: str | None
    per: str
    order: int


@dataclass(frozen=True, slots=True)
class Projection:
    """What follows from the statements of one cooperative. The mappings are those of
    `Cooperative`.
    """

    registered: bool
    values: Mapping[str, str]
    pers: Mapping[str, str]
    states: Mapping[str, tuple[Span, ...]]
    obstacles: Mapping[str, tuple[Span, ...]]
    plans: Mapping[str, tuple[Span, ...]]
    profile: Mapping[str, tuple[Span, ...]]


def project(said: Iterable[FieldEvent]) -> Projection:
    """Everything at once. The order of the input does not matter."""
    said = list(said)
    if (plain := _single_events(said)) is not None:
        return plain
    by_field: dict[str, list[Statement]] = defaultdict(list)
    for entry in said:
        by_field[entry.field].append(Statement(entry.per, entry.order, entry.value))
    registered = bool(timeline.current(by_field.pop(REGISTERED, ())))
    pers = {name: max(statement.per for statement in history) for name, history in by_field.items()}
    values: dict[str, str] = {}
    states: dict[str, tuple[Span, ...]] = {}
    profile: dict[str, tuple[Span, ...]] = {}
    attached: dict[str, dict[str, tuple[Span, ...]]] = {OBSTACLE: {}, PLAN: {}}
    for name, history in by_field.items():
        kind = kind_of(name)
        if kind in (STATE, START):
            code = name.removesuffix("_mulai") if kind == START else name
            if code not in states:
                starts = [
                    entry._replace(kind=timeline.START)
                    for entry in by_field.get(f"{code}_mulai", ())
                ]
                states[code] = tuple(timeline.timeline([*by_field.get(code, ()), *starts]))
        elif kind not in (OBSTACLE, PLAN):
            spans = tuple(timeline.values(history))
            if spans:
                profile[name] = spans
            if spans and spans[-1].until is None:
                values[name] = spans[-1].value
    for name, history in by_field.items():
        kind = kind_of(name)
        if kind in (OBSTACLE, PLAN):
            code = name.removesuffix("_kendala" if kind == OBSTACLE else "_rencana")
            spans = tuple(timeline.attached(history, states.get(code, ())))
            if spans:
                attached[kind][code] = spans
    values.update(present(states, attached[OBSTACLE], attached[PLAN]))
    return Projection(
        registered, values, pers, states, attached[OBSTACLE], attached[PLAN], profile=profile
    )


def _single_events(said: Sequence[FieldEvent]) -> Projection | None:
    """The plain case of every field stated once, none of which hangs on another; None for all
    others.
    """
    days = {entry.field: entry.per for entry in said}
    return (
        project_once({entry.field: entry.value for entry in said}, "", days)
        if len(days) == len(said)
        else None
    )


def project_once(
    stated: Mapping[str, str | None], per: str, days: Mapping[str, str]
) -> Projection | None:
    """The state of a cooperative of which each field was stated once; None where one of them hangs
    on another.

    `days` has the ISO days of what was not said of `per`.
    """
    values: dict[str, str] = {}
    pers: dict[str, str] = {}
    states: dict[str, tuple[Span, ...]] = {}
    profile: dict[str, tuple[Span, ...]] = {}
    for name, value in stated.items():
        kind = kind_of(name)
        day = days.get(name, per)
        if kind == STATE:
            states[name], text = _alone(value, day)
            if text is not None:
                values[name] = text
        elif kind in _ATTACHED:
            return None
        elif value is not None:
            values[name] = value
            profile[name] = (Span(day, None, value),)
        pers[name] = day
    for found in (pers, profile):
        found.pop(REGISTERED, None)
    registered = values.pop(REGISTERED, None) is not None
    return Projection(registered, values, pers, states, {}, {}, profile=profile)


@lru_cache(maxsize=65_536)
def _alone(value: str | None, per: str) -> tuple[tuple[Span], str | None]:
    """The timeline of a milestone of which this is the only word, and its present value."""
    span = timeline.single(value, per)
    return (span,), state_text(span) if span.value != UNKNOWN else None


_ATTACHED = frozenset((START, OBSTACLE, PLAN))


@lru_cache(maxsize=1_024)
def kind_of(name: str) -> str:
    """The kind of a recorded field; a field that this program no longer knows is a plain value."""
    field = vocabulary.by_name(name)
    return field.kind if field else vocabulary.VALUE


def present(
    states: Mapping[str, tuple[Span, ...]],
    obstacles: Mapping[str, tuple[Span, ...]],
    plans: Mapping[str, tuple[Span, ...]],
) -> dict[str, str]:
    """The canonical values that the newest spans stand for: `usaha`, `usaha_mulai`,
    `usaha_kendala`, ….
    """
    values: dict[str, str] = {}
    for code, spans in states.items():
        if not spans:
            continue
        last = spans[-1]
        if last.value != UNKNOWN:
            values[code] = state_text(last)
        if last.value == BERHENTI and len(spans) > 1 and spans[-2].value == SUDAH and spans[-2].day:
            values[f"{code}_mulai"] = spans[-2].day
    for tail, held in (("_kendala", obstacles), ("_rencana", plans)):
        values.update(
            (code + tail, spans[-1].value)
            for code, spans in held.items()
            if spans and not spans[-1].until
        )
    return values


def state_text(span: Span) -> str:
    """A state as the register writes it: `sudah`, `2025-08-15`, `berhenti 2026-01-10`, `belum`."""
    if span.value == SUDAH:
        return span.day or SUDAH
    return f"{span.value} {span.day}" if span.day else span.value
