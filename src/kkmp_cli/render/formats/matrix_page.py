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
_LARGEST, _WIDEST = 9.0, 24.0
"""Points of the letters, millimetres of a column."""
_BRIEF = 20
"""Lines that need no page of their own."""


class Size(NamedTuple):
    """`pitch` and the widths in millimetres, `points` of the letters; `whole`: it stands on one
    page, `apart`: on one of its own. `group` is none where a group has a line of its own.
    """

    pitch: float
    points: float
    group: float
    label: float
    column: float
    whole: bool
    apart: bool


def size(matrix: Matrix, under_title: bool = False, beside: bool = False) -> Size:
    """As large as the page allows, and no larger than is pleasant. `beside`: the name of a group
    stands in a column before its lines.
    """
    lines = matrix.height - len(matrix.groups) * beside
    share = (_UNDER_TITLE if under_title else _UNDER_HEADING) / max(lines, 1)
    whole = share >= _TIGHT
    pitch = min(int(share * 100) / 100, _LOOSE) if whole else _OVER_PAGES
    points, *widths = _rounded(_across(matrix, pitch * _OF_LINE / _POINT, beside))
    group, label, column = widths
    apart = whole and lines > _BRIEF
    return Size(pitch, points, group, label, column=column, whole=whole, apart=apart)


def _across(matrix: Matrix, high: float, beside: bool) -> tuple[float, float, float, float]:
    """Points of letters that are at most so high, and the widths of group, label and column."""
    groups = _longest([group.label for group in matrix.groups]) * beside
    names, columns = _names(matrix), max(len(matrix.columns), 1)
    letters = groups + names + columns * _marks(matrix)
    points = min(high, _LARGEST, _ACROSS / (_LETTER * letters))
    group, label = (min(wide * _LETTER * points, _ACROSS / 4) for wide in (groups, names))
    column = min((_ACROSS - group - label) / columns, _WIDEST)
    return points, group, label, column


def _names(matrix: Matrix) -> int:
    lines = [one.label for group in matrix.groups for one in group.lines]
    return _longest([*lines, *(f"  {mark.words}" for mark in matrix.legend)])


def _marks(matrix: Matrix) -> int:
    lines = [one for group in matrix.groups for one in group.lines]
    return _longest(list({mark.seen for one in lines for mark in one.marks}))


def _longest(texts: list[str]) -> int:
    """The letters of the longest, and room beside it."""
    return max(map(len, texts), default=0) + 1


def _rounded(sizes: tuple[float, ...]) -> list[float]:
    """Down, so that what fits still does."""
    return [int(one * 100) / 100 for one in sizes]
