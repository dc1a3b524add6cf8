"""What became different since the last meeting: how many more, then by name in unmixed groups."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import Column, Group, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, day, headed, in_order, table
from kkmp_cli.render.words import STATE_WORDS, growth, sentences
from kkmp_cli.reports.report import KotaReport, MilestoneChange, Report

_LEFT = "bubar"
"""The kind of what changed as a cooperative was dissolved or merged; those are counted once."""
_COLUMNS = (
    Column("jenis", "Jenis"),
    Column("milestone", "Tahap"),
    *PLACE,
    Column("dari", "Dari"),
    Column("menjadi", "Menjadi"),
    day("tanggal", "Tanggal"),
)


def changes(value: Report, kota: KotaReport) -> Section:
    """Since `value.sejak`."""
    title = f"Berubah sejak {dates.show(value.sejak or value.per)}"
    lead = tuple(_net(value, kota)) or ("Tidak ada yang berubah.",)
    kinds = sentences.CHANGE_GROUPS
    groups = tuple(group for kind in kinds for group in _of_kind(kind, value, kota))
    notes = tuple(_notes({one.jenis for one in kota.berubah}))
    made = _one_by_one(value, kota)._replace(groups=groups, titled=False)
    return Section("berubah", title, lead, (made,), notes)


def _notes(kinds: Collection[str]) -> Iterator[str]:
    if "baru_tercatat" in kinds:
        yield sentences.NEWLY_RECORDED
    if kinds:
        yield sentences.DAY_OF_REPORT


def _one_by_one(value: Report, kota: KotaReport) -> Table:
    return table(
        "berubah",
        "Yang berubah",
        _COLUMNS,
        kota.berubah,
        jenis=lambda one: sentences.CHANGE_WORDS[one.jenis],
        milestone=lambda one: sentences.short_label(one.milestone, value.tahun_buku),
        dari=lambda one: STATE_WORDS.get(one.dari, one.dari),
        menjadi=lambda one: STATE_WORDS.get(one.menjadi, one.menjadi),
    )


def _net(value: Report, kota: KotaReport) -> Iterator[str]:
    touched = {one.milestone for one in kota.berubah}
    for code in in_order(kota.milestone):
        if code in touched:
            label = sentences.short_label(code, value.tahun_buku)
            kinds = growth.of_milestone(kota.berubah, code)
            yield growth.net_change(code, label, kota.milestone[code].sudah, kinds)


def _of_kind(kind: str, value: Report, kota: KotaReport) -> Sequence[Group]:
    mine = [one for one in kota.berubah if one.jenis == kind]
    groups = [*(_gone(mine, value.tahun_buku) if kind == _LEFT else _by_moment(mine, value, kota))]
    count = len(groups) if kind == _LEFT else len(mine)
    return headed(f"{sentences.CHANGE_GROUPS[kind]}: {numbers.show(count)}", groups)


def _by_moment(
    changes: Iterable[MilestoneChange], value: Report, kota: KotaReport
) -> Iterator[Group]:
    order = in_order(kota.milestone)
    mine = sorted(changes, key=lambda one: (order.index(one.milestone), *_moment(one), one.kode))
    for _, those in groupby(mine, lambda one: (one.milestone, *_moment(one))):
        yield _together([*those], value.tahun_buku)


def _moment(one: MilestoneChange) -> tuple[str, str]:
    return one.tanggal, one.menjadi


def _together(those: Sequence[MilestoneChange], book_year: int) -> Group:
    first = those[0]
    label = sentences.change_label(
        first.jenis, sentences.short_label(first.milestone, book_year), first.menjadi
    )
    names = tuple(distinct_name(one.kelurahan) for one in those)
    return Group(f"{label}, {dates.show(first.tanggal)} ({numbers.show(len(those))})", names)


def _gone(gone: Sequence[MilestoneChange], book_year: int) -> Iterator[Group]:
    """Those dissolved or merged in between: they leave every count that they were in."""
    for _, those in groupby(gone, lambda one: one.kode):
        mine = list(those)
        what = f"{mine[0].menjadi} {dates.show(mine[0].tanggal)}, keluar dari hitungan"
        labels = tuple(sentences.short_label(one.milestone, book_year) for one in mine)
        yield Group(f"{distinct_name(mine[0].kelurahan)} {what}", labels)
