"""Files that still hold a personal value, by their bytes and in bounded time."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kkmp_cli.actions.personal_files import look_for
from sheet_files import xlsx

NAME, PHONE = "Siti Rahayu & Co", "0812-3456-7890"


def holding(folder: Path, *values: str) -> list[str]:
    return [file.name for file in look_for(values, [folder]).holding]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le"])
def test_a_name_is_found_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("ketua\nSITI RAHAYU & Co\n".encode(encoding))
    (tmp_path / "b.csv").write_bytes("ketua\nSiti Rahayuningsih\n".encode(encoding))
    assert holding(tmp_path, NAME) == ["a.csv"]


@pytest.mark.parametrize(
    "written", ["081234567890", "+62 812 3456 7890", "0812.3456.7890", "81234567890"]
)
def test_a_telephone_is_found_however_it_is_written(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.txt").write_text(f"HP {written}\n")
    (tmp_path / "b.txt").write_text(f"NIB 9{written}1\n")
    assert holding(tmp_path, PHONE) == ["a.txt"]


def test_workbooks_and_pages_are_looked_into(tmp_path: Path) -> None:
    xlsx(tmp_path / "a.xlsx", Data=[["Ketua"], [NAME]])
    (tmp_path / "b.html").write_text("<td>Siti Rahayu &amp; Co</td>")
    (tmp_path / "c.pdf").write_text(NAME)
    assert holding(tmp_path, NAME) == ["a.xlsx", "b.html"]
    assert holding(tmp_path) == []


def test_what_cannot_be_looked_at_is_counted(tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    with zipfile.ZipFile(tmp_path / "bom.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", b"0" * 30_000_000)
    with (tmp_path / "besar.csv").open("wb") as file:
        file.truncate(30_000_000)
    assert look_for([NAME], [tmp_path, tmp_path / "tidak ada"]) == ((), 3)
