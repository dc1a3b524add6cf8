"""The shared strings of an XLS workbook ([MS-XLS] 2.5.293), as far as parts of them are struck.

They go on over the borders of records, where a new byte says how wide the letters are. Never
enters: the text itself.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import NamedTuple

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08


class Runs(NamedTuple):
    """Letters of a text: before its first run, then those that are struck, then the others."""

    before: int
    struck: int
    plain: int


class _Continued:
    """The bytes of a record and of those that continue it."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._rest = iter(pieces)
        self._piece, self._at = next(self._rest, b""), 0

    def read(self, count: int) -> bytes:
        """So many bytes. Raises ValueError at the end."""
        content = b""
        while len(content) < count:
            if self._at == len(self._piece):
                self._turn(0)
            content += self._take(count - len(content))
        return content

    def letters(self, count: int, wide: int) -> str:
        """So many letters. Raises ValueError at the end."""
        text = ""
        while len(text) < count:
            if self._at == len(self._piece):
                self._turn(1)
                wide = self._piece[0] & _WIDE
            letters = self._take((count - len(text)) << wide)
            text += letters.decode("utf-16-le" if wide else "latin-1", "replace")
        return text

    def _take(self, count: int) -> bytes:
        content = self._piece[self._at : self._at + count]
        self._at += len(content)
        return content

    def _turn(self, at: int) -> None:
        piece = next(self._rest, b"")
        if len(piece) <= at:
            raise ValueError("string table")
        self._piece, self._at = piece, at


def struck_runs(pieces: Sequence[bytes], strikes: Callable[[int], bool]) -> dict[int, Runs]:
    """The number of each shared string that has runs, with their letters.

    `pieces` are the string table's record and those that continue it, `strikes` tells of a font.
    Raises ValueError where the table is broken.
    """
    table = _Continued(pieces)
    _, count = struct.unpack("<II", table.read(8))
    return {
        number: _letters(text, runs, strikes)
        for number in range(count)
        for text, runs in [_string(table)]
        if runs
    }


def _string(table: _Continued) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where each run of it begins with which font."""
    length, flags = struct.unpack("<HB", table.read(3))
    runs = struct.unpack("<H", table.read(2))[0] if flags & _RICH else 0
    extra = struct.unpack("<I", table.read(4))[0] if flags & _EXTENDED else 0
    text = table.letters(length, flags & _WIDE)
    fonts = [struct.unpack("<HH", table.read(4)) for _ in range(runs)]
    table.read(extra)
    return text, fonts


def _letters(text: str, runs: Sequence[tuple[int, int]], strikes: Callable[[int], bool]) -> Runs:
    ends = [*(start for start, _ in runs[1:]), len(text)]
    counts = {True: 0, False: 0}
    for (start, font), end in zip(runs, ends, strict=True):
        counts[strikes(font)] += len(text[start:end].strip())
    return Runs(len(text[: runs[0][0]].strip()), counts[True], counts[False])
