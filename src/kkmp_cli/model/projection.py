"""All events in force of one cooperative → its present values and its timelines.

What the register keeps beside its history for speed comes from here, and so does every reading of
the past; they cannot differ. Never enters: a database, a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.milestones import BERHENTI, SUDAH, UNKNOWN
from kkmp_cli.model import timeline
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent, Span
from kkmp_cli.model.vocabulary import OBSTACLE, PLAN, START, STATE, Vocabulary

Spans = tuple[Span, ...]
Timelines = dict[str, Spans]
History = Mapping[str, Sequence[FieldEvent]]
"""The events of each field."""


class Projection(NamedTuple):
    """What follows from the events of one cooperative. The mappings are those of `Cooperative`."""

    registered: bool
    values: Mapping[str, str]
    pers: Mapping[str, str]
    states: Mapping[str, Spans]
    profile: Mapping[str, Spans]
    obstacles: Mapping[str, Spans] = MappingProxyType({})
    plans: Mapping[str, Spans] = MappingProxyType({})


def project(events: Iterable[FieldEvent], vocabulary: Vocabulary) -> Projection:
    """Everything at once. The order of the input does not matter."""
    events = list(events)
    single = _project_single(events, vocabulary)
    return single or _project_history(_by_field(events), vocabulary)


def _project_history(history: dict[str, list[FieldEvent]], vocabulary: Vocabulary) -> Projection:
    registered = bool(timeline.current(history.pop(REGISTERED, ())))
    states, profile = _states(history, vocabulary), _profile(history, vocabulary)
    obstacles = _attached(history, states, OBSTACLE, vocabulary)
    states |= _agreeing(states, obstacles)
    plans = _attached(history, states, PLAN, vocabulary)
    return Projection(
        registered,
        {**newest(profile), **present(states, obstacles, plans)},
        _newest_days(history),
        states,
        profile,
        obstacles=obstacles,
        plans=plans,
    )


def _agreeing(states: Timelines, obstacles: Timelines) -> Timelines:
    """The states of the milestones that were stuck, which agree with their kendala."""
    return {
        code: tuple(timeline.agreeing(states.get(code, ()), stuck))
        for code, stuck in obstacles.items()
    }


def _newest_days(history: History) -> dict[str, str]:
    return {name: max(event.per for event in events) for name, events in history.items()}


def days_of(events: Iterable[FieldEvent]) -> dict[str, tuple[str, ...]]:
    """The days on which each field was stated or confirmed, in order."""
    return {
        name: tuple(sorted({event.per for event in several}))
        for name, several in _by_field(events).items()
        if name != REGISTERED
    }


def _by_field(events: Iterable[FieldEvent]) -> dict[str, list[FieldEvent]]:
    history: dict[str, list[FieldEvent]] = defaultdict(list)
    for event in events:
        history[event.field].append(event)
    return history


def _states(history: History, vocabulary: Vocabulary) -> Timelines:
    codes = dict.fromkeys(
        vocabulary.owner_of(name) for name in history if vocabulary.kind_of(name) in (STATE, START)
    )
    return {
        code: tuple(
            timeline.timeline([*history.get(code, ()), *history.get(f"{code}{timeline.START}", ())])
        )
        for code in codes
    }


def _attached(
    history: History, states: Mapping[str, Spans], kind: str, vocabulary: Vocabulary
) -> Timelines:
    """When the kendala or the rencana of each milestone held."""
    attached: Timelines = {}
    for name, events in history.items():
        if vocabulary.kind_of(name) == kind:
            code = vocabulary.owner_of(name)
            if spans := tuple(timeline.values(events, states.get(code, ()))):
                attached[code] = spans
    return attached


def _profile(history: History, vocabulary: Vocabulary) -> Timelines:
    """When each value of all other fields held."""
    return {
        name: spans
        for name, events in history.items()
        if vocabulary.kind_of(name) not in _OF_STATES and (spans := profile_spans(name, events))
    }


def profile_spans(name: str, events: Iterable[FieldEvent]) -> Spans:
    """When each value of a field that belongs to no state held."""
    return tuple(timeline.statuses(events) if name == STATUS else timeline.values(events))


def _project_single(events: Sequence[FieldEvent], vocabulary: Vocabulary) -> Projection | None:
    """Every field stated once and none hanging on another: the plain case; None otherwise."""
    stated = {event.field: event for event in events}
    registered = stated.pop(REGISTERED, None)
    kinds = [*map(vocabulary.kind_of, stated)]
    once = len(stated) + (registered is not None) == len(events)
    if not once or not _ATTACHED.isdisjoint(kinds):
        return None
    begun = registered is not None and registered.value is not None
    return _project_fields(begun, [*zip(stated.values(), kinds, strict=True)])


def _project_fields(registered: bool, stated: Iterable[tuple[FieldEvent, str]]) -> Projection:
    """The projection of fields stated once, each with its kind."""
    states: Timelines = {}
    profile: Timelines = {}
    values: dict[str, str] = {}
    pers: dict[str, str] = {}
    for event, kind in stated:
        name, value, day, _ = event
        pers[name] = day
        if kind == STATE:
            states[name], value = _single_state(value, day)
        elif value is not None:
            profile[name] = profile_spans(name, (event,))
        if value is not None:
            values[name] = value
    return Projection(registered, values, pers, states, profile)


@lru_cache(maxsize=65_536)
def _single_state(value: str | None, per: str) -> tuple[Spans, str | None]:
    """The timeline of a milestone with only one event, and its present value."""
    span = timeline.single(value, per)
    return (span,), state_text(span) if span.value != UNKNOWN else None


STATUS = "status"
_OF_STATES = frozenset((STATE, START, OBSTACLE, PLAN))
_ATTACHED = frozenset((START, OBSTACLE, PLAN))


def present(
    states: Mapping[str, Spans], obstacles: Mapping[str, Spans], plans: Mapping[str, Spans]
) -> dict[str, str]:
    """The canonical values of the newest spans: `usaha`, `usaha_mulai`, `usaha_kendala`, …."""
    values: dict[str, str] = {}
    for code, spans in states.items():
        if spans and spans[-1].value != UNKNOWN:
            values[code] = state_text(spans[-1])
        if start := _start(spans):
            values[f"{code}_mulai"] = start
    values.update((f"{code}_kendala", text) for code, text in newest(obstacles).items())
    values.update((f"{code}_rencana", text) for code, text in newest(plans).items())
    return values


def _start(spans: Spans) -> str | None:
    """The stated date of the `sudah` that has stopped."""
    stopped = [span.value for span in spans[-2:]] == [SUDAH, BERHENTI]
    return spans[-2].day if stopped else None


def newest(timelines: Mapping[str, Spans]) -> dict[str, str]:
    """The values whose newest span has no end."""
    return {
        name: spans[-1].value for name, spans in timelines.items() if spans and not spans[-1].until
    }


def state_text(span: Span) -> str:
    """A state as the register writes it: `sudah`, `2025-08-15`, `berhenti 2026-01-10`, `belum`."""
    if span.value == SUDAH:
        return span.day or SUDAH
    return f"{span.value} {span.day}" if span.day else span.value
