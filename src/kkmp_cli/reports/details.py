"""What stands behind the counts of a kota: names of every number, trend, kendala, plans, loans,
peers, partners.

Readers of text get it; the promised JSON does not. Never enters: a sum of its own that the report
has already made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from kkmp_cli.milestones import STATES, codes
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.reports import counting, kelurahan_states, obstacles, published, support, trend
from kkmp_cli.reports.assembly import build
from kkmp_cli.reports.by_name import last_day, stated_days
from kkmp_cli.reports.counting import NOT_OWED, DayView
from kkmp_cli.reports.kota_details import Contact, KelurahanStates, KotaDetails
from kkmp_cli.reports.place import Place
from kkmp_cli.reports.report import FigureBeside, KotaReport, Report

SEARCHED = 20
"""How many other days are tried for a figure that differs."""


def complete(report: Report, snapshot: Snapshot) -> Report:
    """The report with the `rincian` of each kota, and a likely reason beside each figure that
    differs.

    `snapshot` is the one that the report was built from.
    """
    by_kota = counting.grouped((one.area.kota_code, one) for one in snapshot.cooperatives)
    completed = (_complete(k, by_kota.get(k.kode, []), snapshot, report) for k in report.kota)
    return report._replace(kota=tuple(completed))


def _complete(
    kota: KotaReport, cooperatives: Sequence[Cooperative], snapshot: Snapshot, report: Report
) -> KotaReport:
    mine = snapshot._replace(cooperatives=tuple(cooperatives), figures=())
    details = _details(kota, cooperatives, mine, report)
    return kota._replace(
        rincian=details._replace(matriks=_matrix(kota, cooperatives, snapshot, report)),
        angka_rujukan=_explained(kota, mine) if kota.angka_rujukan else (),
    )


def _explained(kota: KotaReport, snapshot: Snapshot) -> tuple[FigureBeside, ...]:
    @cache
    def on(day: str) -> KotaReport:
        return build(snapshot, date.fromisoformat(day), kota=[kota.kode]).kota[0]

    timelines = (spans for one in snapshot.cooperatives for spans in one.states.values())
    days = {span.since for spans in timelines for span in spans}
    return tuple(
        one._replace(
            sebab=published.reason(one, _nearest(days, one.per), on, snapshot.vocabulary.own)
        )
        for one in kota.angka_rujukan
    )


def _nearest(days: Iterable[str], per: str) -> list[str]:
    there = date.fromisoformat(last_day(per))
    return sorted(days, key=lambda day: (abs(date.fromisoformat(day) - there), day))[:SEARCHED]


def _details(
    kota: KotaReport, cooperatives: Sequence[Cooperative], snapshot: Snapshot, report: Report
) -> KotaDetails:
    day, book_year = report.per, report.tahun_buku
    seen = counting.view_of(cooperatives, day, book_year)
    stuck = obstacles.stuck(seen, day, book_year)
    planned = obstacles.planned(seen, day, book_year)
    return KotaDetails(
        **_named(seen, report),
        tren=trend.points(cooperatives, day, book_year),
        terkendala=stuck,
        per_kategori=obstacles.by_category(stuck),
        rencana=planned,
        tanpa_rencana=obstacles.unplanned(seen, planned),
        kontak=_contacts(seen),
        **_support(kota, snapshot, seen, day),
    )


def _named(seen: Sequence[DayView], report: Report) -> dict[str, Any]:
    """Who is in each state, and since which stated day who is `sudah`."""
    day = (report.per, report.tahun_buku)
    return {
        "nama": _names(seen),
        "tanggal": {code: stated_days(seen, code, *day) for code in codes()},
    }


def _matrix(
    kota: KotaReport, cooperatives: Sequence[Cooperative], snapshot: Snapshot, report: Report
) -> tuple[KelurahanStates, ...]:
    """Nothing where there are more kota than anybody looks through."""
    if len(report.kota) > kelurahan_states.MOST_KOTA:
        return ()
    by = kota.menurut.bidang if kota.menurut else None
    seen = counting.view_of(cooperatives, report.per, report.tahun_buku)
    return kelurahan_states.lines(seen, report.tahun_buku, snapshot.vocabulary.own, by)


def _support(
    kota: KotaReport, snapshot: Snapshot, seen: Sequence[DayView], day: str
) -> dict[str, Any]:
    partners, alone = support.partners(seen)
    kecamatan = {one.kode: one.nama for one in kota.kecamatan}
    return {
        "pinjaman": support.loans(seen),
        "teladan": support.learning(seen, kota.belum_beroperasi),
        "mitra": partners,
        "tanpa_mitra": alone,
        "kegiatan": support.held(snapshot, kota.kode, day),
        "jangkauan": support.reach(snapshot, kecamatan, seen, day),
    }


def _names(seen: Sequence[DayView]) -> dict[str, dict[str, tuple[Place, ...]]]:
    places: dict[str, dict[str, list[Place]]] = {
        code: {s: [] for s in (*STATES, NOT_OWED)} for code in codes()
    }
    for one in seen:
        place = one.place
        for code, state in one.states.items():
            places[code][state].append(place)
    return {
        code: {state: tuple(those) for state, those in states.items()}
        for code, states in places.items()
    }


def _contacts(seen: Sequence[DayView]) -> tuple[Contact, ...]:
    """Of those that are behind with the usaha or the RAT, as far as the snapshot holds personal
    data: the newest, since they are called today.
    """
    contacts = []
    for one in seen:
        ketua, telepon = (one.cooperative.values.get(name) for name in ("ketua", "telepon"))
        if (ketua or telepon) and (one.is_stated_not("usaha") or one.is_stated_not("rat")):
            contacts.append(Contact(*one.place, ketua, telepon))
    return tuple(contacts)
