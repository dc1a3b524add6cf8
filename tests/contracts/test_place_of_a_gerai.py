"""`gerai_jenis`, `lintang` and `bujur` are fields like any other, at every surface."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

NAMES = ("gerai_jenis", "lintang", "bujur")
PLACE = ("--gerai-jenis", "menumpang", "--lintang", "-6,1754", "--bujur", "106,8272")
STATED = ["pinjam", -6.1754, 106.8272]


def known(office: Office, *more: str) -> list[object]:
    shown = office.good("show", "Cideng", "--json", *more).json
    return [shown[name] for name in NAMES]


@pytest.fixture
def placed(pusat: Office) -> Office:
    """A desk that knows the place of the gerai of Cideng since 1 March."""
    pusat.good("update", "Cideng", *PLACE, "--per", "2026-03-01")
    return pusat


def test_they_are_stated_shown_and_emptied(placed: Office) -> None:
    assert known(placed) == STATED
    listed = placed.good("list", "--json").json
    assert [one["gerai_jenis"] for one in listed].count("pinjam") == 1
    shown = placed.good("show", "Cideng").out
    assert "Jenis tempat gerai: pinjam · Lintang: -6,1754 · Bujur: 106,8272" in shown
    placed.good("update", "Cideng", "--kosongkan", "gerai_jenis")
    assert known(placed) == [None, *STATED[1:]]
    placed.good("undo")
    assert known(placed) == STATED


def test_they_are_stated_with_a_registration(office: Office) -> None:
    office.good("add", "Cideng", "--kota", "jakpus", *PLACE)
    assert known(office) == STATED


def test_they_have_their_days_and_their_history(placed: Office) -> None:
    placed.good("update", "Cideng", "--gerai-jenis", "sewa", "--per", "2026-03-20")
    assert known(placed, "--per", "2026-03-19") == STATED
    assert known(placed, "--per", "2026-03-20") == ["sewa", *STATED[1:]]
    assert known(placed, "--per", "2026-02-28") == [None] * 3
    assert "Jenis tempat gerai: pinjam → sewa" in placed.good("history", "Cideng").out
    changed = placed.good("report", "--kota", "jakpus", "--sejak", "2026-03-10").out
    assert "Jenis tempat gerai" in changed


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_an_export_carries_them_and_comes_back(placed: Office, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"semua.{suffix}"
    placed.good("export", "-o", path)
    before = placed.state()
    placed.good("import", path)
    assert placed.state() == before
    fresh = tmp_path / "baru.db"
    assert placed.run("import", path, db=fresh).code == 0
    shown = placed.run("show", "Cideng", "--json", db=fresh).json
    assert [shown[name] for name in NAMES] == STATED


def test_a_sheet_states_them_under_its_own_headings(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text(
        "Kelurahan;Status Tempat Gerai;Latitude;Longitude\nCideng;Pos RW;-6,1754;106.8272\n",
        encoding="utf-8",
    )
    pusat.good("import", path)
    assert known(pusat) == STATED


def test_a_swapped_pair_is_refused_with_the_remedy(pusat: Office, tmp_path: Path) -> None:
    done = pusat.refused("update", "Cideng", "--lintang", "106,8272", "--bujur", "-6,1754")
    assert "Tukar isi lintang dan bujur" in done.err
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;lintang;bujur\nCideng;106,8272;-6,1754\n", encoding="utf-8")
    told = pusat.run("import", path)
    assert (told.code, told.out.count("Tukar isi lintang dan bujur")) == (1, 2)
    assert known(pusat) == [None] * 3


def test_another_word_is_refused_with_the_words_that_are_known(pusat: Office) -> None:
    done = pusat.refused("update", "Cideng", "--gerai-jenis", "megah")
    assert "milik_sendiri, sewa, pinjam, hibah, bangunan_program, lainnya" in done.err
