"""The tables of the register, as SQLModel sees them; `migrations/` creates them.

Three kinds: what was said (`runs`, `changes`, `personal_values`: never altered), what follows from
it and can be rebuilt (`cooperatives`, `identifiers`; `fingerprints` may be emptied at any time),
and the other things of the office (`areas`, `aliases`, `headings`, `trainings`, `attendances`,
`targets`, `figures`, `followups`), whose history is in `changes` too. A word of one row on one
cooperative is one row of `changes`, and the state of one cooperative is one row of `cooperatives`:
a national register has a fifth of the rows that way. Nothing is validated here: values come
canonical from the knowledge rooms, and the database holds them to NOT NULL, CHECK, UNIQUE and
length.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    insert,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlmodel import Field, SQLModel

NAME = 200
NOTE = 2_000


def _text(limit: int, **options: object) -> Column[str]:
    return Column(String(limit), **options)  # type: ignore[arg-type]


class AreaRow(SQLModel, table=True):
    """A kelurahan or desa of the area list. `id` stays when `kode` changes."""

    __tablename__ = "areas"
    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(sa_column=_text(16, nullable=False, unique=True))
    kelurahan: str = Field(sa_column=_text(NAME, nullable=False))
    kecamatan: str = Field(sa_column=_text(NAME, nullable=False))
    kota: str = Field(sa_column=_text(NAME, nullable=False))
    provinsi: str = Field(sa_column=_text(NAME, nullable=False))
    __table_args__ = (
        CheckConstraint(
            "length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200", name="areas_shape"
        ),
    )


class AliasRow(SQLModel, table=True):
    """A spelling in use for a kelurahan (13-character code), or a short name of a kota (5
    characters).
    """

    __tablename__ = "aliases"
    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(sa_column=_text(16, nullable=False))
    alias: str = Field(sa_column=_text(NAME, nullable=False))
    __table_args__ = (UniqueConstraint("kode", "alias", name="aliases_once"),)


class HeadingRow(SQLModel, table=True):
    """What a heading of somebody's sheets means in this office: a field, or an empty text where it
    is passed over.
    """

    __tablename__ = "headings"
    id: int | None = Field(default=None, primary_key=True)
    judul: str = Field(sa_column=_text(NAME, nullable=False))
    isian: str = Field(sa_column=_text(60, nullable=False))
    __table_args__ = (UniqueConstraint("judul", name="headings_once"),)


class CooperativeRow(SQLModel, table=True):
    """The newest value of each profile field; `berdiri` is the year of founding where it is known.

    JSON objects, their keys in order: `per` has the newest day of all statements under an empty
    name, and the fields whose own newest day is another, or that have no value now; `nilai` the
    newest canonical value of all other fields;
    `keadaan`, `kendala`, `rencana` milestone → its spans, each `[dari, sampai, nilai]`, a state
    with its stated date as fourth. `kini` are the states that hold from the day `sejak` on, as `nib
    belum,usaha sudah`, for counting.
    """

    __tablename__ = "cooperatives"
    id: int = Field(primary_key=True, foreign_key="areas.id")
    nama: str | None = Field(default=None, sa_column=_text(NAME))
    status: str | None = Field(default=None, sa_column=_text(24))
    percontohan: str | None = Field(default=None, sa_column=_text(5))
    nik_koperasi: str | None = Field(default=None, sa_column=_text(30))
    ketua: str | None = Field(default=None, sa_column=_text(NAME))
    telepon: str | None = Field(default=None, sa_column=_text(NAME))
    anggota: int | None = Field(default=None)
    unit_usaha: str | None = Field(default=None, sa_column=_text(NAME))
    mitra: str | None = Field(default=None, sa_column=Column(Text))
    catatan: str | None = Field(default=None, sa_column=_text(NOTE))
    berdiri: int | None = Field(default=None)
    per: str = Field(default="{}", sa_column=Column(Text, nullable=False, server_default="{}"))
    nilai: str = Field(default="{}", sa_column=Column(Text, nullable=False, server_default="{}"))
    keadaan: str = Field(default="{}", sa_column=Column(Text, nullable=False, server_default="{}"))
    kendala: str = Field(default="{}", sa_column=Column(Text, nullable=False, server_default="{}"))
    rencana: str = Field(default="{}", sa_column=Column(Text, nullable=False, server_default="{}"))
    kini: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))
    sejak: str = Field(default="", sa_column=_text(10, nullable=False, server_default=""))
    __table_args__ = (
        CheckConstraint("anggota IS NULL OR anggota >= 0", name="cooperatives_members"),
        CheckConstraint(
            "percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'",
            name="cooperatives_pilot",
        ),
        CheckConstraint(
            "status IS NULL OR status = 'aktif' OR status LIKE 'bubar ____-__-__' OR status "
            "LIKE 'digabung ____-__-__'",
            name="cooperatives_status",
        ),
    )


class IdentifierRow(SQLModel, table=True):
    """The number that proves a milestone; no two cooperatives hold the same one (an account: within
    its bank).

    No foreign key: without an index of its own one would read the whole table for each cooperative
    taken away. `check` holds every number to the state of its cooperative.
    """

    __tablename__ = "identifiers"
    milestone: str = Field(sa_column=_text(60, primary_key=True))
    nomor: str = Field(sa_column=_text(NAME, primary_key=True))
    bank: str = Field(default="", sa_column=_text(NAME, primary_key=True, server_default=""))
    cooperative_id: int = Field(sa_column=Column(Integer, nullable=False))
    __table_args__ = ({"sqlite_with_rowid": False},)


class FingerprintRow(SQLModel, table=True):
    """Of a cooperative: the digest of the row of a file that would say nothing new of it now."""

    __tablename__ = "fingerprints"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    sidik: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class RunRow(SQLModel, table=True):
    """One writing command. Never altered. `intisari` digests its changes and the digest of the run
    before.
    """

    __tablename__ = "runs"
    id: int | None = Field(default=None, primary_key=True)
    waktu: str = Field(sa_column=_text(27, nullable=False))
    petugas: str = Field(sa_column=_text(NAME, nullable=False))
    perintah: str = Field(sa_column=Column(Text, nullable=False))
    alasan: str | None = Field(default=None, sa_column=_text(NOTE))
    berkas: str = Field(default="[]", sa_column=Column(Text, nullable=False, server_default="[]"))
    membatalkan: int | None = Field(default=None, foreign_key="runs.id")
    jumlah: int = Field(sa_column=Column(Integer, nullable=False))
    sebelum: str = Field(sa_column=_text(64, nullable=False))
    intisari: str = Field(sa_column=_text(64, nullable=False))


class ChangeRow(SQLModel, table=True):
    """What one run said of one thing, from one row of a file at most. Never altered.

    `entitas` and `subjek` name the thing. `isi` is a JSON array of statements `[bidang, lama,
    baru]`, true on `per`; one that was true on another day has that day as fourth. An equal old and
    new value confirms it. A personal value is kept as a digest here and in the clear in
    `personal_values`.
    """

    __tablename__ = "changes"
    id: int | None = Field(default=None, primary_key=True)
    run: int = Field(sa_column=Column(Integer, nullable=False))
    entitas: str = Field(sa_column=_text(16, nullable=False))
    subjek: int = Field(sa_column=Column(Integer, nullable=False))
    per: str = Field(sa_column=_text(10, nullable=False))
    berkas: int = Field(
        default=0, sa_column=Column(Integer, nullable=False, server_default=text("0"))
    )
    baris: int = Field(
        default=0, sa_column=Column(Integer, nullable=False, server_default=text("0"))
    )
    isi: str = Field(sa_column=Column(Text, nullable=False))
    __table_args__ = (Index("changes_subject", "subjek"), Index("changes_run", "run"))


class PersonalValueRow(SQLModel, table=True):
    """The clear value and salt behind a digest in `changes`; the only rows of the history that may
    be removed.
    """

    __tablename__ = "personal_values"
    intisari: str = Field(sa_column=_text(80, primary_key=True))
    garam: str = Field(sa_column=_text(32, nullable=False))
    nilai: str = Field(sa_column=_text(NAME, nullable=False))


class TrainingRow(SQLModel, table=True):
    """A training; days as printed by the source, `peserta` null where nobody printed a
    headcount.
    """

    __tablename__ = "trainings"
    id: int | None = Field(default=None, primary_key=True)
    judul: str = Field(sa_column=_text(NAME, nullable=False))
    kota: str = Field(sa_column=_text(8, nullable=False))
    mulai: str = Field(sa_column=_text(10, nullable=False))
    selesai: str | None = Field(default=None, sa_column=_text(10))
    tempat: str | None = Field(default=None, sa_column=_text(NAME))
    penyelenggara: str | None = Field(default=None, sa_column=_text(NAME))
    materi: str | None = Field(default=None, sa_column=Column(Text))
    peserta: int | None = Field(default=None)
    sumber: str | None = Field(default=None, sa_column=_text(NOTE))
    __table_args__ = (
        CheckConstraint("peserta IS NULL OR peserta >= 0", name="trainings_headcount"),
    )


class AttendanceRow(SQLModel, table=True):
    """One cooperative at one training; both counts null: somebody came, how many is not known."""

    __tablename__ = "attendances"
    id: int | None = Field(default=None, primary_key=True)
    pelatihan: int = Field(foreign_key="trainings.id")
    cooperative_id: int = Field(foreign_key="cooperatives.id")
    pengurus: int | None = Field(default=None)
    pengawas: int | None = Field(default=None)
    __table_args__ = (
        UniqueConstraint("pelatihan", "cooperative_id", name="attendances_once"),
        CheckConstraint(
            "(pengurus IS NULL OR pengurus >= 0) AND (pengawas IS NULL OR pengawas >= 0)",
            name="attendances_counts",
        ),
    )


class TargetRow(SQLModel, table=True):
    """A due date and a wanted number for a milestone; a later one for the same supersedes it."""

    __tablename__ = "targets"
    id: int | None = Field(default=None, primary_key=True)
    milestone: str = Field(sa_column=_text(60, nullable=False))
    batas: str = Field(sa_column=_text(10, nullable=False))
    kota: str | None = Field(default=None, sa_column=_text(8))
    tahun_buku: int | None = Field(default=None)
    nilai: str | None = Field(default=None, sa_column=_text(20))
    sumber: str | None = Field(default=None, sa_column=_text(NOTE))
    ditetapkan: str = Field(sa_column=_text(10, nullable=False))


class FigureRow(SQLModel, table=True):
    """A published figure of a kota on a day."""

    __tablename__ = "figures"
    id: int | None = Field(default=None, primary_key=True)
    indikator: str = Field(sa_column=_text(80, nullable=False))
    nilai: str = Field(sa_column=_text(40, nullable=False))
    kota: str = Field(sa_column=_text(8, nullable=False))
    per: str = Field(sa_column=_text(10, nullable=False))
    sumber: str | None = Field(default=None, sa_column=_text(NOTE))


class FollowUpRow(SQLModel, table=True):
    """A tindak lanjut; `kode` lists the ids of the cooperatives concerned, joined by `;`."""

    __tablename__ = "followups"
    id: int | None = Field(default=None, primary_key=True)
    uraian: str = Field(sa_column=_text(NOTE, nullable=False))
    penanggung_jawab: str = Field(sa_column=_text(NAME, nullable=False))
    batas: str = Field(sa_column=_text(10, nullable=False))
    kota: str | None = Field(default=None, sa_column=_text(8))
    koperasi: str | None = Field(default=None, sa_column=Column(Text))
    rapat: str | None = Field(default=None, sa_column=_text(10))
    selesai: str | None = Field(default=None, sa_column=_text(10))
    hasil: str | None = Field(default=None, sa_column=_text(NOTE))
    batas_lama: str | None = Field(default=None, sa_column=Column(Text))


@lru_cache(maxsize=64)
def insertion(table: str, columns: tuple[str, ...]) -> str:
    """The statement that takes a row as a mapping of these columns. Raises CompileError for one the
    table lacks.
    """
    known = SQLModel.metadata.tables[table]
    return str(
        insert(known).compile(dialect=sqlite.dialect(paramstyle="named"), column_keys=list(columns))
    )
