"""What a sheet seems to be before anybody has chosen it, and what is known of it already, as frozen
values. Never enters: how it is looked at, a register, a printed word.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

FORM, EXPORT, REJECTED, TABLE, OTHER = "formulir", "ekspor", "ditolak", "tabel", "lain"
REGISTER = "register"
"""The kinds: a form of ours, an export, rows that were rejected, any table, none; a register."""

Answer = tuple[str, str]
"""An option with its value: `("--per", "2026-11-25")`."""


class SheetFile(NamedTuple):
    """A file as its folder tells it: bytes, and the instant of its last change."""

    path: Path
    size: int
    changed: float


class KnownFile(NamedTuple):
    """A file that was taken in: its name then, by which run and on which day, and with what."""

    name: str
    run: int
    day: date
    answers: tuple[Answer, ...]


class LastImport(NamedTuple):
    """What was taken in last from a kecamatan: the file, the run and its day."""

    file: str
    run: int
    day: date


class Look(NamedTuple):
    """What a file seems to be: its kind, how many sheets with a table, how many rows of the first,
    of which kecamatan or kota; or `why` it cannot be told.
    """

    file: SheetFile
    kind: str = OTHER
    sheets: int = 0
    rows: int = 0
    place: str = ""
    why: str = ""
    known: KnownFile | None = None
    last: LastImport | None = None
