"""Due dates and wanted numbers, as decided by somebody on some day."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """`batas` (ISO) is the last day in time; `nilai` is `44`, `90%` or None for all; `kota` None
    means every kota;
    `ditetapkan` is the day (ISO) on which it was recorded.

    Of several targets with the same milestone, tahun buku and kota the one with the highest id
    holds.
    """

    id: int
    milestone: str
    batas: str
    kota: str | None = None
    tahun_buku: int | None = None
    nilai: str | None = None
    sumber: str | None = None
    ditetapkan: str | None = None
