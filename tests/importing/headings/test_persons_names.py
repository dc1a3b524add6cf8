"""Names of persons never become names of cooperatives."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

LIST = "No;Nama;Kelurahan;{};Paraf\n1;Andi;Gambir;Ketua;\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "hadir.csv"


@pytest.mark.parametrize("beside", ["Jabatan", "No. HP", "L/P;Tanda Tangan"])
def test_a_list_of_persons_renames_nothing(pusat: Office, sheet: Path, beside: str) -> None:
    sheet.write_text(LIST.format(beside), encoding="utf-8")
    before, done = pusat.state(), pusat.run("import", sheet)
    assert (done.code, pusat.state()) == (1, before)
    assert "nama orang, bukan nama koperasi" in done.out + done.err
    assert "kkmp training import NOMOR BERKAS" in done.out + done.err


def test_its_advice_does_what_it_says(pusat: Office, sheet: Path) -> None:
    sheet.write_text(LIST.format("Jabatan"), encoding="utf-8")
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2026-03-02")
    assert "1" in pusat.good("training", "list").out
    pusat.good("training", "import", "1", sheet)
    assert pusat.good("show", "Gambir", "--json").json["pelatihan"]
    pusat.good("import", sheet, "--map", "Nama=")
    assert pusat.good("show", "Gambir", "--json").json["nama"] == "KKMP Gambir"
    pusat.good("import", sheet, "--map", "Nama=nama")
    assert pusat.good("show", "Gambir", "--json").json["nama"] == "Andi"


def test_a_cooperatives_name_beside_its_ketua_is_read(pusat: Office, sheet: Path) -> None:
    sheet.write_text(
        "Kelurahan;Nama;Ketua;Telepon\nGambir;KKMP Gambir Jaya;Contoh;021555\n", encoding="utf-8"
    )
    pusat.good("import", sheet)
    assert pusat.good("show", "Gambir", "--json").json["nama"] == "KKMP Gambir Jaya"
