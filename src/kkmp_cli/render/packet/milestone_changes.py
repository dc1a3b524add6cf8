"""What became different since the last meeting: per milestone how many more, then by name in groups
that are not mixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import Column, Group, Section
from kkmp_cli.render.packet.table_cells import PLACE, day, headed, in_order, table
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports import KotaReport, Report
from kkmp_cli.reports.report import MilestoneChange

_STOPPED = "berhenti"
_LEFT = ("bubar", "digabung")
"""What a cooperative becomes that no longer counts."""
_COLUMNS = (
    Column("jenis", "Jenis"),
    Column("milestone", "Milestone"),
    *PLACE,
    Column("dari", "Dari"),
    Column("menjadi", "Menjadi"),
    day("tanggal", "Tanggal"),
)


def changes(value: Report, kota: KotaReport) -> Section:
    """Since `value.sejak`."""
    made = table(
        "berubah",
        "Yang berubah",
        _COLUMNS,
        kota.berubah,
        jenis=lambda one: sentences.CHANGE_WORDS[one.jenis],
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        dari=lambda one: STATE_WORDS.get(one.dari, one.dari),
        menjadi=lambda one: STATE_WORDS.get(one.menjadi, one.menjadi),
    )
    groups = tuple(
        group for kind in sentences.CHANGE_GROUPS for group in _of_kind(kind, value, kota)
    )
    newly = any(one.jenis == "baru_tercatat" for one in kota.berubah)
    return Section(
        "berubah",
        f"Berubah sejak {dates.show(value.sejak or value.per)}",
        tuple(_net(value, kota)) or ("Tidak ada yang berubah.",),
        (made._replace(groups=groups),),
        (sentences.NEWLY_RECORDED,) if newly else (),
    )


def _net(value: Report, kota: KotaReport) -> Iterator[str]:
    touched = {one.milestone for one in kota.berubah}
    for code in in_order(kota.milestone):
        if code in touched:
            counts = kota.milestone[code]
            net = numbers.show_signed(counts.berubah or 0)
            label = sentences.short_label(code, value.tahun_buku)
            yield f"{label} {net}, menjadi {numbers.show(counts.sudah)}."


def _of_kind(kind: str, value: Report, kota: KotaReport) -> Sequence[Group]:
    order = {code: at for at, code in enumerate(in_order(kota.milestone))}
    gone = [one for one in kota.berubah if one.menjadi in _LEFT]
    mine = sorted(
        (one for one in kota.berubah if one.jenis == kind and one.menjadi not in _LEFT),
        key=lambda one: (order[one.milestone], one.tanggal, one.menjadi, one.kode),
    )
    groups = [
        _together(list(those), value.tahun_buku)
        for _, those in groupby(mine, lambda one: (one.milestone, one.tanggal, one.menjadi))
    ]
    if kind == _STOPPED:
        groups += _gone(gone, value.tahun_buku)
        mine += gone
    return headed(f"{sentences.CHANGE_GROUPS[kind]}: {numbers.show(len(mine))}", groups)


def _together(those: Sequence[MilestoneChange], book_year: int) -> Group:
    """What became of one milestone on one day, and of whom."""
    first = those[0]
    label = sentences.change_label(
        first.jenis, sentences.short_label(first.milestone, book_year), first.menjadi
    )
    names = tuple(one.kelurahan for one in those)
    return Group(f"{label}, {dates.show(first.tanggal)} ({numbers.show(len(those))})", names)


def _gone(gone: Sequence[MilestoneChange], book_year: int) -> Iterator[Group]:
    """Those dissolved or merged in between: they leave every count that they were in."""
    for _, those in groupby(gone, lambda one: one.kode):
        mine = list(those)
        what = f"{mine[0].menjadi} {dates.show(mine[0].tanggal)}, keluar dari hitungan"
        labels = tuple(sentences.short_label(one.milestone, book_year) for one in mine)
        yield Group(f"{mine[0].kelurahan} {what}", labels)
