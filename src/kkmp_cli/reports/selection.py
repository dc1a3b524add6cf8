"""The filters of `list` and `export`: which cooperatives, judged by the same states as the report's
lists.

`belum` = stated and not sudah, `tanpa` = everything but sudah; a RAT that is not owed is in
neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from kkmp_cli.milestones import BERHENTI, MILESTONES, SUDAH, TERKENDALA, UNKNOWN, field_code
from kkmp_cli.model import timeline
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.reports.counting import NOT_OWED, Seen, see, stage


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; milestones by code, all of it joined by AND."""

    sudah: Sequence[str] = ()
    belum: Sequence[str] = ()
    tidak_diketahui: Sequence[str] = ()
    tanpa: Sequence[str] = ()
    terkendala: Sequence[str] = ()
    tahap: Sequence[str] = ()
    percontohan: bool = False
    belum_dikonfirmasi: str | None = None
    kota: Sequence[str] = field(default=())


ANY_MILESTONE = "semua"
"""`--terkendala semua`: stuck somewhere."""


def select(
    cooperatives: Iterable[Cooperative],
    filters: Filters,
    day: str,
    book_year: int,
    everybody: bool = False,
) -> list[Seen]:
    """Those that count on the day (with `everybody` the dissolved too) and pass every filter, in
    the order given, with their states.
    """
    return [
        one
        for one in see(cooperatives, day, book_year, everybody)
        if all(test(one) for test in _tests(filters, day, book_year))
    ]


def _tests(filters: Filters, day: str, book_year: int) -> list[Callable[[Seen], bool]]:
    tests: list[Callable[[Seen], bool]] = []
    per_milestone: list[tuple[Sequence[str], Callable[[Seen, str], bool]]] = [
        (filters.sudah, lambda one, code: one.states[code] == SUDAH),
        (filters.belum, lambda one, code: one.is_stated_not(code)),
        (filters.tidak_diketahui, lambda one, code: one.states[code] == UNKNOWN),
        (filters.tanpa, lambda one, code: one.states[code] not in (SUDAH, NOT_OWED)),
        (filters.terkendala, lambda one, code: _stuck(one, code, day, book_year)),
    ]
    for codes, passes in per_milestone:
        tests += [partial(_passes, passes, code) for code in codes]
    if filters.tahap:
        tests.append(lambda one: stage(one.states) in filters.tahap)
    if filters.percontohan:
        tests.append(lambda one: one.value("percontohan") == "ya")
    since = filters.belum_dikonfirmasi
    if since is not None:
        tests.append(lambda one: max(one.cooperative.as_of(day).pers.values(), default="") < since)
    return tests


def _passes(passes: Callable[[Seen, str], bool], code: str, one: Seen) -> bool:
    return passes(one, code)


def _stuck(one: Seen, code: str, day: str, book_year: int) -> bool:
    wanted = [milestone for milestone in MILESTONES if code in (ANY_MILESTONE, milestone.code)]
    for milestone in wanted:
        state = one.states[milestone.code]
        if state == TERKENDALA:
            return True
        spans = one.cooperative.obstacles.get(field_code(milestone, book_year), ())
        if state not in (SUDAH, BERHENTI, NOT_OWED) and timeline.on_day(spans, day):
            return True
    return False
