"""A matrix on paper: as large as fits, and on one page as long as it can be read."""

from __future__ import annotations

import pytest

from kkmp_cli.render.document import Mark, Matrix, MatrixGroup, MatrixLine
from kkmp_cli.render.formats.matrix_page import size

DONE = Mark("sudah", "●", "Agu 25", "8/25", "sudah, Agustus 2025")
PAGE = 232.0


def of(lines: int, columns: int, name: str = "Gunung Sahari Selatan") -> Matrix:
    """A matrix in groups of five lines."""
    line = MatrixLine(name, (DONE,) * columns)
    groups = tuple(
        MatrixGroup("Kecamatan", (line,) * min(5, lines - at)) for at in range(0, lines, 5)
    )
    heads = ("NIB",) * columns
    return Matrix("Kelurahan", heads, heads, groups, (DONE,), ((lines,) * columns,))


@pytest.mark.parametrize("lines", [1, 11, 18, 44, 56, 65])
@pytest.mark.parametrize("columns", [8, 11, 14])
def test_a_kota_stands_on_one_page_in_letters_that_can_be_read(lines: int, columns: int) -> None:
    matrix = of(lines, columns)
    for beside in (False, True):
        made = size(matrix, beside=beside)
        assert made.whole
        assert (matrix.height - beside * len(matrix.groups)) * made.pitch <= PAGE
        assert made.group + made.label + columns * made.column <= 178
        assert 5 <= made.points <= 9
        assert made.apart == (matrix.height - beside * len(matrix.groups) > 20)


def test_more_lines_than_a_page_can_bear_are_spread_over_several() -> None:
    made = size(of(400, 8))
    assert not made.whole and made.points >= 6.5


def test_a_matrix_of_nobody_has_a_size_too() -> None:
    assert size(Matrix("Kelurahan", (), (), (), (), ())).whole
