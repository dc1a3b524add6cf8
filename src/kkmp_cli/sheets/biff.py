"""The records of an XLS workbook ([MS-XLS]): how far its sheets reach, before anybody parses it.

Its rows and columns are numbers of 16 bits each, so a file of a few KB can ask a parser for 4
billion cells. Never enters: the container of the records (`compound`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CELLS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x027E, 0x00FD, 0x00BD))
_BEGINNINGS = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
_END, _SHEET, _PASSWORD, _MANY = 0x000A, 0x0085, 0x002F, 0x00BD


class Locked(Exception):
    """The workbook opens only with a password."""


def extents(stream: bytes) -> Iterator[tuple[int, int]]:
    """Rows and columns of each sheet. Raises Locked; struct.error for what is broken."""
    for start in list(_sheet_starts(stream)):
        yield _extent(stream, start)


def _sheet_starts(stream: bytes) -> Iterator[int]:
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            raise Locked
        if kind == _SHEET:
            yield struct.unpack_from("<I", data)[0]


def _extent(stream: bytes, start: int) -> tuple[int, int]:
    rows = columns = 0
    for kind, data in _records(stream, start):
        if kind in _CELLS and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            if kind == _MANY:
                column = max(column, struct.unpack_from("<H", data, len(data) - 2)[0])
            rows, columns = max(rows, row + 1), max(columns, column + 1)
    return rows, columns


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream; those of charts inside it are passed over with it."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        yield kind, stream[start + 4 : start + 4 + length]
        depth += (kind in _BEGINNINGS) - (kind == _END)
        if kind == _END and depth <= 0:
            return
        start += 4 + length
