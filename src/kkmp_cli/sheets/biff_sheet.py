"""What an XLS workbook shows of a sheet beside its values ([MS-XLS]).

Never enters: the values, which the parser hands over; what a cell means.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kkmp_cli.sheets import biff, biff_styles
from kkmp_cli.sheets.biff_strings import Runs, struck_runs
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import COLOURED, COMMENTED, PLAIN, Block, Remark, SheetDisplay
from kkmp_cli.sheets.struck_text import share

_STRINGS, _CONTINUE = 0x00FC, 0x003C
_MANY_BLANK = 0x00BE
_BLANKS = (0x0201, _MANY_BLANK)
_ROW, _COLUMNS, _MERGES, _NOTE = 0x0208, 0x007D, 0x00E5, 0x001C
_EXCEL_97 = 0x0600
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_LAST_ROW = 65_536
_SEVERAL = {biff.MANY_RK: 6, _MANY_BLANK: 2}
"""Records of several cells side by side, with the size of each."""
_ERROR_RESULT = 2
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def shown(stream: bytes, sheet: str) -> SheetDisplay:
    """What is shown of the sheet of this name, by the stream of a workbook.

    Raises LookupError, ValueError or struct.error for what is broken.
    """
    book = _workbook(stream)
    reader = _Sheet(book.formats.styles(), book.runs())
    for kind, data in biff.records(stream, book.sheets[sheet]):
        reader.take(kind, data)
    return reader.shown


class _BiffCell(NamedTuple):
    row: int
    column: int
    style: int


@dataclass
class _Book:
    """What the workbook says once: where its sheets begin, formats, the table of strings."""

    wide: bool = True
    sheets: dict[str, int] = field(default_factory=dict)
    formats: biff_styles.Formats = field(default_factory=biff_styles.Formats)
    strings: list[bytes] = field(default_factory=list)

    def take(self, kind: int, data: bytes) -> None:
        """One record."""
        if kind == biff.BEGIN:
            self.wide = struct.unpack_from("<H", data)[0] >= _EXCEL_97
        elif kind == biff.SHEET:
            name = data[6:7] + b"\0" + data[7:] if self.wide else data[6:]
            (start,) = struct.unpack_from("<I", data)
            self.sheets[biff_styles.text_of(name, 1 + self.wide)] = start
        else:
            self.formats.take(kind, data, self.wide)

    def runs(self) -> Mapping[int, Runs]:
        """The shared strings with runs; none where no font is struck."""
        if not self.strings or not any(self.formats.struck):
            return {}
        return struck_runs(self.strings, self.formats.strikes)


def _workbook(stream: bytes) -> _Book:
    book, before = _Book(), 0
    for kind, data in biff.records(stream, 0):
        before = before if kind == _CONTINUE else kind
        if before == _STRINGS:
            book.strings.append(data)
        else:
            book.take(kind, data)
    return book


class _Sheet:
    """The records of one sheet."""

    def __init__(self, styles: Sequence[Style], runs: Mapping[int, Runs]) -> None:
        self.shown = SheetDisplay(defaultdict(dict))
        self._styles, self._runs = styles, runs

    def take(self, kind: int, data: bytes) -> None:
        """One record."""
        if kind in biff.CELLS:
            for cell in _cells(kind, data):
                self._display(kind, data, cell)
        elif kind in _BLANKS:
            for row, column, style in _cells(kind, data):
                if self._style(style).filled:
                    self._remark(row, column, COLOURED)
        elif handle := _HANDLERS.get(kind):
            handle(self, data)

    def _row(self, data: bytes) -> None:
        row, flags = struct.unpack_from("<H10xH", data)
        if flags & _HIDDEN_ROW:
            self.shown.hidden_rows.append((row + 1, row + 1))

    def _columns(self, data: bytes) -> None:
        first, last, width, style, flags = struct.unpack_from("<5H", data)
        if flags & _HIDDEN_COLUMN or not width:
            self.shown.hidden_columns.append((first, last))
        if self._style(style).filled:
            self.shown.remarks.append(Remark(Block(1, _LAST_ROW, first, last), COLOURED))

    def _merges(self, data: bytes) -> None:
        (count,) = struct.unpack_from("<H", data)
        for top, bottom, left, right in struct.iter_unpack("<4H", data[2 : 2 + 8 * count]):
            self.shown.merges.append(Block(top + 1, bottom + 1, left, right))

    def _note(self, data: bytes) -> None:
        row, column = struct.unpack_from("<HH", data)
        self._remark(row, column, COMMENTED)

    def _remark(self, row: int, column: int, why: str) -> None:
        self.shown.remarks.append(Remark(Block(row + 1, row + 1, column, column), why))

    def _display(self, kind: int, data: bytes, cell: _BiffCell) -> None:
        display = self._style(cell.style).display._replace(error=_error(kind, data))
        if kind == biff.SHARED_LABEL and (runs := self._runs.get(_string(data))):
            before = runs.before if display.struck else 0
            struck, plain = runs.struck + before, runs.plain + runs.before - before
            display = display._replace(struck=share(struck, plain))
        if display != PLAIN:
            self.shown.displays[cell.row + 1][cell.column] = display

    def _style(self, number: int) -> Style:
        return self._styles[number] if number < len(self._styles) else Style()


_HANDLERS: dict[int, Callable[[_Sheet, bytes], None]] = {
    _ROW: _Sheet._row,
    _COLUMNS: _Sheet._columns,
    _MERGES: _Sheet._merges,
    _NOTE: _Sheet._note,
}


def _cells(kind: int, data: bytes) -> Iterator[_BiffCell]:
    """The cells of a record, counted from 0."""
    row, column, style = struct.unpack_from("<HHH", data)
    size = _SEVERAL.get(kind)
    if size is None:
        yield _BiffCell(row, column, style)
        return
    for at in range(4, len(data) - 2, size):
        yield _BiffCell(row, column + (at - 4) // size, struct.unpack_from("<H", data, at)[0])


def _string(data: bytes) -> int:
    """The number of the shared string of a cell."""
    return int(struct.unpack_from("<I", data, 6)[0])


def _error(kind: int, data: bytes) -> str:
    """The error that a cell holds or that its formula comes to; empty where there is none."""
    if kind == biff.BOOL_OR_ERROR and data[7]:
        return _ERRORS.get(data[6], _ERRORS[0x2A])
    if kind == biff.FORMULA and data[12:14] == b"\xff\xff" and data[6] == _ERROR_RESULT:
        return _ERRORS.get(data[8], _ERRORS[0x2A])
    return ""
