"""What stands behind the counts of a kota: names of every number, trend, kendala, plans, loans,
peers, partners.

Readers of text get it; the promised JSON does not. Never enters: a sum of its own that the report
has already made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from kkmp_cli.milestones import STATES, codes
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.reports import counting, obstacles, published, support, trend
from kkmp_cli.reports.assembly import build
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.counting import NOT_OWED, Seen
from kkmp_cli.reports.kota_details import (
    Contact,
    KotaDetails,
)
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import FigureBeside, KotaReport, Report

SEARCHED = 20
"""How many other days are tried for a figure that differs."""


def complete(report: Report, snapshot: Snapshot) -> Report:
    """The report with the `rincian` of each kota, and a likely reason beside each figure that
    differs.

    `snapshot` is the one that the report was built from.
    """
    held: dict[str, list[Cooperative]] = {}
    for one in snapshot.cooperatives:
        held.setdefault(one.area.kota_code, []).append(one)
    return report._replace(
        kota=tuple(
            _complete(kota, held.get(kota.kode, []), snapshot, report) for kota in report.kota
        )
    )


def _complete(
    kota: KotaReport, cooperatives: Sequence[Cooperative], snapshot: Snapshot, report: Report
) -> KotaReport:
    shown = {one.kode for one in kota.kecamatan}
    those = [one for one in cooperatives if one.area.kecamatan_code in shown]
    mine = replace(snapshot, cooperatives=tuple(cooperatives), figures=())
    if kota.satu_kecamatan:
        mine = mine.of_kecamatan(frozenset(shown))
    return kota._replace(
        rincian=_details(kota, those, mine, report),
        angka_rujukan=_explained(kota, mine) if kota.angka_rujukan else (),
    )


def _explained(kota: KotaReport, snapshot: Snapshot) -> tuple[FigureBeside, ...]:
    @cache
    def on(day: str) -> KotaReport:
        return build(snapshot, date.fromisoformat(day), kota=[kota.kode]).kota[0]

    days = {
        span.since
        for one in snapshot.cooperatives
        for spans in one.states.values()
        for span in spans
    }
    found = []
    for one in kota.angka_rujukan:
        there = date.fromisoformat(last_day(one.per)).toordinal()
        near = sorted(
            days, key=lambda day: (abs(date.fromisoformat(day).toordinal() - there), day)
        )[:SEARCHED]
        found.append(one._replace(sebab=published.reason(one, near, on)))
    return tuple(found)


def _details(
    kota: KotaReport, cooperatives: Sequence[Cooperative], snapshot: Snapshot, report: Report
) -> KotaDetails:
    day, book_year = report.per, report.tahun_buku
    seen = counting.see(cooperatives, day, book_year)
    stuck = obstacles.stuck(seen, day, book_year)
    planned = obstacles.planned(seen, day, book_year)
    partners, alone = support.partners(seen)
    return KotaDetails(
        _names(seen),
        trend.points(cooperatives, day, book_year),
        stuck,
        obstacles.by_category(stuck),
        planned,
        obstacles.unplanned(seen, planned),
        support.loans(seen),
        support.learning(seen, kota.belum_beroperasi),
        partners,
        alone,
        support.held(snapshot, kota.kode, seen, day),
        support.reach(snapshot, {one.kode: one.nama for one in kota.kecamatan}, seen, day),
        _contacts(seen),
    )


def _names(seen: Sequence[Seen]) -> dict[str, dict[str, tuple[Place, ...]]]:
    found: dict[str, dict[str, list[Place]]] = {
        code: {s: [] for s in (*STATES, NOT_OWED)} for code in codes()
    }
    for one in seen:
        place = one.place
        for code, state in one.states.items():
            found[code][state].append(place)
    return {
        code: {state: tuple(those) for state, those in states.items()}
        for code, states in found.items()
    }


def _contacts(seen: Sequence[Seen]) -> tuple[Contact, ...]:
    """Of those that are behind with the usaha or the RAT, as far as the snapshot holds personal
    data: the newest, since they are called today.
    """
    found = []
    for one in seen:
        ketua, telepon = (one.cooperative.values.get(name) for name in ("ketua", "telepon"))
        if (ketua or telepon) and (one.is_stated_not("usaha") or one.is_stated_not("rat")):
            found.append(Contact(*one.place, ketua, telepon))
    return tuple(found)
