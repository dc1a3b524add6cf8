"""Columns, cells and tables that several sections of the packet share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import ALWAYS, COUNT, DAY, NEVER, Column, Group, Row, Table, group_by
from kkmp_cli.reports.place import Place, Placed
from kkmp_cli.reports.report import MilestoneCount, YearlyCount

PLACE = (
    Column("kode", "Kode", paper=NEVER),
    Column("kelurahan", "Kelurahan"),
    Column("kecamatan", "Kecamatan"),
)
"""What every list of cooperatives begins with."""
NAMED = 30
"""So many at most are named on the first page."""
FIRST = ("usaha", "rat")
"""What is asked first in the room; the papers follow in their own order."""


def in_order(codes: Collection[str]) -> list[str]:
    """The milestones as they are read out."""
    return [code for code in FIRST if code in codes] + [code for code in codes if code not in FIRST]


def count(key: str, label: str, paper: str = ALWAYS) -> Column:
    """A column of counts."""
    return Column(key, label, COUNT, paper)


def day(key: str, label: str, paper: str = ALWAYS) -> Column:
    """A column of days."""
    return Column(key, label, DAY, paper)


def table(
    key: str,
    title: str,
    columns: Sequence[Column],
    items: Iterable[Any],
    **cells: Callable[[Any], str | int | None],
) -> Table:
    """A row per item; a cell is what `cells` says for its key, else the item's field."""
    rows: list[Row] = []
    for item in items:
        values = [
            cells[name](item) if name in cells else getattr(item, name)
            for name in (column.key for column in columns)
        ]
        rows.append(tuple(values))
    return Table(key, title, tuple(columns), tuple(rows))


def summed(table: Table, **totals: int) -> Table:
    """The table with a row `Jumlah`: the sums of the columns of counts, or those of `totals`."""
    last: list[str | int | None] = [
        totals.get(column.key, sum(int(row[at] or 0) for row in table.rows))
        if column.kind == COUNT
        else None
        for at, column in enumerate(table.columns)
    ]
    named = next(at for at, column in enumerate(table.columns) if column.paper == ALWAYS)
    last[named] = "Jumlah"
    return table._replace(total=tuple(last))


def by_kecamatan(items: Iterable[Placed]) -> tuple[Group, ...]:
    """The names in each kecamatan."""
    return group_by((item.kode[:8], item.kecamatan, item.kelurahan) for item in items)


def dated(items: Sequence[Placed], days: Mapping[str, str]) -> tuple[Group, ...]:
    """The names in each kecamatan, with the day where one was stated: `Karang Anyar (2 Februari
    2026)`.
    """
    shown = {kode: f" ({dates.show(day)})" for kode, day in days.items()}
    return group_by(
        (one.kode[:8], one.kecamatan, f"{one.kelurahan}{shown.get(one.kode, '')}") for one in items
    )


def unless_all(items: Sequence[Place], of: int) -> tuple[Group, ...]:
    """The same; where it is everybody, that in words instead of their names."""
    if items and len(items) == of:
        return (Group("", (f"semua {numbers.show(of)} KKMP",)),)
    return by_kecamatan(items)


def headed(heading: str, groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups under one heading."""
    return tuple(group._replace(heading=heading) for group in groups)


def listed(key: str, title: str, items: Sequence[Place], of: int) -> Table:
    """Names in their kecamatan, counted in the title."""
    made = table(key, f"{title}: {numbers.show(len(items))}", PLACE, items)
    return made._replace(groups=unless_all(items, of), paper=bool(items))


def share_text(counts: MilestoneCount, brief: bool = False) -> str | None:
    """`4`, `2 (4?)` (in brief `2?`) where some are unknown, None where all are."""
    return doubtful(counts.sudah, counts.stated_not, counts.tidak_diketahui, brief)


def doubtful(done: int, missing: int, unknown: int, brief: bool = False) -> str | None:
    """How many of those known are there, and how many are not known."""
    if unknown and not done + missing:
        return None
    doubt = ("?" if brief else f" ({numbers.show(unknown)}?)") if unknown else ""
    return numbers.show(done) + doubt


def excused(counts: MilestoneCount) -> int:
    """Those who do not owe it."""
    return counts.tidak_wajib if isinstance(counts, YearlyCount) else 0


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def tally(key: str, title: str, counts: Mapping[str, int], labels: Mapping[str, str]) -> Table:
    """A row for each key, in the order of the labels, and their sum."""
    columns = (Column("kunci", "Kunci", paper=NEVER), Column("arti", title), count("kkmp", "KKMP"))
    rows = tuple((name, label, counts[name]) for name, label in labels.items())
    return summed(Table(key, title, columns, rows))
