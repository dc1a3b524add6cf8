"""What an ODS workbook shows beside its values, in the texts and beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.sheets import Sheet
from kkmp_cli.sheets.display import COLOURED, COMMENTED, MONTH, YEAR, Block, Remark
from kkmp_cli.sheets.opendocument import precision
from sheet_files import ods, ods_row, rows_of

STRUCK = '<style:text-properties style:text-line-through-style="solid"/>'
GREEN = '<style:table-cell-properties fo:background-color="#92d050"/>'
TEXT = 'office:value-type="string"'
SPANNED = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
STYLES = (
    f'<style:style style:name="struck" style:family="table-cell">{STRUCK}</style:style>'
    f'<style:style style:name="word" style:family="text">{STRUCK}</style:style>'
    f'<style:style style:name="green" style:family="table-cell">{GREEN}</style:style>'
    '<style:style style:name="leaf" style:family="table-cell" style:parent-style-name="green"/>'
)


def _sheet(folder: Path, *cells: str, row: str = "", columns: str = "") -> Sheet:
    """Headings, then a row of a name and these cells; `row` and `columns` say more of them."""
    name = '<table:table-cell office:value-type="string"><text:p>Cideng</text:p></table:table-cell>'
    headings = ods_row("Kelurahan", "NIB", "NPWP")
    data = f"<table:table-row{row}>{name}{''.join(cells)}</table:table-row>"
    return sheets.read(ods(folder / "a.ods", columns + headings + data, STYLES))


def _cell(text: str, more: str) -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [
        (
            "#N/A",
            'office:value-type="string" office:string-value="" table:formula="of:=NA()"',
            "#N/A",
        ),
        (
            "#DIV/0!",
            'office:value-type="float" office:value="0" table:formula="of:=1/0"',
            "#DIV/0!",
        ),
        (
            "Err:502",
            'office:value-type="float" office:value="0" table:formula="of:=A()"',
            "Err:502",
        ),
        ("Mar 26", 'office:value-type="date" office:date-value="2026-03-01"', "2026-03"),
        ("2025", 'office:value-type="date" office:date-value="2025-01-01"', "2025"),
        ("10/03/26", 'office:value-type="date" office:date-value="2026-03-10"', "2026-03-10"),
        ("90%", 'office:value-type="percentage" office:value="0.9"', "90%"),
        ("0000000000123", 'office:value-type="float" office:value="123"', "0000000000123"),
        ("175", 'office:value-type="float" office:value="175"', "175"),
        ("0,5", 'office:value-type="float" office:value="0.5"', "0,5"),
        ("sudah", 'office:value-type="string" table:style-name="struck"', "(dicoret) sudah"),
        (
            'belum<text:span text:style-name="word">sudah</text:span>',
            'office:value-type="string"',
            "(dicoret sebagian) belumsudah",
        ),
    ],
)
def test_a_cell_says_what_it_shows(tmp_path: Path, text: str, more: str, told: str) -> None:
    cell = rows_of(_sheet(tmp_path, _cell(text, more)))[1][1][1]
    assert cell.removesuffix(" (kesalahan rumus)") == told


@pytest.mark.parametrize(
    ("day", "text", "shown"),
    [
        ("2026-03-01", "Mar-26", MONTH),
        ("2026-03-26", "Mar-26", MONTH),
        ("2026-03-26", "26 Mar", ""),
        ("2026-03-10", "10 Mar", ""),
        ("2026-03-01", "Maret", MONTH),
        ("2026-03-01", "Maret 2026", MONTH),
        ("2026-03-01", "03/2026", MONTH),
        ("2026-03-10", "10/03", ""),
        ("2026-03-01", "2026", YEAR),
        ("2026-03-10", "Selasa, 10 Maret 2026", ""),
        ("2026-03-10", "10/03/2026 08:30", ""),
    ],
)
def test_a_date_is_as_exact_as_its_text(day: str, text: str, shown: str) -> None:
    assert precision(day, text) == shown


def test_merges_hidden_rows_and_columns_colours_and_comments_are_seen(tmp_path: Path) -> None:
    note = "<office:annotation><text:p>menunggu</text:p></office:annotation>"
    sheet = _sheet(
        tmp_path,
        '<table:table-cell table:style-name="leaf"/>',
        f"<table:table-cell>{note}</table:table-cell>",
        _cell("sudah", f"{TEXT} {SPANNED}"),
        row=' table:visibility="filter" table:number-rows-repeated="2"',
        columns='<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>',
    )
    assert sheet.shown.merges == [Block(2, 4, 3, 4)]
    assert (sheet.shown.hidden_rows, sheet.shown.hidden_columns) == ([(2, 3)], [(2, 2)])
    coloured, commented = sheet.shown.remarks
    assert coloured == Remark(Block(2, 3, 1, 1), COLOURED)
    assert commented == Remark(Block(2, 3, 2, 2), COMMENTED)
    assert rows_of(sheet)[1][1][1:4] == ["", "", "sudah"]


def test_rows_without_end_cost_nothing(tmp_path: Path) -> None:
    rest = (
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048570">'
        '<table:table-cell table:style-name="green" table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    path = ods(tmp_path / "a.ods", ods_row("Kelurahan", "NIB") + rest, STYLES)
    assert sheets.read(path).shown.hidden_rows == [(2, 1_048_571)]


def test_the_place_of_a_cell_counts_the_rows_and_cells_that_are_repeated(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="3"/>'
    blank = f'<table:table-row table:number-rows-repeated="5">{empty}</table:table-row>'
    error = _cell("#N/A", 'office:value-type="float" office:value="0" table:formula="of:=NA()"')
    row = f"<table:table-row>{empty}{error}</table:table-row>"
    sheet = sheets.read(ods(tmp_path / "a.ods", ods_row("Kelurahan", "NIB") + blank + row))
    assert rows_of(sheet)[6] == (7, ["", "", "", "#N/A (kesalahan rumus)"])
