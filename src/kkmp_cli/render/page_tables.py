"""A table of a document in lines of Rich text: as wide as it needs, as narrow as the page asks.

Rich's own table takes longer for one report than all the rest that is printed. Never enters: what a
cell says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from kkmp_cli.render.document import (
    COUNT,
    DONE,
    LATE,
    SIGNED,
    SOON,
    Column,
    Table,
    shown,
    with_columns,
)
from kkmp_cli.render.page_lines import INDENT, hanging, pieces, whole, wrapped
from kkmp_cli.render.words import JOINT, NOTHING, ONLY_OPENING

_LONG = 24
"""The room that a long text needs at least, beside columns that cannot give way."""
_CLEAR = frozenset({"kecamatan", "keadaan", "sebab", "batas", "sisa", "uraian", "apa"})
"""Columns whose cells need no heading to be understood."""
_URGENT = {LATE: "bold red", SOON: "bold", DONE: "green", "": ""}


class _Grid(NamedTuple):
    """The width of each column, the space between them, and which stand to the right."""

    widths: Sequence[int]
    gap: int
    right: Sequence[bool]


def form_of(data: Table, width: int | None) -> Table:
    """The table, or its narrow form where a line has too little room for it."""
    if data.narrow is None or _fitting(data, width, give_way=False):
        return data
    return data.narrow._replace(titled=data.titled)


def table(data: Table, width: int | None) -> list[Text]:
    """Columns under each other; if the page is too narrow two tables, or a line per row."""
    grid = _fitting(data, width)
    if grid:
        return [*_drawn(data, grid)]
    if all(_right(data)[1:]):
        return _halves(data, width)
    return [*_told(data, width)]


def _halves(data: Table, width: int | None) -> list[Text]:
    half = len(data.columns) // 2 + 1
    second = [0, *range(half, len(data.columns))]
    lines = table(with_columns(data, range(half)), width)
    return [*lines, Text(), *table(with_columns(data, second), width)]


def _right(data: Table) -> list[bool]:
    return [column.kind in (COUNT, SIGNED) for column in data.columns]


def _cells(data: Table) -> list[list[str]]:
    rows = [*data.rows, *([data.total] if data.total else [])]
    kinds = [column.kind for column in data.columns]
    return [[shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]


def _fitting(data: Table, width: int | None, give_way: bool = True) -> _Grid | None:
    """The grid in which the table fits, the widest first: headings in one line or in two; where
    they may `give_way`, with long texts that share what the others leave. None where it does not.
    """
    texts = [max(map(len, column)) for column in zip(*_cells(data), strict=True)]
    for gap in (2, 1):
        free = None if width is None else width - INDENT - gap * (len(texts) - 1)
        if sizes := _sizes(data, texts, free, give_way):
            return _Grid(sizes, gap, _right(data))
    return None


def _sizes(data: Table, texts: Sequence[int], free: int | None, give_way: bool) -> list[int]:
    sizes: list[int] = []
    for head in (len, _in_two_lines):
        heads = [head(column.label) for column in data.columns]
        sizes = [max(both) for both in zip(texts, heads, strict=True)]
        if free is None or sum(sizes) <= free:
            return sizes
    return _shared(sizes, free or 0) if give_way else []


def _shared(sizes: Sequence[int], free: int) -> list[int]:
    """The sizes, the long ones sharing alike what is left; nothing where that is too little."""
    long = [size for size in sizes if size > _LONG]
    share = (free - sum(sizes) + sum(long)) // max(len(long), 1)
    if not long or share < _LONG:
        return []
    return [size if size <= _LONG else min(size, share) for size in sizes]


def _in_two_lines(label: str) -> int:
    words = label.split()
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min((max(len(first), len(second)) for first, second in cuts), default=0)


def _drawn(data: Table, grid: _Grid) -> Iterator[Text]:
    yield from _side_by_side(_heads(data, grid), grid)
    for at, row in enumerate(_cells(data)):
        cells = zip(row, grid.widths, _styles(data, at), strict=True)
        yield from _side_by_side([_cell(*cell) for cell in cells], grid)


def _heads(data: Table, grid: _Grid) -> list[list[Text]]:
    """The headings, which stand on the first row."""
    labels = [column.label for column in data.columns]
    heads = [_cell(label, size, "dim") for label, size in zip(labels, grid.widths, strict=True)]
    tallest = max(map(len, heads))
    return [[Text()] * (tallest - len(head)) + head for head in heads]


def _styles(data: Table, at: int) -> list[str]:
    """How the cells of a row look: the total heavy, what is pressing in its colour."""
    pressing = _URGENT[data.pressing[at]] if at < len(data.pressing) else ""
    plain = "bold" if at == len(data.rows) else ""
    return [pressing if column.key == "sisa" else plain for column in data.columns]


def _cell(text: str, width: int, style: str) -> list[Text]:
    if len(text) <= width:
        return [Text(text, style)]
    return [*wrapped(pieces(text.split(", "), ", ", width, style), width)]


def _side_by_side(cells: Sequence[Sequence[Text]], grid: _Grid) -> Iterator[Text]:
    for parts in zip_longest(*cells, fillvalue=Text()):
        line = Text(" " * INDENT)
        for part, size, right in zip(parts, grid.widths, grid.right, strict=True):
            spaces = " " * (size - part.cell_len)
            line.append(spaces * right).append_text(part).append(spaces * (not right))
            line.append(" " * grid.gap)
        yield whole(line)


def _told(data: Table, width: int | None) -> Iterator[Text]:
    """Each row as a line of pieces, with what each one is; nothing of what is not known."""
    rows = _cells(data)
    lead = max(len(row[0]) for row in rows) + 2
    for name, *cells in rows:
        named = zip(data.columns[1:], cells, strict=True)
        parts = [_named(column, cell) for column, cell in named if cell != NOTHING]
        body = pieces(parts, JOINT, width and width - INDENT - lead)
        yield from hanging(width, Text(f"  {name:<{lead}}"), body)


def _named(column: Column, cell: str) -> str:
    """A cell with what it is: `perlu: NIB`, `Rencana buka 15 Desember 2026`."""
    if column.key in _CLEAR or cell == ONLY_OPENING:
        return cell
    return f"perlu: {cell}" if column.key == "berikutnya" else f"{column.label} {cell}"
