"""A row that was read before, to the letter, and of whose cooperative nothing was said since, says
nothing new.

Such rows are known by their mark and passed over: a sheet that comes again costs a tenth. A mark is
the digest of a row, and behind it a bit for each milestone column of the sheet of which the row
says nothing. Only rows that name their cooperative by its code, in plain columns without personal
data, are known again. Never enters: a database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from kkmp_cli import __version__
from kkmp_cli.sheets.sheet import BETWEEN

_SIZE = 16


class KnownRows:
    """The marks that a register keeps, each with the id of whom such a row says nothing new."""

    def __init__(self, ids: Mapping[bytes, int]) -> None:
        self.ids = ids
        self.marks = {mark[:_SIZE]: mark for mark in ids}


class Fingerprints:
    """The digests of one sheet's rows. `meaning` is all beside its cells that says what a row
    means: its columns, the day named.

    A mark of another program version is never known, since that may read a cell otherwise.
    """

    def __init__(self, known: KnownRows, width: int, *meaning: object) -> None:
        self.known, self._breaks = known, width - 1
        begin = sha256(repr((__version__, width, meaning)).encode())
        self._begin = begin.hexdigest()[:_SIZE].encode()

    def of(self, cells: Sequence[str]) -> bytes:
        """The digest of a row; empty where a cell holds the sign that separates the cells."""
        text = BETWEEN.join(cells)
        return self._digest(text) if text.count(BETWEEN) == self._breaks else b""

    def passed_lines(self, lines: Iterable[tuple[int, str]]) -> dict[int, bytes]:
        """Those of the numbered records, as texts, that say nothing new, with their marks."""
        marks = ((number, self.known.marks.get(self._digest(text))) for number, text in lines)
        return {number: mark for number, mark in marks if mark is not None}

    def _digest(self, text: str) -> bytes:
        return sha256(self._begin + text.encode("utf-8", "surrogatepass")).digest()[:_SIZE]


def marked(digest: bytes, silent: int, columns: int) -> bytes:
    """The mark of a row; `silent`: a bit for each milestone column of which it says nothing."""
    return digest + silent.to_bytes((columns + 7) // 8, "little")


def silent_rows(marks: Iterable[bytes], columns: Sequence[str]) -> dict[str, int]:
    """Milestone column → how many of the rows with these marks say nothing of it."""
    often = Counter(mark[_SIZE:] for mark in marks)
    bits = [(int.from_bytes(tail, "little"), count) for tail, count in often.items()]
    return {
        name: sum(count for silent, count in bits if silent >> at & 1)
        for at, name in enumerate(columns)
    }
