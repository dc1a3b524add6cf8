"""The first sheet of a packet: what its first page says, then each milestone as numbers with a
chart beside them.

Never enters: a list that stands on a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    COUNT,
    HEADLINES,
    Bar,
    Column,
    Document,
    Headline,
    Part,
    Row,
    Section,
    Table,
    for_paper,
    shown,
)
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.workbook_charts import stacked_bars
from kkmp_cli.render.formats.workbook_tables import Tables
from kkmp_cli.render.words import JOINT, NO_DATA, NOTHING

NAME = "Ringkasan"
_SHARES = (("Sudah", "#1F3864"), ("Belum", "#B8C4DA"), (NO_DATA.capitalize(), "#FFFFFF"))
"""The columns of the shares, each with its colour."""
_COLUMNS = (
    Column("milestone", "Tahap"),
    *(Column(name, name, COUNT) for name, _ in _SHARES),
    Column("dari", "Dari", COUNT),
)
_WIDTHS = [30, *[11] * 11]
_CHART_COLUMN, _CHART_ROWS = 6, 18
_TITLE = {"bold": True, "font_size": 16, "font_color": "#1F3864"}
_PLACE = {"bold": True, "font_size": 13}
_HEAD = {"bold": True, "font_color": "#1F3864"}
_LARGE = {"bold": True, "font_size": 14, "align": "right"}


class SummarySheet:
    """Writes that sheet from the top down; `at` is the first free row."""

    def __init__(self, book: Any, document: Document, tables: Tables) -> None:
        self.book, self.document, self.tables = book, document, tables
        self.sheet = book.add_worksheet(NAME)
        self.title, self.place = book.add_format(_TITLE), book.add_format(_PLACE)
        self.head, self.large = book.add_format(_HEAD), book.add_format(_LARGE)
        self.at = 0

    def write(self) -> None:
        """The whole sheet, on one page where it is about one kota."""
        document = self.document
        styles.set_widths(self.sheet, _WIDTHS)
        self._say(document.title, self.title)
        self._say(document.place, self.place)
        self._say(document.day)
        for part in document.parts:
            self.at += 1
            self._part(part)
        self.at += 1
        self._say(document.end)
        self._page()

    def _page(self) -> None:
        header = f"{self.document.title} · {self.document.place} · {self.document.day}"
        styles.set_page(self.sheet, header, _WIDTHS, (0, 0), 0)
        self.sheet.hide_gridlines(2)
        self.sheet.fit_to_pages(1, 1 if len(self.document.parts) == 1 else 0)

    def _say(self, words: str, look: Any = None) -> None:
        self.sheet.write_string(self.at, 0, printable(words), look)
        self.at += 1

    def _part(self, part: Part) -> None:
        if len(self.document.parts) > 1:
            self._say(part.name, self.place)
        for fact in part.facts:
            self._say(fact)
        for section in for_paper(part, (HEADLINES,)).sections:
            if section.headlines:
                self._first_page(section)
        for section in part.sections:
            if section.bars:
                self._milestones(section)

    def _first_page(self, section: Section) -> None:
        """The whole in a sentence, the few figures under it, then who and what."""
        self.at += 1
        for number, sentence in enumerate(section.lead):
            self._say(sentence, None if number else self.head)
        for one in section.headlines:
            self._headline(one)
        for table in section.tables:
            self._told(table)

    def _headline(self, one: Headline) -> None:
        self.sheet.write_string(self.at, 1, printable(one.number), self.large)
        self.sheet.write_string(self.at, 2, printable(one.of))
        self.sheet.write_string(self.at, 3, printable(one.words))
        self._say(one.label)

    def _told(self, table: Table) -> None:
        """A table in lines: its names, or its rows from cell to cell."""
        self.at += 1
        self._say(table.title, self.head)
        for group in table.groups:
            self.sheet.write_string(self.at, 1, printable(", ".join(group.items)))
            self._say(group.label or group.heading)
        for row in () if table.groups else table.rows:
            self._say(_in_a_line(table, row))

    def _milestones(self, section: Section) -> None:
        """The shares as numbers, and a chart of them beside."""
        self.at += 1
        for sentence in section.lead:
            self._say(sentence)
        shares = Table("", "", _COLUMNS, tuple(map(_shares, section.bars)))
        heading, self.at = self.at, self.tables.write(self.sheet, self.at, shares, _WIDTHS)
        if any(bar.done + bar.open for bar in section.bars):
            self._chart(heading)

    def _chart(self, heading: int) -> None:
        """Of the rows from the heading to here."""
        chart = stacked_bars(self.book, NAME, (heading + 1, self.at - 1), _SHARES)
        self.sheet.insert_chart(heading, _CHART_COLUMN, chart)
        self.at = max(self.at, heading + _CHART_ROWS)


def _in_a_line(table: Table, row: Sequence[str | int | None]) -> str:
    cells = [shown(cell, one.kind) for cell, one in zip(row, table.columns, strict=True)]
    return JOINT.join(cell for cell in cells if cell != NOTHING)


def _shares(bar: Bar) -> Row:
    every = bar.done + bar.open + bar.unknown
    if not bar.done + bar.open and every:
        return (bar.label, None, None, bar.unknown, every)
    return (bar.label, bar.done, bar.open, bar.unknown, every)
