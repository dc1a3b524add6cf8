"""The register as a workbook: text stays text, days are days, and it reads back as itself."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import python_calamine

from kkmp_cli.render.formats import export_workbook
from kkmp_cli.render.formats.export_rows import Extract

NAMES = ("kode", "nib", "nib_nomor", "nib_per", "anggota", "catatan")


def written(*rows: tuple[str | None, ...]) -> list[list[object]]:
    """The rows below the two of heading."""
    file = io.BytesIO()
    count = export_workbook.write(Extract(NAMES, rows, "2026-03-10", "Jakarta Pusat"), file)
    assert count == len(rows)
    file.seek(0)
    sheet = python_calamine.CalamineWorkbook.from_filelike(file).get_sheet_by_index(0)
    (_, heads, *body) = sheet.to_python(skip_empty_area=False)
    assert tuple(heads) == NAMES
    return [list(row) for row in body]


def test_a_number_keeps_its_zeros_and_a_day_is_a_day() -> None:
    row = ("31.71.01.1001", "2025-08-15", "0120012345678", "2026-03-10", "0", "+62")
    (cells,) = written(row)
    assert cells[0] == "31.71.01.1001"
    assert cells[1:4] == [date(2025, 8, 15), "0120012345678", date(2026, 3, 10)]
    assert cells[4:] == [0, "'+62"]


def test_a_month_a_stop_and_a_number_of_sixteen_digits_stay_text() -> None:
    row = ("31.71.01.1001", "berhenti 2026-01-10", None, "2026-03", "1234567890123456", "=1+1")
    (cells,) = written(row)
    assert cells[1:] == ["berhenti 2026-01-10", "", "2026-03", "1234567890123456", "'=1+1"]


def test_an_empty_register_still_is_a_workbook(tmp_path: Path) -> None:
    assert written() == []


def test_nothing_that_acts_on_a_screen_is_in_a_cell() -> None:
    row = ("31.71.01.1001", None, "01200\x1b[31m", None, None, "baris\u202esatu\ndua")
    (cells,) = written(row)
    assert (cells[2], cells[5]) == ("01200[31m", "barissatu\ndua")
