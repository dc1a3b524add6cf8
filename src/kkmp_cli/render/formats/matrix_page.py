"""How large a matrix is printed so that it fits a page of A4 as a whole. Never enters: a word."""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.render.document import Matrix

_UNDER_HEADING, _UNDER_TITLE = 232.0, 216.0
"""Millimetres for the lines of a matrix on a page of its own, and on one that has a title too."""
_ACROSS = 178.0
_LOOSE, _TIGHT, _OVER_PAGES = 5.2, 2.6, 4.2
"""Millimetres from line to line: at most, at least, and where several pages are needed anyway."""
_LETTER, _OF_LINE, _POINT = 0.17, 0.78, 0.3528
"""Millimetres of a letter's width for each point; how much of a line the letters take; a point."""
_EDGES = 1.6
"""Millimetres left and right of a text."""
_LARGEST, _WIDEST = 9.0, 24.0
"""Points of the letters, millimetres of a column."""
_BRIEF = 20
"""Lines that need no page of their own."""


class Size(NamedTuple):
    """`pitch` and the widths in millimetres, `points` of the letters, `head` of those in headings;
    `whole`: it stands on one page, `apart`: on one of its own. `group` is none where a group has a
    line of its own.
    """

    pitch: float
    points: float
    group: float
    label: float
    column: float
    whole: bool
    apart: bool
    head: float


def size(matrix: Matrix, under_title: bool = False, beside: bool = False) -> Size:
    """As large as the page allows, and no larger than is pleasant. `beside`: the name of a group
    stands in a column before its lines.
    """
    lines = matrix.height - len(matrix.groups) * beside
    share = (_UNDER_TITLE if under_title else _UNDER_HEADING) / max(lines, 1)
    whole = share >= _TIGHT
    pitch = min(int(share * 100) / 100, _LOOSE) if whole else _OVER_PAGES
    across = _across(matrix, pitch * _OF_LINE / _POINT, beside)
    return Size(pitch, **_rounded(across), whole=whole, apart=whole and lines > _BRIEF)


def _across(matrix: Matrix, high: float, beside: bool) -> dict[str, float]:
    """Points of letters that are at most so high, and the widths of group, label and column."""
    groups = _longest([group.label for group in matrix.groups]) * beside
    names, columns = _names(matrix), max(len(matrix.columns), 1)
    points = _fitting(groups + names + columns * _marks(matrix), high)
    group, label = (min(wide * _LETTER * points, _ACROSS / 4) for wide in (groups, names))
    headed = _headed(matrix, points, min((_ACROSS - group - label) / columns, _WIDEST))
    return {"group": group, "label": label, **headed}


def _fitting(letters: int, high: float) -> float:
    """Points in which so many letters stand side by side."""
    return min(high, _LARGEST, _ACROSS / (_LETTER * letters))


def _headed(matrix: Matrix, points: float, column: float) -> dict[str, float]:
    """The points of the letters, the width of a column, and points in which no word of a heading is
    wider.
    """
    words = [word for label in matrix.columns for word in label.split()]
    fitting = (column - _EDGES) / (_LETTER * max(map(len, words), default=1))
    return {"points": points, "column": column, "head": min(points, fitting)}


def _names(matrix: Matrix) -> int:
    lines = [one.label for group in matrix.groups for one in group.lines]
    return _longest([*lines, *(f"  {mark.words}" for mark in matrix.legend)])


def _marks(matrix: Matrix) -> int:
    lines = [one for group in matrix.groups for one in group.lines]
    return _longest(list({mark.seen for one in lines for mark in one.marks}))


def _longest(texts: list[str]) -> int:
    """The letters of the longest, and room beside it."""
    return max(map(len, texts), default=0) + 1


def _rounded(sizes: dict[str, float]) -> dict[str, float]:
    """Down, so that what fits still does."""
    return {name: int(size * 100) / 100 for name, size in sizes.items()}
