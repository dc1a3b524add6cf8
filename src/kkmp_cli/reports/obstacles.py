"""What stops them and when they mean to go on: kendala by age and category, plans by date.

A milestone counts as stuck where it is stated `terkendala` or a kendala holds while it is not
`sudah`; one that is not owed is never stuck. Never enters: the state of another day, a word of
layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kkmp_cli.milestones import MILESTONES, OBSTACLES, SUDAH, TERKENDALA, Milestone, field_code
from kkmp_cli.model import timeline
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.counting import NOT_OWED, DayView
from kkmp_cli.reports.kota_details import CategoryCount, Planned, Stuck, Unplanned
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.rat import days_until

NOT_SAID = "tanpa_keterangan"
"""The category of what is stated `terkendala` without a word on why."""
CATEGORIES = (*OBSTACLES, NOT_SAID)
AWAITED = ("usaha", "rat")
"""The milestones of which it is asked who has set no date."""


def stuck(seen: Sequence[DayView], day: str, book_year: int) -> tuple[Stuck, ...]:
    """Everything that is stuck on the day, the oldest first."""
    lines = (
        _stuck(one, milestone, field_code(milestone, book_year), day)
        for one, milestone in _open(seen)
    )
    return tuple(sorted(filter(None, lines), key=lambda item: (item.sejak, item.kode)))


def _stuck(one: DayView, milestone: Milestone, name: str, day: str) -> Stuck | None:
    state = one.states[milestone.code]
    obstacle = timeline.on_day(one.cooperative.obstacles.get(name, ()), day)
    if obstacle is None and state != TERKENDALA:
        return None
    category, note = split_obstacle(obstacle.value) if obstacle else (NOT_SAID, None)
    span = obstacle or one.cooperative.span(name, day)
    since = span.since if span else day
    days = days_until(day, since)
    return Stuck(*one.place, milestone.code, state, category, note, sejak=since, hari=days)


def _open(seen: Iterable[DayView]) -> Iterable[tuple[DayView, Milestone]]:
    for one in seen:
        for milestone in MILESTONES:
            if one.states[milestone.code] not in (SUDAH, NOT_OWED):
                yield one, milestone


def by_category(items: Sequence[Stuck]) -> tuple[CategoryCount, ...]:
    """A row for every kecamatan in which something is stuck, in the order of the codes."""
    groups: dict[str, list[Stuck]] = {}
    for item in sorted(items, key=lambda one: one.kode):
        groups.setdefault(item.kode[:8], []).append(item)
    return tuple(
        CategoryCount(
            kode,
            those[0].kecamatan,
            {name: sum(one.kategori == name for one in those) for name in CATEGORIES},
            len({one.kode for one in those}),
        )
        for kode, those in groups.items()
    )


def planned(seen: Sequence[DayView], day: str, book_year: int) -> tuple[Planned, ...]:
    """Every plan for what is not there yet, by date, so that those that have passed come first."""
    plans = []
    for one, milestone in _open(seen):
        span = timeline.on_day(one.cooperative.plans.get(field_code(milestone, book_year), ()), day)
        if span:
            late = last_day(span.value) < day
            state = one.states[milestone.code]
            plans.append(Planned(*one.place, milestone.code, state, span.value, late))
    return tuple(
        sorted(plans, key=lambda item: (last_day(item.rencana), item.milestone, item.kode))
    )


def unplanned(seen: Sequence[DayView], plans: Iterable[Planned]) -> tuple[Unplanned, ...]:
    """Who has set no date for what the meeting waits for, as far as it is stated to lack."""
    dated = {(plan.kode, plan.milestone) for plan in plans}
    return tuple(
        Unplanned(*place, code)
        for code in AWAITED
        for one in seen
        if one.is_stated_not(code) and ((place := one.place).kode, code) not in dated
    )


def places_of(items: Iterable[Unplanned], code: str) -> tuple[Place, ...]:
    """Those of one milestone."""
    return tuple(
        Place(item.kode, item.kelurahan, item.kecamatan) for item in items if item.milestone == code
    )
