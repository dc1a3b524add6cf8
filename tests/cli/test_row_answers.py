"""What an answer about a wrong row comes to, as the values of options."""

from __future__ import annotations

from kkmp_cli.cli.row_answers import with_text, without_rows
from kkmp_cli.errors import Problem


def _problem(row: int, cell: str) -> Problem:
    return Problem(row, "", cell, "", "", "")


def test_a_newer_text_of_a_cell_replaces_the_older_one() -> None:
    wrong = [_problem(2, "B2"), _problem(3, "B3")]
    assert with_text(["B3=x", "B30=y"], wrong, "ya") == ("B30=y", "B2=ya", "B3=ya")


def test_a_row_is_left_out_once() -> None:
    assert without_rows(["7"], [_problem(7, "A7"), _problem(9, "A9")]) == ("7", "9")
