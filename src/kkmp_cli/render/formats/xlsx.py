"""A packet → a finished XLSX: a summary with native charts, a sheet for every list, ready to be
printed.

Text is always written as text, so nothing in it is ever a formula or a link. Never enters: a sum, a
query.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC
from typing import Any

from kkmp_cli.model import provenance
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    COUNT,
    DAY,
    LINES,
    SIGNED,
    TEXT,
    Bar,
    Column,
    Document,
    Part,
    Row,
    Section,
    Table,
    Value,
    data_tables,
)
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.workbook_charts import lines_by_month, stacked_bars
from kkmp_cli.render.words import NO_DATA

_TITLE = {"bold": True, "font_size": 16, "font_color": "#1F3864"}
_PLACE = {"bold": True, "font_size": 13}
_HEAVY = {"bold": True, "top": 1, "top_color": "#808080"}
_LINE = {"valign": "top", "bottom": 4, "bottom_color": "#A6A6A6"}
_LOOKS: dict[str, dict[str, Any]] = {
    TEXT: {"text_wrap": True, "align": "left", "indent": 1},
    COUNT: {"num_format": "#,##0"},
    SIGNED: {"num_format": "+#,##0;-#,##0;0"},
    DAY: styles.DAY,
}
_NARROWEST, _WIDEST = 9, 60
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_SHARES = (("Sudah", "#1F3864"), ("Belum", "#B8C4DA"), (NO_DATA.capitalize(), "#FFFFFF"))
"""The columns of the summary's shares, each with its colour."""
_SUMMARY = (
    Column("milestone", "Tahap"),
    *(Column(name, name, COUNT) for name, _ in _SHARES),
    Column("dari", "Dari", COUNT),
)
_SUMMARY_WIDTHS = [30, *[11] * 8]
_HEADING_HEIGHT = 32
_FIRST = 3
"""The row, from 0, in which the rows of a list begin."""


def write(document: Document) -> bytes:
    """The whole workbook."""
    file = io.BytesIO()
    with styles.written(file) as book:
        book.set_properties(_properties(document))
        sheets = _Sheets(book, document)
        sheets.summary()
        for table in data_tables(document).values():
            if table.rows:
                sheets.table(_without_keys(table))
    return file.getvalue()


def _properties(document: Document) -> dict[str, Any]:
    """What the file says of itself, the same for the same packet."""
    title = {"title": f"{printable(document.title)}, {printable(document.place)}"}
    printed = provenance.read(document.origin).printed if document.origin else None
    if printed is None:
        return {**title, "comments": styles.MADE_BY}
    created = printed.astimezone(UTC).replace(tzinfo=None)
    return {**title, "comments": document.origin, "created": created}


class _Sheets:
    """The sheets of one workbook and the looks that they share."""

    def __init__(self, book: Any, document: Document) -> None:
        self.book, self.document = book, document
        self.header = f"{document.title} · {document.place} · {document.day}"
        self.used: set[str] = set()
        self.heading = book.add_format(styles.HEADING)
        self.looks = {
            (kind, heavy): book.add_format(_LINE | (_HEAVY if heavy else {}) | look)
            for kind, look in _LOOKS.items()
            for heavy in (False, True)
        }

    def summary(self) -> None:
        """The first page: where, when, each kota's milestones, and charts beside."""
        document, sheet = self.document, self.book.add_worksheet(self._name("Ringkasan"))
        styles.set_widths(sheet, _SUMMARY_WIDTHS)
        self._say(sheet, 0, document.title, _TITLE)
        self._say(sheet, 1, document.place, _PLACE)
        self._say(sheet, 2, document.day)
        at = 4
        for part in document.parts:
            at = self._part(sheet, at, part)
        self._say(sheet, at, document.end)
        self._summary_page(sheet)

    def _summary_page(self, sheet: Any) -> None:
        styles.set_page(sheet, self.header, _SUMMARY_WIDTHS, (0, 0), 0)
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 1 if len(self.document.parts) == 1 else 0)

    def _say(self, sheet: Any, row: int, words: str, look: dict[str, Any] | None = None) -> None:
        sheet.write_string(row, 0, printable(words), self.book.add_format(look) if look else None)

    def _part(self, sheet: Any, at: int, part: Part) -> int:
        self._say(sheet, at, part.name, {"bold": True})
        at = self._sentences(sheet, at + 1, part.facts)
        for section in part.sections:
            if section.headlines:
                at = self._headlines(sheet, at, section) + 1
            if section.bars:
                at = self._milestones(sheet, at, section) + 1
        return at

    def _sentences(self, sheet: Any, at: int, sentences: Sequence[str]) -> int:
        for row, sentence in enumerate(sentences, at):
            self._say(sheet, row, sentence)
        return at + len(sentences)

    def _headlines(self, sheet: Any, at: int, section: Section) -> int:
        """The whole in a sentence, and the few figures under it."""
        at = self._sentences(sheet, at, section.lead)
        for row, one in enumerate(section.headlines, at):
            words = (one.label, f"{one.number} {one.of}", one.words)
            for column, text in enumerate(words):
                sheet.write_string(row, column and 2 * column - 1, printable(text))
        return at + len(section.headlines)

    def _milestones(self, sheet: Any, at: int, section: Section) -> int:
        """The shares as numbers, and a chart of them under it."""
        at = self._sentences(sheet, at, section.lead)
        shares = Table("", "", _SUMMARY, tuple(map(_shares, section.bars)))
        self._rows(sheet, at, shares)
        last = at + len(section.bars)
        chart = stacked_bars(self.book, sheet.get_name(), (at + 1, last), _SHARES)
        sheet.insert_chart(last + 2, 0, chart)
        return last + 20

    def table(self, table: Table) -> None:
        """One list on a sheet of its own, its heading frozen and repeated on every page."""
        sheet = self.book.add_worksheet(self._name(table.title.partition(":")[0]))
        self._say(sheet, 0, table.title, _TITLE | {"font_size": 13})
        self._rows(sheet, _FIRST - 1, table)
        last = _FIRST - 1 + len(table.rows)
        self._page(sheet, table, last)
        if table.chart == LINES:
            chart = lines_by_month(self.book, sheet.get_name(), (_FIRST, last), table)
            sheet.insert_chart(last + 2, 0, chart)

    def _page(self, sheet: Any, table: Table, last: int) -> None:
        widths = _widths(table)
        styles.set_widths(sheet, widths)
        sheet.freeze_panes(_FIRST, 0)
        sheet.autofilter(_FIRST - 1, 0, last, len(widths) - 1)
        styles.set_page(sheet, self.header, widths, (2, 2), 2 if len(widths) > 2 else 0)
        sheet.hide_gridlines(2)

    def _rows(self, sheet: Any, at: int, table: Table) -> None:
        """The heading in row `at`, the rows and the total under it."""
        sheet.set_row(at, _HEADING_HEIGHT)
        for column, head in enumerate(table.columns):
            sheet.write_string(at, column, printable(head.label), self.heading)
        for number, row in enumerate((*table.rows, table.total or ())):
            heavy = number == len(table.rows)
            for column, cell in enumerate(row):
                kind = table.columns[column].kind
                _put(sheet, (at + 1 + number, column), cell, kind, self.looks[kind, heavy])

    def _name(self, title: str) -> str:
        """A name that a sheet may bear and no other bears."""
        base = _FORBIDDEN.sub(" ", printable(title)).strip()[:28] or "Tabel"
        names = (base, *(f"{base} {number}" for number in range(2, 99)))
        name = next(name for name in names if name.casefold() not in self.used)
        self.used.add(name.casefold())
        return name


def _shares(bar: Bar) -> Row:
    every = bar.done + bar.open + bar.unknown
    if not bar.done + bar.open and every:
        return (bar.label, None, None, bar.unknown, every)
    return (bar.label, bar.done, bar.open, bar.unknown, every)


def _put(sheet: Any, place: tuple[int, int], cell: Value, kind: str, look: Any) -> None:
    if cell is None or cell == "":
        sheet.write_blank(*place, None, look)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, look)
    elif kind == DAY and (serial := styles.serial(cell)) is not None:
        sheet.write_number(*place, serial, look)
    else:
        sheet.write_string(*place, printable(cell), look)


def _without_keys(table: Table) -> Table:
    """The table without the column of keys, which mean something to programs only."""
    if table.columns[0].key != "kunci":
        return table
    total = table.total[1:] if table.total else None
    return table._replace(
        columns=table.columns[1:], rows=tuple(row[1:] for row in table.rows), total=total
    )


def _widths(table: Table) -> list[int]:
    rows = [*table.rows, *([table.total] if table.total else [])]
    return [
        _width(head.kind, [row[at] for row in rows], head.label)
        for at, head in enumerate(table.columns)
    ]


def _width(kind: str, cells: Sequence[Value], label: str) -> int:
    """Wide enough for what stands in the column; a heading may take two lines."""
    texts = [len(cell) for cell in cells if isinstance(cell, str) and kind != DAY]
    words = [len(word) + 3 for word in label.split()]
    return min(max(max(texts, default=0) + 3, *words, _NARROWEST if kind != DAY else 13), _WIDEST)
