"""A packet → a finished XLSX: a summary with native charts, a sheet for every list, ready to be
printed.

Text is always written as text, so nothing in it is ever a formula or a link. Never enters: a sum, a
query.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import (
    COUNT,
    DAY,
    SIGNED,
    Document,
    Row,
    Section,
    Table,
    Value,
    data_tables,
)
from kkmp_cli.render.formats import workbook_styles as styles

_TITLE = {"bold": True, "font_size": 16, "font_color": "#1F3864"}
_HEAVY = {"bold": True, "top": 1, "top_color": "#808080"}
_LINE = {"valign": "top", "bottom": 4, "bottom_color": "#A6A6A6"}
_NUMBER, _SIGNED = "#,##0", "+#,##0;-#,##0;0"
_NARROWEST, _WIDEST = 9, 60
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_CHART = {"width": 620, "height": 330}
_INK, _OPEN, _UNKNOWN = "#1F3864", "#B8C4DA", "#FFFFFF"


def write(document: Document) -> bytes:
    """The whole workbook."""
    file = io.BytesIO()
    with styles.written(file) as book:
        book.set_properties({"title": f"{printable(document.title)}, {printable(document.place)}"})
        sheets = _Sheets(book, document)
        sheets.summary()
        for table in data_tables(document).values():
            if table.rows:
                sheets.table(_without_keys(table))
    return file.getvalue()


class _Sheets:
    """The sheets of one workbook and the looks that they share."""

    def __init__(self, book: Any, document: Document) -> None:
        self.book, self.document = book, document
        self.header = f"{document.title} · {document.place} · {document.day}"
        self.used: set[str] = set()
        self.heading = book.add_format(styles.HEADING)
        self.looks = {
            (kind, heavy): book.add_format(
                _LINE
                | (_HEAVY if heavy else {})
                | _LOOKS.get(kind, {"text_wrap": True, "align": "left", "indent": 1})
            )
            for kind in ("text", COUNT, SIGNED, DAY)
            for heavy in (False, True)
        }

    def summary(self) -> None:
        """The first page: where, when, each kota's milestones, and charts beside."""
        sheet = self.book.add_worksheet(self._name("Ringkasan"))
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 8, 11)
        sheet.write_string(0, 0, printable(self.document.title), self.book.add_format(_TITLE))
        sheet.write_string(
            1,
            0,
            printable(self.document.place),
            self.book.add_format({"bold": True, "font_size": 13}),
        )
        sheet.write_string(2, 0, printable(self.document.day))
        at = 4
        for part in self.document.parts:
            sheet.write_string(at, 0, printable(part.name), self.book.add_format({"bold": True}))
            at = self._sentences(sheet, at + 1, part.facts)
            for section in part.sections:
                if section.bars:
                    at = self._milestones(sheet, at, section) + 1
        sheet.write_string(at, 0, printable(self.document.end))
        styles.set_page(sheet, self.header, [30, *[11] * 8], (0, 0), 0)
        sheet.hide_gridlines(2)
        sheet.fit_to_pages(1, 1 if len(self.document.parts) == 1 else 0)

    def _sentences(self, sheet: Any, at: int, sentences: Sequence[str]) -> int:
        for sentence in sentences:
            sheet.write_string(at, 0, printable(sentence))
            at += 1
        return at

    def _milestones(self, sheet: Any, at: int, section: Section) -> int:
        """The shares as numbers, and a chart of them under it."""
        at = self._sentences(sheet, at, section.lead)
        heads = ("Milestone", "Sudah", "Belum", "Belum ada data", "Dari")
        sheet.set_row(at, 32)
        for column, head in enumerate(heads):
            sheet.write_string(at, column, head, self.heading)
        first = at + 1
        for row, bar in enumerate(section.bars, first):
            whole = bar.done + bar.open + bar.unknown
            known = bar.done + bar.open > 0 or not whole
            cells: Row = (
                bar.label,
                bar.done if known else None,
                bar.open if known else None,
                bar.unknown,
                whole,
            )
            for column, cell in enumerate(cells):
                self._put(sheet, row, column, cell, COUNT if column else "text", False)
        last = first + len(section.bars) - 1
        sheet.insert_chart(last + 2, 0, self._stacked(sheet.get_name(), first, last), _CHART)
        return last + 20

    def _stacked(self, sheet: str, first: int, last: int) -> Any:
        chart = self.book.add_chart({"type": "bar", "subtype": "stacked"})
        for column, (name, colour) in enumerate(
            (("Sudah", _INK), ("Belum", _OPEN), ("Belum ada data", _UNKNOWN)), 1
        ):
            chart.add_series(
                {
                    "name": name,
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, column, last, column],
                    "fill": {"color": colour},
                    "border": {"color": "#404040", "width": 0.75},
                    "gap": 45,
                }
            )
        chart.set_title(
            {"name": "Milestone: sudah, belum, belum ada data", "name_font": {"size": 11}}
        )
        chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
        chart.set_x_axis(
            {
                "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
                "min": 0,
                "num_font": {"size": 9},
                "label_position": "low",
            }
        )
        chart.set_legend({"position": "bottom"})
        chart.set_size(_CHART)
        return chart

    def table(self, table: Table) -> None:
        """One list on a sheet of its own, its heading frozen and repeated on every page."""
        sheet = self.book.add_worksheet(self._name(table.title.partition(":")[0]))
        sheet.write_string(
            0, 0, printable(table.title), self.book.add_format(_TITLE | {"font_size": 13})
        )
        for column, head in enumerate(table.columns):
            sheet.write_string(2, column, printable(head.label), self.heading)
        rows = [*table.rows, *([table.total] if table.total else [])]
        for number, row in enumerate(rows, 3):
            heavy = table.total is not None and number == 2 + len(rows)
            for column, (cell, head) in enumerate(zip(row, table.columns, strict=True)):
                self._put(sheet, number, column, cell, head.kind, heavy)
        widths = [
            _width(head.kind, [row[at] for row in rows], head.label)
            for at, head in enumerate(table.columns)
        ]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.freeze_panes(3, 0)
        sheet.autofilter(2, 0, 2 + len(table.rows), len(table.columns) - 1)
        styles.set_page(sheet, self.header, widths, (2, 2), 2 if len(widths) > 2 else 0)
        sheet.hide_gridlines(2)
        sheet.set_row(2, 32)
        if table.key == "tren":
            self._months(sheet, table)

    def _months(self, sheet: Any, table: Table) -> None:
        chart = self.book.add_chart({"type": "line"})
        last = 2 + len(table.rows)
        shapes = ("circle", "square", "diamond", "triangle", "x", "star", "plus", "long_dash")
        dashes = ("solid", "dash", "round_dot", "dash_dot")
        shown = [
            at for at, head in enumerate(table.columns) if head.kind == COUNT and head.key != "kkmp"
        ]
        for number, at in enumerate(shown):
            if any(row[at] is not None for row in table.rows):
                chart.add_series(
                    {
                        "name": table.columns[at].label,
                        "categories": [sheet.get_name(), 3, 0, last, 0],
                        "values": [sheet.get_name(), 3, at, last, at],
                        "line": {"color": "#333333", "width": 1.5, "dash_type": dashes[number % 4]},
                        "marker": {
                            "type": shapes[number % 8],
                            "size": 6,
                            "fill": {"color": "#FFFFFF"},
                            "border": {"color": "#333333"},
                        },
                    }
                )
        chart.set_title({"name": "Jumlah yang sudah, per akhir bulan", "name_font": {"size": 11}})
        chart.set_x_axis({"num_format": "mmm yy", "text_axis": True})
        chart.set_y_axis(
            {"min": 0, "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
        )
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 760, "height": 360})
        sheet.insert_chart(last + 2, 0, chart)

    def _put(self, sheet: Any, row: int, column: int, cell: Value, kind: str, heavy: bool) -> None:
        look = self.looks[kind, heavy]
        if cell is None or cell == "":
            sheet.write_blank(row, column, None, look)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, look)
        elif kind == DAY and (serial := styles.serial(cell)) is not None:
            sheet.write_number(row, column, serial, look)
        else:
            sheet.write_string(row, column, printable(cell), look)

    def _name(self, title: str) -> str:
        """A name that a sheet may bear and no other bears."""
        base = _FORBIDDEN.sub(" ", printable(title)).strip()[:28] or "Tabel"
        name = next(
            n
            for n in (base, *(f"{base} {i}" for i in range(2, 99)))
            if n.casefold() not in self.used
        )
        self.used.add(name.casefold())
        return name


_LOOKS: dict[str, dict[str, Any]] = {
    COUNT: {"num_format": _NUMBER},
    SIGNED: {"num_format": _SIGNED},
    DAY: {"num_format": styles.DAY_FORMAT, "align": "left"},
}


def _without_keys(table: Table) -> Table:
    """The table without the column of keys, which mean something to programs only."""
    if table.columns[0].key != "kunci":
        return table
    total = table.total[1:] if table.total else None
    return table._replace(
        columns=table.columns[1:], rows=tuple(row[1:] for row in table.rows), total=total
    )


def _width(kind: str, cells: Sequence[Value], label: str) -> int:
    """Wide enough for what stands in the column; a heading may take two lines."""
    texts = [len(cell) for cell in cells if isinstance(cell, str) and kind != DAY]
    words = [len(word) + 3 for word in label.split()]
    return min(max(max(texts, default=0) + 3, *words, _NARROWEST if kind != DAY else 13), _WIDEST)
