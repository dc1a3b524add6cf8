"""Every sheet of a packet is read, the hidden ones too, and no package before it was looked at."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from kkmp_cli.actions.packet_text import workbook_cells
from kkmp_cli.errors import Unusable


def test_a_cell_is_named_by_its_sheet_the_first_cell_of_its_row_and_its_column() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Ringkasan")
        sheet.write_row(0, 0, ["Beroperasi", 34, "77,3%"])
        sheet.write(1, 27, 1.5)
        hidden = book.add_worksheet("Data")
        hidden.hide()
        hidden.write(0, 0, "x")
    texts = workbook_cells.texts(file.getvalue(), "a.xlsx")
    assert texts[("lembar Ringkasan", "Beroperasi", "kolom B")] == ["34"]
    assert texts[("lembar Ringkasan", "kolom AB")] == ["1.5"]
    assert texts[("lembar Data", "kolom A")] == ["x"]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18])
def test_a_broken_package_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        workbook_cells.texts(content, "a.xlsx")
