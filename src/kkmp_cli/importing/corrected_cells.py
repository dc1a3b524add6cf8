"""The cells of a sheet that are read otherwise than they stand in the file: where each is read, and
that none is given which is not.

Never enters: how a cell is replaced (`sheets`), a database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kkmp_cli.errors import Refused, pasted
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.sheet_layout import Layout
from kkmp_cli.importing.sheet_rows import SheetRows
from kkmp_cli.model.area import Area
from kkmp_cli.sheets.sheet import CorrectedCell

Table = tuple[Layout, SheetRows]


class CellRead(NamedTuple):
    """A corrected cell with its column and the cooperative of its row; both None above the rows of
    data, where titles and headings stand.
    """

    cell: CorrectedCell
    column: FieldColumn | None = None
    area: Area | None = None

    @property
    def personal(self) -> bool:
        """True where what stands there is of a person."""
        return self.column is not None and self.column.field.personal


def read_in(layout: Layout, rows: SheetRows) -> Iterator[CellRead]:
    """The corrected cells of a sheet that are read in this table of it."""
    cells = layout.sheet.corrected
    areas = dict(rows.named) if cells else {}
    columns = {column.position: column for column in layout.columns.stated}
    for cell in cells:
        if _heads(layout, cell):
            yield CellRead(cell)
        elif _holds(layout, rows, cell.row) and cell.position in columns:
            left_out = rows.left_out.get(cell.row)
            area = areas.get(cell.row) or (left_out.area if left_out else None)
            yield CellRead(cell, columns[cell.position], area)


def refuse_unread(tables: Sequence[Table]) -> None:
    """Raises Refused for a cell, or a row to be left out, that no table of its sheet reads."""
    of_sheets: dict[str, list[Table]] = defaultdict(list)
    for layout, rows in tables:
        of_sheets[layout.sheet.place].append((layout, rows))
    for of_sheet in of_sheets.values():
        _refuse_unread(of_sheet)


def _refuse_unread(tables: Sequence[Table]) -> None:
    sheet = tables[0][0].sheet
    cells = {one.cell for table in tables for one in read_in(*table)}
    for cell in (each for each in sheet.corrected if each not in cells):
        raise _unread(*tables[0], cell)
    left_out = {row for _, rows in tables for row in rows.left_out}
    for row in sorted(sheet.left_out - left_out):
        raise _no_data(sheet.place, row)


def _heads(layout: Layout, cell: CorrectedCell) -> bool:
    sheet = layout.sheet
    return sheet.top <= cell.row < layout.table.first and sheet.left <= cell.position


def _holds(layout: Layout, rows: SheetRows, row: int) -> bool:
    """True for a row of the table: below its heading, above what closes it."""
    closing, below = rows.closing, rows.next_table
    if row < layout.table.first or (below and row >= below):
        return False
    return closing is None or closing.on_top or row <= closing.row


def _unread(layout: Layout, rows: SheetRows, cell: CorrectedCell) -> Refused:
    place = f"{layout.sheet.place}: {cell.name} tidak dapat dibetulkan"
    if not _holds(layout, rows, cell.row):
        return Refused(
            f"{place}: baris {cell.row} ada di bawah tabel dan tidak dibaca",
            "Periksa nomor barisnya, atau hapus --cell itu.",
        )
    named = {heading.position: heading.text for heading in layout.table.headings}
    if heading := named.get(cell.position):
        ready = pasted("--map", f"{heading}=…")
        return Refused(f'{place}: kolom "{heading}" tidak dibaca', f"Sebut artinya: {ready}.")
    return Refused(f"{place}: kolom itu di luar tabel", "Periksa huruf kolomnya.")


def _no_data(place: str, row: int) -> Refused:
    return Refused(
        f"{place}: baris {row} bukan baris data, tidak ada yang ditinggalkan",
        "Periksa nomor barisnya, atau hapus --skip-row itu.",
    )
