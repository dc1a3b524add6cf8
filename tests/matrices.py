"""A matrix as plain grids of text, for tests of every format that writes one."""

from __future__ import annotations

from kkmp_cli.render.document import COUNT, Matrix, shown


def cells_of(matrix: Matrix) -> list[list[str]]:
    """Marks as they are seen, a row with the name of each group, the counts at the foot."""
    rows = [[matrix.label, *matrix.columns]]
    for group in matrix.groups:
        rows.append([group.label, *[""] * len(matrix.columns)])
        rows += [[one.label, *(mark.seen for mark in one.marks)] for one in group.lines]
    return [*rows, *_foot(matrix)]


def in_words(matrix: Matrix) -> list[list[str]]:
    """Each mark followed by what a screen reader says, the name of a group in one cell."""
    rows = [[matrix.label, *matrix.columns]]
    for group in matrix.groups:
        rows.append([group.label])
        rows += [
            [one.label, *(mark.seen + mark.words for mark in one.marks)] for one in group.lines
        ]
    return [*rows, *_foot(matrix)]


def _foot(matrix: Matrix) -> list[list[str]]:
    return [
        [f"{mark.sign} {mark.words}", *(shown(number, COUNT) for number in counts)]
        for mark, counts in zip(matrix.legend, matrix.counts, strict=True)
    ]
