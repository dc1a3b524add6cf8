"""A sheet of published figures, a cooperative a row, as SIMKOPDES exports its villages: which
columns can be held beside the register, and what its rows publish.

Never enters: a register; a statement, since what a sheet publishes is nobody's word here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import Problem
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.area import Area
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.vocabulary import AREA, Vocabulary
from kkmp_cli.parsing.text import match_key
from kkmp_cli.planning.intent import Intent
from kkmp_cli.reports.cooperative_figures import is_comparable
from kkmp_cli.sheets import Sheet

OF_SIMKOPDES = {
    "district": "kota",
    "npwp_count": "npwp",
    "nib_count": "nib",
    "rat_count": "rat",
    "cooperatives": "",
}
"""The headings of its export that no other sheet has, and their fields; of the number of
cooperatives, by which rows are chosen, none.
"""
_COOPERATIVES = match_key("cooperatives")
"""Over how many cooperatives a row is about."""
_NAME = "nama"
_DEPTH = 20
"""So many rows are looked at for a heading."""


class FigurePlan(NamedTuple):
    """What a sheet publishes: figures that are new, and those recorded before with their new value;
    how many are as recorded. Left out are the areas without a cooperative in the register, how many
    lie outside the kota, and the rows about several cooperatives or none (row → how many).
    """

    reading: ReadResult
    new: tuple[Figure, ...] = ()
    changed: tuple[tuple[Figure, str], ...] = ()
    same: int = 0
    unregistered: tuple[Area, ...] = ()
    elsewhere: int = 0
    several: Mapping[int, int] = MappingProxyType({})

    @property
    def file(self) -> Understanding:
        """What was understood of the sheet."""
        return self.reading.files[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps it from being recorded."""
        return self.reading.problems

    @property
    def total(self) -> int:
        """How many figures it would record."""
        return len(self.new) + len(self.changed)

    @property
    def cooperatives(self) -> int:
        """Of how many it would record anything."""
        figures = (*self.new, *(figure for figure, _ in self.changed))
        return len({figure.koperasi for figure in figures})


NOTHING_READ = ReadResult((), (), (), ())


def single(sheet: Sheet) -> tuple[Sheet, dict[int, int]]:
    """The sheet without rows that say that they are not about one cooperative, and those rows."""
    several = _several(sheet)
    if not several:
        return sheet, {}
    rows = [row for row in sheet.rows if row[0] not in several]
    return sheet._replace(rows=rows, lines=None), several


def _several(sheet: Sheet) -> dict[int, int]:
    top, position = _counting(sheet)
    if position is None:
        return {}
    below = ((number, _count(cells, position)) for number, cells in sheet.rows if number > top)
    return {number: count for number, count in below if count not in (None, 1)}


def _counting(sheet: Sheet) -> tuple[int, int | None]:
    """Row and column of the heading over how many cooperatives there are; no column for none."""
    for number, cells in islice(sheet.rows, _DEPTH):
        keys = [match_key(cell) for cell in cells]
        if _COOPERATIVES in keys:
            return number, keys.index(_COOPERATIVES)
    return 0, None


def _count(cells: Sequence[str], position: int) -> int | None:
    text = cells[position].strip() if position < len(cells) else ""
    return int(text) if text.isascii() and text.isdigit() else None


def maps_of(sheet: Sheet) -> Iterator[str]:
    """What the headings of SIMKOPDES mean that a sheet has, as `--map` says it."""
    headings = {cell.strip() for _, cells in islice(sheet.rows, _DEPTH) for cell in cells}
    yield from (f"{each}={name}" for each, name in OF_SIMKOPDES.items() if each in headings)


def passed_over(columns: Iterable[FieldColumn], vocabulary: Vocabulary) -> Iterator[str]:
    """The maps by which columns are left out that stand beside nothing: papers, persons, notes."""
    for column in columns:
        if not _names_rows(column) and not is_comparable(column.field, vocabulary):
            yield f"kolom {column.letter}="


def _names_rows(column: FieldColumn) -> bool:
    return column.field.kind == AREA or column.field.name == _NAME


def published(
    file: Understanding, intents: Iterable[Intent], source: str | None
) -> Iterator[Figure]:
    """The figures of rows, not yet numbered."""
    names = [column.field.name for column in file.columns if not _names_rows(column)]
    for area, values in ((each.area, each.values) for each in intents):
        for name in names:
            if (value := values.get(name)) is not None:
                figure = Figure(0, name, value, area.kota_code, file.per.isoformat(), source)
                yield figure._replace(koperasi=area.id)
