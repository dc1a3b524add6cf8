"""Columns of one milestone that are ticked say what their headings say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Done, Office
from sheet_files import xlsx

HEAD = "No;Kelurahan;NIB;;Gerai;\n;;Sudah;Belum;Ada;Tidak\n"


def read(office: Office, folder: Path, text: str, *more: str, code: int = 0) -> Done:
    path = folder / "isian.csv"
    path.write_text(text, encoding="utf-8")
    done = office.run("import", path, "--kota", "jakpus", "--per", "2026-11-20", *more)
    assert done.code == code, done.out + done.err
    return done


def states(office: Office, name: str, *fields: str) -> list[Any]:
    now = office.good("show", name, "--kota", "jakpus", "--json").json
    return [now[field] for field in fields]


@pytest.mark.parametrize(
    "head", [HEAD, "No;Kelurahan;NIB Sudah;NIB Belum;Ada Gerai;Tidak Ada Gerai\n"]
)
def test_a_pair_of_columns_is_one_milestone(pusat: Office, tmp_path: Path, head: str) -> None:
    done = read(
        pusat,
        tmp_path,
        f"{head}1;Cideng;√;;;v\n2;Gambir;;√;V;\n3;Kenari;10/3/2026;-;1;0\n4;Kramat;0;1;;\n",
    )
    assert states(pusat, "Cideng", "nib", "gerai") == ["sudah", "belum"]
    assert states(pusat, "Gambir", "nib", "gerai") == ["belum", "sudah"]
    assert states(pusat, "Kenari", "nib", "gerai") == ["2026-03-10", "sudah"]
    assert states(pusat, "Kramat", "nib", "gerai") == ["belum", None]
    assert "Gerai: tidak satu pun kolomnya dicentang (1): Kramat." in done.out
    assert "--kosong-belum" not in done.out


@pytest.mark.parametrize("word", ["Beroperasi", "Usaha Berjalan", "Operasional"])
def test_a_milestone_whose_name_is_a_word_of_state_is_read_like_any_other(
    pusat: Office, tmp_path: Path, word: str
) -> None:
    head = f"Kelurahan;{word};;\n;Sudah;Proses;Belum\n"
    read(pusat, tmp_path, f"{head}Cideng;v;;\nGambir;;v;\nKenari;;;v\n")
    for name, state in (("Cideng", "sudah"), ("Gambir", "proses"), ("Kenari", "belum")):
        assert states(pusat, name, "usaha") == [state]


def test_both_ticked_is_an_error_that_names_both_columns(pusat: Office, tmp_path: Path) -> None:
    done = read(pusat, tmp_path, f"{HEAD}1;Cideng;√;√;√;\n", code=1)
    assert "D3 NIB Belum `√`: kolom C (NIB Sudah) dan D (NIB Belum) sama-sama dicentang" in done.out
    assert states(pusat, "Cideng", "nib", "gerai") == [None, None]


def test_three_columns_have_a_state_between(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;Rekening;;\n;Sudah;Proses;Belum\nCideng;√;;\nGambir;;√;\nKenari;;;√\nJUMLAH;1;1;1\n"
    done = read(pusat, tmp_path, text)
    assert [states(pusat, name, "rekening") for name in ("Cideng", "Gambir", "Kenari")] == [
        ["sudah"],
        ["proses"],
        ["belum"],
    ]
    assert "baris jumlah" not in done.out
    done = read(pusat, tmp_path, text.replace("JUMLAH;1;1;1", "JUMLAH;1;2;1"))
    assert 'C6: baris jumlah menulis 2 untuk "Rekening Proses", yang terbaca 1.' in done.out


@pytest.mark.parametrize(
    "heading", ["NIB Belum", "Belum Punya Izin Itu", "Belum", "Tidak", "Tanpa Izin"]
)
def test_a_tick_below_belum_is_never_sudah_whatever_the_map(
    pusat: Office, tmp_path: Path, heading: str
) -> None:
    text = f"Kelurahan;{heading};RAT TB 2025\nCideng;√;sudah\nGambir;;belum\n"
    read(pusat, tmp_path, text, "--map", f"{heading}=nib")
    assert states(pusat, "Cideng", "nib") == ["belum"]
    assert states(pusat, "Gambir", "nib") == [None]


def test_words_that_are_no_tick_are_errors_of_their_cell(pusat: Office, tmp_path: Path) -> None:
    done = read(pusat, tmp_path, f"{HEAD}1;Cideng;;sudah;√;\n2;Gambir;x;;√;\n", code=1)
    assert "D3 NIB Belum `sudah`: kolom ini dicentang bila belum" in done.out
    assert "C4 NIB Sudah `x`" in done.out


def test_rejected_rows_come_back_ticked_as_they_were(pusat: Office, tmp_path: Path) -> None:
    read(pusat, tmp_path, f"{HEAD}1;Cideng;;√;√;√\n2;Gambir;√;;;√\n", "--skip-errors", code=1)
    rejects = tmp_path / "isian.csv.ditolak.xlsx"
    done = pusat.run("import", rejects, "--kota", "jakpus")
    assert "sama-sama dicentang" in done.out
    assert "NIB Sudah → NIB = sudah, NIB Belum → NIB = belum" in done.out


def test_a_workbook_with_merged_groups_is_read(pusat: Office, tmp_path: Path) -> None:
    rows = [line.split(";") for line in f"{HEAD}1;Cideng;;√;√;\n;JUMLAH;0;1;1;0".splitlines()]
    path = xlsx(tmp_path / "isian.xlsx", DATA=rows)
    done = pusat.good("import", path, "--kota", "jakpus", "--per", "2026-11-20")
    assert states(pusat, "Cideng", "nib", "gerai") == ["belum", "sudah"]
    assert "baris jumlah" not in done.out
