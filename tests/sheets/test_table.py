"""Which rows are title, heading and body."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.sheet import Sheet
from kkmp_cli.sheets.table import SheetTable, body, find

FIELDS = {"kelurahan": "kelurahan", "nib": "nib", "tanggal nib": "nib_tanggal", "rat": "rat_2025"}


def _found(*lines: str) -> tuple[SheetTable, list[int]]:
    rows = [(number, line.split("|")) for number, line in enumerate(lines, 1)]
    sheet = Sheet("a.csv", None, None, None, rows)
    table = find(sheet, lambda text: FIELDS.get(text.casefold()), frozenset(("kelurahan",)))
    assert table is not None
    return table, [number for number, _ in body(sheet, table)]


@pytest.mark.parametrize(
    ("lines", "heading", "rows"),
    [
        (("Kelurahan|NIB", "Gambir|sudah"), 1, [2]),
        (("REKAP NIB", "", "Kelurahan|NIB", "Gambir|sudah"), 3, [4]),
        (("Kelurahan|NIB", "(1)|(2)", "Gambir|sudah"), 1, [3]),
        (("Kelurahan|NIB|", "|Nomor|Tanggal", "Gambir|1|2"), 2, [3]),
        (("Kelurahan|NIB", "|(sudah/belum)", "Gambir|sudah"), 2, [3]),
        (("Kelurahan|NIB",), 1, []),
    ],
)
def test_titles_stand_above_the_heading_and_numbers_of_columns_below_it(
    lines: tuple[str, ...], heading: int, rows: list[int]
) -> None:
    table, below = _found(*lines)
    assert (table.row, below) == (heading, rows)


def test_the_row_with_a_key_is_the_heading_however_many_words_another_knows() -> None:
    table, _ = _found("NIB|RAT", "Kelurahan|NIB", "Gambir|sudah")
    assert table.row == 2
    assert [cells for _, cells in table.titles] == [["NIB", "RAT"]]


def test_a_sheet_without_a_known_word_has_no_table() -> None:
    sheet = Sheet("a.csv", None, None, None, [(1, ["Menu", "Harga"]), (2, ["Soto", "1"])])
    assert find(sheet, FIELDS.get, frozenset(("kelurahan",))) is None


def test_the_heading_of_a_second_table_is_not_taken_for_that_of_the_first() -> None:
    table, below = _found("Kelurahan|NIB", "Gambir|sudah", "Kelurahan|RAT|NIB|Tanggal NIB", "a|b")
    assert (table.row, below, table.levels) == (1, [2, 3, 4], (["Kelurahan", "NIB"],))
    table, _ = _found("NIB|RAT", "sudah|belum", "Kelurahan|NIB", "Gambir|sudah")
    assert table.row == 1
