"""The file of rejected rows: whole rows with their reason, to be imported again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from import_results import AREAS, TODAY, sheet_of, take
from kkmp_cli import sheets
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.importing import ImportOptions, read_rows
from kkmp_cli.importing.import_result import RejectedRows
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import rejects_file


@pytest.mark.parametrize(
    "form",
    [lambda part: rejects_file.as_xlsx([part]), lambda part: rejects_file.as_csv([part])],
    ids=["xlsx", "csv"],
)
def test_rejected_rows_can_be_corrected_and_imported_again(tmp_path: Path, form: Any) -> None:
    text = (
        "Keadaan per 31 Januari 2026\nNo;Kel.;Izin;Legalitas;;Ket\n;;;Nomor NIB;Tanggal NIB;\n"
        "1;Gambir;x;0120012345678;10/1/2026;'=1\n2;Cideng;sudah;;;\n3;Durian Pulo;;;;"
    )
    taken = take(text, maps=("Izin=npwp",))
    (file,) = taken.reading.files
    path = tmp_path / "isian.ditolak"
    path.write_bytes(form(RejectedRows(sheet_of(text), file, taken.reading.problems)))
    again = read_rows([sheets.read(path)], AreaIndex(AREAS), ImportOptions(built_in(), 2025), TODAY)
    assert [(problem.content, problem.message) for problem in again.problems] == [
        (problem.content, problem.message) for problem in taken.reading.problems
    ]
    assert again.files[0].per == date(2026, 1, 31)
    assert again.files[0].ignored == ("No", "Alasan ditolak")
    assert [column.field.name for column in again.files[0].columns] == [
        column.field.name for column in file.columns
    ]


def test_a_rejected_text_never_becomes_a_formula() -> None:
    text = "Kelurahan;NIB\nGambir;=1+1"
    taken = take(text)
    (file,) = taken.reading.files
    made = rejects_file.as_csv([RejectedRows(sheet_of(text), file, taken.reading.problems)])
    (row,) = made.decode("utf-8-sig").splitlines()[1:]
    assert row.startswith("Gambir;'=1+1;B2 ")
