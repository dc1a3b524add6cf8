"""The cell formats of an XLSX workbook."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.cell_styles import Style, read
from kkmp_cli.sheets.display import MONTH, WHOLLY, Display

SHEET = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts><numFmt numFmtId="164" formatCode="mmmm yyyy"/></numFmts>
<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid">{colour}</patternFill></fill></fills>
<cellStyleXfs><xf fontId="1"/></cellStyleXfs>
<cellXfs><xf/><xf numFmtId="164"/><xf fontId="1"/><xf fontId="2"/><xf fillId="2"/><xf fillId="1"/></cellXfs>
<dxfs><dxf><font><strike/></font><fill><patternFill><bgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>
</styleSheet>"""


def _styles(colour: str) -> list[Style]:
    return read([SHEET.format(colour=colour).encode()])


def test_a_cell_format_is_its_number_format_its_font_and_its_fill() -> None:
    assert _styles('<fgColor rgb="FF92D050"/>') == [
        Style(),
        Style(Display(precision=MONTH)),
        Style(Display(struck=WHOLLY)),
        Style(),
        Style(filled=True),
        Style(),
    ]


@pytest.mark.parametrize(
    ("colour", "filled"),
    [
        ("", True),
        ('<fgColor rgb="ffffffff"/>', False),
        ('<fgColor theme="0"/>', False),
        ('<fgColor theme="0" tint="-0.25"/>', True),
        ('<fgColor theme="4"/>', True),
        ('<fgColor indexed="9"/>', False),
        ('<fgColor indexed="10"/>', True),
    ],
)
def test_the_colour_of_paper_is_no_colour(colour: str, filled: bool) -> None:
    assert _styles(colour)[4].filled is filled
