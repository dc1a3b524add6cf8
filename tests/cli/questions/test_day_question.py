"""A day that only a file's name or a title hints at is asked for at a terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from running import Asked, Office


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "Data KKMP (09 Maret 2026).csv"
    path.write_text("Kelurahan;NIB\nCideng;sudah\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("answers", "per"),
    [(["\n"], "2026-03-09"), (["besok\n", "31/2/2026\n", "28 Februari 2026\n"], "2026-02-28")],
)
def test_enter_takes_the_hint_and_another_day_is_read(
    pusat: Office, sheet: Path, answers: list[str], per: str
) -> None:
    terminal = Asked("--db", pusat.register, "import", sheet, "--kota", "jakpus")
    terminal.until("Nama berkas memuat 9 Maret 2026")
    for answer in answers:
        terminal.until("hari ini`]: ")
        terminal.said = ""
        terminal.answer(answer)
    assert terminal.end() == 0
    assert pusat.good("show", "Cideng", "--json").json["nib_per"] == per


def test_nothing_is_asked_where_the_day_was_named(pusat: Office, sheet: Path) -> None:
    terminal = Asked("--db", pusat.register, "import", sheet, "--per", "2026-03-10")
    assert terminal.end() == 0
    assert "tanggal berapa" not in terminal.said


def test_off_a_terminal_the_day_is_told_with_the_ready_option(pusat: Office, sheet: Path) -> None:
    told = pusat.good("import", sheet, "--dry-run").out
    assert "Nama berkas memuat 9 Maret 2026, tidak dipakai" in told
    assert told.split("tanggal keadaannya: ")[1].startswith("--per 2026-03-09\n")
    pusat.good("import", sheet, "--per", "2026-03-09")
    assert pusat.good("show", "Cideng", "--json").json["nib_per"] == "2026-03-09"


def test_a_day_in_the_titles_goes_before_the_name(pusat: Office, sheet: Path) -> None:
    sheet.write_text("Posisi 28 Februari 2026\nKelurahan;NIB\nCideng;sudah\n", encoding="utf-8")
    told = pusat.good("import", sheet, "--dry-run").out
    assert "keadaan per 28 Februari 2026 (dari judul berkas)" in told
    assert "Nama berkas" not in told


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """A sheet that names no day, saved on 5 March 2026."""
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\nCideng;sudah\n", encoding="utf-8")
    os.utime(path, (1_772_700_000, 1_772_700_000))
    return path


def test_of_a_sheet_without_any_day_the_one_of_its_saving_is_proposed(
    pusat: Office, undated: Path
) -> None:
    terminal = Asked("--db", pusat.register, "import", undated)
    terminal.until("isian.csv: tidak menyebut tanggal; terakhir disimpan 5 Maret 2026.")
    terminal.until("hari ini`]: ")
    terminal.answer("\n")
    assert terminal.end() == 0
    assert pusat.good("show", "Cideng", "--json").json["nib_per"] == "2026-03-05"


def test_what_was_saved_just_now_is_of_today(pusat: Office, undated: Path) -> None:
    undated.touch()
    terminal = Asked("--db", pusat.register, "import", undated)
    assert terminal.end() == 0
    assert "tanggal berapa" not in terminal.said


def test_a_sheet_whose_rows_tell_their_day_is_not_asked_about(pusat: Office, undated: Path) -> None:
    undated.write_text(
        "Timestamp,Nama Kelurahan,Apakah sudah memiliki NIB?\n2026/03/03 8:00:00,Cideng,Sudah\n",
        encoding="utf-8",
    )
    os.utime(undated, (1_772_700_000, 1_772_700_000))
    terminal = Asked("--db", pusat.register, "import", undated)
    assert terminal.end() == 0
    assert "tanggal berapa" not in terminal.said
    assert pusat.good("show", "Cideng", "--json").json["nib_per"] == "2026-03-03"
