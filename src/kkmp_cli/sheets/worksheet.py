"""The tags of one worksheet of an XLSX workbook, and of its comments, that show something.

Never enters: a row in which nothing is telling (`spreadsheetml` leaves it out).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from kkmp_cli.sheets import markup
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import COLOURED, COMMENTED, PLAIN, Block, Remark, SheetDisplay
from kkmp_cli.sheets.sheet import column_position
from kkmp_cli.sheets.struck_text import RichText

_ON = ("1", "true")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_383


class Worksheet(markup.Handler):
    """Collects what is shown, by cell formats and struck shared strings."""

    def __init__(self, styles: Sequence[Style], struck_strings: Mapping[str, str]) -> None:
        self.shown = SheetDisplay(defaultdict(dict))
        self._styles, self._strings = styles, struck_strings
        self._row, self._column = 0, -1
        self._cell: dict[str, str] = {}
        self._full, self._in_value, self._value = False, False, ""
        self._rich = RichText()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins; one that is not known may belong to a rich text."""
        if handle := _STARTS.get(tag):
            handle(self, attributes)
        else:
            self._rich.start(tag, attributes)

    def text(self, text: str) -> None:
        """Of a value, or of a rich text in the cell itself."""
        if self._in_value:
            self._value += text
        self._rich.text(text)

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag == "v":
            self._in_value = False
        elif tag == "c":
            self._end_cell()
        self._rich.end(tag)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = -1
        if _is_hidden(attributes, "ht"):
            self.shown.hidden_rows.append((self._row, self._row))
        if self._style(attributes.get("s")).filled:
            self._colour(Block(self._row, self._row, 0, _LAST_COLUMN))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._full, self._value = attributes, False, ""
        self._rich = RichText()
        self._column += 1
        if place := attributes.get("r"):
            self._row, _, self._column, _ = _block(place)

    def _start_value(self, attributes: dict[str, str]) -> None:
        self._full = self._in_value = True

    def _start_content(self, attributes: dict[str, str]) -> None:
        self._full = True

    def _end_cell(self) -> None:
        style = self._style(self._cell.get("s"))
        if self._full:
            self._display(style)
        elif style.filled:
            self._colour(Block(self._row, self._row, self._column, self._column))

    def _display(self, style: Style) -> None:
        display, kind = style.display, self._cell.get("t")
        struck = self._rich.share
        if kind == "s":
            struck = self._strings.get(self._value.strip(), "")
        elif kind == "e":
            display = display._replace(error=self._value.strip())
        if struck:
            display = display._replace(struck=struck)
        if display != PLAIN:
            self.shown.displays[self._row][self._column] = display

    def _style(self, number: str | None) -> Style:
        at = int(number or 0)
        return self._styles[at] if 0 <= at < len(self._styles) else Style()

    def _columns(self, attributes: dict[str, str]) -> None:
        first, last = int(attributes["min"]) - 1, int(attributes["max"]) - 1
        if _is_hidden(attributes, "width"):
            self.shown.hidden_columns.append((first, last))
        if self._style(attributes.get("style")).filled:
            self._colour(Block(1, _LAST_ROW, first, last))

    def _merge(self, attributes: dict[str, str]) -> None:
        self.shown.merges.append(_block(attributes["ref"]))

    def _comment(self, attributes: dict[str, str]) -> None:
        self.shown.remarks.append(Remark(_block(attributes["ref"]), COMMENTED))

    def _colour(self, cells: Block) -> None:
        self.shown.remarks.append(Remark(cells, COLOURED))


_STARTS: dict[str, Callable[[Worksheet, dict[str, str]], None]] = {
    "row": Worksheet._start_row,
    "c": Worksheet._start_cell,
    "v": Worksheet._start_value,
    "f": Worksheet._start_content,
    "is": Worksheet._start_content,
    "col": Worksheet._columns,
    "mergeCell": Worksheet._merge,
    "comment": Worksheet._comment,
}


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("hidden") in _ON or attributes.get(size) == "0"


def _block(reference: str) -> Block:
    """`B2:C4` → the cells of these rows and columns. Raises ValueError for no reference."""
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return Block(top, bottom, left, right)


def _place(reference: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(reference.replace("$", "").upper())
    if match is None:
        raise ValueError(reference)
    return int(match[2]), column_position(match[1])
