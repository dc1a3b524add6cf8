"""The office as its letters show it: letterhead, place, and who signs. Never enters: a
cooperative, where a setting is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Signatory(NamedTuple):
    """An official who signs: the lines of the position, name and NIP, as far as they are set.

    The name of an official in office is printed on purpose; it is no personal value in the sense of
    `--with-personal`.
    """

    position: tuple[str, ...] = ()
    name: str = ""
    number: str = ""


class Office(NamedTuple):
    """`above`, `name` and `below` are the lines of the letterhead, `place` where letters are
    signed; `signer` reports, `witness` takes note.
    """

    above: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    place: str = ""
    signer: Signatory = Signatory()
    witness: Signatory = Signatory()


UNSET = Office()
_OFFICIAL = ("jabatan", "nama", "nip")
LETTERHEAD = (
    *("kop", "kantor", "alamat", "tempat"),
    *(f"{role}_{part}" for role in ("penandatangan", "mengetahui") for part in _OFFICIAL),
)
"""The settings that an office is made of."""


def office_of(value: Callable[[str], str]) -> Office:
    """The office of settings, each asked for by its key."""

    def lines(key: str) -> tuple[str, ...]:
        return tuple(value(key).splitlines())

    def official(role: str) -> Signatory:
        return Signatory(lines(f"{role}_jabatan"), value(f"{role}_nama"), value(f"{role}_nip"))

    head = (lines("kop"), lines("kantor"), lines("alamat"))
    return Office(*head, value("tempat"), official("penandatangan"), official("mengetahui"))
