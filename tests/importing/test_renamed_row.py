"""A row is made to name a cooperative by as few cells as that takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.actions.import_sheets import ImportRequest, preview
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import CellError
from kkmp_cli.importing.renamed_row import RenamedRow
from kkmp_cli.render.progress import Watch
from office_sheets import INDEX, TODAY
from running import Office
from sheet_files import isian


def row_of(office: Office, folder: Path, headings: list[str], cells: list[str]) -> RenamedRow:
    sheet = sheets.read(isian(folder, ".csv", headings, cells))
    session = Session(str(office.register), "kkmp uji")
    request = ImportRequest(kota="jakpus", per=TODAY)
    result = preview(session, [sheet], request, Watch(seen=False)).result
    return RenamedRow(INDEX, "31.71", result.reading.files[0], cells)


@pytest.mark.parametrize(
    ("headings", "cells", "texts"),
    [
        (["Kelurahan", "NIB"], ["Cidengg", "sudah"], {0: "31.71.01.1002"}),
        (["Kode", "NIB"], ["31.71.01.1092", "sudah"], {0: "31.71.01.1002"}),
        (
            ["Kode", "Kelurahan", "NIB"],
            ["31.71.01.1001", "Cideng", "sudah"],
            {0: "31.71.01.1002", 1: "31.71.01.1002"},
        ),
        (["Kelurahan", "Kecamatan"], ["Cidengg", "Gambir"], {0: "31.71.01.1002"}),
        (
            ["Kelurahan", "Kecamatan"],
            ["Cideng", "Senen"],
            {0: "31.71.01.1002", 1: "Gambir"},
        ),
    ],
)
def test_the_code_stands_where_the_name_stood_and_what_is_against_it_beside(
    pusat: Office, tmp_path: Path, headings: list[str], cells: list[str], texts: dict[int, str]
) -> None:
    row = row_of(pusat, tmp_path, headings, cells)
    area = INDEX.codes["31.71.01.1002"]
    assert row.naming(area) == texts
    assert row.area(texts) == area


def test_both_the_area_of_the_code_and_that_of_the_name_may_be_meant(
    pusat: Office, tmp_path: Path
) -> None:
    headings = ["Kode", "Kelurahan", "NIB"]
    row = row_of(pusat, tmp_path, headings, ["31.71.01.1001", "Cideng", "sudah"])
    assert [area.kelurahan for area in row.candidates()] == ["Gambir", "Cideng"]


def test_a_name_that_is_only_near_is_proposed_and_an_unknown_one_not(
    pusat: Office, tmp_path: Path
) -> None:
    row = row_of(pusat, tmp_path, ["Kelurahan", "NIB"], ["Karang Ayarr", "sudah"])
    assert [area.kelurahan for area in row.candidates()] == ["Karang Anyar"]
    assert row.spelling(row.candidates()[0]) == "Karang Ayarr"
    with pytest.raises(CellError, match="Entah tidak ditemukan"):
        row.area({0: "Entah"})
    with pytest.raises(CellError, match="tidak menyebut kelurahan"):
        row_of(pusat, tmp_path, ["Kelurahan", "NIB", "NPWP"], ["x", "sudah", "v"]).area({0: ""})


def test_a_row_may_only_name_the_kecamatan_of_those_below(pusat: Office, tmp_path: Path) -> None:
    row = row_of(pusat, tmp_path, ["Kelurahan", "NIB"], ["Kecamatan Gambr", ""])
    assert row.area({0: "Kecamatan Gambir"}) is None
