"""The compound file ([MS-CFB]) of old Office programs: the one stream in it that holds the sheets.

Never enters: what the records of that stream mean.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are no sectors."""
_SMALL_SECTOR, _ENTRY = 64, 128

Place = tuple[int, int]
"""The first sector of a stream and its length in bytes."""


class _Sectors(NamedTuple):
    """Sectors of one size, the first at `offset`, and for each the number of the one after it."""

    content: bytes
    size: int
    offset: int
    following: list[int]

    def chained(self, start: int) -> bytes:
        """The sectors of one chain in order; a chain that bites its tail is broken structure."""
        pieces: list[bytes] = []
        while start < _FREE:
            if len(pieces) * self.size > len(self.content):
                raise ValueError("endless chain")
            at = self.offset + start * self.size
            pieces.append(self.content[at : at + self.size])
            start = self.following[start]
        return b"".join(pieces)


def workbook_stream(content: bytes) -> bytes:
    """The stream `Workbook` (once `Book`). Raises ValueError, LookupError or struct.error."""
    sectors = _sectors(content)
    first_entry, small_limit, first_small = struct.unpack_from("<I4xII", content, 48)
    streams = _directory(sectors.chained(first_entry))
    start, length = streams.get("workbook") or streams["book"]
    if length < small_limit:
        root, _ = streams["root entry"]
        table = _numbers(sectors.chained(first_small))
        sectors = _Sectors(sectors.chained(root), _SMALL_SECTOR, 0, table)
    return sectors.chained(start)[:length]


def _directory(entries: bytes) -> dict[str, Place]:
    """Stream name in small letters → its place; of two of one name the first."""
    places: dict[str, Place] = {}
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        length = min(struct.unpack_from("<H", entries, at + 64)[0], 64)
        name = entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        places.setdefault(name.casefold(), struct.unpack_from("<II", entries, at + 116))
    return places


def _sectors(content: bytes) -> _Sectors:
    """The sectors of a file, by the table that is itself spread over some of them."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    if size not in (512, 4096):
        raise ValueError("sector size")
    places = [(number + 1) * size for number in _table_sectors(content, size)]
    table = _numbers(b"".join(content[at : at + size] for at in places))
    return _Sectors(content, size, size, table)


def _table_sectors(content: bytes, size: int) -> Iterator[int]:
    """The sectors that hold the table: the first 109 stand in the header, the others in a chain."""
    numbers = list(struct.unpack_from("<109I", content, 76))
    following, count = struct.unpack_from("<II", content, 68)
    for _ in range(min(count, len(content) // size)):
        if following >= _FREE:
            break
        *more, following = _numbers(content[(following + 1) * size : (following + 2) * size])
        numbers += more
    return (number for number in numbers if number < _FREE)


def _numbers(raw: bytes) -> list[int]:
    return list(struct.unpack_from(f"<{len(raw) // 4}I", raw))
