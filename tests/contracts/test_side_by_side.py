"""Tables beside each other, with the kelurahan across, or one for each month."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from running import Done, Office
from sheet_files import xlsx

pytestmark = pytest.mark.both_engines


def read(office: Office, path: Path, *more: str, code: int = 0) -> Done:
    done = office.run("import", path, "--kota", "jakpus", *more)
    assert done.code == code, done.out + done.err
    return done


def written(folder: Path, text: str) -> Path:
    path = folder / "isian.csv"
    path.write_text(text, encoding="utf-8")
    return path


def states(office: Office, name: str, *fields: str) -> list[Any]:
    now = office.good("show", name, "--kota", "jakpus", "--json").json
    return [now[field] for field in fields]


@pytest.mark.parametrize(
    "text",
    [
        "No;Kelurahan;NIB;Gerai;;No;Kelurahan;NIB;Gerai\n1;Cideng;sdh;blm;;1;Kenari;blm;sdh\n2;Gambir;blm;blm;;;;;\n",
        "Kelurahan;NIB;Gerai;Kelurahan;NIB;Gerai\nCideng;sdh;blm;Kenari;blm;sdh\nGambir;blm;blm;;;\n",
        "KEC. GAMBIR;;;;KEC. SENEN;;\nKelurahan;NIB;Gerai;;Kel.;Gerai;NIB\nCideng;sdh;blm;;Kenari;sdh;blm\nGambir;blm;blm;;;;\nJUMLAH;1;0;;JUMLAH;1;0\n",
    ],
)
def test_two_tables_beside_each_other_are_both_read(
    pusat: Office, tmp_path: Path, text: str
) -> None:
    done = read(pusat, written(tmp_path, text), "--per", "2026-11-20")
    assert states(pusat, "Cideng", "nib", "gerai") == ["sudah", "belum"]
    assert states(pusat, "Gambir", "nib", "gerai") == ["belum", "belum"]
    assert states(pusat, "Kenari", "nib", "gerai") == ["belum", "sudah"]
    assert "mulai kolom" in done.out and "baris jumlah" not in done.out


def test_a_mistake_in_the_right_table_is_named_with_its_cell(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;;Kelurahan;NIB\nCideng;sdh;;Kenari;apa\nGambir;apa;;;\n"
    done = read(pusat, written(tmp_path, text), "--skip-errors", code=1)
    assert "B3, E2 NIB `apa`" in done.out
    assert states(pusat, "Cideng", "nib") == ["sudah"]
    rejects = read(pusat, tmp_path / "isian.csv.ditolak.xlsx", "--sheet", "semua", code=1)
    assert "B2 NIB `apa`" in rejects.out and "E2 NIB `apa`" in rejects.out


def test_the_same_cooperative_in_both_tables_is_refused(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB;;Kelurahan;NIB\nCideng;sdh;;Cideng;blm\n"
    done = read(pusat, written(tmp_path, text), code=1)
    assert "A2, D2 Kelurahan `Cideng`" in done.out


def test_a_sheet_for_each_month_names_the_newest_and_that_works(
    pusat: Office, tmp_path: Path
) -> None:
    october = [["Keadaan per 31 Oktober 2026"], ["Kelurahan", "NIB"], ["Cideng", "blm"]]
    november = [["Keadaan per 27 November 2026"], ["Kelurahan", "NIB"], ["Cideng", "sdh"]]
    path = xlsx(tmp_path / "Johar Baru.xlsx", OKTOBER=october, NOVEMBER=november)
    refused = pusat.refused("import", path, "--kota", "jakpus")
    assert "--sheet semua" not in refused.err
    (sheet,) = re.findall(r'--sheet "(\w+)"', refused.err)
    assert sheet == "NOVEMBER"
    read(pusat, path, "--sheet", sheet)
    assert states(pusat, "Cideng", "nib", "nib_per") == ["sudah", "2026-11-27"]


def test_kelurahan_across_are_named_and_the_turned_table_is_read(
    pusat: Office, tmp_path: Path
) -> None:
    across = [["Uraian", "Cideng", "Gambir", "Kenari"], ["NIB", "sdh", "blm", "sdh"]]
    across.append(["Gerai", "blm", "blm", "sdh"])
    path = xlsx(tmp_path / "isian.xlsx", Data=[["REKAP KKMP"], *across])
    refused = pusat.refused("import", path, "--kota", "jakpus")
    assert "kelurahan ditulis mendatar di baris 2 (Cideng, Gambir …)" in refused.err
    assert "Transpose" in refused.err and "tulis Kelurahan di sel kiri atasnya" in refused.err
    turned = [[*column] for column in zip(*across, strict=True)]
    turned[0][0] = "Kelurahan"
    path = xlsx(tmp_path / "isian.xlsx", Data=[["REKAP KKMP"], *across], Lembar2=turned)
    read(pusat, path, "--sheet", "Lembar2")
    assert states(pusat, "Kenari", "nib", "gerai") == ["sudah", "sudah"]
    assert states(pusat, "Gambir", "nib", "gerai") == ["belum", "belum"]


def test_totals_by_kecamatan_beside_the_table_are_said_not_to_be_read(
    pusat: Office, tmp_path: Path
) -> None:
    text = "No;Kelurahan;NIB;Gerai;;Kecamatan;NIB;Gerai\n1;Cideng;sdh;blm;;Senen;1;0\n2;Kenari;sdh;blm;;;;\n"
    done = read(pusat, written(tmp_path, text))
    assert states(pusat, "Cideng", "nib", "gerai") == ["sudah", "belum"]
    assert "rekap per wilayah" in done.out
