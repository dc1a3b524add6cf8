"""What an XLSX workbook shows beside its values, in the texts and beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kkmp_cli import sheets
from kkmp_cli.sheets import Sheet
from kkmp_cli.sheets.display import COLOURED, COMMENTED, Block, Remark
from sheet_files import appended, patched, rows_of, with_cell

Change = Callable[[xlsxwriter.Workbook, Any], object]
DAY = datetime(2026, 3, 1)


def _sheet(folder: Path, change: Change) -> Sheet:
    """Headings in row 1 and a cooperative in rows 2 and 3, with a change of the cells beside."""
    with xlsxwriter.Workbook(folder / "a.xlsx") as book:
        sheet = book.add_worksheet("Data")
        for row, cells in enumerate([["Kelurahan", "NIB"], ["Gambir"], ["Cideng"]]):
            sheet.write_row(row, 0, cells)
        change(book, sheet)
    return sheets.read(folder / "a.xlsx")


def _b2(sheet: Sheet) -> str:
    return [*rows_of(sheet)[1][1], ""][1]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!"])
def test_an_error_is_shown_as_such(tmp_path: Path, error: str) -> None:
    sheet = _sheet(tmp_path, lambda _, data: data.write_formula("B2", "=1/0", None, error))
    assert _b2(sheet) == f"{error} (kesalahan rumus)"


def test_an_error_at_the_edge_of_the_sheet_is_shown(tmp_path: Path) -> None:
    sheet = _sheet(tmp_path, lambda _, data: data.write_formula("D4", "=1/0", None, "#DIV/0!"))
    assert rows_of(sheet)[3] == (4, ["", "", "", "#DIV/0! (kesalahan rumus)"])


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("mmm-yy", DAY, "2026-03"),
        ("mmmm yyyy", DAY, "2026-03"),
        ("[$-421]mmmm yyyy;@", DAY, "2026-03"),
        ("mm/yyyy", DAY, "2026-03"),
        ("yyyy", DAY, "2026"),
        ("d mmm", DAY, "2026-03-01"),
        ("dd/mm/yyyy hh:mm", DAY, "2026-03-01"),
        ("0%", 0.9, "90%"),
        ("0.00%", 1, "100%"),
        ("0000000000000", 123, "0000000000123"),
        ("00\\.000\\.000", 1234567, "01234567"),
        ("#,##0", 1250, "1250"),
        ("0.00", 1.5, "1,5"),
        ('0 "orang"', 175, "175"),
        ("General", 12, "12"),
    ],
)
def test_a_value_says_what_its_format_shows(
    tmp_path: Path, code: str, value: Any, text: str
) -> None:
    def change(book: xlsxwriter.Workbook, data: Any) -> None:
        data.write("B2", value, book.add_format({"num_format": code}))

    assert _b2(_sheet(tmp_path, change)) == text


def test_a_number_that_lost_its_last_digits_gets_no_zeros(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, data: Any) -> None:
        data.write("B2", 1234567890123456, book.add_format({"num_format": "0" * 18}))

    assert _b2(_sheet(tmp_path, change)) == "1,23456789012346E+15"


def test_struck_text_is_told_wholly_or_in_part(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, data: Any) -> None:
        struck = book.add_format({"font_strikeout": True})
        data.write("B2", "sudah", struck)
        data.write_rich_string("B3", struck, "sudah", "belum")
        data.write_blank("B4", None, struck)
        data.write("B5", 175, struck)

    texts = [cells[1] for _, cells in rows_of(_sheet(tmp_path, change))[1:]]
    struck = ["(dicoret) sudah", "(dicoret sebagian) sudahbelum", "", "(dicoret) 175"]
    assert texts == struck


def test_struck_text_in_the_cell_itself_is_told(tmp_path: Path) -> None:
    runs = "<r><rPr><strike/></rPr><t>sudah</t></r><r><t>belum</t></r>"
    cell = f'<c r="B2" t="inlineStr"><is>{runs}</is></c>'
    assert _b2(sheets.read(with_cell(tmp_path / "a.xlsx", cell))).startswith("(dicoret sebagian)")


def test_merges_hidden_rows_and_columns_colours_and_comments_are_seen(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, data: Any) -> None:
        data.merge_range("C2:C3", "sudah")
        data.set_row(2, None, None, {"hidden": True})
        data.set_column("D:E", None, None, {"hidden": True})
        data.write_blank("B2", None, book.add_format({"bg_color": "#00FF00"}))
        data.write_blank("B4", None, book.add_format({"bg_color": "#FFFFFF"}))
        data.write_comment("B3", "menunggu")

    shown = _sheet(tmp_path, change).shown
    assert shown.merges == [Block(2, 3, 2, 2)]
    assert (shown.hidden_rows, shown.hidden_columns) == ([(3, 3)], [(3, 4)])
    assert shown.remarks == [
        Remark(Block(2, 2, 1, 1), COLOURED),
        Remark(Block(3, 3, 1, 1), COMMENTED),
    ]


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c><c r="B3" t=\'e\'><v>#N/A</v></c></row>',
        b'<row><c t="inlineStr"><is><t>x</t></is></c><c t="e"><v>#N/A</v></c></row>',
        b'<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="3">'
        b'<x:c r="B3" t="e"><x:v>#N/A</x:v></x:c></x:row>',
    ],
    ids=["quoted", "unplaced", "prefixed"],
)
def test_an_error_is_seen_however_a_program_spells_its_tags(tmp_path: Path, row: bytes) -> None:
    sheet = sheets.read(patched(tmp_path / "a.xlsx", appended(row)))
    assert rows_of(sheet)[2][1][1] == "#N/A (kesalahan rumus)"


def test_the_rows_between_are_left_out_and_the_places_stay(tmp_path: Path) -> None:
    def change(_: xlsxwriter.Workbook, data: Any) -> None:
        for row in range(3, 3_000):
            data.write_row(row, 0, ["Senen", row])
        data.write_formula("B2900", "=1/0", None, "#DIV/0!")
        data.merge_range("C2990:C2995", "sudah")

    sheet = _sheet(tmp_path, change)
    assert [number for number, cells in rows_of(sheet) if cells[1].startswith("#DIV/0!")] == [2_900]
    assert sheet.shown.merges == [Block(2_990, 2_995, 2, 2)]
