"""Charts over cells that are written already."""

from __future__ import annotations

import io
import zipfile

from kkmp_cli.render.document import COUNT, DAY, Column, Table
from kkmp_cli.render.formats import workbook_styles as styles
from kkmp_cli.render.formats.workbook_charts import lines_by_month, stacked_bars

COLUMNS = (
    Column("hari", "Akhir bulan", DAY),
    Column("kkmp", "KKMP", COUNT),
    Column("nib", "NIB", COUNT),
    Column("npwp", "NPWP", COUNT),
    Column("gerai", "Gerai", COUNT),
)
ROWS = (("2026-01-31", 44, 0, None, 5), ("2026-02-28", 44, 3, None, 5))


def drawn(bars: bool) -> str:
    """The XML of a chart on a sheet `Data` of these rows."""
    file = io.BytesIO()
    with styles.written(file) as book:
        sheet = book.add_worksheet("Data")
        shares = (("Sudah", "#1F3864"), ("Belum", "#B8C4DA"))
        made = (
            stacked_bars(book, "Data", (1, 2), shares)
            if bars
            else lines_by_month(book, "Data", (1, 2), Table("t", "T", COLUMNS, ROWS))
        )
        sheet.insert_chart(5, 0, made)
    with zipfile.ZipFile(file) as package:
        return package.read("xl/charts/chart1.xml").decode()


def test_a_count_in_motion_has_a_line_and_one_that_is_never_known_or_stands_still_has_none() -> (
    None
):
    xml = drawn(False)
    assert "<c:v>NIB</c:v>" in xml
    assert not any(f"<c:v>{name}</c:v>" in xml for name in ("NPWP", "KKMP", "Gerai"))


def test_the_shares_are_taken_from_the_columns_after_the_first() -> None:
    xml = drawn(True)
    assert "Data!$B$2:$B$3" in xml and "Data!$C$2:$C$3" in xml
    assert "Data!$A$2:$A$3" in xml
