"""Tindak lanjut of a meeting: what is to be done, by which office, by when, for whom."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kkmp_cli.parsing import dates

YES, NO = "ya", "tidak"


class FollowUp(NamedTuple):
    """`batas`, `rapat` and `selesai` are ISO days; `kode` the cooperatives concerned, `kota` the
    kota as a whole.

    `batas_lama` are earlier due dates that were moved, oldest first. `keputusan`: `ya` where the
    meeting is asked to decide.
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
    keputusan: str | None = None

    @property
    def asks_decision(self) -> bool:
        """Whether the meeting is asked to decide, rather than an office to act."""
        return self.keputusan == YES

    def late_on(self, today: date) -> bool:
        """Whether it is still to be done and its due date is past."""
        return not self.selesai and self.batas < today.isoformat()

    def remaining(self, today: date) -> str:
        """`9 hari lagi`, `sudah lewat 3 hari`, or the day on which it was done."""
        if self.selesai:
            return f"selesai {dates.show(self.selesai)}"
        return dates.show_remaining((date.fromisoformat(self.batas) - today).days)
