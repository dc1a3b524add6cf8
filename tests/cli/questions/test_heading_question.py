"""A column that is not read is asked about once: what it is, or that it is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office
from talking import COLUMN, TOGETHER, WRITE, answered, at_terminal, ended, same_in_a_pipe

ROWS = "Cideng;sudah;{}\nGambir;belum;{}\n"


def sheet_of(place: Path, heading: str, *cells: str) -> Path:
    path = place / "isian.csv"
    path.write_text(f"Kelurahan;NIB;{heading}\n{ROWS.format(*cells)}", encoding="utf-8")
    return path


def value(office: Office, name: str, kelurahan: str = "Cideng") -> object:
    return office.good("show", kelurahan, "--json").json[name]


@pytest.mark.parametrize(("answer", "name"), [("1", "rat_2025"), ("2", "rat_2026")])
def test_a_heading_in_the_way_is_asked_without_a_proposal(
    pusat: Office, tmp_path: Path, answer: str, name: str
) -> None:
    sheet, before = sheet_of(tmp_path, "RAT 2026", "sudah", "belum"), pusat.register.read_bytes()
    terminal = at_terminal(pusat, sheet)
    terminal.shows("dapat berarti diadakan tahun 2026 atau tahun buku 2026. 2 sel")
    terminal.shows(
        "1 RAT tahun buku 2025 (diadakan 2026) 2 RAT tahun buku 2026 (diadakan 2027) 3 lewati"
    )
    answered(terminal, (f"{COLUMN}: ", ""))
    terminal.shows("ketik nomornya, 1 sampai 4")
    answered(terminal, (f"{COLUMN}: ", answer), (WRITE, "y"))
    commands = ended(terminal)
    assert ["--map", f"RAT 2026={name}"] == commands[0][4:6]
    assert value(pusat, name) == "sudah"
    same_in_a_pipe(pusat, before, commands)


def test_an_empty_column_in_the_way_is_left_out_by_enter(pusat: Office, tmp_path: Path) -> None:
    terminal = at_terminal(pusat, sheet_of(tmp_path, "RAT 2026", "", ""))
    terminal.shows("Tidak ada sel yang terisi.")
    answered(terminal, (f"{COLUMN} [Enter = 1]: ", ""), (WRITE, "y"))
    assert ended(terminal)[0][4:6] == ["--map", "RAT 2026="]


def test_enter_takes_a_field_only_where_the_heading_says_it(pusat: Office, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, "Nomer Indux Berusaha", "9120012345678", "9120012345679")
    terminal = at_terminal(pusat, sheet)
    terminal.shows("1 Nomor NIB 2 lewati kolom ini 3 simpan di catatan")
    answered(terminal, (COLUMN, ""), (WRITE, "y"))
    assert ended(terminal)[0][4:6] == ["--map", "Nomer Indux Berusaha=nib_nomor"]
    assert value(pusat, "nib_nomor") == "9120012345678"


def test_a_kendala_of_nobody_knows_what_goes_to_the_notes(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;NIB;Usaha;Ket;Kendala\nCideng;sudah;belum;;modal\n", "utf-8")
    terminal = at_terminal(pusat, sheet)
    terminal.shows("1 simpan di catatan 2 Kendala Usaha 3 lewati kolom ini")
    answered(terminal, (COLUMN, ""))
    assert ended(terminal)[0][4:6] == ["--map", "Kendala=catatan"]
    assert value(pusat, "catatan") == "Kendala: modal"
    pusat.good("undo")
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (COLUMN, "kendala usaha"))
    assert ended(terminal)[0][4:6] == ["--map", "Kendala=usaha_kendala"]
    assert value(pusat, "usaha_kendala") == "modal"


def test_columns_that_stop_nothing_are_left_out_together(pusat: Office, tmp_path: Path) -> None:
    sheet, before = sheet_of(tmp_path, "Listrik;;Isi", "PLN;7;a", "genset;8;b"), _bytes(pusat)
    terminal = at_terminal(pusat, sheet)
    terminal.shows('1 C "Listrik": PLN; genset 2 D tanpa judul: 7; 8 3 E "Isi": a; b')
    answered(terminal, (TOGETHER, "9"))
    terminal.shows("Ketik nomornya, 1 sampai 3, atau Enter.")
    answered(terminal, (TOGETHER, ""), (WRITE, "y"))
    commands = ended(terminal)
    told = ["--map", "Listrik=", "--map", "kolom D=", "--map", "Isi="]
    assert commands == [["import", str(sheet), "--per", "2026-03-10", *told, "--yes"]]
    same_in_a_pipe(pusat, before, commands)


def test_one_of_several_may_be_used(pusat: Office, tmp_path: Path) -> None:
    sheet, before = sheet_of(tmp_path, "Listrik;;Warga", "PLN;7;20", "genset;8;30"), _bytes(pusat)
    terminal = at_terminal(pusat, sheet)
    answered(terminal, (TOGETHER, "3"), (COLUMN, "nib"))
    terminal.shows('NIB sudah dibaca dari kolom B "NIB". Pilih yang lain.')
    answered(terminal, (COLUMN, "angota"))
    terminal.shows("isian `angota` tidak dikenal; maksud Anda anggota")
    answered(terminal, (COLUMN, "usaha"))
    terminal.shows("2 dari 2 sel tidak terbaca sebagai Usaha, misalnya 20. Pilih yang lain.")
    answered(terminal, (COLUMN, "anggota"), (TOGETHER, ""), (WRITE, "y"))
    commands = ended(terminal)
    assert value(pusat, "anggota") == 20
    same_in_a_pipe(pusat, before, commands)


def test_what_tells_who_a_person_is_goes_into_no_notes(pusat: Office, tmp_path: Path) -> None:
    terminal = at_terminal(pusat, sheet_of(tmp_path, "Nama Bendahara", "Budi Contoh", "Sari C"))
    answered(terminal, (COLUMN, "catatan"))
    terminal.shows("kolom ini tampaknya memuat data orang")
    answered(terminal, (COLUMN, ""), (WRITE, "y"))
    assert terminal.end() == 0
    assert "Budi" not in terminal.said and "simpan di catatan" not in terminal.said
    assert value(pusat, "catatan") is None


def test_a_package_that_has_the_field_is_offered_and_reads_its_other_columns(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = sheet_of(tmp_path, "Omzet;Jml Karyawan", "1.000.000;3", "0;4")
    before = _bytes(pusat)
    terminal = at_terminal(pusat, sheet)
    terminal.shows('1 C "Omzet": 1.000.000; 0 (ada di paket keragaan)')
    answered(terminal, (TOGETHER, "1"))
    terminal.shows("3 bidang Omzet per bulan, dari paket keragaan: nilai penjualan")
    answered(terminal, (COLUMN, "3"), (WRITE, "y"))
    commands = ended(terminal)
    assert commands[0] == ["field", "add", "--paket", "keragaan"]
    assert (value(pusat, "x_omzet"), value(pusat, "x_karyawan")) == (1_000_000, 3)
    same_in_a_pipe(pusat, before, commands)


def test_a_retired_field_is_told(pusat: Office, tmp_path: Path) -> None:
    pusat.good("field", "add", "luas", "Luas", "--kind", "jumlah", "--arti", "luasnya")
    pusat.good("field", "retire", "luas")
    terminal = at_terminal(pusat, sheet_of(tmp_path, "Luas", "3", "4"))
    terminal.shows('Kolom C "Luas" milik bidang x_luas yang sudah pensiun. 2 sel terisi')
    answered(terminal, (COLUMN, ""), (WRITE, "y"))
    assert terminal.end() == 0


@pytest.mark.parametrize("option", ["--dry-run", "--yes", "--json"])
def test_nothing_is_asked_with_an_option_that_asks_for_no_talk(
    pusat: Office, tmp_path: Path, option: str
) -> None:
    terminal = at_terminal(pusat, sheet_of(tmp_path, "RAT 2026", "sudah", "belum"), option)
    assert terminal.end() == 1
    assert COLUMN not in terminal.said


def test_the_file_is_named_where_there_are_several(pusat: Office, tmp_path: Path) -> None:
    other = tmp_path / "lain.csv"
    other.write_text("Kelurahan;RAT 2026\nKartini;sudah\n", encoding="utf-8")
    sheet = sheet_of(tmp_path, "NPWP", "sudah", "belum")
    terminal = Asked("--db", pusat.register, "import", sheet, other, "--per", "2026-03-10")
    terminal.shows("lain.csv: Kolom B: ")
    answered(terminal, (COLUMN, "3"), (WRITE, "y"))
    assert terminal.end() == 0


def _bytes(office: Office) -> bytes:
    return office.register.read_bytes()
