"""A cooperative as a frozen value, and the snapshot of a register that a report is made from.

A snapshot holds everything that was known; which day it is asked about is the asker's business.
Never enters: a session, a query, a sum over cooperatives.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.milestones import SUDAH, UNKNOWN
from kkmp_cli.model import projection, timeline
from kkmp_cli.model.area import Area
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.projection import STATUS, Spans
from kkmp_cli.model.target import Target
from kkmp_cli.model.timeline import ACTIVE, Span
from kkmp_cli.model.training import Training
from kkmp_cli.model.vocabulary import Vocabulary, built_in, default_name

FOUNDING = ("sk_kemenkop", "musyawarah")
"""The milestones whose date founds a cooperative: that of the first that has one."""

NUMBERS = ("anggota",)
"""The fields of every register that hold numbers of people or things."""


class Cooperative(NamedTuple):
    """One registered cooperative. Keys of all mappings are field names; yearly ones carry their
    year (`rat_2025`).

    `values` holds the newest canonical value of each field that has one (defaults are not in it),
    `pers` the day (ISO) of the newest statement or confirmation of each field ever stated, `states`
    the timeline of each milestone, `obstacles` and `plans` (by state field) when a kendala or a
    rencana held, `profile` when each value of any other field (numbers and banks too) held.
    `days` are all days on which a field was stated or confirmed, read only where a day before the
    newest `per` is asked about.
    """

    id: int
    area: Area
    values: Mapping[str, str] = MappingProxyType({})
    pers: Mapping[str, str] = MappingProxyType({})
    states: Mapping[str, Spans] = MappingProxyType({})
    obstacles: Mapping[str, Spans] = MappingProxyType({})
    plans: Mapping[str, Spans] = MappingProxyType({})
    profile: Mapping[str, Spans] = MappingProxyType({})
    days: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def name(self) -> str:
        """The legal name, stated or by default."""
        return self.values.get("nama") or default_name(self.area.kelurahan, self.area.kode)

    def value(self, name: str, day: str) -> str | None:
        """The value that a field without states had on an ISO day; None where nothing was known."""
        if self.pers.get(name, "") <= day:
            return self.values.get(name)
        span = timeline.on_day(self.profile.get(name, ()), day)
        return span.value if span else None

    def day_of(self, name: str, day: str) -> str | None:
        """The last day until `day` on which a field was stated or confirmed; where its days were
        not read, the one since which its value holds.
        """
        if (per := self._per(name, day) if name in self.pers else None) is not None:
            return per
        span = timeline.on_day(self.profile.get(name) or self.states.get(name, ()), day)
        return span.since if span else None

    def as_of(self, day: str) -> Cooperative:
        """The same with the values of an ISO day, and of each field the newest day until then."""
        if max(self.pers.values(), default="") <= day:
            return self
        timelines = (self.profile, self.states, self.obstacles, self.plans)
        profile, *of_states = (_until_day(one, day) for one in timelines)
        values = {**projection.newest(profile), **projection.present(*of_states)}
        pers = {name: per for name in self.pers if (per := self._per(name, day))}
        return self._replace(values=values, pers=pers)

    def _per(self, name: str, day: str) -> str | None:
        """The last day until `day` on which a field was stated or confirmed."""
        if self.pers[name] <= day:
            return self.pers[name]
        days = self.days.get(name, ())
        before = bisect_right(days, day)
        return days[before - 1] if before else None

    def span(self, milestone_field: str, day: str) -> Span | None:
        """What was known of a milestone (`nib`, `rat_2025`) on an ISO day, if anything."""
        span = timeline.on_day(self.states.get(milestone_field, ()), day)
        return None if span is None or span.value == UNKNOWN else span

    def state(self, milestone_field: str, day: str) -> str:
        """The state word of a milestone on an ISO day, `tidak_diketahui` where none was stated."""
        span = self.span(milestone_field, day)
        return span.value if span else UNKNOWN

    def counts_on(self, day: str) -> bool:
        """False from the day on which it was dissolved (`bubar`) or merged (`digabung`) until it is
        `aktif` again, and before the first day of its area.
        """
        return self.area.exists_on(day) and self.status(day) == ACTIVE

    def status(self, day: str) -> str:
        """`aktif`, or what it was on an ISO day: `bubar 2026-02-01`, `digabung …`."""
        newest = self.values.get(STATUS, ACTIVE)
        _, _, gone = newest.partition(" ")
        if gone and gone <= day:
            return newest
        span = timeline.on_day(self.profile.get(STATUS, ()), day)
        return span.value if span else ACTIVE

    @property
    def founded(self) -> int | None:
        """The year of founding, None where it is not known."""
        return founded(self.states)


def _until_day(timelines: Mapping[str, Spans], day: str) -> dict[str, Spans]:
    return {name: tuple(timeline.until_day(spans, day)) for name, spans in timelines.items()}


def founded(states: Mapping[str, Spans]) -> int | None:
    """The year of founding: of the dated SK, else of the dated musyawarah, if known."""
    for milestone_field in FOUNDING:
        spans = states.get(milestone_field, ())
        if spans and spans[-1].value == SUDAH and spans[-1].day:
            return int(spans[-1].day[:4])
    return None


class Snapshot(NamedTuple):
    """All that a report needs of some kota, or of one kecamatan (not `whole`), ordered by kode.

    `vocabulary`: the fields of the register on its recorded day.
    """

    areas: tuple[Area, ...]
    cooperatives: tuple[Cooperative, ...]
    trainings: tuple[Training, ...] = ()
    targets: tuple[Target, ...] = ()
    figures: tuple[Figure, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    whole: bool = True
    vocabulary: Vocabulary = built_in()

    def of_kecamatan(self, code: str) -> Snapshot:
        """What is of one kecamatan: of trainings, those that reached it, its own attendance."""
        those = tuple(one for one in self.cooperatives if one.area.kecamatan_code == code)
        ids = frozenset(one.id for one in those)
        reached = (training.of(ids) for training in self.trainings)
        return self._replace(
            areas=tuple(area for area in self.areas if area.kecamatan_code == code),
            cooperatives=those,
            trainings=tuple(training for training in reached if training.hadir),
            whole=False,
        )
