"""The cell formats of an XLS workbook."""

from __future__ import annotations

import struct

import pytest

from kkmp_cli.sheets.biff_styles import CODE, FONT, FORMAT, Formats, text_of
from kkmp_cli.sheets.display import MONTH, PLAIN, WHOLLY


def test_no_font_has_the_number_four() -> None:
    formats = Formats()
    for struck in (0, 0, 0, 0, 8):
        formats.take(FONT, struct.pack("<HH", 200, struck), wide=True)
    assert [font for font in (0, 1, 2, 3, 5, 6) if formats.strikes(font)] == [5]


def test_a_format_of_excel_95_is_read_too() -> None:
    formats = Formats()
    formats.take(FONT, struct.pack("<HH", 200, 8), wide=False)
    formats.take(CODE, struct.pack("<HB", 200, 6) + b"mmm-yy", wide=False)
    formats.take(FORMAT, struct.pack("<HHII", 0, 200, 0, 1 << 16 | 17), wide=False)
    (style,) = formats.styles()
    assert style.display == PLAIN._replace(precision=MONTH, struck=WHOLLY)
    assert style.filled


@pytest.mark.parametrize(
    ("data", "size", "text"),
    [(b"\3abcd", 1, "abc"), (b"\3\0\0abcd", 2, "abc"), (b"\2\0\1a\0b\0", 2, "ab")],
)
def test_a_text_says_how_long_and_how_wide_it_is(data: bytes, size: int, text: str) -> None:
    assert text_of(data, size) == text
