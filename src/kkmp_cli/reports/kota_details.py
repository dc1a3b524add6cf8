"""What stands behind the counts of a kota, as values; `details` counts it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kkmp_cli.reports.place import Place


class TrendPoint(NamedTuple):
    """`sudah` by milestone code, None where nothing was stated; `diketahui`: of how many it was."""

    tanggal: str
    kkmp: int
    sudah: dict[str, int | None]
    diketahui: dict[str, int]


class Stuck(NamedTuple):
    """A milestone of a cooperative stuck since `sejak`, for `hari` days; `keadaan`: its state."""

    kode: str
    kelurahan: str
    kecamatan: str
    milestone: str
    keadaan: str
    kategori: str
    catatan: str | None
    sejak: str
    hari: int


class CategoryCount(NamedTuple):
    """How many stuck milestones a kecamatan has, by category; `kkmp`: of how many cooperatives."""

    kode: str
    nama: str
    kategori: dict[str, int]
    kkmp: int


class Planned(NamedTuple):
    """A milestone to be reached on `rencana` (ISO day, month or year); `lewat`: that has passed."""

    kode: str
    kelurahan: str
    kecamatan: str
    milestone: str
    keadaan: str
    rencana: str
    lewat: bool


class Unplanned(NamedTuple):
    """Stated not to be there, and nobody has said when it will be."""

    kode: str
    kelurahan: str
    kecamatan: str
    milestone: str


class LoanFile(NamedTuple):
    """`kurang`: stated not to be there; `belum_diketahui`: never stated; both ordered as `LOAN`."""

    kode: str
    kelurahan: str
    kecamatan: str
    kurang: tuple[str, ...]
    belum_diketahui: tuple[str, ...]


class Loans(NamedTuple):
    """How complete the papers for a loan are; the four parts together are every cooperative.

    `tanpa_data` are those of which what was never stated still decides where they belong.
    """

    lengkap: tuple[LoanFile, ...]
    kurang_satu: tuple[LoanFile, ...]
    kurang_lebih: tuple[LoanFile, ...]
    tanpa_data: tuple[LoanFile, ...]


class Peer(NamedTuple):
    """One that runs a usaha, and which kinds, as far as that is known."""

    kode: str
    kelurahan: str
    kecamatan: str
    unit_usaha: tuple[str, ...]


class Learning(NamedTuple):
    """Those of a kecamatan not operating, and whom they learn from: there, else in the kota."""

    kode: str
    kecamatan: str
    belum: tuple[str, ...]
    sekota: bool
    teladan: tuple[Peer, ...]


class Partner(NamedTuple):
    """A mitra and those it supports."""

    nama: str
    kkmp: tuple[Place, ...]


class HeldTraining(NamedTuple):
    """A training begun by the day; `peserta`: as stated, `tercatat`: recorded per kelurahan."""

    id: int
    judul: str
    mulai: str
    selesai: str | None
    peserta: int | None
    tercatat: int | None
    kkmp: int


class Reach(NamedTuple):
    """Trainings in a kecamatan: cooperatives reached (some without headcount), people by organ."""

    kode: str
    nama: str
    kkmp: int
    terjangkau: int
    pengurus: int
    pengawas: int
    tanpa_jumlah: int


class Contact(NamedTuple):
    """Whom to call at one that lags. Personal data: there only where it was asked for."""

    kode: str
    kelurahan: str
    kecamatan: str
    ketua: str | None
    telepon: str | None


class StateOnDay(NamedTuple):
    """A state, the day, month or year that was stated for it, and the kendala that holds it up."""

    keadaan: str
    tanggal: str | None = None
    kendala: str | None = None


class KelurahanStates(NamedTuple):
    """Where a cooperative stands, by milestone code and by key of the stages of the office.

    `kelompok`: the value of the field that the report is grouped by; empty where it is none.
    """

    kode: str
    kelurahan: str
    kecamatan: str
    keadaan: Mapping[str, StateOnDay]
    kelompok: str = ""


class KotaDetails(NamedTuple):
    """`nama`: by milestone code and state, those counted there; `tanggal`: by milestone code and
    kode, when it was reached, where that was stated.
    """

    nama: dict[str, dict[str, tuple[Place, ...]]]
    tren: tuple[TrendPoint, ...]
    terkendala: tuple[Stuck, ...]
    per_kategori: tuple[CategoryCount, ...]
    rencana: tuple[Planned, ...]
    tanpa_rencana: tuple[Unplanned, ...]
    pinjaman: Loans
    teladan: tuple[Learning, ...]
    mitra: tuple[Partner, ...]
    tanpa_mitra: tuple[Place, ...]
    kegiatan: tuple[HeldTraining, ...]
    jangkauan: tuple[Reach, ...]
    kontak: tuple[Contact, ...]
    tanggal: dict[str, dict[str, str]]
    matriks: tuple[KelurahanStates, ...] = ()
