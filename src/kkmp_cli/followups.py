"""Tindak lanjut of a meeting: what is to be done, by which office, by when, for which cooperatives."""

from __future__ import annotations

from typing import NamedTuple


class FollowUp(NamedTuple):
    """`batas`, `rapat` and `selesai` are ISO days; `kode` the cooperatives concerned, `kota` the kota as a whole.

    `batas_lama` are earlier due dates that were moved, oldest first.
    """

    id: int
    uraian: str
    penanggung_jawab: str
    batas: str
    kota: str | None = None
    kode: tuple[str, ...] = ()
    rapat: str | None = None
    selesai: str | None = None
    hasil: str | None = None
    batas_lama: tuple[str, ...] = ()
