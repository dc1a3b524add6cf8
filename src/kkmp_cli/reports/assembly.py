"""A snapshot and a day → a Report: the counts and lists of each kota together, and their sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, codes, field_code, newest_book_year
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import NUMBERS, Cooperative, Snapshot
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.target import Target
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.reports import (
    by_name,
    changes,
    cooperative_figures,
    counting,
    own_figures,
    published,
    rat,
)
from kkmp_cli.reports.counting import NOT_OWED, OUTLETS, STAGES, DayView
from kkmp_cli.reports.number_totals import added, number_totals
from kkmp_cli.reports.report import (
    Counts,
    FieldChange,
    KotaCounts,
    KotaReport,
    MilestoneChange,
    MilestoneCount,
    Report,
    Summary,
    SummaryRow,
)
from kkmp_cli.reports.unchanged import unchanged_since


class _Asked(NamedTuple):
    """The days and the tahun buku of one report."""

    day: str
    book_year: int
    since: str | None = None
    by: OwnField | None = None


class _Kota(NamedTuple):
    """The part of a snapshot that lies in one kota, or in one of its kecamatan."""

    kode: str
    areas: Sequence[Area]
    cooperatives: Sequence[Cooperative]
    snapshot: Snapshot

    @property
    def nama(self) -> str:
        """As the area list has it; the code where it has none of it."""
        areas = (*self.areas, *(cooperative.area for cooperative in self.cooperatives))
        return next((area.kota for area in areas), self.kode)


def build(
    snapshot: Snapshot,
    per: date,
    book_year: int | None = None,
    since: date | None = None,
    kota: Sequence[str] | None = None,
    by: OwnField | None = None,
) -> Report:
    """The report of readiness on the day `per`.

    `kota` are codes (`31.71`), shown in the order given; without any, every kota that has a
    cooperative. Of a snapshot of one kecamatan published figures, and targets set as a number for
    the whole kota, are left out. `book_year` is the tahun buku of the RAT. `by`: an own field by
    whose values the cooperatives are counted beside the kecamatan.
    """
    asked = _Asked(
        per.isoformat(),
        newest_book_year(per) if book_year is None else book_year,
        since.isoformat() if since else None,
        by,
    )
    parts = tuple(_report(part, asked) for part in _parts(snapshot, kota))
    return Report(asked.day, asked.since, asked.book_year, parts, total(parts), snapshot.vocabulary)


def _parts(snapshot: Snapshot, kota: Sequence[str] | None) -> list[_Kota]:
    areas = counting.grouped((area.kota_code, area) for area in snapshot.areas)
    registered = counting.grouped((one.area.kota_code, one) for one in snapshot.cooperatives)
    shown = sorted(registered) if kota is None else dict.fromkeys(kota)
    return [_Kota(kode, areas.get(kode, []), registered.get(kode, []), snapshot) for kode in shown]


def _with_retired(part: _Kota) -> _Kota:
    """The part with retired own fields counted as well, for what was published of them."""
    own = tuple(one._replace(retired=False) for one in part.snapshot.vocabulary.own)
    return part._replace(snapshot=part.snapshot._replace(vocabulary=Vocabulary(own)))


def _report(part: _Kota, asked: _Asked) -> KotaReport:
    """One kota with everything; published figures ask for the same kota on their own days."""

    counted = _with_retired(part)

    @cache
    def on(day: str) -> KotaReport:
        return _plain_report(counted, _Asked(day, newest_book_year(date.fromisoformat(day))))

    report = _plain_report(part, asked)
    if not part.snapshot.whole:
        return report._replace(satu_kecamatan=True)
    mine = [figure for figure in part.snapshot.figures if figure.is_of(part.kode)]
    return report._replace(
        angka_rujukan=tuple(
            published.beside(figure, on, part.snapshot.vocabulary.own) for figure in mine
        )
    )


class _Day(NamedTuple):
    """One kota on the day of the report: who counts, which areas there are, what changed."""

    part: _Kota
    asked: _Asked
    seen: Sequence[DayView]
    areas: Sequence[Area]
    registered: int
    changed: Sequence[MilestoneChange]

    @property
    def day(self) -> tuple[str, int]:
        """The ISO day and the tahun buku."""
        return self.asked.day, self.asked.book_year

    @property
    def fields_changed(self) -> tuple[FieldChange, ...]:
        """What became of fields other than milestones; nothing where no day is compared with."""
        since = self.asked.since
        if since is None:
            return ()
        vocabulary = self.part.snapshot.vocabulary
        return changes.of_fields(self.part.cooperatives, since, self.asked.day, vocabulary)

    @property
    def kecamatan(self) -> dict[str, str]:
        """Every kecamatan of that day by its code."""
        return {area.kecamatan_code: area.kecamatan for area in self.areas}

    @property
    def names(self) -> dict[str, str]:
        """Every kelurahan of that day by its code."""
        return {area.kode: area.kelurahan for area in self.areas}


_PARTS: Mapping[str, Callable[[_Day], Any]] = {
    "kode": lambda on: on.part.kode,
    "nama": lambda on: on.part.nama,
    "kelurahan": lambda on: len(on.names),
    "kkmp": lambda on: len(on.seen),
    "tidak_aktif": lambda on: on.registered - len(on.seen),
    "milestone": lambda on: _milestones(on),
    "tahap": lambda on: counting.tally(STAGES, (counting.stage(one.states) for one in on.seen)),
    "gerai_usaha": lambda on: counting.tally(
        OUTLETS, (counting.outlet(one.states) for one in on.seen)
    ),
    "kecamatan": lambda on: counting.by_kecamatan(on.kecamatan, on.seen),
    "belum_beroperasi": lambda on: by_name.not_operating(on.seen, *on.day),
    "usaha_tidak_diketahui": lambda on: by_name.places(on.seen, "usaha", UNKNOWN),
    "sudah_rat": lambda on: by_name.places(on.seen, "rat", SUDAH),
    "belum_rat": lambda on: by_name.without_rat(on.seen, *on.day),
    "rat_tidak_diketahui": lambda on: by_name.places(on.seen, "rat", UNKNOWN),
    "tunggakan_rat": lambda on: by_name.arrears(on.seen, *on.day),
    "pelatihan": lambda on: by_name.trainings(
        on.part.snapshot, on.part.kode, on.seen, on.asked.day
    ),
    "target": lambda on: by_name.targets(_targets(on.part), on.part.kode, on.seen, *on.day),
    "tindak_lanjut": lambda on: by_name.follow_ups(
        on.part.snapshot.followups, on.part.kode, on.names, on.asked.day
    ),
    "angka_rujukan": lambda on: (),
    "berubah": lambda on: on.changed,
    "angka": lambda on: number_totals(on.kecamatan, on.seen),
    "angka_rujukan_koperasi": lambda on: cooperative_figures.of_kota(
        on.part.snapshot.figures, on.seen, on.asked.day
    ),
    "tambahan": lambda on: own_figures.own_figures(
        on.part.snapshot.vocabulary.own, on.kecamatan, on.seen
    ),
    "menurut": lambda on: own_figures.grouping(on.asked.by, on.seen) if on.asked.by else None,
    "data_berubah": lambda on: on.fields_changed,
    "berkas_beroperasi": lambda on: counting.papers_of_operating(on.seen),
    "tanggal_rat": lambda on: by_name.stated_days(on.seen, "rat", *on.day),
    "tetap_sejak": lambda on: unchanged_since(on.part.cooperatives, *on.day),
}
"""What a report says of a kota, by its key, in one order with `KotaReport`."""


def _on_day(part: _Kota, asked: _Asked) -> _Day:
    day, book_year = asked.day, asked.book_year
    there = [one.area for one in part.cooperatives if one.area.exists_on(day)]
    return _Day(
        part,
        asked,
        seen=counting.view_of(part.cooperatives, day, book_year),
        areas=[*(area for area in part.areas if area.exists_on(day)), *there],
        registered=len(there),
        changed=changes.between(part.cooperatives, asked.since, day, book_year)
        if asked.since
        else (),
    )


def _plain_report(part: _Kota, asked: _Asked) -> KotaReport:
    on = _on_day(part, asked)
    return KotaReport(**{key: said_of(on) for key, said_of in _PARTS.items()})


def _targets(part: _Kota) -> list[Target]:
    """The comparable ones: a number wanted of a whole kota says nothing of one kecamatan."""
    whole, targets = part.snapshot.whole, part.snapshot.targets
    return [one for one in targets if whole or one.nilai is None or one.nilai.endswith("%")]


def _milestones(on: _Day) -> dict[str, MilestoneCount]:
    net, newly = changes.net(on.changed), changes.newly_recorded(on.changed)
    counts = {}
    for code in codes():
        moved = (net[code] if on.asked.since else None, newly[code])
        states = counting.by_state(on.seen, code)
        counts[code] = counting.milestone_count(code, states, moved, _due(on, code))
    return counts


def _due(on: _Day, code: str) -> counting.Due:
    """By when a milestone is owed in the kota."""
    batas = rat.due(on.part.snapshot.targets, code, on.asked.book_year, on.part.kode)
    return batas, rat.days_until(batas, on.asked.day)


def total(parts: Sequence[KotaReport]) -> Counts:
    """The sum of the counts over all kota shown."""
    return Counts(
        *_sums(parts),
        tahap=_added([part.tahap for part in parts], STAGES),
        gerai_usaha=_added([part.gerai_usaha for part in parts], OUTLETS),
        pelatihan=counting.add_trainings([part.pelatihan for part in parts]),
        angka={name: added([part.angka[name] for part in parts]) for name in NUMBERS},
        **own_figures.total(parts),
    )


def _added(several: Sequence[Mapping[str, int]], keys: Sequence[str]) -> dict[str, int]:
    return {key: sum(one[key] for one in several) for key in keys}


def _sums(
    parts: Sequence[KotaReport | SummaryRow],
) -> tuple[int, int, int, dict[str, MilestoneCount]]:
    """What a report and a summary both count of a kota, over several."""
    return (
        sum(part.kelurahan for part in parts),
        sum(part.kkmp for part in parts),
        sum(part.tidak_aktif for part in parts),
        {
            code: counting.add_milestones(code, [part.milestone[code] for part in parts])
            for code in codes()
        },
    )


def has_more(report: Report, snapshot: Snapshot) -> bool:
    """False where `details` could add nothing: no kendala, plan, mitra, loan papers, doubts."""
    for kota in report.kota:
        counts = kota.milestone
        if any(count.terkendala for count in counts.values()) or any(
            one.selisih for one in kota.angka_rujukan
        ):
            return True
        if all(counts[code].sudah for code in ("sk_kemenkop", "nib", "npwp", "rekening")):
            return True
    names = ("mitra", "nik_koperasi", "ketua", "telepon")
    return any(
        one.obstacles or one.plans or any(name in one.values for name in names)
        for one in snapshot.cooperatives
    )


def summary(
    counts: Sequence[KotaCounts],
    per: date,
    book_year: int | None = None,
    targets: Sequence[Target] = (),
) -> Summary:
    """A line per kota and the total, from the register's counts: those of `build`, no lists."""
    asked = _Asked(per.isoformat(), newest_book_year(per) if book_year is None else book_year)
    rows = [_summary_row(one, asked, targets) for one in sorted(counts, key=lambda one: one.kode)]
    return Summary(asked.day, asked.book_year, tuple(rows), SummaryRow("", "", *_sums(rows)))


def _summary_row(counts: KotaCounts, asked: _Asked, targets: Sequence[Target]) -> SummaryRow:
    counted = {}
    for milestone in MILESTONES:
        states = _states(counts, field_code(milestone, asked.book_year))
        batas = rat.due(targets, milestone.code, asked.book_year, counts.kode)
        due = (batas, rat.days_until(batas, asked.day))
        counted[milestone.code] = counting.milestone_count(milestone.code, states, due=due)
    return SummaryRow(
        counts.kode, counts.nama, counts.kelurahan, counts.kkmp, counts.tidak_aktif, counted
    )


def _states(counts: KotaCounts, name: str) -> dict[str, int]:
    """How many of a kota are in each state of a milestone's field; the rest is unknown."""
    states = {state: number for (field, state), number in counts.states.items() if field == name}
    states[NOT_OWED] = counts.not_owed.get(name, 0)
    stated = sum(number for state, number in states.items() if state != UNKNOWN)
    return {**states, UNKNOWN: counts.kkmp - stated}


def summarise(report: Report) -> Summary:
    """The same summary out of a whole report."""
    rows = [
        SummaryRow(
            *(one.kode, one.nama, one.kelurahan, one.kkmp, one.tidak_aktif, one.milestone),
            kabar_terakhir=one.kabar_terakhir,
        )
        for one in report.kota
    ]
    return Summary(report.per, report.tahun_buku, tuple(rows), SummaryRow("", "", *_sums(rows)))
