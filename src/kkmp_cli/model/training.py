"""A training and who came. Headcounts that nobody printed stay unknown (None), never zero."""

from __future__ import annotations

from typing import NamedTuple


class Attendance(NamedTuple):
    """One cooperative at a training: how many pengurus and pengawas, or only that some came."""

    cooperative_id: int
    kode: str
    pengurus: int | None = None
    pengawas: int | None = None

    @property
    def people(self) -> int | None:
        """How many came, None where only their presence is known."""
        if self.pengurus is None and self.pengawas is None:
            return None
        return (self.pengurus or 0) + (self.pengawas or 0)


class Training(NamedTuple):
    """`mulai`, `selesai`: ISO days, months or years as printed; `peserta`: the stated headcount."""

    id: int
    judul: str
    kota: str
    mulai: str
    selesai: str | None = None
    tempat: str | None = None
    penyelenggara: str | None = None
    materi: tuple[str, ...] = ()
    peserta: int | None = None
    sumber: str | None = None
    hadir: tuple[Attendance, ...] = ()

    def of(self, cooperatives: frozenset[int]) -> Training:
        """The part of it that reached these cooperatives; the headcount of all is not theirs."""
        came = tuple(one for one in self.hadir if one.cooperative_id in cooperatives)
        return self._replace(hadir=came, peserta=None)
