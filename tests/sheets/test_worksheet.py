"""The tags of one worksheet of an XLSX workbook."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets import markup
from kkmp_cli.sheets.cell_styles import Style
from kkmp_cli.sheets.display import COLOURED, Block, Display, Remark, SheetDisplay
from kkmp_cli.sheets.worksheet import Worksheet

STYLES = [Style(), Style(filled=True), Style(Display(percent=True))]


def _shown(rows: str, strings: dict[str, str] | None = None) -> SheetDisplay:
    worksheet = Worksheet(STYLES, strings or {})
    markup.walk([f"<worksheet>{rows}</worksheet>".encode()], worksheet)
    return worksheet.shown


def test_a_cell_without_a_place_follows_the_one_before_it() -> None:
    cells = '<c r="B2" s="2"><v>1</v></c><c s="2"><v>1</v></c>'
    shown = _shown(f'<row r="2">{cells}</row><row><c s="2"><v>1</v></c></row>')
    assert {row: list(cells) for row, cells in shown.displays.items()} == {2: [1, 2], 3: [0]}


def test_only_empty_cells_are_remarked_for_their_colour() -> None:
    cells = '<c r="A1" s="1"/><c r="B1" s="1"><v>1</v></c><c r="C1" s="1" t="inlineStr"><is/></c>'
    assert _shown(f"<row>{cells}</row>").remarks == [Remark(Block(1, 1, 0, 0), COLOURED)]


def test_whole_rows_and_columns_may_have_a_colour() -> None:
    shown = _shown('<cols><col min="2" max="3" style="1"/></cols><row r="4" s="1"/>')
    rows, columns = (
        Remark(Block(4, 4, 0, 16_383), COLOURED),
        Remark(Block(1, 1_048_576, 1, 2), COLOURED),
    )
    assert shown.remarks == [columns, rows]


def test_a_row_or_column_without_height_or_width_is_hidden() -> None:
    shown = _shown(
        '<cols><col min="2" max="3" width="0"/></cols><row r="4" ht="0"/><row hidden="true"/>'
    )
    assert (shown.hidden_rows, shown.hidden_columns) == ([(4, 4), (5, 5)], [(1, 2)])


def test_a_number_that_is_no_shared_string_is_not_struck_by_one() -> None:
    cells = '<c r="A1" t="s"><v>7</v></c><c r="B1"><v>7</v></c>'
    assert list(_shown(f"<row>{cells}</row>", {"7": "dicoret"}).displays[1]) == [0]


@pytest.mark.parametrize("place", ["", "2B", "$", "ABCD1"])
def test_a_place_that_is_none_is_an_error(place: str) -> None:
    with pytest.raises(ValueError, match=r"^\D*\d*\D*$"):
        _shown(f'<mergeCell ref="{place}:B2"/>')
