"""The matrix of a packet as a sheet: a row for each KKMP that can be filtered, a kota on one page.

An exact day is a date that shows its month; all else is sign and word. Never enters: a count.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kkmp_cli.milestones import BELUM, UNKNOWN
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import Document, Mark, Matrix, MatrixGroup
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.words import NOTHING
from kkmp_cli.reports.counting import NOT_OWED

NAME = "Matriks"
_LEAD = 2
"""The columns before the marks: kecamatan and kelurahan."""
_LINE = {"border": 1, "border_color": "#C9C9C9", "valign": "vcenter"}
_QUIET = {"font_color": "#595959"}
_LOOKS = {
    **styles.STATE_LOOKS,
    BELUM: {"font_color": "#7A0C0C"},
    UNKNOWN: _QUIET,
    NOT_OWED: _QUIET,
}
_HEADING_ROW, _FIRST = 2, 3
_TALLEST = 95
"""Rows that can be read on one page."""
_MONTH = '[$-421]"{} "mmm yy'
"""An exact day, shown as sign and month."""


def write(book: Any, document: Document, header: str) -> None:
    """The sheet, where the document has a matrix."""
    placed = [(part.name, one) for part in document.parts for one in part.sections if one.matrix]
    matrices = [(name, one.matrix) for name, one in placed if one.matrix]
    if matrices:
        writer = _Writer(book, matrices[0][1], header)
        writer.sheet.write_string(0, 0, printable(placed[0][1].title), writer.bold)
        writer.all_of(matrices)


class _Writer:
    """The sheet of the matrices of a document, and the looks of its cells."""

    def __init__(self, book: Any, first: Matrix, header: str) -> None:
        self.sheet, self.book = book.add_worksheet(NAME), book
        self.columns, self.header = len(first.columns), header
        self.bold, self.heading = book.add_format({"bold": True}), book.add_format(styles.HEADING)
        self.plain = book.add_format({**_LINE, "align": "left"})
        self.quiet = book.add_format(_LINE | _QUIET)
        self.looks: dict[tuple[str, str], Any] = {}
        self._heading(first)

    def _heading(self, first: Matrix) -> None:
        for at, label in enumerate(("Kecamatan", first.label, *first.columns)):
            self.sheet.write_string(_HEADING_ROW, at, printable(label), self.heading)
        self.sheet.set_row(_HEADING_ROW, 32)

    def all_of(self, matrices: list[tuple[str, Matrix]]) -> None:
        """One kota under the other, each on a page; one alone can be filtered."""
        if len(matrices) == 1:
            _, matrix = matrices[0]
            last = self._lines(_FIRST, matrix) - 1
            self._foot(last + 1, matrix)
            self.sheet.autofilter(_HEADING_ROW, 0, last, _LEAD + self.columns - 1)
        breaks = self._several(matrices) if len(matrices) > 1 else []
        self._page([matrix for _, matrix in matrices], breaks)

    def _several(self, matrices: list[tuple[str, Matrix]]) -> list[int]:
        """Each under the name of its kota; the rows where a page ends."""
        at, breaks = _FIRST, []
        for name, matrix in matrices:
            self.sheet.write_string(at, 0, printable(name), self.bold)
            at = self._foot(self._lines(at + 1, matrix), matrix)
            breaks.append(at)
        return breaks[:-1]

    def _lines(self, at: int, matrix: Matrix) -> int:
        for group in matrix.groups:
            at = self._group(at, group)
        return at

    def _foot(self, at: int, matrix: Matrix) -> int:
        """The counts, the notes, and a row that stays free."""
        for mark, counts in zip(matrix.legend, matrix.counts, strict=True):
            self.sheet.write_string(at, 1, f"{mark.sign} {mark.words}", self._look(mark))
            for column, number in enumerate(counts, _LEAD):
                self.sheet.write(at, column, NOTHING if number is None else number, self.plain)
            at += 1
        for note in matrix.notes:
            self.sheet.write_string(at, 0, printable(note))
            at += 1
        return at + 1

    def _group(self, at: int, group: MatrixGroup) -> int:
        for row, line in enumerate(group.lines, at):
            look = self.quiet if row > at else self.plain
            self.sheet.write_string(row, 0, printable(group.name), look)
            self.sheet.write_string(row, 1, printable(line.label), self.plain)
            for column, mark in enumerate(line.marks, _LEAD):
                self._mark(row, column, mark)
        return at + len(group.lines)

    def _mark(self, row: int, column: int, mark: Mark) -> None:
        serial = styles.serial(mark.day)
        if serial is None:
            self.sheet.write_string(row, column, printable(mark.seen), self._look(mark))
        else:
            self.sheet.write_number(row, column, serial, self._look(mark, dated=True))

    def _look(self, mark: Mark, dated: bool = False) -> Any:
        key = (mark.state, mark.sign * dated)
        if key not in self.looks:
            form = {"num_format": _MONTH.format(mark.sign), "align": "left"} if dated else {}
            self.looks[key] = self.book.add_format({**_LINE, **_LOOKS[mark.state], **form})
        return self.looks[key]

    def _page(self, matrices: list[Matrix], breaks: list[int]) -> None:
        widths = _widths(matrices)
        styles.set_widths(self.sheet, widths)
        self.sheet.freeze_panes(_FIRST, _LEAD)
        styles.set_page(self.sheet, self.header, widths, (_HEADING_ROW, _HEADING_ROW), 0)
        self.sheet.hide_gridlines(2)
        self.sheet.set_portrait()
        whole = len(matrices) == 1 and matrices[0].height <= _TALLEST
        self.sheet.fit_to_pages(1, 1 if whole else 0)
        self.sheet.set_h_pagebreaks(breaks)


def _widths(matrices: list[Matrix]) -> list[int]:
    """Wide enough for names, signs with their words, and the longest word of a heading."""
    groups = [one for matrix in matrices for one in matrix.groups]
    lines = [one for group in groups for one in group.lines]
    lead = (_longest(one.name for one in groups), _longest(one.label for one in lines))
    marks = _longest(mark.seen for one in lines for mark in one.marks)
    heads = (_longest(label.split()) for label in matrices[0].columns)
    return [*lead, *(max(marks, head) for head in heads)]


def _longest(texts: Iterable[str]) -> int:
    """Letters of the longest, and room beside it."""
    return max(map(len, texts), default=8) + 3
