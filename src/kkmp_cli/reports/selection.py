"""The filters of `list` and `export`: which cooperatives, judged by the same states as the report's
lists.

`belum` = stated and not sudah, `tanpa` = everything but sudah; a RAT that is not owed is in
neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import (
    BELUM,
    BERHENTI,
    MILESTONES,
    STATES,
    SUDAH,
    TERKENDALA,
    UNKNOWN,
    field_code,
)
from kkmp_cli.model import timeline
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import NO, TAHAP, YA_TIDAK, OwnField
from kkmp_cli.reports.counting import NOT_OWED, DayView, stage, view_of

_ALL_BUT = frozenset(STATES) - {SUDAH}
OWN_STATES: Mapping[str, frozenset[str]] = {
    "sudah": frozenset((SUDAH,)),
    "belum": _ALL_BUT - {UNKNOWN},
    "tidak_diketahui": frozenset((UNKNOWN,)),
    "tanpa": _ALL_BUT,
    "terkendala": frozenset((TERKENDALA,)),
}
"""The states of an own field that pass the filters by a milestone."""


class OwnFilter(NamedTuple):
    """What is asked of an own field: one of these states, or one of these values."""

    own: OwnField
    states: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()


class Filters(NamedTuple):
    """What is asked for; milestones by code, all of it joined by AND."""

    sudah: Sequence[str] = ()
    belum: Sequence[str] = ()
    tidak_diketahui: Sequence[str] = ()
    tanpa: Sequence[str] = ()
    terkendala: Sequence[str] = ()
    tahap: Sequence[str] = ()
    percontohan: bool = False
    belum_dikonfirmasi: str | None = None
    kota: Sequence[str] = ()
    own: Sequence[OwnFilter] = ()


ANY_MILESTONE = "semua"
"""`--terkendala semua`: stuck somewhere."""


def select(
    cooperatives: Iterable[Cooperative],
    filters: Filters,
    day: str,
    book_year: int,
    everybody: bool = False,
) -> list[DayView]:
    """Those that count on the day (or `everybody`) and pass every filter, with their states."""
    seen = view_of(cooperatives, day, book_year, everybody)
    return [one for one in seen if _passes(one, filters, book_year)]


_OF_MILESTONES: Mapping[str, Callable[[DayView, str, int], bool]] = {
    "sudah": lambda one, code, _: one.states[code] == SUDAH,
    "belum": lambda one, code, _: one.is_stated_not(code),
    "tidak_diketahui": lambda one, code, _: one.states[code] == UNKNOWN,
    "tanpa": lambda one, code, _: one.states[code] not in (SUDAH, NOT_OWED),
    "terkendala": lambda one, code, book_year: _stuck(one, code, book_year),
}
"""The filters that name milestones, and what passes each."""


def _passes(one: DayView, filters: Filters, book_year: int) -> bool:
    asked = ((passes, getattr(filters, name)) for name, passes in _OF_MILESTONES.items())
    return (
        all(passes(one, code, book_year) for passes, codes in asked for code in codes)
        and all(_has(one, wanted) for wanted in filters.own)
        and _is_among(one, filters)
    )


def _is_among(one: DayView, filters: Filters) -> bool:
    """True where it passes the filters that name no field."""
    if filters.tahap and stage(one.states) not in filters.tahap:
        return False
    if filters.percontohan and one.value("percontohan") != "ya":
        return False
    since = filters.belum_dikonfirmasi
    return since is None or max(one.cooperative.as_of(one.day).pers.values(), default="") < since


def _has(one: DayView, wanted: OwnFilter) -> bool:
    if wanted.values:
        return one.value(wanted.own.key) in wanted.values
    return own_state(one, wanted.own) in wanted.states


def own_state(one: DayView, own: OwnField) -> str:
    """The state of a `tahap`; of any other field `sudah` where its value is known, `belum` where
    that is `tidak`.
    """
    if own.kind == TAHAP:
        return one.cooperative.state(own.key, one.day)
    value = one.value(own.key)
    if value is None:
        return UNKNOWN
    return BELUM if own.kind == YA_TIDAK and value == NO else SUDAH


def _stuck(one: DayView, code: str, book_year: int) -> bool:
    wanted = [milestone for milestone in MILESTONES if code in (ANY_MILESTONE, milestone.code)]
    for milestone in wanted:
        state = one.states[milestone.code]
        if state == TERKENDALA:
            return True
        spans = one.cooperative.obstacles.get(field_code(milestone, book_year), ())
        if state not in (SUDAH, BERHENTI, NOT_OWED) and timeline.on_day(spans, one.day):
            return True
    return False
