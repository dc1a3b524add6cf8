"""A sheet of which some cells are read as if they held another text.

Whatever the workbook shows of such a cell (an error, a stroke, a merge, a format, a colour, a
comment) speaks of what stood there, not of the new text. Never enters: what a cell means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kkmp_cli.errors import Refused
from kkmp_cli.sheets.display import Block, Remark, SheetDisplay
from kkmp_cli.sheets.sheet import BETWEEN, CorrectedCell, Row, Sheet, cell_name

Cell = tuple[int, int]
"""A row from 1 and a column from 0."""
Lines = Callable[[], Iterator[tuple[int, str]]]
Texts = dict[int, dict[int, str]]
"""Row → column → the text that stands there."""


def corrected(sheet: Sheet, texts: Mapping[Cell, str], left_out: Iterable[int]) -> Sheet:
    """The sheet with these texts in these cells, and these rows marked to be rejected.

    Raises Refused for a row that the sheet does not have.
    """
    rows = frozenset(left_out)
    found = _rows(sheet, {row for row, _ in texts} | rows | _anchors(sheet, texts))
    _refuse_missing(sheet, texts, rows, found)
    cells = (CorrectedCell(*at, _held(sheet, found, at), new) for at, new in sorted(texts.items()))
    changed = tuple(cell for cell in cells if cell.old != cell.new)
    made = sheet._replace(corrected=changed, left_out=rows)
    return _with_texts(made, found) if changed else made


def _anchors(sheet: Sheet, cells: Iterable[Cell]) -> set[int]:
    """The rows in which the values of merges over these cells stand."""
    return {
        block.first_row
        for block in sheet.shown.merges
        if any(_within(block, cell) for cell in cells)
    }


def _rows(sheet: Sheet, wanted: set[int]) -> dict[int, list[str]]:
    """The cells of these rows; no row below the last of them is looked at."""
    found: dict[int, list[str]] = {}
    last = max(wanted, default=0)
    for number, cells in sheet.rows:
        if number > last:
            break
        if number in wanted:
            found[number] = [*cells]
    return found


def _refuse_missing(
    sheet: Sheet, texts: Iterable[Cell], rows: Iterable[int], found: Mapping[int, object]
) -> None:
    named = {row: f"baris {row}" for row in sorted(rows)}
    named |= {row: cell_name(at, row) for row, at in sorted(texts)}
    for row, name in named.items():
        if row not in found:
            raise Refused(
                f"{sheet.place}: {name} tidak ada; berkas itu tidak punya baris {row}",
                "Periksa nomor barisnya seperti yang tampak di lembar kerja.",
            )


def _text(found: Mapping[int, list[str]], row: int, at: int) -> str:
    return "".join(found.get(row, [])[at : at + 1])


def _held(sheet: Sheet, found: Mapping[int, list[str]], cell: Cell) -> str:
    """What a cell holds: what stands in it, or the value of the merge that reaches over it."""
    over = (block for block in sheet.shown.merges if _within(block, cell))
    values = (_text(found, block.first_row, block.first_column) for block in over)
    return _text(found, *cell) or next(values, "")


def _with_texts(sheet: Sheet, found: Mapping[int, list[str]]) -> Sheet:
    places = {(cell.row, cell.position) for cell in sheet.corrected}
    merges, texts = _carved(sheet.shown.merges, places, found)
    for cell in sheet.corrected:
        texts.setdefault(cell.row, {})[cell.position] = cell.new.replace(BETWEEN, " ")
    return sheet._replace(
        rows=_CorrectedRows(sheet.rows, texts),
        lines=_CorrectedLines(sheet.lines, texts) if sheet.lines else None,
        shown=_shown(sheet.shown, places, merges),
    )


def _carved(
    merges: Iterable[Block], cells: set[Cell], found: Mapping[int, list[str]]
) -> tuple[list[Block], Texts]:
    """The merges without these cells, and their values where the pieces of them begin."""
    kept: list[Block] = []
    texts: Texts = {}
    for block in merges:
        parts = _around(block, cells)
        for part in parts if parts != [block] else ():
            anchor = _text(found, block.first_row, block.first_column)
            texts.setdefault(part.first_row, {})[part.first_column] = anchor
        kept += parts
    return kept, texts


class _CorrectedRows:
    """Rows with other texts in some cells; gone through as often as those of the file."""

    def __init__(self, rows: Iterable[Row], texts: Texts) -> None:
        self._rows, self._texts = rows, texts

    def __iter__(self) -> Iterator[Row]:
        for number, cells in self._rows:
            yield number, _put(cells, self._texts[number]) if number in self._texts else cells


class _CorrectedLines:
    """The same of rows that are one text each."""

    def __init__(self, lines: Lines, texts: Texts) -> None:
        self._lines, self._texts = lines, texts

    def __call__(self) -> Iterator[tuple[int, str]]:
        for number, line in self._lines():
            if number in self._texts:
                line = BETWEEN.join(_put(line.split(BETWEEN), self._texts[number]))
            yield number, line


def _put(cells: Iterable[str], texts: Mapping[int, str]) -> list[str]:
    made = [*cells]
    made += [""] * (max(texts) + 1 - len(made))
    for at, text in texts.items():
        made[at] = text
    return made


def _shown(shown: SheetDisplay, cells: set[Cell], merges: list[Block]) -> SheetDisplay:
    """What is shown of all other cells."""
    displays = {
        row: {at: each for at, each in of_row.items() if (row, at) not in cells}
        for row, of_row in shown.displays.items()
    }
    remarks = [
        Remark(part, remark.why)
        for remark in shown.remarks
        for part in _around(remark.cells, cells)
    ]
    return replace(shown, displays=displays, merges=merges, remarks=remarks)


def _around(block: Block, cells: Iterable[Cell]) -> list[Block]:
    """The block without these cells, as smaller ones."""
    parts = [block]
    for cell in cells:
        parts = [piece for part in parts for piece in _without(part, *cell)]
    return parts


def _without(block: Block, row: int, at: int) -> Iterator[Block]:
    if not _within(block, (row, at)):
        yield block
        return
    first, last, left, right = block
    pieces = (
        Block(first, row - 1, left, right),
        Block(row, row, left, at - 1),
        Block(row, row, at + 1, right),
        Block(row + 1, last, left, right),
    )
    yield from (one for one in pieces if one[0] <= one[1] and one[2] <= one[3])


def _within(block: Block, cell: Cell) -> bool:
    first, last, left, right = block
    return first <= cell[0] <= last and left <= cell[1] <= right
