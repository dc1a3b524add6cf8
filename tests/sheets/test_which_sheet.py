"""Which sheet of a workbook is read: the named one, all, or the one with known headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import Refused
from sheet_files import Grid, xlsx


def test_the_sheet_that_names_kelurahan_is_taken_before_a_sheet_of_totals(tmp_path: Path) -> None:
    totals: Grid = [["NIB", "RAT"], [44, 5]]
    data: Grid = [["Nama Kelurahan", "NIB"], ["Gambir", "sudah"]]
    assert sheets.read(xlsx(tmp_path / "a.xlsx", Rekap=totals, Data=data)).name == "Data"
    with pytest.raises(Refused, match="2 lembar berisi tabel") as caught:
        sheets.read(xlsx(tmp_path / "b.xlsx", Rekap=totals, Gambir=data, Senen=data))
    assert 'satu per satu, misalnya --sheet "Gambir"' in caught.value.remedy


def test_the_sheet_with_known_headings_is_taken(tmp_path: Path) -> None:
    table: Grid = [["No", "Kelurahan", "NIB"], [1, "Gambir", "sudah"]]
    path = xlsx(tmp_path / "a.xlsx", Petunjuk=[["Cara mengisi"], ["NIB"]], Isian=table, Kosong=[])
    assert sheets.read(path).name == "Isian"


def test_two_sheets_with_tables_are_refused_and_named(tmp_path: Path) -> None:
    table = [["Kelurahan", "NIB"], ["Gambir", "sudah"]]
    path = xlsx(tmp_path / "a.xlsx", Gambir=table, Senen=table)
    with pytest.raises(Refused, match="`Gambir`, `Senen`") as refused:
        sheets.read(path)
    assert '--sheet "Gambir"' in refused.value.remedy
    assert sheets.read(path, sheet="senen").name == "Senen"
    with pytest.raises(Refused, match="tidak punya lembar"):
        sheets.read(path, sheet="Menteng")


def test_a_workbook_without_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="kosong"):
        sheets.read(xlsx(tmp_path / "a.xlsx", Data=[]))
