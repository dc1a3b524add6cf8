"""The native charts of a workbook, over cells that are written already. Never enters: a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kkmp_cli.render.document import COUNT, Table
from kkmp_cli.render.harmless import harmless
from kkmp_cli.render.words import NO_DATA

_EDGE = {"color": "#404040", "width": 0.75}
_GRID = {"visible": True, "line": {"color": "#D9D9D9"}}
_SMALL = {"num_font": {"size": 9}}
_SHAPES = ("circle", "square", "diamond", "triangle", "x", "star", "plus", "long_dash")
_DASHES = ("solid", "dash", "round_dot", "dash_dot")
_DARK, _LIGHT = {"color": "#333333"}, {"color": "#FFFFFF"}


def stacked_bars(
    book: Any, sheet: str, rows: tuple[int, int], shares: Sequence[tuple[str, str]]
) -> Any:
    """A bar for each row, its shares (name and colour) in the columns after the first."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    for column, (name, colour) in enumerate(shares, 1):
        look = {"name": name, "fill": {"color": colour}, "border": _EDGE, "gap": 45}
        chart.add_series(look | _over(sheet, rows, column))
    chart.set_y_axis({"reverse": True, **_SMALL})
    chart.set_x_axis({"major_gridlines": _GRID, "min": 0, **_SMALL, "label_position": "low"})
    _finish(chart, f"Tahap: sudah, belum, {NO_DATA}", (620, 330))
    return chart


def lines_by_month(book: Any, sheet: str, rows: tuple[int, int], table: Table) -> Any:
    """A line for each count that is in motion, over the days of the first column."""
    chart = book.add_chart({"type": "line"})
    for number, at in enumerate(_counts(table)):
        name = {"name": table.columns[at].label}
        chart.add_series(name | _over(sheet, rows, at) | _line(number))
    chart.set_x_axis({"num_format": "mmm yy", "text_axis": True})
    chart.set_y_axis({"min": 0, "major_gridlines": _GRID})
    _finish(chart, "Jumlah yang sudah, per akhir bulan", (760, 360))
    return chart


def _counts(table: Table) -> list[int]:
    counts = (at for at, head in enumerate(table.columns) if head.kind == COUNT)
    return [at for at in counts if table.columns[at].key != "kkmp" and _moves(table, at)]


def _moves(table: Table, at: int) -> bool:
    """A count that is no longer what it was; one that stands still says nothing as a line."""
    return len({row[at] for row in table.rows if row[at] is not None}) > 1


def _line(number: int) -> dict[str, Any]:
    """Lines are told apart in black and white."""
    shape, dash = _SHAPES[number % len(_SHAPES)], _DASHES[number % len(_DASHES)]
    return {
        "line": {**_DARK, "width": 1.5, "dash_type": dash},
        "marker": {"type": shape, "size": 6, "fill": _LIGHT, "border": _DARK},
    }


def _over(sheet: str, rows: tuple[int, int], column: int) -> dict[str, Any]:
    first, last = rows
    return {
        "categories": [sheet, first, 0, last, 0],
        "values": [sheet, first, column, last, column],
    }


def _finish(chart: Any, title: str, size: tuple[int, int]) -> None:
    chart.set_title({"name": harmless(title), "name_font": {"size": 11}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": size[0], "height": size[1]})
