"""A day that only a file's name or a title hints at is asked for at a terminal."""

from __future__ import annotations

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
    terminal.until("Nama berkas memuat 9 Maret 2026. Keadaan per tanggal berapa?")
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
