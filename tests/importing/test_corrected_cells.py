"""A corrected cell is read in its place or refused; a row that is left out takes nothing with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

TEXT = """Keadaan per 31 Oktober 2026
No;Kelurahan;NIB;NPWP;Entah;Anggota
1;Cideng;sudah;belum;a;12
2;Gambir;x;belum;b;± 200
3;Duri Pulo;belum;sudah;c;7
JUMLAH;;1;1;;19
Mengetahui, Camat
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_repaired_sheet_goes_in_and_says_what_was_read_otherwise(
    pusat: Office, sheet: Path
) -> None:
    told = pusat.good("import", sheet, "--cell", "C4=sudah", "--cell", "F4=200").out
    assert "Dibetulkan 2 sel: C4 `x` → `sudah`; F4 `± 200` → `200`." in told
    assert "2 sel dibaca seperti dibetulkan." in told
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["nib"], gambir["anggota"]) == ("sudah", 200)


def test_an_emptied_cell_states_nothing_and_a_typed_sign_empties_its_field(
    pusat: Office, sheet: Path
) -> None:
    pusat.good("update", "Gambir", "--anggota", "5", "--nib", "belum", "--per", "2026-01-01")
    pusat.good("import", sheet, "--cell", "C4=", "--cell", "F4=(kosongkan)")
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["nib"], gambir["anggota"], gambir["npwp"]) == ("belum", None, "belum")


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("C99=x", "C99 tidak ada; berkas itu tidak punya baris 99"),
        ("E4=x", 'E4 tidak dapat dibetulkan: kolom "Entah" tidak dibaca'),
        ("H4=x", "H4 tidak dapat dibetulkan: kolom itu di luar tabel"),
        ("C7=x", "C7 tidak dapat dibetulkan: baris 7 ada di bawah tabel dan tidak dibaca"),
        ("[lain.csv]C4=x", "C4: `lain.csv` tidak dibaca di sini"),
    ],
)
def test_a_cell_that_is_not_read_is_refused(
    pusat: Office, sheet: Path, cell: str, told: str
) -> None:
    assert told in pusat.refused("import", sheet, "--cell", cell).err


def test_one_cell_with_two_texts_is_refused_and_with_one_text_twice_is_taken(
    pusat: Office, sheet: Path
) -> None:
    twice = ("--cell", "C4=sudah", "--cell", "[isian.csv]C4=belum")
    done = pusat.refused("import", sheet, *twice, code=2)
    assert "C4 disebut dua kali dengan isi berlainan" in done.err
    again = ("--cell", "C4=sudah", "--cell", "c4=sudah", "--cell", "F4=")
    (file,) = pusat.good("import", sheet, *again, "--json").json["berkas"]
    assert file["dibetulkan"] == 2
    assert file["rincian_dibetulkan"][0] == {
        "baris": 4,
        "kolom": "NIB",
        "sel": "C4",
        "semula": "x",
        "menjadi": "sudah",
    }


def test_titles_and_headings_are_read_as_corrected(pusat: Office, sheet: Path) -> None:
    cells = ("A1=Keadaan per 30 September 2026", "C2=Usaha", "C4=sudah", "F4=")
    typed = [word for cell in cells for word in ("--cell", cell)]
    told = pusat.good("import", sheet, *typed).out
    assert "A1 `Keadaan per 31 Oktober 2026` → `Keadaan per 30 September 2026`" in told
    gambir = pusat.good("show", "Gambir", "--json").json
    assert (gambir["usaha"], gambir["usaha_per"]) == ("sudah", "2026-09-30")
    assert 'A1, di berkas tertulis "Keadaan per 31 Oktober 2026"' in pusat.good("history").out


def test_a_row_that_is_left_out_stands_in_the_rejects_file_with_what_is_wrong_in_it(
    pusat: Office, sheet: Path
) -> None:
    done = pusat.run("import", sheet, "--skip-row", "4")
    assert done.code == 1
    assert "Tidak diikutkan (--skip-row): baris 4 (Gambir)." in done.out
    assert "3 baris: 2 diubah · 1 ditolak" in done.out
    rejects = sheet.with_name("isian.csv.ditolak.xlsx")
    assert pusat.good("show", "Gambir", "--json").json["npwp"] is None
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
    told = pusat.run("import", rejects, "--dry-run").out
    assert "1 baris: 1 ditolak" in told
    assert "C3 NIB `x`" in told
    assert "F3 Anggota `± 200`" in told
    pusat.good("import", rejects, "--cell", "C3=belum", "--cell", "F3=")
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"


def test_with_other_errors_nothing_goes_in_and_no_rejects_are_written(
    pusat: Office, sheet: Path
) -> None:
    done = pusat.run("import", sheet, "--skip-row", "3")
    assert (done.code, pusat.good("show", "Cideng", "--json").json["nib"]) == (1, None)
    assert not sheet.with_name("isian.csv.ditolak.xlsx").exists()
    done = pusat.run("import", sheet, "--skip-row", "3", "--skip-errors")
    assert "3 baris: 1 diubah · 2 ditolak" in done.out
    assert sheet.with_name("isian.csv.ditolak.xlsx").exists()


@pytest.mark.parametrize("row", [1, 2, 6, 7])
def test_a_row_that_is_no_data_cannot_be_left_out(pusat: Office, sheet: Path, row: int) -> None:
    told = pusat.refused("import", sheet, "--skip-row", row).err
    assert f"baris {row} bukan baris data, tidak ada yang ditinggalkan" in told


def test_one_of_two_rows_on_a_cooperative_is_left_out_and_the_other_counts(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\nCideng;sudah\nCideng;belum\nGambir;belum\n", encoding="utf-8")
    assert pusat.run("import", path).code == 1
    assert pusat.good("show", "Cideng", "--json").json["nib"] is None
    pusat.run("import", path, "--skip-row", "3")
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"


def test_a_row_without_a_kelurahan_gets_one(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("No;Kelurahan;NIB\n1;Cideng;sudah\n2;;belum\n3;Gambir;v\n", encoding="utf-8")
    assert pusat.run("import", path).code == 1
    pusat.good("import", path, "--cell", "B3=31.71.01.1003")
    assert pusat.good("show", "31.71.01.1003", "--json").json["nib"] == "belum"


def test_a_row_known_from_before_is_read_as_it_is_corrected_now(
    pusat: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("kode;nib\n31.71.01.1002;2025-01-02\n31.71.01.1001;x\n", encoding="utf-8")
    call = ("import", path, "--per", "2026-01-01", "--cell", "B3=2025-02-03")
    pusat.good(*call)
    (file,) = pusat.good(*call, "--json").json["berkas"]
    assert (file["sama"], file["dibetulkan"]) == (2, 1)
    assert len(pusat.good("history", "--json").json) == 2
    assert pusat.run("import", path, "--per", "2026-01-01").code == 1
    pusat.good(*call[:-1], "B3=2025-02-04")
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "2025-02-04"
    (left,) = pusat.run(*call, "--skip-row", "2", "--json").json["berkas"]
    assert (left["sama"], left["ditolak"]) == (0, 1)
