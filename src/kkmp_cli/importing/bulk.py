"""Many rows of a sheet at once, column by column, where each is as plain as a row can be.

Plain are rows that name their cooperative by its code, agree with its names, and hold nothing but
values in columns that stand for themselves. All others are handed back, to be read one by one; a
test holds the two ways together. Never enters: a problem, a heading, what the register holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from operator import add

from kkmp_cli.importing.columns import Column, Places
from kkmp_cli.importing.known_rows import Fingerprints, marked
from kkmp_cli.importing.read_so_far import Found
from kkmp_cli.importing.row import Reader
from kkmp_cli.importing.which_area import Naming
from kkmp_cli.model.area import Area
from kkmp_cli.planning.bulk import BulkIntents
from kkmp_cli.planning.intent import Source
from kkmp_cli.sheets.sheet import Row

MANY = 512
"""So many rows make a block: more of them would not lie in the nearest memory."""
_FEW = 64
"""Fewer rows are read as fast one by one."""

Marked = tuple[int, Sequence[str], bytes | None]
"""A row's number, its cells, and its digest where that is known."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """How the rows of one sheet are read together: by the same naming, reader and fingerprints as
    one by one.

    `gaps` are the columns without a heading, `places` where each field stands; `file` and `place`
    name the sheet.
    """

    naming: Naming
    reader: Reader
    fingerprints: Fingerprints
    width: int
    gaps: Sequence[int]
    places: Mapping[str, Column]
    file: int
    place: str
    per: date
    explicit: bool

    def take(self, block: Sequence[Row], found: Found) -> Iterable[Marked]:
        """Reads what is plain of a block into `found`, passes over what is known; returns the rows
        that are left.
        """
        numbers, cells = zip(*block, strict=True)
        if {*map(len, cells)} != {self.width}:
            cells = tuple(fitted(row, self.width) for row in cells)
            if any(len(row) != self.width for row in cells):
                return unmarked(block)
        digests = self.fingerprints.of_all(cells)
        if digests is None:
            return unmarked(block)
        passed = self.fingerprints.passed(numbers, digests)
        found.passed |= passed
        rows = list(zip(numbers, cells, digests, strict=True))
        new = [row for row in rows if row[0] not in passed] if passed else rows
        if len(new) < _FEW:
            return new
        columns = [*zip(*(each for _, each, _ in new), strict=True)]
        areas = self.naming.find_all(columns)
        return new if areas is None or not self._read(new, columns, areas, found) else ()

    def _read(
        self,
        rows: Sequence[tuple[int, Sequence[str], bytes]],
        columns: Sequence[Sequence[str]],
        areas: Sequence[Area],
        found: Found,
    ) -> bool:
        said = self.reader.read_all(columns)
        if said is None or any(text.strip() for at in self.gaps for text in columns[at]):
            return False
        numbers, _, digests = zip(*rows, strict=True)
        silent = self.reader.silent_all(*said, len(rows))
        tails = {bits: marked(b"", bits, len(self.reader.states)) for bits in set(silent)}
        marks = map(add, digests, map(tails.__getitem__, silent))
        sources = map(
            Source._make,
            zip(
                repeat(self.file),
                numbers,
                map(Places, repeat(self.places), numbers),
                repeat(self.place),
                marks,
            ),
        )
        found.batches.append(BulkIntents(areas, *said, self.per, self.explicit, sources=[*sources]))
        found.named += zip(numbers, areas, strict=True)
        return True


def fitted(cells: Sequence[str], width: int) -> Sequence[str]:
    """The row with a cell for each column; cells beyond the heading stay where they hold
    something.
    """
    missing = width - len(cells)
    if missing > 0:
        return [*cells, *[""] * missing]
    return cells if any(cell.strip() for cell in cells[width:]) else cells[:width]


def unmarked(block: Iterable[Row]) -> Iterable[Marked]:
    """The rows of a block, none of whose digests is known."""
    return ((number, cells, None) for number, cells in block)
