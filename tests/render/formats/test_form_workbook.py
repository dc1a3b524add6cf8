"""The form that goes out: locked keys, what is known filled in, and a hidden sheet that proves it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.importing.form import Issue, form_fields, issue_of
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.formats import form_workbook
from snapshots import areas_of

AREAS = areas_of("31.71")[:3]
VALUES = {
    AREAS[0].kode: {"nib": "2025-08-15", "nib_nomor": "0120012345678", "catatan": "=1+1"},
    AREAS[1].kode: {"usaha": "belum", "usaha_kendala": "modal: kurang", "anggota": "0"},
    AREAS[2].kode: {},
}
ISSUE = Issue("2026-03-10", form_fields(2025, built_in()), VALUES)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "isian.xlsx"
    file = io.BytesIO()
    form_workbook.write(ISSUE, AREAS, "Jakarta Pusat", file, built_in())
    path.write_bytes(file.getvalue())
    return path


def test_the_hidden_sheet_carries_what_was_issued(form: Path) -> None:
    assert issue_of(sheets.read(form)) == ISSUE


def test_a_row_holds_what_is_known_and_no_text_becomes_a_formula(form: Path) -> None:
    rows = [row for _, row in sheets.read(form).rows if row[0] == AREAS[0].kode]
    assert "0120012345678" in rows[0] and "2025-08-15" in rows[0]
    with zipfile.ZipFile(form) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_the_sheet_is_protected_but_for_what_is_to_be_filled_in(form: Path) -> None:
    with zipfile.ZipFile(form) as book:
        assert b"<sheetProtection" in book.read("xl/worksheets/sheet1.xml")
        assert b'locked="0"' in book.read("xl/styles.xml")
        assert b'state="veryHidden"' in book.read("xl/workbook.xml")


def test_each_kecamatan_is_printed_on_a_page_of_its_own_as_wide_as_the_page() -> None:
    areas = areas_of("31.71")
    issue = ISSUE._replace(values={area.kode: {} for area in areas})
    file = io.BytesIO()
    form_workbook.write(issue, areas, "Jakarta Pusat", file, built_in())
    with zipfile.ZipFile(file) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        titles = book.read("xl/workbook.xml").decode()
    breaks = [int(row) for row in re.findall(r'<brk id="(\d+)"', sheet)]
    rows = [area.kecamatan_code for area in areas]
    assert [rows[row - 4] for row in breaks] == sorted(set(rows))[1:]
    assert all(rows[row - 5] != rows[row - 4] for row in breaks)
    assert 'fitToHeight="0"' in sheet and "fitToWidth" not in sheet
    assert 'orientation="landscape"' in sheet
    assert "Isian!$1:$4" in titles
