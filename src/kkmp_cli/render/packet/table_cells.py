"""Columns and cells that several tables of the packet share."""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import ALWAYS, COUNT, DAY, NEVER, Column, Group, group_by
from kkmp_cli.reports.report import MilestoneCount, Placed, YearlyCount

PLACE = (
    Column("kode", "Kode", paper=NEVER),
    Column("kelurahan", "Kelurahan"),
    Column("kecamatan", "Kecamatan"),
)
"""What every list of cooperatives begins with."""


def count(key: str, label: str, paper: str = ALWAYS) -> Column:
    """A column of counts."""
    return Column(key, label, COUNT, paper)


def day(key: str, label: str, paper: str = ALWAYS) -> Column:
    """A column of days."""
    return Column(key, label, DAY, paper)


def place(item: Placed) -> tuple[str, str, str]:
    """The cells of `PLACE`."""
    return item.kode, item.kelurahan, item.kecamatan


def by_kecamatan(items: Iterable[Placed]) -> tuple[Group, ...]:
    """The names in each kecamatan."""
    return group_by((item.kode[:8], item.kecamatan, item.kelurahan) for item in items)


def headed(heading: str, groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups under one heading."""
    return tuple(group._replace(heading=heading) for group in groups)


def share_text(held: MilestoneCount) -> str:
    """`4`, `2 (4?)` where some are unknown, `?` where all are, nothing where none is asked."""
    if not held.asked:
        return ""
    if not held.known:
        return "?"
    return numbers.show(held.sudah) + (
        f" ({numbers.show(held.tidak_diketahui)}?)" if held.tidak_diketahui else ""
    )


def excused(held: MilestoneCount) -> int:
    """Those who do not owe it."""
    return held.tidak_wajib if isinstance(held, YearlyCount) else 0


def sentence(words: str) -> str:
    """With a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."
