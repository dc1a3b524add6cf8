"""What an XLS workbook shows beside its values, in the texts and beside them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.sheets import Sheet
from kkmp_cli.sheets.display import COLOURED, COMMENTED, Block, Remark
from sheet_files import biff_stream, record, rows_of, xls

HEADINGS = [(0, 0, "Kelurahan"), (0, 1, "NIB"), (1, 0, "Cideng")]
DAY = 46082.0
"""1 March 2026."""


def _font(struck: bool) -> bytes:
    return record(0x0031, struct.pack("<HH", 200, 8 * struck) + bytes(12))


def _format(font: int = 0, code: int = 0, fill: int = 0, colour: int = 17) -> bytes:
    data = struct.pack("<HHH", font, code, 0) + bytes(8) + struct.pack("<IH", fill << 26, colour)
    return record(0x00E0, data)


def _code(number: int, code: str) -> bytes:
    return record(0x041E, struct.pack("<HHB", number, len(code), 0) + code.encode())


WORKBOOK = (
    _font(False) * 4
    + _font(True)  # the fifth one, which has the number 5
    + _code(164, "mmmm yyyy")
    + _code(165, "yyyy")
    + _code(166, "0000000000000")
    + _code(167, "0%")
    + b"".join(_format(code=code) for code in (0, 164, 165, 166, 167, 17))
    + _format(font=5)
    + _format(fill=1)
    + _format(fill=1, colour=9)
)
PLAIN, MONTH, YEAR, ZEROS, PERCENT, BUILT_IN, STRUCK, GREEN, WHITE = range(9)


def _number(value: float, style: int) -> bytes:
    return record(0x0203, struct.pack("<HHHd", 1, 1, style, value))


def _sheet(folder: Path, *records: bytes, more: bytes = WORKBOOK) -> Sheet:
    stream = biff_stream(HEADINGS, more, b"".join(records))
    return sheets.read(xls(folder / "a.xls", stream))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (_number(DAY, MONTH), "2026-03"),
        (_number(DAY, BUILT_IN), "2026-03"),
        (_number(DAY, YEAR), "2026"),
        (_number(123, ZEROS), "0000000000123"),
        (_number(0.9, PERCENT), "90%"),
        (_number(175, STRUCK), "(dicoret) 175"),
        (_number(175, PLAIN), "175"),
        (_number(175, 99), "175"),
        (record(0x0205, struct.pack("<HHHBB", 1, 1, 0, 0x2A, 1)), "#N/A (kesalahan rumus)"),
        (record(0x0205, struct.pack("<HHHBB", 1, 1, 0, 1, 0)), "TRUE"),
        (
            record(0x0006, struct.pack("<HHH", 1, 1, 0) + b"\x02\0\x17\0\0\0\xff\xff" + bytes(8)),
            "#REF! (kesalahan rumus)",
        ),
        (
            record(0x00BD, struct.pack("<HHHIHIH", 1, 1, ZEROS, 31 << 2 | 2, 0, 6, 2)),
            "0" * 11 + "31",
        ),
    ],
    ids=[
        "month",
        "built-in",
        "year",
        "zeros",
        "percent",
        "struck",
        "plain",
        "unknown style",
        "error",
        "boolean",
        "formula",
        "several",
    ],
)
def test_a_cell_says_what_it_shows(tmp_path: Path, cell: bytes, text: str) -> None:
    assert rows_of(_sheet(tmp_path, cell))[1][1][1] == text


def _strings(*texts: tuple[str, Sequence[tuple[int, int]]]) -> bytes:
    """The table of shared strings, each with its runs."""
    data = struct.pack("<II", len(texts), len(texts))
    for text, runs in texts:
        data += struct.pack("<HB", len(text), 8 if runs else 0)
        data += struct.pack("<H", len(runs)) if runs else b""
        data += text.encode("latin-1") + b"".join(struct.pack("<HH", *run) for run in runs)
    return record(0x00FC, data)


@pytest.mark.parametrize(
    ("runs", "style", "text"),
    [
        ([(5, 5)], PLAIN, "(dicoret sebagian) sudahbelum"),
        ([(0, 5)], PLAIN, "(dicoret) sudahbelum"),
        ([(0, 5), (5, 0)], PLAIN, "(dicoret sebagian) sudahbelum"),
        ([(5, 1)], STRUCK, "(dicoret sebagian) sudahbelum"),
        ([(5, 1)], PLAIN, "sudahbelum"),
        ([], STRUCK, "(dicoret) sudahbelum"),
    ],
)
def test_struck_text_is_told_wholly_or_in_part(
    tmp_path: Path, runs: list[tuple[int, int]], style: int, text: str
) -> None:
    more = WORKBOOK + _strings(("lain", []), ("sudahbelum", runs))
    cell = record(0x00FD, struct.pack("<HHHI", 1, 1, style, 1))
    assert rows_of(_sheet(tmp_path, cell, more=more))[1][1][1] == text


def test_merges_hidden_rows_and_columns_colours_and_comments_are_seen(tmp_path: Path) -> None:
    shown = _sheet(
        tmp_path,
        record(0x0208, struct.pack("<HHHHHHHI", 2, 0, 5, 255, 0, 0, 0x20, 0)),
        record(0x0208, struct.pack("<HHHHHHHI", 3, 0, 5, 255, 0, 0, 0, 0)),
        record(0x007D, struct.pack("<HHHHHH", 3, 4, 2_000, 0, 1, 0)),
        record(0x007D, struct.pack("<HHHHHH", 5, 5, 2_000, 0, 0, 0)),
        record(0x0201, struct.pack("<HHH", 1, 1, GREEN)),
        record(0x00BE, struct.pack("<HHHHHH", 1, 2, WHITE, GREEN, PLAIN, 4)),
        record(0x00E5, struct.pack("<HHHHH", 1, 1, 3, 2, 2)),
        record(0x001C, struct.pack("<HHHH", 1, 4, 0, 1)),
    ).shown
    assert shown.merges == [Block(2, 4, 2, 2)]
    assert (shown.hidden_rows, shown.hidden_columns) == ([(3, 3)], [(3, 4)])
    assert shown.remarks == [
        Remark(Block(2, 2, 1, 1), COLOURED),
        Remark(Block(2, 2, 3, 3), COLOURED),
        Remark(Block(2, 2, 4, 4), COMMENTED),
    ]
