"""A number that somebody published, to be printed beside the register's own count of that day."""

from __future__ import annotations

from typing import NamedTuple


class Figure(NamedTuple):
    """`indikator`: a path into the report's object, or a short name; `nilai` as published."""

    id: int
    indikator: str
    nilai: str
    kota: str
    per: str
    sumber: str | None = None
