"""What is due and when: targets beside what is reached, and what the meeting decided."""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import DONE, IF_ANY, LATE, NEVER, SOON, Column, Section
from kkmp_cli.render.packet.table_cells import count, day, table
from kkmp_cli.render.words import sentences
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import OpenFollowUp, TargetProgress, YearlyCount

_SOON = 31
"""Days before a due date from which on it is pressing."""
_TARGETS = (
    Column("milestone", "Milestone"),
    day("batas", "Batas"),
    count("sisa_hari", "Sisa hari", NEVER),
    Column("sisa", "Sisa waktu"),
    Column("target", "Target"),
    count("tercapai", "Tercapai"),
    Column("sisanya", "Sisanya"),
    Column("sumber", "Ditetapkan oleh", paper=IF_ANY),
    day("ditetapkan", "Dicatat", IF_ANY),
)
_FOLLOW_UPS = (
    count("id", "No."),
    Column("uraian", "Yang dikerjakan"),
    Column("penanggung_jawab", "Penanggung jawab"),
    day("batas", "Batas"),
    Column("sisa", "Sisa waktu"),
    Column("semula", "Semula", paper=IF_ANY),
    Column("untuk", "Untuk"),
    day("rapat", "Rapat", IF_ANY),
    Column("kode", "Kode", paper=NEVER),
)


class _Due(NamedTuple):
    """A row of the targets."""

    milestone: str
    batas: str
    sisa_hari: int
    target: str
    tercapai: int | None
    sisanya: str | None
    reached: bool
    sumber: str | None = None
    ditetapkan: str | None = None

    @property
    def pressing(self) -> str:
        if self.reached:
            return DONE
        return LATE if self.sisa_hari < 0 else SOON if self.sisa_hari <= _SOON else ""


def targets(value: Report, kota: KotaReport) -> Section:
    """Due dates in their order, wanted beside reached, with who set them and when."""
    stated = {(one.milestone, one.tahun_buku) for one in kota.target}
    rows = [_target(one, value, kota) for one in kota.target]
    rows += [
        _owed(code, counts, value.tahun_buku)
        for code, counts in kota.milestone.items()
        if isinstance(counts, YearlyCount)
        and counts.batas
        and (code, value.tahun_buku) not in stated
    ]
    rows.sort(key=lambda row: (row.batas, row.milestone))
    made = table("target", "Target", _TARGETS, rows, sisa=_left)
    made = made._replace(pressing=tuple(row.pressing for row in rows))
    return Section("target", "Batas waktu dan target", tables=(made,))


def _owed(code: str, counts: YearlyCount, book_year: int) -> _Due:
    """What is due by law, where nobody has set a target."""
    return _Due(
        sentences.short_label(code, book_year),
        counts.batas or "",
        counts.sisa_hari or 0,
        "semua",
        counts.sudah if counts.known else None,
        sentences.open_of(counts),
        counts.sudah >= counts.asked,
    )


def _target(one: TargetProgress, value: Report, kota: KotaReport) -> _Due:
    year = one.tahun_buku or value.tahun_buku
    counts = kota.milestone.get(one.milestone) if year == value.tahun_buku else None
    known = counts is None or counts.known
    return _Due(
        sentences.short_label(one.milestone, year),
        one.batas,
        one.sisa_hari,
        "semua" if one.target is None else numbers.show(one.target),
        one.tercapai if known else None,
        sentences.open_of(counts) if counts else None,
        one.tercapai >= (kota.kkmp if one.target is None else one.target),
        one.sumber,
        one.ditetapkan,
    )


def _left(one: _Due | OpenFollowUp) -> str:
    return dates.show_remaining(one.sisa_hari)


def follow_ups(kota: KotaReport) -> Section:
    """What is still to be done, the late ones first; moved dates and the meeting are said."""
    items = kota.tindak_lanjut
    made = table(
        "tindak_lanjut",
        "Tindak lanjut",
        _FOLLOW_UPS,
        items,
        sisa=_left,
        semula=lambda one: ", ".join(map(dates.show, one.batas_lama)) or None,
        untuk=lambda one: _for_whom(one, kota),
        kode=lambda one: "; ".join(one.kode),
    )
    made = made._replace(pressing=tuple(LATE if one.terlambat else "" for one in items))
    late = sum(one.terlambat for one in items)
    lead = f"{numbers.show(len(items))} masih terbuka" + (
        f", {numbers.show(late)} terlambat." if late else "."
    )
    return Section("tindak_lanjut", "Tindak lanjut", (lead,) if items else (), (made,))


def _for_whom(one: OpenFollowUp, kota: KotaReport) -> str:
    if not one.kode:
        return kota.nama
    if len(one.kode) == kota.kkmp:
        return f"semua {numbers.show(kota.kkmp)} KKMP"
    return ", ".join(one.kelurahan)
