"""One stated value beside the one that is held: the same, a supplement, the contrary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kkmp_cli.milestones import BELUM, PROSES, SUDAH, TERKENDALA
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import ACTIVE, Span, is_coarser
from kkmp_cli.model.vocabulary import DEFAULTS, STATE, Field
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.intent import Intent


class Facts(Protocol):
    """What is known of a cooperative at one moment, by field; the days of `pers` are ISO."""

    @property
    def values(self) -> Mapping[str, str]: ...
    @property
    def pers(self) -> Mapping[str, str]: ...
    @property
    def states(self) -> Mapping[str, tuple[Span, ...]]: ...


_UNDONE = (BELUM, PROSES, TERKENDALA)


def says_nothing_new(intent: Intent, current: Cooperative) -> bool:
    """True where every value of a row is held as it stands, and the row is not newer."""
    if not _holds_all(current, intent.values):
        return False
    days = [*([intent.per.isoformat()] if intent.explicit else ()), *intent.pers.values()]
    if not days:
        return True
    return all(current.pers.get(name, max(days)) >= max(days) for name in intent.values)


def _holds_all(current: Cooperative, values: Mapping[str, str | None]) -> bool:
    """True where each value is held, or is what its field shows while nothing is stated of it."""
    return values.items() <= current.values.items() or all(
        value is not None and current.values.get(name, default_of(current, name)) == value
        for name, value in values.items()
    )


def begins_after(day: str | None, per: str) -> bool:
    """True for a stated date that begins after an ISO day."""
    if day is None:
        return False
    return day > per if len(day) == 10 else dates.read(day).first_day.isoformat() > per


def default_of(current: Cooperative, name: str) -> str | None:
    """What is shown of a field of which nothing was stated."""
    return current.name if name == "nama" else DEFAULTS.get(name)


def word_of(value: str | None) -> str | None:
    """The state of a milestone's value, without its date."""
    return split_state(value)[0] if value else None


def is_same(field: Field, current: str | None, value: str | None) -> bool:
    """True where a value says what is held; a bare state, or one with the month or year of the
    known day, says no more than the same with that day.
    """
    if current == value:
        return True
    if field.kind != STATE or not current or not value:
        return False
    (held_word, held_day), (word, day) = split_state(current), split_state(value)
    return held_word == word and (day is None or is_coarser(day, held_day))


def supplies_date(field: Field, current: str | None, value: str | None) -> bool:
    """True for the date of a `sudah` that is held without one."""
    return field.kind == STATE and current == SUDAH and word_of(value) == SUDAH


def is_correction(field: Field, old: str | None, new: str | None) -> bool:
    """True for a value by which what was `sudah` never was."""
    return field.kind == STATE and takes_back(field, old, new)


def corrected_since(current: Facts, field: Field, value: str | None) -> str | None:
    """The ISO day since which a value changes what is counted, as it takes back what is held as
    `sudah`: the begin of that; None for any other value.
    """
    spans = current.states.get(field.name)
    taken = spans and is_correction(field, current.values.get(field.name), value)
    return spans[-1].since if spans and taken else None


def takes_back(field: Field, current: str | None, value: str | None) -> bool:
    """True for the word that what is held as `sudah` is not, or that what was dissolved or merged
    is active; emptying says it too.
    """
    if field.name == STATUS:
        return bool(current) and current != ACTIVE and value in (ACTIVE, None)
    undone = value is None or word_of(value) in _UNDONE
    return field.kind == STATE and word_of(current) == SUDAH and undone
