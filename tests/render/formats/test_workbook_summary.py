"""The first sheet: what the first page says, and the shares beside a chart."""

from __future__ import annotations

import io

import python_calamine

from kkmp_cli.render.formats import xlsx
from sections import packet_of
from snapshots import jakarta_pusat


def texts() -> list[str]:
    """Each row of the sheet as one text."""
    content = xlsx.write(packet_of(jakarta_pusat()))
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_name("Ringkasan").to_python()
    return [" ".join(str(cell) for cell in row if cell != "") for row in rows]


def test_it_says_what_the_first_page_says() -> None:
    rows = texts()
    assert any(row.startswith("34 dari 44 KKMP beroperasi") for row in rows)
    assert any(row.startswith("Beroperasi 34 dari 44") for row in rows)
    assert any("Cideng" in row and "Gambir" in row for row in rows)
    assert any("31 Maret 2026" in row and "21 hari lagi" in row for row in rows)


def test_it_ends_with_the_day_and_the_number_of_cooperatives() -> None:
    assert "44 KKMP" in texts()[-1] and "10 Maret 2026" in texts()[-1]
