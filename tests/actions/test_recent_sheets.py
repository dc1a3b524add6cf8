"""The sheets that lie around are found newest first, and nothing that somebody planted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kkmp_cli.actions.recent_sheets import folders, newest
from kkmp_cli.actions.session import Session
from running import Office

SHEET = "Kelurahan;NIB\nCideng;sudah\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of work, beside a home of its own."""
    place = tmp_path / "kerja"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def sheet(folder: Path, name: str, age: int = 0) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(SHEET, encoding="utf-8")
    os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    return path


def names(*places: Path) -> list[str]:
    return [one.path.name for one in newest(places)]


def test_the_newest_stands_first_whatever_its_folder(tmp_path: Path) -> None:
    sheet(tmp_path / "a", "lama.csv", age=500)
    sheet(tmp_path / "b", "baru.XLSX", age=1)
    sheet(tmp_path / "a", "tengah.ods", age=50)
    assert names(tmp_path / "a", tmp_path / "b") == ["baru.XLSX", "tengah.ods", "lama.csv"]


def test_what_is_no_sheet_by_its_name_is_not_listed(tmp_path: Path) -> None:
    for name in ("surat.docx", "~$isian.xlsx", ".isian.csv", "catatan.txt", "isian"):
        sheet(tmp_path, name)
    (tmp_path / "folder.csv").mkdir()
    assert names(tmp_path) == []


def test_links_pipes_and_devices_are_not_seen(tmp_path: Path) -> None:
    secret = sheet(tmp_path / "rahasia", "gaji.csv")
    place = tmp_path / "bersama"
    sheet(place, "isian.csv")
    (place / "tautan.csv").symlink_to(secret)
    (place / "hilang.csv").symlink_to(tmp_path / "tidak-ada")
    (place / "alat.csv").symlink_to("/dev/zero")
    os.mkfifo(place / "pipa.csv")
    assert names(place) == ["isian.csv"]


def test_one_folder_under_two_names_lists_each_file_once(tmp_path: Path) -> None:
    sheet(tmp_path / "a", "isian.csv")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert names(tmp_path / "a", tmp_path / "b") == ["isian.csv"]


def test_it_looks_here_and_in_both_names_of_downloads(office: Office, here: Path) -> None:
    home = Path(os.environ["HOME"])
    for name in ("Downloads", "Unduhan"):
        (home / name).mkdir(parents=True)
    session = Session(str(office.register), "")
    assert folders(session) == [here, home / "Downloads", home / "Unduhan"]


def test_it_looks_where_the_last_import_lay(pusat: Office, here: Path, tmp_path: Path) -> None:
    path = sheet(tmp_path / "dari chat", "isian.csv")
    session = Session(str(pusat.register), "")
    assert folders(session) == [here]
    pusat.good("import", path, "--per", "2026-03-10")
    pusat.good("update", "Gambir", "--nib", "sudah")
    assert folders(session) == [here, path.parent]
    path.unlink()
    path.parent.rmdir()
    assert folders(session) == [here]


def test_a_folder_that_may_not_be_read_is_passed_over(tmp_path: Path) -> None:
    sheet(tmp_path / "a", "isian.csv")
    assert names(tmp_path / "tidak ada", tmp_path / "a") == ["isian.csv"]
