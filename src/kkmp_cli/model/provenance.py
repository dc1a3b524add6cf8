"""The provenance of a packet: what is needed to make it again, as one line of plain letters that
every format can carry.

`kkmp-asal kkmp=0.1.0 kepala=25-0123… dicetak=2026-03-11T08:00:00+07:00 kota=31.71 per=2026-03-10 …`
holds neither a quote nor a space inside a value, so nothing has to be escaped anywhere. Never
enters: a figure.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

MARK = "kkmp-asal"
"""Begins the line, by which it is found in a file of any format."""
SAID = "ya"
_VALUE = r"[A-Za-z0-9_.,:+-]{1,8000}"
WRITTEN = re.compile(rf"({MARK}(?: [a-z_]{{1,20}}={_VALUE}){{1,20}})".encode())


class Origin(NamedTuple):
    """What a packet was made of: by which version, of which history (`head`), and what was asked
    for: the days, codes of kota (none: all) and of a kecamatan; `printed`, where it says when.
    `elsewhere`: what stands in the letterhead and is not kept by the register.
    """

    program: str
    head: str
    day: date
    book_year: int
    printed: datetime | None = None
    since: date | None = None
    known_at: date | None = None
    kota: tuple[str, ...] = ()
    kecamatan: str | None = None
    by: str | None = None
    detailed: bool = False
    personal: bool = False
    matrix: bool = False
    elsewhere: Mapping[str, str] = MappingProxyType({})

    def line(self) -> str:
        """The line that a file carries; nothing where there is no history to name."""
        if not self.head:
            return ""
        said = {name: _text(getattr(self, field)) for name, (field, _) in _FIELDS.items()}
        return " ".join([MARK, *(f"{name}={value}" for name, value in said.items() if value)])


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def _said(text: str) -> bool:
    return text == SAID


def _packed(texts: Mapping[str, str]) -> str:
    """Texts as plain letters."""
    raw = json.dumps(dict(texts), sort_keys=True).encode("ascii")
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=") if texts else ""


def _unpacked(text: str) -> dict[str, str]:
    value = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    if not (isinstance(value, dict) and {*map(type, value.values())} <= {str}):
        raise ValueError("kop")
    return value


_FIELDS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "kkmp": ("program", str),
    "kepala": ("head", str),
    "dicetak": ("printed", datetime.fromisoformat),
    "per": ("day", date.fromisoformat),
    "tahun_buku": ("book_year", int),
    "sejak": ("since", date.fromisoformat),
    "seperti_tercatat": ("known_at", date.fromisoformat),
    "kota": ("kota", _codes),
    "kecamatan": ("kecamatan", str),
    "menurut": ("by", str),
    "rinci": ("detailed", _said),
    "pribadi": ("personal", _said),
    "matriks": ("matrix", _said),
    "kop": ("elsewhere", _unpacked),
}
"""By the name in the line: its field, and how that is read."""


def _text(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return SAID if value else ""
    if isinstance(value, Mapping):
        return _packed(value)
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return str(value)


def read(line: str) -> Origin:
    """The provenance that a line holds. Raises ValueError where it is none of ours."""
    given = dict(pair.partition("=")[::2] for pair in line.split()[1:])
    try:
        values = {_FIELDS[name][0]: _FIELDS[name][1](text) for name, text in given.items()}
        made = Origin(**values)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if made.printed and made.printed.tzinfo is None:
        raise ValueError("no zone")
    return made
