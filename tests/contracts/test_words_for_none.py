"""Words for "none" in a column of kendala: nothing gets stuck by them, and what was stuck is free."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Office
from sheet_files import isian

NONE = ("Tidak ada", "tidak ada kendala", "Nihil", "tdk ada", "AMAN.", "lancar", "0", "-", "–")
ENDED = (*NONE, "sudah teratasi", "(nihil)", "sudah tidak ada lagi")


def known(office: Office, *names: str, kelurahan: str = "Cideng", per: str = "") -> list[Any]:
    shown = office.good("show", kelurahan, "--json", *(("--per", per) if per else ())).json
    return [shown[name] for name in names]


@pytest.fixture
def stuck(pusat: Office) -> Office:
    """A desk where the usaha of Cideng is stuck since 1 March."""
    pusat.good("update", "Cideng", "--usaha-kendala", "modal: kurang", "--per", "2026-03-01")
    return pusat


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("words", NONE)
def test_where_no_kendala_is_held_they_state_nothing(
    pusat: Office, tmp_path: Path, suffix: str, words: str
) -> None:
    rows = (["Kelurahan", "Usaha", "Kendala Usaha"], ["Cideng", "proses", words])
    pusat.good("import", isian(tmp_path, suffix, *rows), "--per", "2026-03-10")
    assert known(pusat, "usaha", "usaha_kendala") == ["proses", None]
    again = pusat.good("import", isian(tmp_path, suffix, *rows), "--per", "2026-03-10", "--json")
    assert again.json["run"] is None


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("state", "left"), [("", "belum"), ("belum", "belum"), ("proses", "proses")]
)
@pytest.mark.parametrize("words", ENDED)
def test_a_kendala_that_is_held_ends_by_a_sheet(
    stuck: Office, tmp_path: Path, suffix: str, state: str, left: str, words: str
) -> None:
    rows = (["Kelurahan", "Usaha", "Kendala Usaha"], ["Cideng", state, words])
    stuck.good("import", isian(tmp_path, suffix, *rows), "--per", "2026-03-10")
    assert known(stuck, "usaha", "usaha_kendala") == [left, None]
    assert known(stuck, "usaha", "usaha_kendala", per="2026-03-09") == [
        "terkendala",
        "modal: kurang",
    ]


@pytest.mark.parametrize("words", ENDED)
def test_a_kendala_that_is_held_ends_by_an_update(stuck: Office, words: str) -> None:
    done = stuck.good("update", "Cideng", "--usaha-kendala", words, "--per", "2026-03-10")
    assert "Usaha: terkendala → belum" in done.out
    assert known(stuck, "usaha", "usaha_kendala") == ["belum", None]
    stuck.good("undo")
    assert known(stuck, "usaha", "usaha_kendala") == ["terkendala", "modal: kurang"]


@pytest.mark.parametrize("words", NONE)
def test_an_update_that_finds_no_kendala_records_nothing(pusat: Office, words: str) -> None:
    before = pusat.state()
    pusat.good("update", "Cideng", "--usaha-kendala", words)
    assert pusat.state() == before
    assert known(pusat, "usaha", "usaha_kendala") == [None, None]


def test_a_registration_with_such_words_knows_nothing_of_the_milestone(office: Office) -> None:
    office.good("add", "Cideng", "--kota", "jakpus", "--usaha-kendala", "tidak ada")
    assert known(office, "usaha", "usaha_kendala") == [None, None]


def test_an_older_sheet_ends_no_newer_kendala(stuck: Office, tmp_path: Path) -> None:
    rows = (["Kelurahan", "Kendala Usaha"], ["Cideng", "tidak ada"])
    stuck.good("import", isian(tmp_path, ".csv", *rows), "--per", "2026-02-10")
    assert known(stuck, "usaha", "usaha_kendala") == ["terkendala", "modal: kurang"]


def test_what_is_stuck_for_no_stated_reason_stays_so(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--nib", "terkendala", "--per", "2026-03-01")
    rows = (["Kelurahan", "Kendala NIB"], ["Cideng", "-"])
    pusat.good("import", isian(tmp_path, ".csv", *rows), "--per", "2026-03-10")
    assert known(pusat, "nib") == ["terkendala"]


def test_a_conflict_about_the_state_is_told_without_a_kendala_that_is_none(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "sudah", "--per", "2026-03-01")
    rows = (["Kelurahan", "Usaha", "Kendala Usaha"], ["Cideng", "belum", "tidak ada"])
    path = isian(tmp_path, ".csv", *rows)
    told = pusat.good("import", path, "--per", "2026-03-10", "--json").json
    assert [one["field"] for one in told["berkas"][0]["rincian_konflik"]] == ["usaha"]


@pytest.mark.parametrize("mark", ["x", "v", "√", "belum", "1"])
def test_a_mark_says_neither_and_is_an_error_of_its_cell(
    pusat: Office, tmp_path: Path, mark: str
) -> None:
    rows = (["Kelurahan", "Usaha", "Kendala Usaha"], ["Cideng", "belum", mark])
    done = pusat.run("import", isian(tmp_path, ".csv", *rows), "--per", "2026-03-10")
    assert done.code == 1
    assert f"C2 Kendala Usaha `{mark}`: tidak jelas apa kendalanya" in done.out
    assert known(pusat, "usaha") == [None]
