"""A table of a document as cells of a sheet: heading, rows, total, how wide and how high.

Text is always written as text, so nothing in it is ever a formula or a link. Never enters: a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import COUNT, DAY, SIGNED, TEXT, Column, Row, Table, Value
from kkmp_cli.render.formats import workbook_styles as styles

_HEAVY = {"bold": True, "top": 1, "top_color": "#808080"}
_LINE = {"valign": "top", "bottom": 4, "bottom_color": "#A6A6A6"}
_LOOKS: dict[str, dict[str, Any]] = {
    TEXT: {"text_wrap": True, "align": "left", "indent": 1},
    COUNT: {"num_format": "#,##0"},
    SIGNED: {"num_format": "+#,##0;-#,##0;0"},
    DAY: styles.DAY,
}
_NARROWEST, _DAY, _WIDEST = 9, 13, 60
_NARROWER = (60, 45, 36, 30, 26, 22)
_LINE_HEIGHT = 15
"""Points of a line of text."""
PAGE = 165
"""Letters side by side that can still be read on landscape A4."""


class Tables:
    """Writes tables into the sheets of one workbook, in looks that they share."""

    def __init__(self, book: Any) -> None:
        self.heading = book.add_format(styles.HEADING)
        self.looks = {
            (kind, heavy): book.add_format(_LINE | (_HEAVY if heavy else {}) | look)
            for kind, look in _LOOKS.items()
            for heavy in (False, True)
        }

    def write(self, sheet: Any, at: int, table: Table, widths: Sequence[int]) -> int:
        """The heading in row `at`, the rows and the total under it; the first free row."""
        sheet.set_row(at, heading_height(table.columns, widths))
        for column, head in enumerate(table.columns):
            sheet.write_string(at, column, printable(head.label), self.heading)
        for row in rows_of(table):
            at += 1
            if (lines := _lines(row, widths)) > 1:
                sheet.set_row(at, _LINE_HEIGHT * lines)
            self._row(sheet, at, table, row, row is table.total)
        return at + 1

    def _row(self, sheet: Any, at: int, table: Table, row: Sequence[Value], heavy: bool) -> None:
        for column, cell in enumerate(row):
            kind = table.columns[column].kind
            _put(sheet, (at, column), cell, kind, self.looks[kind, heavy])


def _put(sheet: Any, place: tuple[int, int], cell: Value, kind: str, look: Any) -> None:
    if cell is None or cell == "":
        sheet.write_blank(*place, None, look)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, look)
    elif kind == DAY and (serial := styles.serial(cell)) is not None:
        sheet.write_number(*place, serial, look)
    else:
        sheet.write_string(*place, printable(cell), look)


def heading_height(columns: Sequence[Column], widths: Sequence[int]) -> int:
    """Points: so many lines as the longest heading takes in its column."""
    lines = [
        len(wrap(printable(one.label), max(wide - 2, 1)))
        for one, wide in zip(columns, widths, strict=False)
    ]
    return _LINE_HEIGHT * max(*lines, 1) + 3


def widths_of(tables: Sequence[Table]) -> list[int]:
    """Letters for each column that these tables share; long texts give way to fit a page."""
    for widest in _NARROWER:
        widths = _widths(tables, widest)
        if sum(widths) <= PAGE:
            break
    return widths


def _widths(tables: Sequence[Table], widest: int) -> list[int]:
    wide = [0] * max(len(table.columns) for table in tables)
    for table in tables:
        rows = rows_of(table)
        for at, head in enumerate(table.columns):
            wide[at] = max(wide[at], _width(head, [row[at] for row in rows], widest))
    return wide


def _width(head: Column, cells: Sequence[Value], widest: int) -> int:
    """Wide enough for what stands in the column, and for the longest word of its heading."""
    texts = [len(cell) for cell in cells if isinstance(cell, str) and head.kind != DAY]
    words = [len(word) + 3 for word in head.label.split()]
    least = _NARROWEST if head.kind != DAY else _DAY
    return max(min(max(texts, default=0) + 3, widest), *words, least)


def height(table: Table, widths: Sequence[int]) -> int:
    """Lines that the rows take, each as high as its longest text."""
    return 2 + sum(_lines(row, widths) for row in rows_of(table))


def rows_of(table: Table) -> list[Row]:
    """The rows, and the total where there is one."""
    return [*table.rows, *([table.total] if table.total else [])]


def _lines(row: Sequence[Value], widths: Sequence[int]) -> int:
    """Of the longest text, in its column."""
    most = 1
    for cell, wide in zip(row, widths, strict=False):
        if isinstance(cell, str) and len(cell) > wide - 2:
            most = max(most, len(wrap(cell, max(wide - 2, 1))))
    return most
