"""What a workbook shows beside its texts counts: nothing of it is taken for empty, and it is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from running import Done, Office

HEADINGS = ["Kecamatan", "Kelurahan", "NIB", "NPWP", "RAT TB 2025", "Anggota"]
ROWS = [
    ["Gambir", "Gambir", "sudah", "sudah", "sudah", 120],
    ["Gambir", "Cideng", "sudah", "belum", "belum", 135],
    ["Senen", "Kwitang", "belum", "belum", "belum", 90],
    ["Senen", "Bungur", "sudah", "sudah", "belum", 80],
]
Change = Callable[[xlsxwriter.Workbook, Any], object]


def _file(folder: Path, change: Change) -> Path:
    with xlsxwriter.Workbook(folder / "isian.xlsx") as book:
        sheet = book.add_worksheet("Data")
        for row, cells in enumerate([HEADINGS, *ROWS]):
            sheet.write_row(row, 0, cells)
        change(book, sheet)
    return folder / "isian.xlsx"


def _import(office: Office, path: Path, *more: str) -> Done:
    return office.run("import", path, "--per", "2026-11-20", *more)


def _emptied(book: xlsxwriter.Workbook, sheet: Any, *cells: str) -> None:
    for cell in cells:
        sheet.write_blank(cell, None, book.add_format())


def _held(office: Office, name: str) -> dict[str, Any]:
    return dict(office.good("show", name, "--json").json)


@pytest.mark.parametrize("more", [(), ("--kosong-belum", "nib")])
@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_cell_is_an_error_never_empty_and_never_belum(
    pusat: Office, tmp_path: Path, error: str, more: tuple[str, ...]
) -> None:
    path = _file(tmp_path, lambda _, sheet: sheet.write_formula("C3", "=A99", None, error))
    done = _import(pusat, path, "--json", *more)
    (fault,) = done.json["berkas"][0]["galat"]
    assert (done.code, fault["sel"], fault["isi"]) == (1, "C3", f"{error} (kesalahan rumus)")
    assert fault["saran"]
    assert _import(pusat, path, "--skip-errors", *more).code == 1
    assert _held(pusat, "Cideng")["nib"] is None
    assert _held(pusat, "Kwitang")["nib"] == "belum"


@pytest.mark.parametrize("cell", ["A3", "B3"])
def test_an_error_where_a_place_should_stand_refuses_the_row(
    pusat: Office, tmp_path: Path, cell: str
) -> None:
    path = _file(tmp_path, lambda _, sheet: sheet.write_formula(cell, "=A99", None, "#N/A"))
    faults = _import(pusat, path, "--json").json["berkas"][0]["galat"]
    assert [(fault["sel"], fault["isi"]) for fault in faults] == [(cell, "#N/A (kesalahan rumus)")]


def test_an_error_in_a_text_file_is_an_error_too(pusat: Office, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Kelurahan;NIB;Anggota\nCideng;#N/A;#REF!\n")
    faults = _import(pusat, tmp_path / "a.csv", "--json").json["berkas"][0]["galat"]
    assert [fault["sel"] for fault in faults] == ["B2", "C2"]


def test_errors_below_the_table_are_told_and_hide_nothing(pusat: Office, tmp_path: Path) -> None:
    def change(_: xlsxwriter.Workbook, sheet: Any) -> None:
        for column in range(6):
            sheet.write_formula(5, column, "=VLOOKUP(1,A:B,2)", None, "#N/A")

    done = _import(pusat, _file(tmp_path, change), "--json")
    assert (done.code, done.json["berkas"][0]["ditolak"]) == (1, 1)


def test_a_merged_value_holds_for_every_cell_of_its_merge(pusat: Office, tmp_path: Path) -> None:
    def change(_: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("A2:A3", "Gambir")
        sheet.merge_range("D2:D5", "sudah")

    path = _file(tmp_path, change)
    done = _import(pusat, path)
    assert done.code == 0
    assert [_held(pusat, name)["npwp"] for name in ("Cideng", "Kwitang", "Bungur")] == ["sudah"] * 3


def test_a_value_merged_over_two_columns_holds_for_both(pusat: Office, tmp_path: Path) -> None:
    path = _file(tmp_path, lambda _, sheet: sheet.merge_range("C3:D4", "proses"))
    assert _import(pusat, path).code == 0
    for name in ("Cideng", "Kwitang"):
        assert (_held(pusat, name)["nib"], _held(pusat, name)["npwp"]) == ("proses", "proses")


def test_a_merged_row_that_names_a_kecamatan_heads_the_rows_below_it(
    pusat: Office, tmp_path: Path
) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        plain = book.add_format()
        sheet.merge_range("A2:F2", "KECAMATAN GAMBIR", plain)
        sheet.merge_range("A4:F4", "SENEN", plain)
        sheet.write_row("A3", ["", "Cideng", "sudah", "sudah", "sudah", 1])
        sheet.write_row("A5", ["", "Bungur", "belum", "belum", "belum", 2])

    done = _import(pusat, _file(tmp_path, change), "--json")
    assert (done.code, done.json["berkas"][0]["ubah"]) == (0, 2)


def test_merged_titles_headings_and_signatures_are_read_as_before(
    pusat: Office, tmp_path: Path
) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:F1", "REKAP KKMP per 31 Oktober 2026")
        for column, text in (("A", "Kecamatan"), ("B", "Kelurahan"), ("F", "Anggota")):
            sheet.merge_range(f"{column}3:{column}4", text)
        sheet.merge_range("C3:D3", "NIB")
        sheet.write_row("C4", ["Status", "Nomor"])
        sheet.merge_range("E3:E4", "NPWP")
        for row, cells in enumerate(ROWS, 4):
            sheet.write_row(row, 0, [*cells[:3], "", cells[3], cells[5]])
        sheet.merge_range("A9:B9", "JUMLAH")
        sheet.write_row("C9", ["", "", "", 425])
        sheet.merge_range("A11:C11", "Mengetahui,")
        sheet.merge_range("D11:F12", "Jakarta, 31 Oktober 2026")
    done = pusat.run("import", tmp_path / "a.xlsx", "--json")
    (file,) = done.json["berkas"]
    assert (done.code, file["ubah"], file["per"]) == (0, 4, "2026-10-31")
    assert _held(pusat, "Gambir")["npwp"] == "sudah"


@pytest.mark.parametrize(
    ("code", "shown"), [("mmm-yy", "2026-03"), ("mmmm yyyy", "2026-03"), ("yyyy", "2026")]
)
def test_a_date_has_the_precision_that_its_cell_shows(
    pusat: Office, tmp_path: Path, code: str, shown: str
) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_datetime("C3", datetime(2026, 3, 1), book.add_format({"num_format": code}))

    assert _import(pusat, _file(tmp_path, change)).code == 0
    assert _held(pusat, "Cideng")["nib"] == shown


def test_a_title_that_shows_a_month_speaks_of_its_last_day(pusat: Office, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        month = book.add_format({"num_format": "mmm-yy"})
        sheet.write("A1", "Keadaan per")
        sheet.write_datetime("B1", datetime(2026, 10, 1), month)
        sheet.write_row("A3", ["Kelurahan", "NIB"])
        sheet.write_row("A4", ["Cideng", "sudah"])
    done = pusat.run("import", tmp_path / "a.xlsx", "--json")
    assert done.json["berkas"][0]["per"] == "2026-10-31"


def test_an_identifier_shown_with_its_zero_keeps_it(pusat: Office, tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write("C1", "Nomor NIB")
        _emptied(book, sheet, "C2", "C4", "C5")
        sheet.write_number("C3", 123456789012, book.add_format({"num_format": "0" * 13}))

    assert _import(pusat, _file(tmp_path, change)).code == 0
    assert _held(pusat, "Cideng")["nib_nomor"] == "0123456789012"


@pytest.mark.parametrize("cell", ["B3", "C3", "F3"])
def test_struck_through_cells_are_errors(pusat: Office, tmp_path: Path, cell: str) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        text = {"B": "Cideng", "C": "sudah", "F": 135}[cell[0]]
        sheet.write(cell, text, book.add_format({"font_strikeout": True}))

    path = _file(tmp_path, change)
    done = _import(pusat, path, "--json")
    assert [fault["sel"] for fault in done.json["berkas"][0]["galat"]] == [cell]
    assert _import(pusat, path, "--skip-errors").code == 1
    assert _held(pusat, "Cideng")["nib"] is None
    (rejected,) = tmp_path.glob("*ditolak*")
    again = _import(pusat, rejected)
    assert (again.code, _held(pusat, "Cideng")["nib"]) == (1, None)


def test_hidden_rows_and_columns_are_read_and_said(pusat: Office, tmp_path: Path) -> None:
    def change(_: xlsxwriter.Workbook, sheet: Any) -> None:
        for row in (1, 3, 4):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column("D:D", None, None, {"hidden": True})

    done = _import(pusat, _file(tmp_path, change))
    assert "3 baris tersembunyi ikut dibaca: baris 2, 4-5." in done.out
    assert '1 kolom tersembunyi ikut dibaca: D "NPWP".' in done.out
    assert _held(pusat, "Bungur")["npwp"] == "sudah"


def test_a_hidden_row_that_says_the_same_again_is_named_as_hidden(
    pusat: Office, tmp_path: Path
) -> None:
    def change(_: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write("B4", "Cideng")
        sheet.write("A4", "Gambir")
        sheet.set_row(3, None, None, {"hidden": True})

    faults = _import(pusat, _file(tmp_path, change), "--json").json["berkas"][0]["galat"]
    assert "baris 4 (tersembunyi)" in faults[0]["pesan"]


def _coloured(book: xlsxwriter.Workbook, sheet: Any) -> None:
    sheet.write_blank("C3", None, book.add_format({"bg_color": "#92D050"}))


def _commented(book: xlsxwriter.Workbook, sheet: Any) -> None:
    _emptied(book, sheet, "C3")
    sheet.write_comment("C3", "sudah di notaris")


@pytest.mark.parametrize(("change", "why"), [(_coloured, "berwarna"), (_commented, "berkomentar")])
def test_an_empty_cell_with_a_colour_or_a_comment_is_said_and_no_belum_advised(
    pusat: Office, tmp_path: Path, change: Change, why: str
) -> None:
    def both(book: xlsxwriter.Workbook, sheet: Any) -> None:
        _emptied(book, sheet, "D3")
        change(book, sheet)

    done = _import(pusat, _file(tmp_path, both))
    assert f'Sel kosong {why}, artinya tidak dapat dibaca: "NIB" C3.' in done.out
    assert "--kosong-belum npwp" in done.out
    assert "--kosong-belum nib" not in done.out


def test_no_belum_is_advised_for_a_column_with_merged_or_error_cells(
    pusat: Office, tmp_path: Path
) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("C2:C3", "sudah")
        _emptied(book, sheet, "C4", "D4", "E4")
        sheet.write_formula("D5", "=1/0", None, "#DIV/0!")

    done = _import(pusat, _file(tmp_path, change), "--skip-errors")
    assert "--kosong-belum rat_2025" in done.out
    assert "belum tentu berarti belum di kolom NIB, NPWP" in done.out
