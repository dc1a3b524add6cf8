"""The entries of the vocabulary: every field once, with its words, its reader and the headings
offices give it.

The fields of a milestone follow from its entry in `milestones`; a yearly one has a set for every
tahun buku (`rat_2025`, `rat_2025_rencana`, …). What is asked of them is answered by `vocabulary`,
and everybody asks there. Never enters: a file, a database, a cooperative.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, OBSTACLES, Milestone, Number, book_year_of, words
from kkmp_cli.parsing import (
    coordinates,
    dates,
    identifiers,
    kendala_words,
    lists,
    numbers,
    premises,
    state_words,
    states,
)
from kkmp_cli.parsing.text import clean, match_key, read_name, read_note

AREA, VALUE, STATE, NUMBER, BANK = "area", "value", "state", "number", "bank"
PER, START, PLAN, OBSTACLE = "per", "start", "plan", "obstacle"

Reader = Callable[[str, date], str]
"""Text of a cell and the day of today → canonical text. Raises CellError."""


class Field(NamedTuple):
    """One field: `name` is its key everywhere, `label` is printed, `milestone` is whose it is."""

    name: str
    label: str
    about: str
    kind: str
    read: Reader
    headings: tuple[str, ...] = ()
    personal: bool = False
    many: bool = False
    milestone: Milestone | None = None
    show: Callable[[str], str] | None = None
    """How its canonical values are printed, where neither name nor kind tells."""
    is_summed: bool = False
    """Its values are whole numbers, of which a sheet may write the sum."""

    @property
    def option(self) -> str:
        """The command-line option: `--nik-koperasi`."""
        return "--" + self.name.replace("_", "-")

    @property
    def title(self) -> str:
        """Its words on screen and paper, with its tahun buku: `RAT tahun buku 2025`."""
        year = book_year_of(self.state_field or "")
        return f"{self.label} tahun buku {year}" if year else self.label

    @property
    def state_field(self) -> str | None:
        """The field with the state of this field's milestone and year: `rat_2025` of its `_per`."""
        return _state_name(self.name, self.kind) if self.milestone else None

    @property
    def owner(self) -> str:
        """The field whose `_per` is the day of this one; all of a milestone goes by its state."""
        return self.state_field or _state_name(self.name, self.kind)


_SUFFIX = {
    NUMBER: "_nomor",
    BANK: "_bank",
    PER: "_per",
    START: "_mulai",
    PLAN: "_rencana",
    OBSTACLE: "_kendala",
}
SUFFIXES = tuple(_SUFFIX.values())
"""How the name of a field ends that belongs to a state or a value."""


def _state_name(name: str, kind: str) -> str:
    return name.removesuffix(_SUFFIX.get(kind, ""))


def _plain(reader: Callable[[str], str]) -> Reader:
    return lambda text, _today: reader(text)


def _read_per(text: str, today: date) -> str:
    dates.read_since_first(text, today)
    return dates.read_per(text, today).isoformat()


AREA_FIELDS = (
    Field(
        "kode",
        "Kode",
        "kode Kemendagri kelurahan/desa",
        AREA,
        _plain(clean),
        words(
            "kode, kode kelurahan, kode wilayah, kode kemendagri, kode desa, kode kel, "
            "kode kelurahan/desa"
        ),
    ),
    Field(
        "kelurahan",
        "Kelurahan",
        "nama kelurahan/desa",
        AREA,
        _plain(clean),
        words(
            "kelurahan, kel, nama kelurahan, nama kel, desa, nama desa, kelurahan/desa, "
            "desa/kelurahan, nama kelurahan/desa, nama desa/kelurahan, kel/desa, kelurahan desa, "
            "kecamatan/kelurahan, kelurahan/kecamatan, nama kecamatan/kelurahan, kec/kel, wilayah, "
            "nama wilayah, village"
        ),
    ),
    Field(
        "kecamatan",
        "Kecamatan",
        "nama kecamatan",
        AREA,
        _plain(clean),
        ("kecamatan", "kec", "nama kecamatan", "subdistrict", "sub district"),
    ),
    Field(
        "kota",
        "Kota/Kabupaten",
        "nama, singkatan atau kode kota/kabupaten",
        AREA,
        _plain(clean),
        words(
            "kota, kabupaten, kota/kabupaten, kabupaten/kota, kab/kota, kota administrasi, "
            "nama kota, kota/kab, wilayah kota, kabupaten kota, kota kabupaten, regency, city, "
            "regency/city"
        ),
    ),
    Field(
        "provinsi",
        "Provinsi",
        "nama provinsi",
        AREA,
        _plain(clean),
        ("provinsi", "prov", "propinsi", "province"),
    ),
)

PROFILE_FIELDS = (
    Field(
        "nama",
        "Nama",
        "nama resmi koperasi",
        VALUE,
        _plain(read_name),
        words("nama, nama koperasi, nama kkmp, nama kdmp, koperasi, kkmp, kdmp, nama kopkel"),
    ),
    Field(
        "status",
        "Status",
        "aktif, bubar TANGGAL atau digabung TANGGAL",
        VALUE,
        states.read_status,
        ("status", "status koperasi"),
    ),
    Field(
        "percontohan",
        "Percontohan",
        "koperasi percontohan: ya atau tidak",
        VALUE,
        _plain(state_words.read_pilot),
        ("percontohan", "pilot", "kkmp percontohan", "pilot project", "mock up"),
    ),
    Field(
        "nik_koperasi",
        "NIK koperasi",
        "nomor induk koperasi, bukan KTP",
        VALUE,
        _plain(identifiers.read_registration),
        ("nik koperasi", "nomor induk koperasi", "nik kop", "no nik koperasi"),
    ),
    Field(
        "ketua",
        "Ketua",
        "nama ketua (data pribadi)",
        VALUE,
        _plain(read_name),
        words(
            "ketua, nama ketua, ketua pengurus, nama ketua pengurus, ketua koperasi, "
            "nama ketua koperasi"
        ),
        personal=True,
    ),
    Field(
        "telepon",
        "Telepon",
        "telepon pengurus (data pribadi)",
        VALUE,
        _plain(identifiers.read_phone),
        words(
            "telepon, no telepon, telp, no telp, hp, no hp, nomor hp, nomor telepon, kontak, "
            "no wa, nomor wa, no hp/wa, hp/wa, no telp/hp, telp/hp, nomor whatsapp, no whatsapp, "
            "no wa ketua, nomor wa ketua, nomor whatsapp ketua, whatsapp, telepon ketua, "
            "no hp ketua, hp ketua"
        ),
        personal=True,
    ),
    Field(
        "anggota",
        "Anggota",
        "jumlah anggota",
        VALUE,
        _plain(numbers.read_count),
        words("anggota, jumlah anggota, jml anggota, jlh anggota, total anggota, banyak anggota"),
        is_summed=True,
    ),
    Field(
        "unit_usaha",
        "Unit usaha",
        "daftar unit usaha; +klinik / -klinik menambah / mengurangi",
        VALUE,
        _plain(lists.read_units),
        words(
            "unit usaha, jenis usaha, jenis unit usaha, jenis gerai, bidang usaha, "
            "usaha yang dijalankan"
        ),
        many=True,
    ),
    Field(
        "mitra",
        "Mitra",
        "daftar mitra (BUMN, bank, CSR)",
        VALUE,
        _plain(lists.read_names),
        ("mitra", "mitra usaha", "nama mitra", "kemitraan", "mitra kerja"),
        many=True,
    ),
    Field(
        "gerai_jenis",
        "Jenis tempat gerai",
        f"milik siapa tempat gerainya: {', '.join(premises.KINDS)}",
        VALUE,
        _plain(premises.read_kind),
        ("status tempat gerai", "kepemilikan tempat gerai"),
    ),
    Field(
        "lintang",
        "Lintang",
        "garis lintang dalam derajat desimal: -6,1754",
        VALUE,
        _plain(coordinates.read_latitude),
        ("garis lintang", "latitude", "lat", "koordinat lintang"),
    ),
    Field(
        "bujur",
        "Bujur",
        "garis bujur dalam derajat desimal: 106,8272",
        VALUE,
        _plain(coordinates.read_longitude),
        ("garis bujur", "longitude", "long", "lng", "lon", "koordinat bujur"),
    ),
)
PERSONAL = tuple(field.name for field in PROFILE_FIELDS if field.personal)
"""The personal fields (UU 27/2022): printed only when asked for, in the history as digests."""
NOTE_FIELD = Field(
    "catatan",
    "Catatan",
    "catatan bebas",
    VALUE,
    _plain(read_note),
    ("catatan", "keterangan", "ket", "catatan lain", "keterangan lain"),
)
NUMBER_FIELDS = tuple(
    (f"{each.code}_nomor", f"{each.code}_bank", each.code) for each in MILESTONES if each.number
)
"""Of every milestone that has an identifier: the fields of its number, its bank and its state."""
NUMBER_PARTS = frozenset(name for number, bank, _ in NUMBER_FIELDS for name in (number, bank))


def day_field(field: Field) -> Field:
    """The `_per` of a field of the profile: the day on which its value was true."""
    return Field(
        f"{field.name}_per",
        f"{field.label}, keadaan per",
        f"tanggal {_spoken(field.label)} itu benar",
        PER,
        _read_per,
        personal=field.personal,
    )


def _spoken(label: str) -> str:
    """A label inside a sentence; an abbreviation keeps its capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


IGNORED_HEADINGS = frozenset(
    map(match_key, ("no", "no.", "nomor", "no urut", "nomor urut", "nr", "#", "num"))
)
"""Headings of columns that number the rows; they state nothing."""
DEFAULTS = {"status": "aktif", "percontohan": "tidak"}
"""Values that are shown where nothing was stated; they are never stored as statements."""


def milestone_fields(milestone: Milestone, code: str) -> Iterable[Field]:
    """The fields of a milestone under its code, or under that of a tahun buku: `rat_2025`."""
    yield _state_field(milestone, code)
    if milestone.number:
        yield from _number_fields(milestone, milestone.number, code)
    yield from _day_fields(milestone, code)
    yield from _ahead_fields(milestone, code)


def _state_field(milestone: Milestone, code: str) -> Field:
    return Field(
        code,
        milestone.label,
        f"{milestone.about}: sudah, proses, terkendala, "
        f"belum{', berhenti' * milestone.stops} atau TANGGAL",
        STATE,
        lambda text, today: states.read_state(text, milestone, today, code),
        (*milestone.headings, *milestone.date_headings),
        milestone=milestone,
    )


def _number_fields(milestone: Milestone, number: Number, code: str) -> Iterable[Field]:
    yield Field(
        f"{code}_nomor",
        f"Nomor {number.label.removeprefix('Nomor ')}",
        f"nomor {_spoken(milestone.label)}",
        NUMBER,
        lambda text, _: identifiers.read_number(text, number),
        number.headings,
        milestone=milestone,
    )
    if number.bank:
        yield Field(
            f"{code}_bank",
            "Bank",
            "nama bank",
            BANK,
            _plain(identifiers.read_bank),
            ("bank", "nama bank", f"bank {code}"),
            milestone=milestone,
        )


def _day_fields(milestone: Milestone, code: str) -> Iterable[Field]:
    """The day of a milestone's state, and that of a beginning that has ended."""
    label, spoken = milestone.label, _spoken(milestone.label)
    yield Field(
        f"{code}_per",
        f"{label}, keadaan per",
        f"tanggal keadaan {spoken} itu benar",
        PER,
        _read_per,
        milestone=milestone,
    )
    if milestone.stops:
        yield Field(
            f"{code}_mulai",
            f"{label}, mulai",
            f"mulai {spoken} yang sudah berhenti",
            START,
            lambda text, today: str(dates.read_past(text, today)),
            milestone=milestone,
        )


def _ahead_fields(milestone: Milestone, code: str) -> Iterable[Field]:
    """What lies ahead of a milestone that is not reached: its plan, and what stands in its way."""
    label, spoken = milestone.label, _spoken(milestone.label)
    yield Field(
        f"{code}_rencana",
        f"Rencana {label}",
        f"rencana tanggal {spoken}",
        PLAN,
        lambda text, today: str(dates.read_since_first(text, today)),
        (f"rencana {code}", f"rencana {label}", f"target {code}"),
        milestone=milestone,
    )
    yield Field(
        f"{code}_kendala",
        f"Kendala {label}",
        f"mengapa {spoken} macet: {', '.join(OBSTACLES)}",
        OBSTACLE,
        _plain(kendala_words.read_obstacle),
        (f"kendala {code}", f"kendala {label}", f"hambatan {code}", f"permasalahan {code}"),
        milestone=milestone,
    )
