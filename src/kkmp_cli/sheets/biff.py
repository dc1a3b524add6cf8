"""The records of an XLS workbook ([MS-XLS]): how far its sheets reach, before anybody parses it.

Its rows and columns are numbers of 16 bits each, so a file of a few KB can ask a parser for 4
billion cells. Never enters: the container of the records (`compound`), what they show.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

FORMULA, NUMBER, LABEL, BOOL_OR_ERROR, RICH_LABEL = 0x0006, 0x0203, 0x0204, 0x0205, 0x00D6
ONE_RK, SHARED_LABEL, MANY_RK = 0x027E, 0x00FD, 0x00BD
SHEET, BEGIN = 0x0085, 0x0809
CELLS = frozenset(
    (FORMULA, NUMBER, LABEL, BOOL_OR_ERROR, RICH_LABEL, ONE_RK, SHARED_LABEL, MANY_RK)
)
_BEGINNINGS = frozenset((0x0009, 0x0209, 0x0409, BEGIN))
_END, _PASSWORD = 0x000A, 0x002F


class Locked(Exception):
    """The workbook opens only with a password."""


def extents(stream: bytes) -> Iterator[tuple[int, int]]:
    """Rows and columns of each sheet. Raises Locked; struct.error for what is broken."""
    for start in list(_sheet_starts(stream)):
        yield _extent(stream, start)


def _sheet_starts(stream: bytes) -> Iterator[int]:
    for kind, data in records(stream, 0):
        if kind == _PASSWORD:
            raise Locked
        if kind == SHEET:
            yield struct.unpack_from("<I", data)[0]


def _extent(stream: bytes, start: int) -> tuple[int, int]:
    rows = columns = 0
    for kind, data in records(stream, start):
        if kind in CELLS and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            if kind == MANY_RK:
                column = max(column, struct.unpack_from("<H", data, len(data) - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows, columns


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream; those of charts inside it are passed over with it."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        depth += (kind in _BEGINNINGS) - (kind == _END)
        if kind == _END and depth <= 0:
            return
        start += 4 + length
