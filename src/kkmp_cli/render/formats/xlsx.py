"""A packet → a finished XLSX: a summary with native charts, a sheet for every list, ready to be
printed.

Text is always written as text, so nothing in it is ever a formula or a link. Never enters: a sum, a
query.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from kkmp_cli.model import provenance
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    LINES,
    Document,
    Table,
    data_tables,
)
from kkmp_cli.render.formats import workbook_matrix, workbook_sheets, workbook_summary
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.workbook_charts import lines_by_month
from kkmp_cli.render.formats.workbook_sheets import ListSheet
from kkmp_cli.render.formats.workbook_tables import Tables, height, widths_of

_HEAD = {"bold": True, "font_size": 12, "font_color": "#1F3864"}
_HEADING_ROW = 2
_CHART_ROWS = 18
_PAGE_LINES = 33
"""Lines on a page of landscape A4 at full size, and the letters that then stand side by side."""
_PAGE_LETTERS = 140


def write(document: Document) -> bytes:
    """The whole workbook."""
    file = io.BytesIO()
    with styles.written(file) as book:
        book.set_properties(_properties(document))
        tables = Tables(book)
        sheets = _Sheets(book, document, tables)
        workbook_summary.SummarySheet(book, document, tables).write()
        workbook_matrix.write(book, document, sheets.header)
        for one in workbook_sheets.arranged(_listed(document)):
            sheets.lists(one)
    return file.getvalue()


def _listed(document: Document) -> dict[str, Table]:
    """The tables of data but those that have a sheet of their own already."""
    drawn = {one.key for part in document.parts for one in part.sections if one.matrix}
    return {key: table for key, table in data_tables(document).items() if key not in drawn}


def _properties(document: Document) -> dict[str, Any]:
    """What the file says of itself, the same for the same packet."""
    title = {"title": f"{printable(document.title)}, {printable(document.place)}"}
    printed = provenance.read(document.origin).printed if document.origin else None
    if printed is None:
        return {**title, "comments": styles.MADE_BY}
    created = printed.astimezone(UTC).replace(tzinfo=None)
    return {**title, "comments": document.origin, "created": created}


class _Sheets:
    """The sheets of lists of one workbook and the looks that they share."""

    def __init__(self, book: Any, document: Document, tables: Tables) -> None:
        self.book, self.tables = book, tables
        self.header = f"{document.title} · {document.place} · {document.day}"
        self.head = book.add_format(_HEAD)

    def lists(self, one: ListSheet) -> None:
        """A sheet with its tables under each other; of one alone the heading is frozen."""
        sheet = self.book.add_worksheet(one.name)
        widths = widths_of(one.tables)
        styles.set_widths(sheet, widths)
        styles.set_page(sheet, self.header, widths, (_HEADING_ROW, _HEADING_ROW), 0)
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 0)
        if len(one.tables) == 1:
            self._alone(sheet, one.tables[0], widths)
        else:
            self._stacked(sheet, one, widths)

    def _alone(self, sheet: Any, table: Table, widths: Sequence[int]) -> None:
        sheet.write_string(0, 0, printable(table.title), self.head)
        after = self.tables.write(sheet, _HEADING_ROW, table, widths)
        sheet.freeze_panes(_HEADING_ROW + 1, 0)
        last = _HEADING_ROW + len(table.rows)
        sheet.autofilter(_HEADING_ROW, 0, last, len(table.columns) - 1)
        self._chart(sheet, table, _HEADING_ROW, after)

    def _stacked(self, sheet: Any, one: ListSheet, widths: Sequence[int]) -> None:
        """Each table under its own heading, on one page as far as it fits."""
        sheet.repeat_rows(0, 0)
        sheet.write_string(0, 0, one.name, self.head)
        at, lines, breaks = 2, 2, []
        for table in one.tables:
            tall = 3 + height(table, widths) + _CHART_ROWS * (table.chart == LINES)
            if lines > 2 and lines + tall > _PAGE_LINES * max(sum(widths) / _PAGE_LETTERS, 1):
                breaks.append(at)
                lines = 2
            lines += tall
            at = self._block(sheet, at, table, widths)
        sheet.set_h_pagebreaks(breaks)

    def _block(self, sheet: Any, at: int, table: Table, widths: Sequence[int]) -> int:
        sheet.write_string(at, 0, printable(table.title), self.head)
        after = self.tables.write(sheet, at + 1, table, widths)
        return self._chart(sheet, table, at + 1, after) + 1

    def _chart(self, sheet: Any, table: Table, heading: int, after: int) -> int:
        """The lines of a table under it, if it has any; the first free row."""
        if table.chart != LINES or not table.paper:
            return after
        rows = (heading + 1, heading + len(table.rows))
        chart = lines_by_month(self.book, sheet.get_name(), rows, table)
        sheet.insert_chart(after + 1, 0, chart)
        return after + _CHART_ROWS
