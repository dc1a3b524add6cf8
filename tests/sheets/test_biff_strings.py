"""Shared strings of an XLS workbook, over the borders of records."""

from __future__ import annotations

import struct

import pytest

from kkmp_cli.sheets.biff_strings import Runs, struck_runs

HEAD = struct.pack("<II", 2, 2)
PLAIN = struct.pack("<HB", 3, 0) + b"abc"
RUN = struct.pack("<HH", 2, 7)


@pytest.mark.parametrize(
    "pieces",
    [
        [HEAD + PLAIN + struct.pack("<HBH", 4, 8, 1) + b"wxyz" + RUN],
        [HEAD + PLAIN + struct.pack("<HBH", 4, 8, 1) + b"wx", b"\0yz" + RUN],
        [HEAD + PLAIN + struct.pack("<HBH", 4, 8, 1) + b"wx", b"\1y\0z\0" + RUN],
        [HEAD + PLAIN, struct.pack("<HBH", 4, 8, 1) + b"wxyz", RUN],
        [
            HEAD
            + PLAIN
            + struct.pack("<HBHI", 4, 13, 1, 2)
            + "wxyz".encode("utf-16-le")
            + RUN
            + b"!!"
        ],
    ],
    ids=["one record", "cut in letters", "wider behind the cut", "cut between", "wide, extended"],
)
def test_runs_are_found_wherever_the_records_are_cut(pieces: list[bytes]) -> None:
    assert struck_runs(pieces, lambda font: font == 7) == {1: Runs(2, 2, 0)}


@pytest.mark.parametrize("pieces", [[], [HEAD], [HEAD + PLAIN + b"\4\0\0wx"], [HEAD + PLAIN, b""]])
def test_a_broken_table_is_told_as_such(pieces: list[bytes]) -> None:
    with pytest.raises(ValueError, match="string table"):
        struck_runs(pieces, lambda font: False)
