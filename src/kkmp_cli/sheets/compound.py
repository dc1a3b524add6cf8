"""A look at an XLS file before anybody parses it: the extent of its sheets, by the places of their
cells.

Its rows and columns are numbers of 16 bits each, so a file of a few KB can ask a parser for 4
billion cells. The container is that of [MS-CFB], the records those of [MS-XLS]; only what is needed
to find cells is read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

FREE = 0xFFFFFFFA
"""Sector numbers from here on are no sectors."""

_CELLS = frozenset((0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x027E, 0x00FD, 0x00BD))
_BEGINNINGS = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
_END, _SHEET, _PASSWORD, _MANY = 0x000A, 0x0085, 0x002F, 0x00BD
_ENTRY = 128


class Locked(Exception):
    """The workbook opens only with a password."""


def extents(content: bytes) -> Iterator[tuple[int, int]]:
    """Rows and columns of each sheet. Raises Locked; ValueError, LookupError or struct.error for
    what is broken.
    """
    stream = _workbook(content)
    sheets = []
    for kind, data in _records(stream, 0):
        if kind == _PASSWORD:
            raise Locked
        if kind == _SHEET:
            sheets.append(struct.unpack_from("<I", data)[0])
    for start in sheets:
        rows = columns = 0
        for kind, data in _records(stream, start):
            if kind in _CELLS and len(data) >= 6:
                row, column = struct.unpack_from("<HH", data)
                if kind == _MANY:
                    column = max(column, struct.unpack_from("<H", data, len(data) - 2)[0])
                rows, columns = max(rows, row + 1), max(columns, column + 1)
        yield rows, columns


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


def _workbook(content: bytes) -> bytes:
    """The stream that holds the sheets."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise ValueError("sector size")
    fat = _fat(content, size)
    entries = _chained(content, fat, struct.unpack_from("<I", content, 48)[0], size, size)
    found: dict[str, tuple[int, int]] = {}
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = min(struct.unpack_from("<H", entries, at + 64)[0], 64)
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        found.setdefault(name.casefold(), struct.unpack_from("<II", entries, at + 116))
    start, length = found.get("workbook") or found["book"]
    if length >= struct.unpack_from("<I", content, 56)[0]:
        return _chained(content, fat, start, size, size)[:length]
    small = _chained(content, fat, found["root entry"][0], size, size)
    table = _chained(content, fat, struct.unpack_from("<I", content, 60)[0], size, size)
    return _chained(small, _numbers(table), start, 64, 0)[:length]


def _fat(content: bytes, size: int) -> list[int]:
    sectors = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        if following >= FREE:
            break
        more = _numbers(content[(following + 1) * size : (following + 2) * size])
        sectors += more[:-1]
        following = more[-1]
    pieces = (
        content[(sector + 1) * size : (sector + 2) * size] for sector in sectors if sector < FREE
    )
    return _numbers(b"".join(pieces))


def _numbers(raw: bytes) -> list[int]:
    return list(struct.unpack_from(f"<{len(raw) // 4}I", raw))


def _chained(content: bytes, table: list[int], start: int, size: int, offset: int) -> bytes:
    """The sectors of one chain in order; a chain that bites its tail is broken structure."""
    pieces: list[bytes] = []
    while start < FREE:
        if len(pieces) > len(table):
            raise ValueError("endless chain")
        pieces.append(content[offset + start * size : offset + (start + 1) * size])
        start = table[start]
    return b"".join(pieces)
