"""The rejected rows of an attendance list, whole, with the reason behind them."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from kkmp_cli import sheets
from kkmp_cli.importing import attendance
from kkmp_cli.importing.attendance.list_meanings import read_meanings
from kkmp_cli.render.formats import rejected_list, rejects_file
from office_sheets import INDEX, sheet_of

TEXT = "Utusan;Nama;Jabatan;Hadir\nGambir;A;Ketua;x\nGambir;B;Bendahara;ya\nCideng;C;Ketua;ya\n"


def _rows(content: bytes) -> list[list[str]]:
    return [line.split(";") for line in content.decode("utf-8-sig").splitlines()]


def test_a_bad_row_stands_there_with_those_that_wait_for_it() -> None:
    sheet = sheet_of(TEXT)
    read = attendance.read(sheet, INDEX, "31.71", read_meanings((), ["Utusan=kelurahan"]))
    read.hold_back()
    heading, *rows = _rows(rejects_file.text([rejected_list.page(sheet, read)]))
    assert heading == ["kelurahan", "Nama", "Jabatan", "Hadir", "Alasan ditolak"]
    assert [row[:2] for row in rows] == [["Gambir", "A"], ["Gambir", "B"]]
    assert rows[0][4].startswith("D2 kata ini tidak dikenal. Tulis hadir")
    assert rows[1][4] == "3 ikut ditahan: baris lain Gambir salah."


def test_a_row_below_a_merged_kelurahan_names_it_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Kelurahan", "Nama", "Jabatan", "Hadir"])
        page.merge_range("A2:A3", "Gambir", book.add_format())
        page.write_row(1, 1, ["A", "Ketua", "ya"])
        page.write_row(2, 1, ["B", "Ketua", "x"])
    sheet = sheets.read(path)
    read = attendance.read(sheet, INDEX, "31.71")
    read.hold_back()
    (target := tmp_path / "b.xlsx").write_bytes(
        rejects_file.workbook([rejected_list.page(sheet, read)])
    )
    written = [[*cells] for _, cells in sheets.read(target).rows]
    assert [row[:2] for row in written[1:]] == [["Gambir", "A"], ["Gambir", "B"]]
