"""A row that was read before, to the letter, and of whose cooperative nothing was said since, says nothing new.

Such rows are known by their digest and passed over: a sheet that comes again costs a tenth. Only rows that name their
cooperative by its code, in plain columns without personal data, are known again. Never enters: a database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from kkmp_cli import __version__

_BETWEEN = "\x1f"
_SIZE = 16


class Fingerprints:
    """Those of one sheet. `told` is all beside its cells that says what a row means: its columns, the day named.

    `known`: digest → id of the cooperative. One of another program version is never known, since that may read a cell
    otherwise.
    """

    def __init__(self, known: Mapping[bytes, int], width: int, *told: object) -> None:
        self._known, self._breaks = known, width - 1
        self._begin = sha256(repr((__version__, width, told)).encode()).hexdigest()[:_SIZE].encode()

    def of(self, cells: Sequence[str]) -> bytes:
        """The digest of a row; empty where a cell holds the very sign that stands between the cells."""
        text = _BETWEEN.join(cells)
        return self._digest(text) if text.count(_BETWEEN) == self._breaks else b""

    def of_all(self, rows: Sequence[Sequence[str]]) -> list[bytes] | None:
        """The digests of rows of the right width; None where any cell holds the sign that stands between them."""
        texts = [*map(_BETWEEN.join, rows)]
        if "".join(texts).count(_BETWEEN) != self._breaks * len(texts):
            return None
        return [*map(self._digest, texts)]

    def known(self, mark: bytes) -> int | None:
        """The id of the cooperative of which a row with this digest says nothing new."""
        return self._known.get(mark)

    def _digest(self, text: str) -> bytes:
        return sha256(self._begin + text.encode("utf-8", "surrogatepass")).digest()[:_SIZE]
