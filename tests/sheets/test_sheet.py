"""What a read file is: how its cells and places are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.sheets.sheet import (
    Sheet,
    cell_name,
    column_letter,
    guard,
    is_every,
    position_of,
    unwrap,
)


@pytest.mark.parametrize(("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_spreadsheets_do(position: int, letters: str) -> None:
    assert column_letter(position) == letters
    assert cell_name(position, 7) == f"{letters}7"


@pytest.mark.parametrize(
    ("cell", "text"),
    [('="0123"', "0123"), ("'=1+1", "=1+1"), ("'Aisyiyah", "'Aisyiyah"), ('="a""b"', 'a"b')],
)
def test_wrappers_of_spreadsheets_are_taken_off(cell: str, text: str) -> None:
    assert unwrap(cell) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "'=1",
        "-5",
        "@a",
        "＝1",
        *(f"{space}=1" for space in "\u3000\u2003\u202f\u200b\ufeff\n"),
    ],
)
def test_what_could_be_a_formula_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unwrap(guard(text)) == text


def test_a_sheet_is_named_with_its_file_where_several_are_read() -> None:
    sheet = Sheet("a.xlsx", "Senen", None, None, ())
    assert sheet.place == "a.xlsx"
    assert sheet._replace(one_of_many=True).place == "a.xlsx lembar Senen"
    assert is_every(" Semua ")


def test_a_part_of_a_sheet_keeps_every_cell_in_its_place() -> None:
    sheet = Sheet(
        "a.csv", None, None, None, [(1, ["a", "b", "c"]), (2, ["d"]), (3, ["e", "f", "g"])]
    )
    part = sheet.part(2, 1, 2)
    assert [(number, [*cells]) for number, cells in part.rows] == [(2, [""]), (3, ["", "f"])]
    assert (part.top, part.left, position_of("C7"), position_of("")) == (2, 1, 2, 0)


BEGINNINGS = st.text(
    st.sampled_from("'=+-@\t\r\n＝ \u00a0\u3000\u2003\u202f\u200b\ufeffa"), max_size=8
)


@given(BEGINNINGS)
def test_what_a_spreadsheet_sees_first_is_never_a_sign(text: str) -> None:
    shown = guard(text)
    assert unwrap(shown) == text
    seen = "".join(
        letter for letter in shown if not letter.isspace() and letter not in "\u200b\ufeff"
    )
    assert seen[:1] not in ("=", "+", "-", "@", "＝")
