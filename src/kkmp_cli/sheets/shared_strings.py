"""The texts of an XLSX workbook that its cells share: how many it claims, how much they become.

A parser makes room for as many as are claimed, and a copy for every cell; a file of 90 KB can so
ask for gigabytes, which ends the program and cannot be caught. Never enters: a text itself.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator

from kkmp_cli.sheets import markup

UNPACKED_LIMIT = 200_000_000
"""Bytes of all cells together: as much as a workbook may unpack to."""
_CLAIMED = 10_000_000
"""More texts than a sheet may have cells."""
_CLAIM = re.compile(rb"""(?:c|uniqueC)ount\s*=\s*["']\s*\+?([\d&][^"']{6,}+)""")
_VALUE = re.compile(rb"<(?:[^\s<>/:]+:)?v(?:\s[^<>]*)?>\s*(?:\+?(\d{1,9})|[^<]{0,99}(&))")
_TEXT = re.compile(rb"<(?:[^\s<>/:]+:)?si(?=[\s>/])")
_OVERLAP = 128


class TooMuch(Exception):
    """The workbook would become larger than `UNPACKED_LIMIT`, or claims what no sheet holds."""


class SharedTexts:
    """What is counted of a package and its shared texts while it is gone through, each entry piece
    by piece.

    Raises TooMuch for more bytes than `UNPACKED_LIMIT`, and for more texts claimed than any sheet
    has cells.
    """

    def __init__(self) -> None:
        self._size = self._longest = self._values = 0
        self._entry = ""
        self._rest, self._before, self._shares = 0, b"", False

    def take(self, entry: str, piece: bytes) -> None:
        """The next piece of an entry."""
        self._size += len(piece)
        if self._size > UNPACKED_LIMIT:
            raise TooMuch
        if entry != self._entry:
            self._entry, self._rest, self._before, self._shares = entry, 0, b"", False
        self._values += piece.count(b"<v") + piece.count(b":v")
        self._shares = self._shares or b"sst" in piece
        if self._shares:
            self._measure(piece)

    def _measure(self, piece: bytes) -> None:
        _refuse_claim(self._before + piece)
        self._before = piece[-_OVERLAP:]
        first, *others = _texts(piece)
        self._longest = max(self._longest, self._rest + len(first), *map(len, others))
        self._rest = len(others[-1]) if others else self._rest + len(first)

    def refuse_expansion(self, package: zipfile.ZipFile) -> None:
        """Raises TooMuch where the cells of the package take more room than any table."""
        most = max(self._longest, self._rest) * self._values
        if most > UNPACKED_LIMIT and _expanded(package) > UNPACKED_LIMIT:
            raise TooMuch


def _texts(piece: bytes) -> list[bytes]:
    return _TEXT.split(piece) if b":si" in piece else piece.split(b"<si")


def _refuse_claim(piece: bytes) -> None:
    for claim in _CLAIM.findall(piece):
        if not claim.isdigit() or int(claim[:20]) > _CLAIMED:
            raise TooMuch


def _expanded(package: zipfile.ZipFile) -> int:
    """Bytes of the texts of all cells, an unusual reference counted as the longest one."""
    entries = package.infolist()
    lengths = [length for entry in entries for length in _lengths(package, entry)]
    longest, total = max(lengths, default=0), 0
    for entry in entries:
        for number, unusual in _values(markup.unpacked(package, entry)):
            if unusual:
                total += longest
            elif int(number) < len(lengths):
                total += lengths[int(number)]
    return total


def _lengths(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[int]:
    whole = b"".join(markup.unpacked(package, entry))
    return map(len, _texts(whole)[1:] if b"sst" in whole else ())


def _values(pieces: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """The numbers of shared texts as cells refer to them; `&` for one that is spelled so."""
    before = b""
    for piece in pieces:
        whole = before + piece
        end = max(whole.rfind(b"<"), len(whole) - _OVERLAP)
        yield from _VALUE.findall(whole[:end])
        before = whole[end:]
    yield from _VALUE.findall(before)
