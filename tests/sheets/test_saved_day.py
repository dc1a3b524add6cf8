"""A file was saved last on the day that it says itself, or that its folder tells."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from kkmp_cli.sheets.saved_day import saved_day

COPIED = datetime(2026, 3, 10, 12, tzinfo=UTC).timestamp()


def copied(path: Path) -> Path:
    os.utime(path, (COPIED, COPIED))
    return path


def workbook(path: Path, when: datetime) -> Path:
    with xlsxwriter.Workbook(path) as made:
        made.set_properties({"created": when})
        made.add_worksheet()
    return copied(path)


def test_the_folder_tells_it_of_a_csv(tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\n", encoding="utf-8")
    assert saved_day(copied(path)) == date(2026, 3, 10)


def test_a_workbook_says_it_whenever_it_was_copied(tmp_path: Path) -> None:
    evening = datetime(2026, 2, 20, 18, 30, tzinfo=UTC)
    assert saved_day(workbook(tmp_path / "isian.xlsx", evening)) == date(2026, 2, 21)


def test_a_workbook_that_claims_a_later_day_is_not_believed(tmp_path: Path) -> None:
    later = datetime(2027, 2, 20, tzinfo=UTC)
    assert saved_day(workbook(tmp_path / "isian.xlsx", later)) == date(2026, 3, 10)


def test_an_ods_says_it_too(tmp_path: Path) -> None:
    path = tmp_path / "isian.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("meta.xml", "<dc:date>2026-02-19T08:00:00.123</dc:date>")
    assert saved_day(copied(path)) == date(2026, 2, 19)


@pytest.mark.parametrize("content", [b"PK\x03\x04rusak", b"PK\x05\x06", b""])
def test_what_is_damaged_has_the_day_of_its_folder(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "isian.xlsx"
    path.write_bytes(content)
    assert saved_day(copied(path)) == date(2026, 3, 10)


def test_a_day_that_is_none_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "isian.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("docProps/core.xml", "<dcterms:modified>kemarin lusa</dcterms:modified>")
    assert saved_day(copied(path)) == date(2026, 3, 10)


def test_what_is_not_there_has_none(tmp_path: Path) -> None:
    assert saved_day(tmp_path / "tidak-ada.csv") is None
