"""Where a cooperative stands, in every list of a report. Never enters: what is known of it."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Placed(Protocol):
    """Anything that tells which cooperative it is about."""

    @property
    def kode(self) -> str: ...
    @property
    def kelurahan(self) -> str: ...
    @property
    def kecamatan(self) -> str: ...


class Place(NamedTuple):
    """A cooperative by its place."""

    kode: str
    kelurahan: str
    kecamatan: str
