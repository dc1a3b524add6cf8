"""An attendance list: what its workbook shows counts as in any other sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

from kkmp_cli import sheets
from kkmp_cli.importing import attendance
from office_sheets import INDEX

PEOPLE = [
    ["No", "Kelurahan", "Nama", "Jabatan"],
    [1, "Gambir", "A", "Ketua"],
    [2, "Gambir", "B", "Sekretaris"],
]


def _read(folder: Path, change: Callable[[xlsxwriter.Workbook, Any], object]) -> Any:
    with xlsxwriter.Workbook(folder / "a.xlsx") as book:
        sheet = book.add_worksheet("Data")
        for row, cells in enumerate(PEOPLE):
            sheet.write_row(row, 0, cells)
        change(book, sheet)
    return attendance.read(sheets.read(folder / "a.xlsx"), INDEX, "31.71")


def test_people_beside_a_merged_kelurahan_are_of_that_kelurahan(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range("B2:B3", "Gambir", book.add_format())

    merged, plain = _read(tmp_path, change), _read(tmp_path, lambda *_: None)
    assert not merged.problems
    assert merged.people == plain.people


def test_a_person_who_is_struck_through_did_not_come_in_silence(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write("C3", "B", book.add_format({"font_strikeout": True}))

    (problem,) = _read(tmp_path, change).problems
    assert (problem.cell, "dicoret" in problem.message) == ("C3", True)


def test_an_error_is_nobody(tmp_path: Path) -> None:
    read = _read(tmp_path, lambda _, sheet: sheet.write_formula("B3", "=A99", None, "#REF!"))
    (problem,) = read.problems
    assert (problem.cell, "#REF!" in problem.message) == ("B3", True)


def test_a_heading_in_another_order_turns_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head, row = "Kelurahan;Pengurus;Pengawas", "Gambir;2;1"
    path.write_text(f"{head}\n{row}\n{head}\nCideng;3;1\n", encoding="utf-8")
    assert not attendance.read(sheets.read(path), INDEX, "31.71").problems
    path.write_text(f"{head}\n{row}\nKelurahan;Pengawas;Pengurus\nCideng;1;3\n", encoding="utf-8")
    (problem,) = attendance.read(sheets.read(path), INDEX, "31.71").problems
    assert (problem.cell, problem.message) == ("B3", "judul kolom diulang dengan urutan lain")
