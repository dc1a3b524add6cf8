"""What an ODS workbook shows of a sheet beside its values (OASIS OpenDocument 1.3, part 3).

Each cell carries its text as it is shown beside its value. Never enters: what a cell means.
"""

from __future__ import annotations

import re
import zipfile
from bisect import bisect_right
from operator import itemgetter

from kkmp_cli.sheets import markup
from kkmp_cli.sheets.display import (
    COLOURED,
    COMMENTED,
    MONTH,
    PLAIN,
    YEAR,
    Block,
    Display,
    Remark,
    SheetDisplay,
    is_error,
)
from kkmp_cli.sheets.ods_styles import Styles
from kkmp_cli.sheets.struck_text import share

_CONTENT, _STYLES = "content.xml", "styles.xml"
_HIDDEN = ("collapse", "filter")
_CELLS = ("table-cell", "covered-table-cell")
_NUMBER = re.compile(r"\d+", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST_DISPLAYS = 3_000_000
"""More cells than this with a format of their own are no table."""


def shown(package: zipfile.ZipFile, sheet: str) -> SheetDisplay:
    """What is shown of the sheet of this name.

    Raises ExpatError, LookupError or ValueError for a package that is not as it should be.
    """
    document = _Document(sheet)
    if _STYLES in package.namelist():
        markup.walk(markup.unpacked(package, _STYLES), document)
    markup.walk(markup.unpacked(package, _CONTENT), document)
    return document.shown


def precision(day: str, text: str) -> str:
    """The precision that a text gives a date (`2026-03-01`), by what of it stands there.

    `Mar 26` and `03/2026` → the month, `2026` → the year; `10 Mar` says the day.
    """
    numbers, words = _NUMBER.findall(text), _WORD.findall(text)
    says_year = any(len(number) == 4 for number in numbers)
    if len(numbers) + len(words) > 2 or ":" in text:
        return ""
    if says_year:
        return YEAR if len(numbers) == 1 and not words else MONTH
    if not words or not numbers:
        return MONTH if words else ""
    return "" if _says_day(day, text.strip(), numbers[0]) else MONTH


def _says_day(day: str, text: str, number: str) -> bool:
    """True where the number beside the name of a month is the day; `Mar 26` is a month of 2026."""
    return number != day[2:4] or (text.startswith(number) and int(number) == int(day[8:10]))


class _OdsCell:
    """One cell, or several side by side that are the same."""

    def __init__(self, tag: str, attributes: dict[str, str], style: str | None) -> None:
        self.covered = tag == _CELLS[1]
        self.attributes, self.style = attributes, style
        self.count = _repeat(attributes, "table:number-columns-repeated")
        self.paragraphs: list[str] = []
        self.letters = {True: 0, False: 0}
        self.commented = False

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs).strip()

    def display(self) -> Display:
        """How it is shown, by its text beside its value."""
        struck = share(self.letters[True], self.letters[False])
        if is_error(self.text):
            return Display(error=self.text, struck=struck)
        return self._format()._replace(struck=struck)

    def _format(self) -> Display:
        kind, value = (
            self.attributes.get(f"office:{name}", "") for name in ("value-type", "value")
        )
        if kind == "date":
            return Display(precision=precision(self.attributes["office:date-value"], self.text))
        if kind == "percentage":
            return Display(percent=True)
        digits = "".join(_NUMBER.findall(self.text)) if kind == "float" else ""
        padded = digits.startswith("0") and str(int(digits)) == value.removesuffix(".0")
        return Display(digits=len(digits)) if padded else PLAIN


class _Document(markup.Handler):
    """The tags of a document: its styles, then the cells of the sheet that is asked for."""

    def __init__(self, sheet: str) -> None:
        self.shown = SheetDisplay()
        self._styles = Styles()
        self._sheet, self._inside = sheet, False
        self._row = self._column = self._columns = 0
        self._rows = 1
        self._row_style: str | None = None
        self._column_styles: list[tuple[int, int, str | None]] = []
        self._cell: _OdsCell | None = None
        self._in_note = False
        self._struck: list[bool] = []
        self._displays = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins."""
        if tag == "table":
            self._inside = attributes.get("table:name") == self._sheet
            self._row = self._columns = 0
        elif not self._inside:
            self._styles.start(tag, attributes)
        elif tag == "table-column":
            self._start_column(attributes)
        elif tag == "table-row":
            self._start_row(attributes)
        elif tag in _CELLS:
            self._start_cell(tag, attributes)
        elif self._cell:
            self._start_text(self._cell, tag, attributes)

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag == "table":
            self._inside = False
        elif tag == "table-row" and self._inside:
            self._row += self._rows - 1
        elif tag in _CELLS and self._cell:
            self._end_cell(self._cell)
        elif tag == "annotation":
            self._in_note = False
        elif tag == "span" and self._struck:
            self._struck.pop()

    def text(self, text: str) -> None:
        """Of a cell, not of a comment on it."""
        if self._cell and self._cell.paragraphs and not self._in_note:
            self._cell.paragraphs[-1] += text
            self._cell.letters[self._struck[-1]] += len(text.strip())

    def _start_column(self, attributes: dict[str, str]) -> None:
        first = self._columns
        self._columns += _repeat(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in _HIDDEN:
            self.shown.hidden_columns.append((first, self._columns - 1))
        if style := attributes.get("table:default-cell-style-name"):
            self._column_styles.append((first, self._columns - 1, style))

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row, self._column = self._row + 1, 0
        self._rows = _repeat(attributes, "table:number-rows-repeated")
        self._row_style = attributes.get("table:default-cell-style-name")
        if attributes.get("table:visibility") in _HIDDEN:
            self.shown.hidden_rows.append((self._row, self._row + self._rows - 1))

    def _start_cell(self, tag: str, attributes: dict[str, str]) -> None:
        style = attributes.get("table:style-name", self._row_style)
        if style is None:
            style = self._column_style()
        self._cell = _OdsCell(tag, attributes, style)
        self._struck = [bool(self._styles.strikes("table-cell", style))]

    def _column_style(self) -> str | None:
        """The style of the present column, if it has one."""
        at = bisect_right(self._column_styles, self._column, key=itemgetter(0))
        first, last, style = self._column_styles[at - 1] if at else (0, -1, None)
        return style if first <= self._column <= last else None

    def _start_text(self, cell: _OdsCell, tag: str, attributes: dict[str, str]) -> None:
        if tag == "annotation":
            self._in_note = cell.commented = True
        elif tag == "p" and not self._in_note:
            cell.paragraphs.append("")
        elif tag == "span":
            own = self._styles.strikes("text", attributes.get("text:style-name"))
            self._struck.append(self._struck[-1] if own is None else own)

    def _end_cell(self, cell: _OdsCell) -> None:
        last = self._column + cell.count - 1
        block = Block(self._row, self._row + self._rows - 1, self._column, last)
        if cell.text:
            self._display(cell.display(), block)
        else:
            self._remark(cell, block)
        self._merge(cell.attributes)
        self._column, self._cell = last + 1, None

    def _remark(self, cell: _OdsCell, cells: Block) -> None:
        if cell.commented:
            self.shown.remarks.append(Remark(cells, COMMENTED))
        elif not cell.covered and self._styles.fills(cell.style):
            self.shown.remarks.append(Remark(cells, COLOURED))

    def _display(self, display: Display, cells: Block) -> None:
        if display == PLAIN:
            return
        columns = range(cells.first_column, cells.last_column + 1)
        self._displays += len(columns) * (cells.last_row - cells.first_row + 1)
        if self._displays > _MOST_DISPLAYS:
            raise ValueError("displays")
        for row in range(cells.first_row, cells.last_row + 1):
            self.shown.displays.setdefault(row, {}).update(dict.fromkeys(columns, display))

    def _merge(self, attributes: dict[str, str]) -> None:
        rows = _repeat(attributes, "table:number-rows-spanned")
        columns = _repeat(attributes, "table:number-columns-spanned")
        if rows * columns > 1:
            last = self._row + rows - 1
            self.shown.merges.append(
                Block(self._row, last, self._column, self._column + columns - 1)
            )


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isdecimal() else 1
