"""How large a matrix is printed so that it fits a page of A4 as a whole. Never enters: a word."""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.render.document import Matrix

_ROOM, _ACROSS = 232.0, 178.0
"""Millimetres for the lines of a matrix under its heading, and from margin to margin."""
_LOOSE, _TIGHT, _OVER_PAGES = 5.2, 2.9, 4.2
"""Millimetres from line to line: at most, at least, and where several pages are needed anyway."""
_LETTER, _OF_LINE = 0.19, 0.76
"""How wide a letter is, in millimetres for each point; how much of a line the letters take."""
_POINT = 0.3528


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
    signs, letters = _longest(matrix)
    points = min(pitch * _OF_LINE / _POINT, 9.0)
    columns = max(len(matrix.columns), 1)
    across = letters * _LETTER + columns * (signs * _LETTER) + columns / points
    points = min(points, _ACROSS / across)
    label = min(letters * _LETTER * points + 2, _ACROSS / 3)
    column = min((_ACROSS - label) / columns, 24.0)
    return Size(round(pitch, 2), round(points, 2), round(label, 2), round(column, 2), whole)


def _longest(matrix: Matrix) -> tuple[int, int]:
    """The letters of the longest mark and of the longest name."""
    lines = [one for group in matrix.groups for one in group.lines]
    marks = {mark.seen for one in lines for mark in one.marks}
    names = [*(one.label for one in lines), *(mark.words for mark in matrix.legend)]
    return max(map(len, marks), default=1) + 1, max(map(len, names), default=1) + 2
