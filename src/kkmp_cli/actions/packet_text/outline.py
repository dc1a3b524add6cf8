"""What somebody reads in a packet, each text under the place where it stands: the heading, the row
and the column of a table.

Never enters: a format; what a text means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkmp_cli.errors import Unusable
from kkmp_cli.model.verification import Place

MOST = 400_000
"""Texts of a packet: ten times what the whole country needs."""


COLUMNS, ROW = "judul kolom", "baris"
Texts = dict[Place, list[str]]
"""All texts of a place in the order in which they come."""


class Outline:
    """Collects the texts of a packet in the order in which they come."""

    def __init__(self) -> None:
        self.texts: Texts = {}
        self._heading = ""
        self._columns: tuple[str, ...] = ()
        self._count = self._rows = 0

    def heading(self, text: str) -> None:
        """A heading of what follows; a number behind it (`Belum: 10`) is no part of its name."""
        if words := _plain(text):
            self._heading = words.partition(":")[0]
            self.add((self._heading,), words)

    def sentence(self, text: str) -> None:
        """A text outside of tables."""
        if words := _plain(text):
            self.add((self._heading,), words)

    def table(self) -> None:
        """A table begins, whose columns may have no headings."""
        self._columns, self._rows = (), 0

    def columns(self, heads: Sequence[str]) -> None:
        """The headings of a table's columns."""
        self._columns, self._rows = tuple(map(_plain, heads)), 0
        self.add((self._heading, COLUMNS), " | ".join(self._columns))

    def row(self, cells: Sequence[str]) -> None:
        """A row under them; its first cell names it, where that is no number."""
        texts = [*map(_plain, cells)]
        first = texts[0] if texts else ""
        named = first and not _NUMBER.fullmatch(first)
        self._rows += 1
        row = first if named else f"{ROW} {self._rows}"
        self.add((self._heading, ROW), row)
        for at, text in enumerate(texts):
            if at or not named:
                self.add((self._heading, row, self._column(at)), text)

    def _column(self, at: int) -> str:
        """The name of a column; none where a table has no headings."""
        if not self._columns:
            return ""
        return self._columns[at] if at < len(self._columns) else str(at + 1)

    def add(self, words: tuple[str, ...], text: str) -> None:
        """A text at a place. Raises Unusable for more than any packet has."""
        self.texts.setdefault(tuple(filter(None, words)), []).append(text)
        self._count += 1
        if self._count > MOST:
            raise Unusable("Berkas itu memuat jauh lebih banyak teks daripada sebuah paket.")


_NUMBER = re.compile(r"[\d.,%–+-]+")


def _plain(text: str) -> str:
    return " ".join(text.split())
