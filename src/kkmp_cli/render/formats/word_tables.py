"""A table or a matrix as texts in columns of known width, as a document of Word holds it. Never
enters: markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli.render.document import (
    COUNT,
    SIGNED,
    Matrix,
    MatrixGroup,
    MatrixLine,
    Row,
    Table,
    shown,
)

WIDE = 9_638
"""Twentieths of a point between the margins of A4."""
_LEAST, _MOST = 3, 40
"""Letters for which a column has room at least, and after which a text is broken."""
_SMALL = 8
"""More columns are set in small letters."""
_LETTER, _SMALL_LETTER = 108, 86
"""What a letter takes of the line."""
_EDGES = 150
"""What the edges of a cell take."""
_WHOLE = 12
"""Rows of a table that is not broken over two pages."""
_NAMES = 2_600
"""What the names beside a matrix take."""


class WordTable(NamedTuple):
    """Texts by rows; `widths` and `right` (numbers) go with the columns, `style` with all cells."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: Sequence[str]
    right: Sequence[bool]
    widths: Sequence[int]
    style: str

    @property
    def whole(self) -> bool:
        """Whether it is kept on one page."""
        return len(self.rows) <= _WHOLE


class WordMatrix(NamedTuple):
    """Texts by rows under the names of groups; the counts are the rows of the `foot`."""

    heads: Sequence[str]
    right: Sequence[bool]
    widths: Sequence[int]
    groups: Sequence[tuple[str, Sequence[Sequence[str]]]]
    foot: Sequence[Sequence[str]]


def of_table(table: Table) -> WordTable:
    """A table as it is printed."""
    heads = [column.label for column in table.columns]
    rows = [_row(table, row) for row in table.rows]
    total = _row(table, table.total) if table.total else []
    small = len(heads) > _SMALL
    letter = _SMALL_LETTER if small else _LETTER
    return WordTable(
        heads,
        rows,
        total,
        right=[column.kind in (COUNT, SIGNED) for column in table.columns],
        widths=_widths([heads, *rows, total or heads], letter),
        style="SelKecil" if small else "Sel",
    )


def _row(table: Table, row: Row) -> list[str]:
    return [shown(cell, column.kind) for cell, column in zip(row, table.columns, strict=True)]


def _widths(rows: Sequence[Sequence[str]], letter: int) -> list[int]:
    """What each column takes of the line: its longest word, and of what is left a share by how much
    longer its texts are.
    """
    words, longest = _lengths(rows)
    least = [letter * word + _EDGES for word in words]
    wanted = [max(long - word, 0) + 1 for long, word in zip(longest, words, strict=True)]
    left, parts = max(WIDE - sum(least), 0), sum(wanted)
    each = [size + left * want // parts for size, want in zip(least, wanted, strict=True)]
    return _scaled(each)


def _scaled(each: Sequence[int]) -> list[int]:
    """The widths, narrower where they take more than the line."""
    whole = max(sum(each), WIDE)
    return [WIDE * size // whole for size in each]


def _lengths(rows: Sequence[Sequence[str]]) -> tuple[list[int], list[int]]:
    """Of each column the letters of its longest word, and of its longest text."""
    columns = [*zip(*rows, strict=True)]
    longest = [min(max(map(len, texts)), _MOST) for texts in columns]
    words = [[_size(word) for text in texts for word in text.split()] for texts in columns]
    return [max((_LEAST, *sizes)) for sizes in words], longest


def _size(word: str) -> int:
    """The letters of a word; capitals are wide."""
    return len(word) + sum(map(str.isupper, word)) // 3


def of_matrix(matrix: Matrix) -> WordMatrix:
    """A matrix: a line for each cooperative, under its kecamatan."""
    number = len(matrix.heads)
    return WordMatrix(
        [matrix.label, *matrix.heads],
        right=[False] * (number + 1),
        widths=[_NAMES, *[(WIDE - _NAMES) // number] * number],
        groups=[*map(_group, matrix.groups)],
        foot=_foot(matrix),
    )


def _group(group: MatrixGroup) -> tuple[str, list[list[str]]]:
    return group.label, [*map(_line, group.lines)]


def _line(line: MatrixLine) -> list[str]:
    return [line.label, *(mark.seen for mark in line.marks)]


def _foot(matrix: Matrix) -> list[list[str]]:
    """How many bear each sign."""
    return [
        [f"{mark.sign} {mark.words}", *(shown(number, COUNT) for number in row)]
        for mark, row in zip(matrix.legend, matrix.counts, strict=True)
    ]
