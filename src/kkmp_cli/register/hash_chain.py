"""The chain of the history: each run carries the SHA-256 of its words, its changes and the digest
of the run before.

What is hashed is the JSON of `[words, [row, row, …]]` without spaces, everything beyond ASCII
escaped; `words` are the columns `HEADER` of the run, a row is `[entitas, subjek, per, berkas,
baris, isi]` with `isi` as the table holds it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

HEADER = (
    *("id", "waktu", "petugas", "peran", "perintah", "alasan", "berkas", "membatalkan", "asal"),
    *("jumlah", "sebelum"),
)
BEGINNING = "0" * 64
"""The digest before the first run, in a register that does not tell how it began."""

compact = json.JSONEncoder(separators=(",", ":")).encode
"""JSON as the history is written and hashed."""


class Digest:
    """The digest of one run, fed with the rows of its changes as they stand in the table."""

    def __init__(self, header: Mapping[str, Any]) -> None:
        self._sha = hashlib.sha256(f"[{compact([header[name] for name in HEADER])},[".encode())
        self._first = True

    def add(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Adds rows: entitas, subjek, per, berkas, baris, isi. Raises TypeError, ValueError."""
        rows_text = ",".join(
            [
                f"[{_quoted(entity)},{key:d},{_quoted(per)},{file:d},{row:d},{text}]"
                for entity, key, per, file, row, text in rows
            ]
        )
        if rows_text:
            self._sha.update(rows_text.encode() if self._first else b"," + rows_text.encode())
            self._first = False

    def hex(self) -> str:
        """The digest, once all changes are in."""
        self._sha.update(b"]]")
        return self._sha.hexdigest()


def genesis(made: Iterable[Any], *lists: Iterable[Any]) -> str:
    """What the first run of a register has as the digest of the run before: that of its name, of
    when it was made, and of the lists that it was made with.
    """
    text = compact([list(made), *map(list, lists)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest(header: Mapping[str, Any], rows: Iterable[tuple[Any, ...]]) -> str:
    """The digest of a whole run at once."""
    whole = Digest(header)
    whole.add(rows)
    return whole.hex()
