"""What a report consists of. Field names are the keys of the JSON; those in `PRINTED_ONLY` stay out
of it.

Days are ISO texts. Nothing here computes. Named tuples where they suffice: a report must be on the
screen before the officer has let go of the key, and a frozen dataclass takes seven times as long to
define.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.reports.place import Place

if TYPE_CHECKING:
    from kkmp_cli.reports.kota_details import KotaDetails


@dataclass(frozen=True, slots=True)
class MilestoneCount:
    """How many cooperatives are in each state; `berubah`: more `sudah` since `sejak`, if given, of
    which `baru_tercatat` only became known.
    """

    sudah: int = 0
    proses: int = 0
    terkendala: int = 0
    belum: int = 0
    berhenti: int = 0
    tidak_diketahui: int = 0
    berubah: int | None = None
    baru_tercatat: int = 0

    @property
    def growth(self) -> int:
        """The change without those that only became known."""
        return (self.berubah or 0) - self.baru_tercatat

    @property
    def stated_not(self) -> int:
        """Those of which it was stated that they are not there."""
        return self.proses + self.terkendala + self.belum + self.berhenti

    @property
    def asked(self) -> int:
        """All of whom it is asked: for the RAT those who owe it, for the others everybody."""
        return self.sudah + self.stated_not + self.tidak_diketahui

    @property
    def known(self) -> bool:
        """True where something was stated of at least one cooperative."""
        return self.sudah + self.stated_not > 0


@dataclass(frozen=True, slots=True)
class YearlyCount(MilestoneCount):
    """The counts of a milestone owed once per tahun buku; `batas` is the last day in time."""

    tidak_wajib: int = 0
    batas: str | None = None
    sisa_hari: int | None = None


class Obstacle(NamedTuple):
    """Why a milestone is stuck, and since when that is known."""

    milestone: str
    kategori: str
    catatan: str | None
    sejak: str


class NotOperating(NamedTuple):
    """Stated not to run a usaha; `kurang`: stated and not `sudah`, `berikutnya` its first."""

    kode: str
    kelurahan: str
    kecamatan: str
    keadaan: str
    berikutnya: str
    kurang: tuple[str, ...]
    belum_diketahui: tuple[str, ...]
    kendala: tuple[Obstacle, ...]
    rencana: str | None
    sejak: str | None = None


class WithoutRat(NamedTuple):
    """Stated not to have held the RAT; `beroperasi` None where that is not known."""

    kode: str
    kelurahan: str
    kecamatan: str
    keadaan: str
    beroperasi: bool | None
    rencana: str | None


class Arrear(NamedTuple):
    """A RAT of an earlier tahun buku that is owed and not known to have been held."""

    kode: str
    kelurahan: str
    kecamatan: str
    keadaan: str
    tahun_buku: int


class KecamatanCount(NamedTuple):
    """A row of the table per kecamatan; the mappings go by milestone code."""

    kode: str
    nama: str
    kkmp: int
    sudah: Mapping[str, int]
    belum: Mapping[str, int]
    tidak_diketahui: Mapping[str, int]
    tidak_wajib: Mapping[str, int]


class Grouping(NamedTuple):
    """The same rows by the values of an own field (`bidang`) instead of the kecamatan: all who
    count, those of whom it is not known last.
    """

    bidang: str
    label: str
    kelompok: tuple[KecamatanCount, ...]


@dataclass(frozen=True, slots=True)
class TrainingCount:
    """Trainings begun by the day; `tanpa_jumlah`: those of which no headcount is known."""

    kegiatan: int = 0
    peserta: int = 0
    tanpa_jumlah: int = 0
    kkmp_terjangkau: int = 0


@dataclass(frozen=True, slots=True)
class Trainings(TrainingCount):
    """The same with those never recorded at one; `tercatat` people are recorded per kelurahan."""

    belum_tercatat: tuple[Place, ...] = ()
    tercatat: int = 0


class TargetProgress(NamedTuple):
    """Wanted (`target`, None for all) beside reached (`tercapai`)."""

    milestone: str
    tahun_buku: int | None
    batas: str
    sisa_hari: int
    target: int | None
    tercapai: int
    sumber: str | None
    ditetapkan: str | None = None


class OpenFollowUp(NamedTuple):
    """An open tindak lanjut; `kode` empty where it concerns the kota as a whole; `keputusan` where
    it waits for a decision.
    """

    id: int
    uraian: str
    penanggung_jawab: str
    batas: str
    terlambat: bool
    kode: tuple[str, ...]
    sisa_hari: int = 0
    kelurahan: tuple[str, ...] = ()
    batas_lama: tuple[str, ...] = ()
    rapat: str | None = None
    keputusan: bool = False


class Reason(NamedTuple):
    """Why a figure may differ: the register has it on another day (`per`) or as `arti`."""

    per: str | None = None
    arti: str | None = None


class FigureBeside(NamedTuple):
    """A published figure beside the register's count of its day; `selisih` = register - nilai."""

    indikator: str
    nilai: str
    per: str
    sumber: str | None
    register: int | None
    register_persen: float | None
    selisih: int | float | None
    kkmp: int = 0
    tidak_diketahui: int = 0
    sebab: Reason | None = None


class CooperativeFigure(NamedTuple):
    """A published figure of one cooperative beside the register's word of its day: the canonical
    value and the day of that word, None where nothing was known.

    `selisih` = register - nilai, of numbers; `sama` None where the register cannot tell.
    """

    kode: str
    kelurahan: str
    kecamatan: str
    indikator: str
    nilai: str
    per: str
    sumber: str | None
    register: str | None = None
    register_per: str | None = None
    selisih: int | float | None = None
    sama: bool | None = None


class MilestoneChange(NamedTuple):
    """What became of a milestone of a cooperative between two days: `dari` → `menjadi`."""

    kode: str
    kelurahan: str
    milestone: str
    dari: str
    menjadi: str
    tanggal: str
    jenis: str
    kecamatan: str = ""


class FieldChange(NamedTuple):
    """What became of one field of one cooperative, other than its milestones, between two days;
    `isian` is its name, `tanggal` the day of the newer value.
    """

    kode: str
    kelurahan: str
    kecamatan: str
    isian: str
    dari: str | None
    menjadi: str | None
    tanggal: str | None


class Papers(NamedTuple):
    """Of those that operate: who is known to lack a paper, and of whom that is not known, by
    milestone code.

    `tanpa_salah_satu` lack at least one; `tanpa_data` lack none as far as known, but not all is
    known.
    """

    tanpa: Mapping[str, int]
    tidak_diketahui: Mapping[str, int]
    tanpa_salah_satu: int
    tanpa_data: int


class KecamatanNumber(NamedTuple):
    """Of one kecamatan: how many report a number, and their sum."""

    kode: str
    nama: str
    kkmp: int
    melapor: int
    jumlah: int | None


class NumberTotal(NamedTuple):
    """What is reported of a number: `melapor` and `tidak_diketahui` are together all that count.

    `jumlah`, `median`, `terkecil`, `terbesar` are those of who reported, None where nobody did;
    shares have no `jumlah`. `per_terlama`, `per_terbaru`: the days of the oldest and newest of
    these values, which are `nilai`.
    """

    jumlah: int | None = None
    melapor: int = 0
    tidak_diketahui: int = 0
    median: int | float | None = None
    terkecil: int | float | None = None
    terbesar: int | float | None = None
    per_terlama: str | None = None
    per_terbaru: str | None = None
    kecamatan: tuple[KecamatanNumber, ...] = ()
    nilai: tuple[str, ...] = ()


class OwnFigures(NamedTuple):
    """What is known of one own field: `melapor` and `tidak_diketahui` are together all that count.

    `nilai`: of states and choices, how many hold each; `nama` who they are; `angka` sums numbers;
    `terawal` and `terakhir` are the first and last of dates. `per_terlama` and `per_terbaru`: the
    days of the oldest and newest word. What the kind does not have is None.
    """

    label: str
    jenis: str
    arti: str
    melapor: int
    tidak_diketahui: int
    per_terlama: str | None = None
    per_terbaru: str | None = None
    nilai: Mapping[str, int] | None = None
    angka: NumberTotal | None = None
    terawal: str | None = None
    terakhir: str | None = None
    nama: Mapping[str, tuple[Place, ...]] | None = None
    belum_melapor: tuple[Place, ...] | None = None


class Counts(NamedTuple):
    """The counts of one kota or of several together; mappings go by milestone code and by key."""

    kelurahan: int
    kkmp: int
    tidak_aktif: int
    milestone: Mapping[str, MilestoneCount]
    tahap: Mapping[str, int]
    gerai_usaha: Mapping[str, int]
    pelatihan: TrainingCount
    angka: Mapping[str, NumberTotal]
    tambahan: Mapping[str, OwnFigures] = MappingProxyType({})
    menurut: Grouping | None = None


class KotaReport(NamedTuple):
    """Everything about one kota on the day of the report; `tetap_sejak`: by milestone code, since
    which day as many are `sudah`; `tanggal_rat`: by kode when the RAT was held, if stated;
    `kabar_terakhir`: beside other kota, until which day word has come, empty where none has.
    """

    kode: str
    nama: str
    kelurahan: int
    kkmp: int
    tidak_aktif: int
    milestone: Mapping[str, MilestoneCount]
    tahap: Mapping[str, int]
    gerai_usaha: Mapping[str, int]
    kecamatan: tuple[KecamatanCount, ...]
    belum_beroperasi: tuple[NotOperating, ...]
    usaha_tidak_diketahui: tuple[Place, ...]
    sudah_rat: tuple[Place, ...]
    belum_rat: tuple[WithoutRat, ...]
    rat_tidak_diketahui: tuple[Place, ...]
    tunggakan_rat: tuple[Arrear, ...]
    pelatihan: Trainings
    target: tuple[TargetProgress, ...]
    tindak_lanjut: tuple[OpenFollowUp, ...]
    angka_rujukan: tuple[FigureBeside, ...]
    berubah: tuple[MilestoneChange, ...]
    angka: Mapping[str, NumberTotal]
    angka_rujukan_koperasi: tuple[CooperativeFigure, ...]
    tambahan: Mapping[str, OwnFigures]
    menurut: Grouping | None
    berkas_beroperasi: Papers
    rincian: KotaDetails | None = None
    satu_kecamatan: bool = False
    data_berubah: tuple[FieldChange, ...] = ()
    tetap_sejak: Mapping[str, str] = MappingProxyType({})
    tanggal_rat: Mapping[str, str] = MappingProxyType({})
    kabar_terakhir: str | None = None


class Report(NamedTuple):
    """A report of readiness on the day `per`, compared with the day `sejak` where one is given;
    `vocabulary`: in the words of its register on the recorded day.
    """

    per: str
    sejak: str | None
    tahun_buku: int
    kota: tuple[KotaReport, ...]
    total: Counts
    vocabulary: Vocabulary = built_in()


class KotaCounts(NamedTuple):
    """What the register counts of one kota for `summary`, by one GROUP BY over active cooperatives.

    `kkmp` are those active on the day, `states` goes by (state field, state): `("rat_2025",
    "belum")`; what has no entry is unknown. `not_owed`: by yearly state field, those founded after
    its tahun buku and not `sudah`; they must be in none of its `states`.
    """

    kode: str
    nama: str
    kelurahan: int
    kkmp: int
    tidak_aktif: int = 0
    states: Mapping[tuple[str, str], int] = MappingProxyType({})
    not_owed: Mapping[str, int] = MappingProxyType({})


class SummaryRow(NamedTuple):
    """One kota in a line, or all of them together (`kode` empty)."""

    kode: str
    nama: str
    kelurahan: int
    kkmp: int
    tidak_aktif: int
    milestone: Mapping[str, MilestoneCount]
    kabar_terakhir: str | None = None


class Summary(NamedTuple):
    """A line per kota and the total."""

    per: str
    tahun_buku: int
    kota: tuple[SummaryRow, ...]
    total: SummaryRow


PRINTED_ONLY = {
    "Report": frozenset(["vocabulary"]),
    "MilestoneCount": frozenset(["baru_tercatat"]),
    "YearlyCount": frozenset(["baru_tercatat"]),
    "NotOperating": frozenset(["sejak"]),
    "KecamatanCount": frozenset(["belum", "tidak_diketahui", "tidak_wajib"]),
    "Trainings": frozenset(["tercatat"]),
    "OpenFollowUp": frozenset(["sisa_hari", "kelurahan", "batas_lama", "rapat"]),
    "TargetProgress": frozenset(["ditetapkan"]),
    "FigureBeside": frozenset(["kkmp", "tidak_diketahui", "sebab"]),
    "MilestoneChange": frozenset(["kecamatan"]),
    "NumberTotal": frozenset(["nilai"]),
    "KotaReport": frozenset(
        [
            "berkas_beroperasi",
            "rincian",
            "satu_kecamatan",
            "data_berubah",
            "tetap_sejak",
            "tanggal_rat",
        ]
    ),
}
"""By class, the fields that renderers for people need and the promised JSON does not have."""
LEFT_OUT_EMPTY = {
    "KotaReport": frozenset(["tambahan", "menurut", "kabar_terakhir"]),
    "SummaryRow": frozenset(["kabar_terakhir"]),
    "Counts": frozenset(["tambahan", "menurut"]),
    "OwnFigures": frozenset(["nilai", "angka", "terawal", "terakhir", "nama", "belum_melapor"]),
}
"""By class, the fields that the JSON does not have where they hold nothing: those of own fields,
and what is only told of several kota.
"""
