"""A wrong row is told whole, and tried with another text as the reader of rows would read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.actions.import_sheets import ImportRequest, preview
from kkmp_cli.actions.session import Session
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.importing.wrong_rows import RowTrial, names_area, naming_column, wrong_in, wrong_rows
from kkmp_cli.render.progress import Watch
from office_sheets import TODAY
from running import Office
from sheet_files import isian

ROWS = (
    ["Kelurahan", "NIB", "Usaha", "Sejak kapan usaha", "Telepon"],
    ["Cideng", "sudah", "belum", "", ""],
    ["Gambir", "entahlah", "belum", "10/3/2025", "x"],
    ["Cidengg", "sudah", "", "", ""],
)


def read(office: Office, folder: Path, suffix: str = ".csv") -> ImportResult:
    request = ImportRequest(kota="jakpus", per=TODAY)
    sheet = sheets.read(isian(folder, suffix, *ROWS))
    session = Session(str(office.register), "kkmp uji")
    return preview(session, [sheet], request, Watch(seen=False)).result


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_each_wrong_row_stands_once_with_all_that_is_wrong(
    pusat: Office, tmp_path: Path, suffix: str
) -> None:
    result = read(pusat, tmp_path, suffix)
    gambir, cidengg = wrong_rows(result)
    assert (gambir.row, [*gambir.cells]) == (3, ROWS[2])
    assert [one.position for one in wrong_in(gambir)] == [1, 4, 3]
    assert [one.position for one in wrong_in(cidengg)] == [0]
    (file,) = result.reading.files
    assert [names_area(file, at) for at in (0, 1, None, 9)] == [True, False, False, False]
    column = naming_column(file)
    assert column is not None
    assert column.field.name == "kelurahan"


def test_a_row_is_tried_whole_with_another_text(pusat: Office, tmp_path: Path) -> None:
    result = read(pusat, tmp_path)
    trial = RowTrial(result.reading.files[0], TODAY)
    good = ["Gambir", "sudah", "sudah", "10/3/2025", ""]
    assert trial.wrong(3, good) == []
    assert [one.position for one in trial.wrong(3, [*good[:2], "belum", *good[3:]])] == [3]
    assert [one.position for one in trial.wrong(3, [good[0], "?!", *good[2:]])] == [1]
