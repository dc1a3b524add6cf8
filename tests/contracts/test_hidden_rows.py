"""What a workbook hides is read, said, and named where it stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from running import Done, Office
from sheet_files import ods, ods_row

ROWS = [["Kelurahan", "NIB"], ["Cideng", "belum"], ["Cideng", "sudah"], ["Gambir", "sudah"]]


def hidden_row(folder: Path, rows: list[list[str]], kind: str, hidden: int = 0) -> Path:
    """The rows; the one of this index is hidden."""
    path = folder / f"isian.{kind}"
    if kind == "ods":
        attribute = ' table:visibility="collapse"'
        return ods(
            path,
            "".join(
                ods_row(*row, more=attribute * (at == hidden > 0)) for at, row in enumerate(rows)
            ),
        )
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
            sheet.set_row(at, None, None, {"hidden": at == hidden > 0})
    return path


def read(office: Office, path: Path, *more: str, code: int = 0) -> Done:
    done = office.run("import", path, "--kota", "jakpus", "--per", "2026-11-20", *more)
    assert done.code == code, done.out + done.err
    return done


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_hidden_row_that_collides_is_named_and_the_remedy_works(
    pusat: Office, tmp_path: Path, kind: str
) -> None:
    done = read(pusat, hidden_row(tmp_path, ROWS, kind, 1), code=1)
    assert "juga ada di baris 2 (tersembunyi)" in done.out
    assert done.out.count("→ Baris 2 tersembunyi: tampilkan") == 2
    read(pusat, hidden_row(tmp_path, [ROWS[0], *ROWS[2:]], kind))
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_hidden_row_alone_is_read_and_said(pusat: Office, tmp_path: Path, kind: str) -> None:
    done = read(pusat, hidden_row(tmp_path, [ROWS[0], *ROWS[2:]], kind, 2))
    assert "1 baris tersembunyi ikut dibaca: baris 3." in done.out
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "sudah"


def test_a_status_of_another_system_is_left_out_by_the_map_that_is_told(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "dasbor.csv"
    path.write_text(
        "# REKAPITULASI KOPERASI\nDesa,Status,Jumlah Anggota\nCideng,AKTIF,175\nGambir,BERKEMBANG,20\n",
        encoding="utf-8",
    )
    done = read(pusat, path, code=1)
    assert '--map "Status="' in done.out
    read(pusat, path, "--map", "Status=")
    assert pusat.good("show", "Gambir", "--json").json["anggota"] == 20
