"""What of a register may be typed: names, numbers and keys for who completes a word.

A look and no more: nothing is locked, played back, migrated or created, a server is not asked, and
a file that is no register, damaged or slow answers with nothing. Read by plain SQL over the driver,
since nobody waits for more at a key. Never enters: a personal value.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any, NamedTuple
from urllib.parse import quote

from kkmp_cli.errors import KkmpError
from kkmp_cli.register.location import look_alone, path_of

_STEPS = 20_000_000
"""Steps of the database after which a look is broken off."""
_PAIRS = {
    "runs": "SELECT id, perintah FROM runs ORDER BY id DESC LIMIT 100",
    "training": "SELECT id, judul FROM trainings ORDER BY id DESC LIMIT 100",
    "target": "SELECT id, milestone || ' ' || batas FROM targets ORDER BY id DESC LIMIT 100",
    "figure": "SELECT id, indikator || ' ' || nilai FROM figures ORDER BY id DESC LIMIT 100",
    "followup": "SELECT id, uraian FROM followups ORDER BY selesai IS NOT NULL, id DESC LIMIT 100",
    "settings": "SELECT kunci, nilai FROM settings",
    "aliases": "SELECT kode, alias FROM aliases WHERE length(kode) = 5",
    "kota": "SELECT DISTINCT substr(kode, 1, 5), kota FROM areas ORDER BY 1",
}
_OWN = "SELECT kunci, label, jenis, pilihan FROM fields WHERE pensiun IS NULL ORDER BY id"
_AREAS = """
SELECT a.kode, a.kelurahan, a.kecamatan, a.kota, c.id FROM areas a
LEFT JOIN cooperatives c ON c.id = a.id WHERE a.kode LIKE ? || '%' ORDER BY a.kode LIMIT 100000
"""


class NamedArea(NamedTuple):
    """A kelurahan: its code and names, and whether it has a cooperative."""

    kode: str
    kelurahan: str
    kecamatan: str
    kota: str
    registered: bool


class OwnKey(NamedTuple):
    """A field of the office in use: its key, label, kind and choices."""

    key: str
    label: str
    kind: str
    choices: Sequence[str]


def pairs(location: str, what: str) -> list[tuple[str, str]] | None:
    """The rows of a kind, each a word and what it is; None where there is no register to look
    into.
    """
    rows = _rows(location, _PAIRS[what])
    return None if rows is None else [(str(word), str(about)) for word, about in rows]


def areas(location: str, prefix: str) -> list[NamedArea] | None:
    """The areas whose code begins so; None where there is no register to look into."""
    rows = _rows(location, _AREAS, prefix)
    if rows is None:
        return None
    return [
        NamedArea(kode, name, above, kota, held is not None)
        for kode, name, above, kota, held in rows
    ]


def own_fields(location: str) -> list[OwnKey]:
    """The office's own fields that are in use."""
    rows = _rows(location, _OWN) or ()
    return [OwnKey(key, label, kind, (text or "").split(";")) for key, label, kind, text in rows]


def _rows(location: str, sql: str, *parameters: str) -> list[Sequence[Any]] | None:
    """What a statement answers; None for what is no register."""
    try:
        path = path_of(location)
        if not path.is_file():
            return None
        look_alone(path)
        uri = f"file:{quote(os.fsencode(path))}?immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            connection.set_progress_handler(lambda: 1, _STEPS)
            return connection.execute(sql, parameters).fetchall()
    except (KkmpError, sqlite3.Error, OSError, UnicodeError, ValueError):
        return None
