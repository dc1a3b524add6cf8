"""A matrix of a document in lines of Rich text: months where there is room, signs always.

Never enters: what a mark says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from kkmp_cli.milestones import BERHENTI, PROSES, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import Mark, Matrix, MatrixGroup, MatrixLine
from kkmp_cli.render.page_lines import INDENT, whole
from kkmp_cli.render.words import NOTHING

_STYLES = {
    SUDAH: "green",
    PROSES: "",
    TERKENDALA: "bold red",
    BERHENTI: "bold magenta",
    UNKNOWN: "dim",
}
Cell = Callable[[Mark], str]


def _with_month(mark: Mark) -> str:
    return mark.seen if mark.month else mark.sign


def _with_short_month(mark: Mark) -> str:
    return mark.sign + mark.month


def _sign(mark: Mark) -> str:
    return mark.sign


_FORMS: tuple[tuple[bool, Cell, int], ...] = (
    (True, _with_month, 2),
    (False, _with_month, 2),
    (False, _with_short_month, 1),
    (False, _sign, 2),
)
"""Whole headings or short ones, what a cell shows, the space between: the widest first."""


class _Layout(NamedTuple):
    """What stands over the columns and in their cells, and how wide each is."""

    heads: tuple[str, ...]
    cell: Cell
    label: int
    sizes: Sequence[int]
    gap: int

    @property
    def width(self) -> int:
        """From the margin to the last column."""
        return INDENT + 1 + self.label + sum(self.sizes) + self.gap * len(self.sizes)


def lines(matrix: Matrix, width: int | None) -> list[Text]:
    """The matrix as wide as the page allows; in two halves where not even signs have room."""
    for form in _FORMS:
        layout = _layout(matrix, *form)
        if width is None or layout.width <= width or (form == _FORMS[-1] and len(layout.heads) < 2):
            return [*_drawn(matrix, layout)]
    return _halves(matrix, width)


def _halves(matrix: Matrix, width: int | None) -> list[Text]:
    half = (len(matrix.columns) + 1) // 2
    first, second = _columns(matrix, slice(half)), _columns(matrix, slice(half, None))
    return [*lines(first, width), Text(), *lines(second, width)]


def _layout(matrix: Matrix, whole_heads: bool, cell: Cell, gap: int) -> _Layout:
    heads = tuple(map(printable, matrix.columns if whole_heads else matrix.heads))
    return _Layout(heads, cell, _label_width(matrix), _sizes(matrix, heads, cell), gap)


def _columns(matrix: Matrix, some: slice) -> Matrix:
    """The matrix with some of its columns."""
    groups = tuple(
        MatrixGroup(
            group.name, tuple(MatrixLine(one.label, one.marks[some]) for one in group.lines)
        )
        for group in matrix.groups
    )
    counts = tuple(row[some] for row in matrix.counts)
    columns, heads = matrix.columns[some], matrix.heads[some]
    return matrix._replace(columns=columns, heads=heads, groups=groups, counts=counts)


def _label_width(matrix: Matrix) -> int:
    labels = [one.label for group in matrix.groups for one in group.lines]
    return max(map(len, [*map(printable, labels), *map(_explained, matrix.legend)]), default=0)


def _sizes(matrix: Matrix, heads: Sequence[str], cell: Cell) -> list[int]:
    rows = [[cell(mark) for mark in one.marks] for group in matrix.groups for one in group.lines]
    counts = [[_counted(number) for number in row] for row in matrix.counts]
    columns = zip(heads, *rows, *counts, strict=True)
    return [max(map(len, column)) for column in columns]


def _counted(number: int | None) -> str:
    return NOTHING if number is None else numbers.show(number)


def _explained(mark: Mark) -> str:
    return f"{mark.sign} {mark.words}"


def _drawn(matrix: Matrix, layout: _Layout) -> Iterator[Text]:
    yield _line(layout, Text(matrix.label, "dim"), [Text(head, "dim") for head in layout.heads])
    for group in matrix.groups:
        yield whole(Text(" " * INDENT + printable(group.label), "bold"))
        for one in group.lines:
            marks = [_styled(layout.cell(mark), mark) for mark in one.marks]
            yield _line(layout, Text(printable(one.label)), marks)
    yield from _foot(matrix, layout)


def _foot(matrix: Matrix, layout: _Layout) -> Iterator[Text]:
    """How many bear each sign, which tells at once what the sign means."""
    yield Text()
    for mark, counts in zip(matrix.legend, matrix.counts, strict=True):
        numbered = [Text(_counted(number)) for number in counts]
        yield _line(layout, _styled(_explained(mark), mark), numbered)


def _styled(text: str, mark: Mark) -> Text:
    return Text(text, _STYLES.get(mark.state, ""))


def _line(layout: _Layout, lead: Text, cells: Sequence[Text]) -> Text:
    line = Text(" " * (INDENT + 1)).append_text(lead)
    line.append(" " * (layout.label + layout.gap - lead.cell_len))
    for cell, size in zip(cells, layout.sizes, strict=True):
        line.append_text(cell).append(" " * (size + layout.gap - cell.cell_len))
    return whole(line)
