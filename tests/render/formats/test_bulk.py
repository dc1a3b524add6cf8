"""`render.formats.bulk` beside the library's own way of writing a cell."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.render.formats.bulk import BulkSheet

TEXTS = st.text(st.sampled_from("aé_x0&<>\"' \t\n\r\x01\u202e\u00a0💡"), min_size=1, max_size=8)
NUMBERS = st.integers(-(10**15), 10**15)


def xml(kind: Any, rows: list[list[str | int]]) -> bytes:
    """The sheet as it stands in the package."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False})
    looks = [book.add_format({"num_format": form}) for form in ("@", "#,##0")]
    sheet = book.add_worksheet("Register", kind)
    for number, row in enumerate(rows):
        for at, cell in enumerate(row):
            put = sheet.write_string if isinstance(cell, str) else sheet.write_number
            put(number, at, cell, looks[at % 2] if at % 3 else None)
    book.close()
    return zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml")


@given(rows=st.lists(st.lists(TEXTS | NUMBERS, min_size=1, max_size=5), max_size=4))
def test_a_sheet_is_what_the_library_writes(rows: list[list[str | int]]) -> None:
    assert xml(BulkSheet, rows) == xml(None, rows)


@pytest.mark.parametrize(
    "text", ["_x0041_", "<r>a</r>", " a", "a ", "a\n", "a\nb", "&amp;", "=1+1", "\x01", "AB_x"]
)
def test_no_text_is_written_otherwise(text: str) -> None:
    rows: list[list[str | int]] = [["kode", text, 7, text]]
    assert xml(BulkSheet, rows) == xml(None, rows)
