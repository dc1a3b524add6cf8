"""How large a matrix is printed so that it fits a page of A4 as a whole. Never enters: a word."""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.render.document import Matrix

_ROOM, _ACROSS = 232.0, 178.0
"""Millimetres for the lines of a matrix under its heading, and from margin to margin."""
_LOOSE, _TIGHT, _OVER_PAGES = 5.2, 2.9, 4.2
"""Millimetres from line to line: at most, at least, and where several pages are needed anyway."""
_LETTER, _OF_LINE, _POINT = 0.17, 0.76, 0.3528
"""Millimetres of a letter's width for each point; how much of a line the letters take; a point."""
_LARGEST, _WIDEST = 9.0, 24.0
"""Points of the letters, millimetres of a column."""


class Size(NamedTuple):
    """`pitch`, the label and the columns in millimetres, `points` of the letters; `whole`: it
    stands on one page.
    """

    pitch: float
    points: float
    label: float
    column: float
    whole: bool


def size(matrix: Matrix) -> Size:
    """As large as the page allows, and no larger than is pleasant."""
    share = _ROOM / max(matrix.height, 1)
    whole = share >= _TIGHT
    pitch = min(share, _LOOSE) if whole else _OVER_PAGES
    points, label, column = _across(matrix, pitch * _OF_LINE / _POINT)
    return Size(_rounded(pitch), _rounded(points), _rounded(label), _rounded(column), whole)


def _across(matrix: Matrix, high: float) -> tuple[float, float, float]:
    """Points of letters that are at most so high, and how wide the label and a column are."""
    marks, names = _longest(matrix)
    columns = max(len(matrix.columns), 1)
    points = min(high, _LARGEST, _ACROSS / (_LETTER * (names + columns * marks)))
    label = min(names * _LETTER * points, _ACROSS / 3)
    return points, label, min((_ACROSS - label) / columns, _WIDEST)


def _rounded(number: float) -> float:
    """Down, so that what fits still does."""
    return int(number * 100) / 100


def _longest(matrix: Matrix) -> tuple[int, int]:
    """The letters of the longest mark and of the longest name."""
    lines = [one for group in matrix.groups for one in group.lines]
    marks = {mark.seen for one in lines for mark in one.marks}
    names = [*(one.label for one in lines), *(mark.words for mark in matrix.legend)]
    return max(map(len, marks), default=1) + 1, max(map(len, names), default=1) + 2
