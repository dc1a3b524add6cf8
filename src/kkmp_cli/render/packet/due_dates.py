"""What is due and when: targets beside what is reached, and what the meeting decided."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli.areas.kota import short_name
from kkmp_cli.milestones import by_code
from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import IF_ANY, LATE, NEVER, Column, Section, Table
from kkmp_cli.render.packet import goals
from kkmp_cli.render.packet.table_cells import count, day, table
from kkmp_cli.render.words import DECISION, sentences
from kkmp_cli.reports.report import (
    KotaReport,
    MilestoneCount,
    OpenFollowUp,
    Report,
    TargetProgress,
)

_OF_THE_KOTA = (
    "Target sekota, di sini dibandingkan dengan kecamatan ini; target berupa jumlah untuk sekota "
    "tidak ditampilkan."
)
_TARGETS = (
    Column("milestone", "Tahap"),
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
    Column("keputusan", "Keputusan", paper=NEVER),
    Column("kode", "Kode", paper=NEVER),
)


def targets(value: Report, kota: KotaReport) -> Section:
    """Due dates in their order, wanted beside reached, with who set them and when. In the short
    form only where the rows of the milestones do not tell them all; none where only the law sets
    one. Of a kecamatan always: what is wanted there is that of the kota, which has to be said.
    """
    rows = goals.in_order_of_days(value, kota)
    pressing = tuple(goals.pressing_of(one, value, kota) for one in rows)
    part = kota.satu_kecamatan
    told = not part and all(_is_told(one, value, kota) for one in rows)
    made = _targets(rows, value, kota)
    made = made._replace(pressing=pressing, brief=not told, paper=part or bool(kota.target))
    notes = (_OF_THE_KOTA,) if part else ()
    return Section("target", "Batas waktu dan target", tables=(made,), notes=notes)


def _is_told(one: TargetProgress, value: Report, kota: KotaReport) -> bool:
    """True where the row of its milestone tells it; an own field that nobody has reported has
    none.
    """
    counts = goals.counts_of(one, value, kota)
    return bool(counts and (counts.known or by_code(one.milestone)))


def _targets(rows: Sequence[TargetProgress], value: Report, kota: KotaReport) -> Table:
    return table(
        "target",
        "Target",
        _TARGETS,
        rows,
        milestone=lambda one: goals.label_of(one, value),
        sisa=_left,
        target=goals.wanted,
        tercapai=lambda one: _reached(one, goals.counts_of(one, value, kota)),
        sisanya=lambda one: goals.open_of(one, value, kota),
    )


def _reached(one: TargetProgress, counts: MilestoneCount | None) -> int | None:
    return one.tercapai if counts is None or counts.known else None


def _left(one: TargetProgress | OpenFollowUp) -> str:
    return dates.show_remaining(one.sisa_hari)


def follow_ups(kota: KotaReport) -> Section:
    """What is still to be done, the late ones first; moved dates and the meeting are said."""
    items = kota.tindak_lanjut
    pressing = tuple(LATE if one.terlambat else "" for one in items)
    late = sum(one.terlambat for one in items)
    lead = sentences.how_many(items, "masih terbuka", "terlambat", late)
    made = _follow_ups(kota)._replace(pressing=pressing)
    return Section("tindak_lanjut", made.title, (lead,) if items else (), (made,))


def _follow_ups(kota: KotaReport) -> Table:
    return table(
        "tindak_lanjut",
        "Tindak lanjut",
        _FOLLOW_UPS,
        kota.tindak_lanjut,
        sisa=_left,
        semula=lambda one: ", ".join(map(dates.show, one.batas_lama)) or None,
        untuk=lambda one: for_whom(one, kota),
        keputusan=lambda one: DECISION if one.keputusan else None,
        kode=lambda one: "; ".join(one.kode),
    )


def for_whom(one: OpenFollowUp, kota: KotaReport) -> str:
    """The kota, or those of its cooperatives that a tindak lanjut concerns."""
    if not one.kode:
        return short_name(kota.nama)
    if len(one.kode) == kota.kkmp:
        return f"semua {numbers.show(kota.kkmp)} KKMP"
    return ", ".join(map(distinct_name, one.kelurahan))
