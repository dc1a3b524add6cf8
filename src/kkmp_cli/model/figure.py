"""A number that somebody published, to be printed beside the register's own count of that day."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """`indikator`: a path into the report's object, or a short name; `nilai` as published.

    Of one cooperative (`koperasi`, its id) `indikator` is the name of a field, `nilai` canonical.
    """

    id: int
    indikator: str
    nilai: str
    kota: str
    per: str
    sumber: str | None = None
    koperasi: int | None = None

    def is_of(self, kota: str) -> bool:
        """True where it is of a whole kota, by its code."""
        return self.kota == kota and self.koperasi is None
