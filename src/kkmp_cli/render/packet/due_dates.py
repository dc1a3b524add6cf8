"""What is due and when: targets beside what is reached, and what the meeting decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import DONE, IF_ANY, LATE, NEVER, SOON, Column, Section, Table
from kkmp_cli.render.packet.office_fields import stage_counts
from kkmp_cli.render.packet.table_cells import count, day, table
from kkmp_cli.render.words import DECISION, sentences
from kkmp_cli.reports.report import (
    KotaReport,
    MilestoneCount,
    OpenFollowUp,
    Report,
    TargetProgress,
    YearlyCount,
)

_SOON = 31
"""Days before a due date from which on it is pressing."""
_OF_THE_KOTA = (
    "Target sekota, di sini dibandingkan dengan kecamatan ini; target berupa jumlah untuk sekota "
    "tidak ditampilkan."
)
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
    Column("keputusan", "Keputusan", paper=IF_ANY),
    Column("kode", "Kode", paper=NEVER),
)


def targets(value: Report, kota: KotaReport) -> Section:
    """Due dates in their order, wanted beside reached, with who set them and when."""
    rows = in_order_of_days(value, kota)
    pressing = tuple(pressing_of(one, value, kota) for one in rows)
    made = _targets(rows, value, kota)._replace(pressing=pressing)
    notes = (_OF_THE_KOTA,) if kota.satu_kecamatan else ()
    return Section("target", "Batas waktu dan target", tables=(made,), notes=notes)


def in_order_of_days(value: Report, kota: KotaReport) -> list[TargetProgress]:
    """Every due date, those that only the law sets too, the earliest first."""
    due = (*kota.target, *_by_law(value, kota))
    return sorted(due, key=lambda one: (one.batas, label_of(one, value)))


def _targets(rows: Sequence[TargetProgress], value: Report, kota: KotaReport) -> Table:
    return table(
        "target",
        "Target",
        _TARGETS,
        rows,
        milestone=lambda one: label_of(one, value),
        sisa=_left,
        target=lambda one: "semua" if one.target is None else numbers.show(one.target),
        tercapai=lambda one: _reached(one, counts_of(one, value, kota)),
        sisanya=lambda one: open_of(one, value, kota),
    )


def label_of(one: TargetProgress, value: Report) -> str:
    """What is due."""
    return sentences.short_label(one.milestone, _year(one, value), value.vocabulary)


def _by_law(value: Report, kota: KotaReport) -> Iterator[TargetProgress]:
    """What is due where nobody has set a target."""
    stated = {(one.milestone, one.tahun_buku) for one in kota.target}
    for code, counts in kota.milestone.items():
        due = counts.batas if isinstance(counts, YearlyCount) else None
        if isinstance(counts, YearlyCount) and due and (code, value.tahun_buku) not in stated:
            left = counts.sisa_hari or 0
            yield TargetProgress(
                code, value.tahun_buku, due, left, target=None, tercapai=counts.sudah, sumber=None
            )


def _year(one: TargetProgress, value: Report) -> int:
    return one.tahun_buku or value.tahun_buku


def counts_of(one: TargetProgress, value: Report, kota: KotaReport) -> MilestoneCount | None:
    """The counts that the target is about, where the report has them."""
    counted = {**kota.milestone, **stage_counts(kota.tambahan)}
    return counted.get(one.milestone) if _year(one, value) == value.tahun_buku else None


def _reached(one: TargetProgress, counts: MilestoneCount | None) -> int | None:
    return one.tercapai if counts is None or counts.known else None


def open_of(one: TargetProgress, value: Report, kota: KotaReport) -> str | None:
    """What is still open of it, in words."""
    counts = counts_of(one, value, kota)
    return sentences.open_of(counts) if counts else None


def pressing_of(one: TargetProgress, value: Report, kota: KotaReport) -> str:
    """How pressing a due date is; nothing for one that concerns nobody."""
    counts = counts_of(one, value, kota)
    every = counts.asked if counts else kota.kkmp
    if not every:
        return ""
    if one.tercapai >= (every if one.target is None else one.target):
        return DONE
    return near(one.sisa_hari)


def near(days: int) -> str:
    """How pressing is what is due in so many days."""
    return LATE if days < 0 else SOON if days <= _SOON else ""


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
        return kota.nama
    if len(one.kode) == kota.kkmp:
        return f"semua {numbers.show(kota.kkmp)} KKMP"
    return ", ".join(map(distinct_name, one.kelurahan))
