"""Which data of a cooperative other than its milestones became different since the last meeting:
field by field, old → new, with names. Never enters: a value of a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import Column, Group, Section, Table
from kkmp_cli.render.packet.table_cells import PLACE, day, headed, sentence, table
from kkmp_cli.render.words import old_new, stated
from kkmp_cli.reports.report import FieldChange, KotaReport, Report

TITLE = "Data lain yang berubah"
_STEPS = 3
"""So many stand under each other at most where each is that of one alone."""
_COLUMNS = (
    Column("isian", "Isian"),
    *PLACE,
    Column("dari", "Dari"),
    Column("menjadi", "Menjadi"),
    day("tanggal", "Tanggal"),
)


def fields(value: Report, kota: KotaReport) -> Section:
    """Since `value.sejak`."""
    title = f"{TITLE} sejak {dates.show(value.sejak or value.per)}"
    groups = tuple(_groups(kota.data_berubah, value.vocabulary))
    made = _one_by_one(value, kota)._replace(groups=groups, titled=False, brief=False)
    lead = (_how_many(kota.data_berubah, value.vocabulary),)
    return Section("data_berubah", title, lead, (made,))


def _one_by_one(value: Report, kota: KotaReport) -> Table:
    field = value.vocabulary.field
    return table(
        "data_berubah",
        TITLE,
        _COLUMNS,
        kota.data_berubah,
        isian=lambda one: field(one.isian).title,
        dari=lambda one: stated(field(one.isian), one.dari),
        menjadi=lambda one: stated(field(one.isian), one.menjadi),
    )


def _how_many(changes: tuple[FieldChange, ...], vocabulary: Vocabulary) -> str:
    """`Anggota pada 22 KKMP, Mitra pada 2 KKMP.`"""
    counted = Counter(one.isian for one in changes)
    return sentence(
        ", ".join(
            f"{vocabulary.field(name).title} pada {numbers.show(number)} KKMP"
            for name, number in counted.items()
        )
    )


def _groups(changes: tuple[FieldChange, ...], vocabulary: Vocabulary) -> Iterator[Group]:
    for name, those in groupby(changes, lambda one: one.isian):
        mine, field = [*those], vocabulary.field(name)
        steps: dict[str, list[str]] = {}
        for one in mine:
            step = old_new.plain(field, one.dari, one.menjadi)
            steps.setdefault(step, []).append(distinct_name(one.kelurahan))
        heading = f"{field.title}: {numbers.show(len(mine))}"
        yield from headed(heading, _together(steps))


def _together(steps: Mapping[str, Sequence[str]]) -> Iterator[Group]:
    """A line for each step; where nearly each has a step of its own, all in one."""
    named = [f"{name} {step}" for step, names in steps.items() for name in names]
    if len(steps) > _STEPS and len(named) < 2 * len(steps):
        yield Group("", tuple(named))
        return
    yield from (Group(step, tuple(names)) for step, names in steps.items())
