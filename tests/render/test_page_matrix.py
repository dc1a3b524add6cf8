"""A matrix on a screen: the same marks at any width, months where there is room."""

from __future__ import annotations

import pytest

from kkmp_cli.render.document import Mark, Matrix, MatrixGroup, MatrixLine
from kkmp_cli.render.page_matrix import lines

DONE = Mark("sudah", "●", "Des 25", "12/25", "sudah, Desember 2025")
SAID = Mark("sudah", "●", "sudah", "", "sudah")
STUCK = Mark("terkendala", "▲", "modal", "", "terkendala: modal")
UNKNOWN = Mark("tidak_diketahui", "·", "", "", "belum ada data")
HEADS = ("Musyawarah", "SK badan hukum", "NIB")


def matrix(*marks: Mark) -> Matrix:
    """One kecamatan with a line that has these marks, and its foot."""
    line = MatrixLine("Gunung Sahari Selatan", marks)
    columns = tuple(HEADS[at % 3] for at in range(len(marks)))
    heads = tuple(("Musy.", "SK", "NIB")[at % 3] for at in range(len(marks)))
    groups = (MatrixGroup("Kemayoran", (line,)),)
    return Matrix("Kelurahan", columns, heads, groups, (SAID,), ((1, *[None] * (len(marks) - 1)),))


def printed(matrix: Matrix, width: int | None) -> list[str]:
    """Its lines as plain text."""
    return [line.plain for line in lines(matrix, width)]


def test_with_room_headings_are_whole_and_months_stand_beside_their_signs() -> None:
    assert printed(matrix(DONE, STUCK, UNKNOWN), None) == [
        "   Kelurahan              Musyawarah  SK badan hukum  NIB",
        "  Kemayoran (1)",
        "   Gunung Sahari Selatan  ● Des 25    ▲               ·",
        "",
        "   ● sudah                1           –               –",
    ]


def test_with_little_room_headings_are_short_then_months_then_only_signs_are_left() -> None:
    made = matrix(DONE, SAID, UNKNOWN)
    assert printed(made, 50)[0::2][:2] == [
        "   Kelurahan              Musy.     SK  NIB",
        "   Gunung Sahari Selatan  ● Des 25  ●   ·",
    ]
    assert printed(made, 42)[2] == "   Gunung Sahari Selatan ●12/25 ●  ·"
    two = printed(matrix(*[DONE] * 6), 60)
    assert two[2] == "   Gunung Sahari Selatan  ●      ●   ●    ●      ●   ●"


@pytest.mark.parametrize("columns", [3, 8, 14])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_every_mark_is_there_at_any_width_and_no_line_is_wider(columns: int, width: int) -> None:
    text = printed(matrix(*[DONE, STUCK, UNKNOWN] * 5)._replace(), width)
    every = [sign for line in text if "Sahari" in line for sign in line if sign in "●▲·"]
    assert sorted(every) == sorted("●▲·" * 5)
    assert max(map(len, printed(matrix(*[DONE] * columns), width))) <= width


def test_text_from_outside_does_not_act_on_a_screen() -> None:
    made = matrix(DONE)
    evil = MatrixGroup("[bold]\x1b[31mX", (MatrixLine("a\u202eb", (DONE,)),))
    text = "".join(printed(made._replace(groups=(evil,)), 80))
    assert "\x1b" not in text and "\u202e" not in text and "[bold]" in text
