"""The tables of the register, told once as SQLModel classes; `migrations/` creates them.

Three kinds: the log (`runs`, `events`, `personal_values`: never altered), its projection, which
follows from it and can be made anew (`cooperatives`, `contacts`, `milestones`, `field_values`;
`checkpoints` and `fingerprints` may be emptied at any time), and the other things of the office
(`areas`, `aliases`, `headings`, `settings`, `fields`, `imported_files`, `file_answers`,
`trainings`, `attendances`, `targets`, `figures`, `followups`), whose history is in `events` too.
Nothing is validated here: values come canonical from the knowledge rooms, and the database holds
them to NOT NULL, CHECK, UNIQUE and length. Reading and writing is plain SQL over the driver, which
starts faster than SQLAlchemy loads; tests hold the columns it names to these.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

NAME = 200
NOTE = 2_000
DAY = 10


def _text(limit: int, **options: object) -> Column[str]:
    return Column(String(limit), **options)  # type: ignore[arg-type]


class AreaRow(SQLModel, table=True):
    """A kelurahan or desa of the area list. `id` stays when `kode` changes; `sejak` is its first
    day, NULL where it always was.
    """

    __tablename__ = "areas"
    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(sa_column=_text(16, nullable=False, unique=True))
    kelurahan: str = Field(sa_column=_text(NAME, nullable=False))
    kecamatan: str = Field(sa_column=_text(NAME, nullable=False))
    kota: str = Field(sa_column=_text(NAME, nullable=False))
    provinsi: str = Field(sa_column=_text(NAME, nullable=False))
    sejak: str | None = Field(default=None, sa_column=_text(DAY))
    __table_args__ = (
        CheckConstraint(
            "length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200", name="areas_shape"
        ),
        Index("areas_name", "kelurahan", "kode"),
    )


class AliasRow(SQLModel, table=True):
    """A spelling of a kelurahan (13-character code), or a short name of a kota (5 characters)."""

    __tablename__ = "aliases"
    id: int | None = Field(default=None, primary_key=True)
    kode: str = Field(sa_column=_text(16, nullable=False))
    alias: str = Field(sa_column=_text(NAME, nullable=False))
    __table_args__ = (UniqueConstraint("kode", "alias", name="aliases_once"),)


class HeadingRow(SQLModel, table=True):
    """What a heading means in this office: a field, or an empty text where it is passed over."""

    __tablename__ = "headings"
    id: int | None = Field(default=None, primary_key=True)
    judul: str = Field(sa_column=_text(NAME, nullable=False))
    isian: str = Field(sa_column=_text(60, nullable=False))
    __table_args__ = (UniqueConstraint("judul", name="headings_once"),)


class SettingRow(SQLModel, table=True):
    """A setting of the office that travels with the register; several lines under each other."""

    __tablename__ = "settings"
    id: int | None = Field(default=None, primary_key=True)
    kunci: str = Field(sa_column=_text(60, nullable=False))
    nilai: str = Field(sa_column=_text(NOTE, nullable=False))
    __table_args__ = (UniqueConstraint("kunci", name="settings_once"),)


class ImportedFileRow(SQLModel, table=True):
    """A file as a run took it in: the SHA-256 of its bytes, and its name."""

    __tablename__ = "imported_files"
    id: int | None = Field(default=None, primary_key=True)
    sidik: str = Field(sa_column=_text(64, nullable=False))
    nama: str = Field(sa_column=_text(NAME, nullable=False))
    __table_args__ = (Index("imported_files_content", "sidik"),)


class FileAnswerRow(SQLModel, table=True):
    """With which option a file was taken in (`--per`, `--map` …), whoever typed or answered it."""

    __tablename__ = "file_answers"
    id: int | None = Field(default=None, primary_key=True)
    berkas: int = Field(foreign_key="imported_files.id")
    pilihan: str = Field(sa_column=_text(20, nullable=False))
    nilai: str = Field(sa_column=_text(NOTE, nullable=False))
    __table_args__ = (Index("file_answers_file", "berkas"),)


class OwnFieldRow(SQLModel, table=True):
    """A field that the office declared; `pilihan`, `pilihan_pensiun` and `judul` are joined by `;`.

    `pensiun` is `ya` where it is offered no more, `paket` the shipped set that it came with.
    """

    __tablename__ = "fields"
    id: int | None = Field(default=None, primary_key=True)
    kunci: str = Field(sa_column=_text(60, nullable=False))
    label: str = Field(sa_column=_text(40, nullable=False))
    jenis: str = Field(sa_column=_text(12, nullable=False))
    arti: str = Field(sa_column=_text(NAME, nullable=False))
    pilihan: str | None = Field(default=None, sa_column=Column(Text))
    pilihan_pensiun: str | None = Field(default=None, sa_column=Column(Text))
    judul: str | None = Field(default=None, sa_column=Column(Text))
    pensiun: str | None = Field(default=None, sa_column=_text(2))
    paket: str | None = Field(default=None, sa_column=_text(40))
    __table_args__ = (
        UniqueConstraint("kunci", name="fields_once"),
        CheckConstraint("substr(kunci, 1, 2) = 'x_'", name="fields_key"),
    )


class CooperativeRow(SQLModel, table=True):
    """The newest value of each profile field; `berdiri` is the year of founding where it is known.

    Personal fields stand in `contacts`.
    """

    __tablename__ = "cooperatives"
    id: int = Field(primary_key=True, foreign_key="areas.id")
    nama: str | None = Field(default=None, sa_column=_text(NAME))
    status: str | None = Field(default=None, sa_column=_text(24))
    percontohan: str | None = Field(default=None, sa_column=_text(5))
    nik_koperasi: str | None = Field(default=None, sa_column=_text(30))
    anggota: int | None = Field(default=None)
    unit_usaha: str | None = Field(default=None, sa_column=_text(NAME))
    mitra: str | None = Field(default=None, sa_column=Column(Text))
    catatan: str | None = Field(default=None, sa_column=_text(NOTE))
    gerai_jenis: str | None = Field(default=None, sa_column=_text(20))
    lintang: str | None = Field(default=None, sa_column=_text(20))
    bujur: str | None = Field(default=None, sa_column=_text(20))
    berdiri: int | None = Field(default=None)
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


class ContactRow(SQLModel, table=True):
    """The personal data of a cooperative (UU 27/2022), and the day of the last event on each."""

    __tablename__ = "contacts"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    ketua: str | None = Field(default=None, sa_column=_text(NAME))
    telepon: str | None = Field(default=None, sa_column=_text(NAME))
    ketua_per: str | None = Field(default=None, sa_column=_text(DAY))
    telepon_per: str | None = Field(default=None, sa_column=_text(DAY))


class MilestoneRow(SQLModel, table=True):
    """What was known of a milestone (`nib`, `rat_2025`) from the day `dari` until the day before
    `sampai` (NULL: to this day): a new row wherever anything of it changed.

    `tanggal` is the stated date of the state, `mulai` when what has stopped had begun; `bank` is
    empty where there is none. The row that holds to this day has the day of the last event or
    confirmation of each field in `per` (the state) and `<field>_per`.
    """

    __tablename__ = "milestones"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    milestone: str = Field(sa_column=_text(60, primary_key=True))
    dari: str = Field(sa_column=_text(DAY, primary_key=True))
    sampai: str | None = Field(default=None, sa_column=_text(DAY))
    keadaan: str | None = Field(default=None, sa_column=_text(20))
    tanggal: str | None = Field(default=None, sa_column=_text(DAY))
    mulai: str | None = Field(default=None, sa_column=_text(DAY))
    nomor: str | None = Field(default=None, sa_column=_text(NAME))
    bank: str = Field(default="", sa_column=_text(NAME, nullable=False, server_default=""))
    kendala: str | None = Field(default=None, sa_column=_text(NOTE + 40))
    rencana: str | None = Field(default=None, sa_column=_text(DAY))
    per: str | None = Field(default=None, sa_column=_text(DAY))
    mulai_per: str | None = Field(default=None, sa_column=_text(DAY))
    nomor_per: str | None = Field(default=None, sa_column=_text(DAY))
    bank_per: str | None = Field(default=None, sa_column=_text(DAY))
    kendala_per: str | None = Field(default=None, sa_column=_text(DAY))
    rencana_per: str | None = Field(default=None, sa_column=_text(DAY))
    __table_args__ = (
        CheckConstraint("sampai IS NULL OR sampai > dari", name="milestones_days"),
        Index(
            "milestones_number",
            "milestone",
            "nomor",
            "bank",
            unique=True,
            sqlite_where=text("nomor IS NOT NULL AND sampai IS NULL"),
            postgresql_where=text("nomor IS NOT NULL AND sampai IS NULL"),
        ),
        {"sqlite_with_rowid": False},
    )


class FieldValueRow(SQLModel, table=True):
    """What another field (`anggota`, `mitra`) was from the day `dari` until the day before `sampai`
    (NULL: to this day; then `per` is the day of the last event or confirmation).

    `nilai` is NULL where the field was emptied. Never a personal field.
    """

    __tablename__ = "field_values"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    bidang: str = Field(sa_column=_text(60, primary_key=True))
    dari: str = Field(sa_column=_text(DAY, primary_key=True))
    sampai: str | None = Field(default=None, sa_column=_text(DAY))
    nilai: str | None = Field(default=None, sa_column=Column(Text))
    per: str | None = Field(default=None, sa_column=_text(DAY))
    __table_args__ = (
        CheckConstraint("sampai IS NULL OR sampai > dari", name="field_values_days"),
        {"sqlite_with_rowid": False},
    )


class FingerprintRow(SQLModel, table=True):
    """Of a cooperative: the digest of the row of a file that would say nothing new of it now."""

    __tablename__ = "fingerprints"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    sidik: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class CheckpointRow(SQLModel, table=True):
    """Of a cooperative of which much is said: the events in force up to the row `sampai` of
    `events`, put together (`register/checkpoints.py`).
    """

    __tablename__ = "checkpoints"
    cooperative_id: int = Field(primary_key=True, foreign_key="cooperatives.id")
    sampai: int = Field(sa_column=Column(Integer, nullable=False))
    isi: str = Field(sa_column=Column(Text, nullable=False))


class RegisterRow(SQLModel, table=True):
    """The register itself, in one row: a name that no other register has, and when it was made."""

    __tablename__ = "register"
    nomor: int = Field(primary_key=True)
    id: str = Field(sa_column=_text(36, nullable=False))
    dibuat: str = Field(sa_column=_text(27, nullable=False))
    __table_args__ = (CheckConstraint("nomor = 1", name="register_once"),)


class RunRow(SQLModel, table=True):
    """One writing command. Never altered. `intisari` digests its events and the digest of the run
    before.

    `peran` is the role that a server knows the officer by, `asal` the run of another register that
    this one repeats.
    """

    __tablename__ = "runs"
    id: int | None = Field(default=None, primary_key=True)
    waktu: str = Field(sa_column=_text(27, nullable=False))
    petugas: str = Field(sa_column=_text(NAME, nullable=False))
    peran: str | None = Field(default=None, sa_column=_text(NAME))
    perintah: str = Field(sa_column=Column(Text, nullable=False))
    alasan: str | None = Field(default=None, sa_column=_text(NOTE))
    berkas: str = Field(default="[]", sa_column=Column(Text, nullable=False, server_default="[]"))
    membatalkan: int | None = Field(default=None, foreign_key="runs.id")
    asal: str | None = Field(default=None, sa_column=_text(NAME))
    jumlah: int = Field(sa_column=Column(Integer, nullable=False))
    sebelum: str = Field(sa_column=_text(64, nullable=False))
    intisari: str = Field(sa_column=_text(64, nullable=False))
    __table_args__ = (
        Index(
            "runs_undone",
            "membatalkan",
            sqlite_where=text("membatalkan IS NOT NULL"),
            postgresql_where=text("membatalkan IS NOT NULL"),
        ),
    )


class EventRow(SQLModel, table=True):
    """What one run said of one thing, from one row of a file at most. Never altered.

    `entitas` and `subjek` name the thing. `isi` is the digested text: a JSON array of events
    `[bidang, lama, baru]`, true on `per`; one that was true on another day has that day as fourth.
    An equal old and new value confirms it. A personal value is kept as a digest here and in the
    clear in `personal_values`.
    """

    __tablename__ = "events"
    id: int | None = Field(default=None, primary_key=True)
    run: int = Field(sa_column=Column(Integer, nullable=False))
    entitas: str = Field(sa_column=_text(16, nullable=False))
    subjek: int = Field(sa_column=Column(Integer, nullable=False))
    per: str = Field(sa_column=_text(DAY, nullable=False))
    berkas: int = Field(
        default=0, sa_column=Column(Integer, nullable=False, server_default=text("0"))
    )
    baris: int = Field(
        default=0, sa_column=Column(Integer, nullable=False, server_default=text("0"))
    )
    isi: str = Field(sa_column=Column(Text, nullable=False))
    __table_args__ = (Index("events_subject", "subjek"), Index("events_run", "run"))


class PersonalValueRow(SQLModel, table=True):
    """The clear value and salt behind a digest in `events`; the only rows of the log that may be
    removed.

    No foreign key: what was said outlives a registration that was undone.
    """

    __tablename__ = "personal_values"
    intisari: str = Field(sa_column=_text(80, primary_key=True))
    cooperative_id: int = Field(sa_column=Column(Integer, nullable=False))
    garam: str = Field(sa_column=_text(32, nullable=False))
    nilai: str = Field(sa_column=_text(NAME, nullable=False))
    __table_args__ = (Index("personal_values_owner", "cooperative_id"),)


class TrainingRow(SQLModel, table=True):
    """A training; days as printed by the source, `peserta` null where no headcount is."""

    __tablename__ = "trainings"
    id: int | None = Field(default=None, primary_key=True)
    judul: str = Field(sa_column=_text(NAME, nullable=False))
    kota: str = Field(sa_column=_text(8, nullable=False))
    mulai: str = Field(sa_column=_text(DAY, nullable=False))
    selesai: str | None = Field(default=None, sa_column=_text(DAY))
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
    batas: str = Field(sa_column=_text(DAY, nullable=False))
    kota: str | None = Field(default=None, sa_column=_text(8))
    tahun_buku: int | None = Field(default=None)
    nilai: str | None = Field(default=None, sa_column=_text(20))
    sumber: str | None = Field(default=None, sa_column=_text(NOTE))
    ditetapkan: str = Field(sa_column=_text(DAY, nullable=False))


class FigureRow(SQLModel, table=True):
    """A published figure of a kota, or of one cooperative there, on a day."""

    __tablename__ = "figures"
    id: int | None = Field(default=None, primary_key=True)
    indikator: str = Field(sa_column=_text(80, nullable=False))
    nilai: str = Field(sa_column=_text(40, nullable=False))
    kota: str = Field(sa_column=_text(8, nullable=False))
    per: str = Field(sa_column=_text(DAY, nullable=False))
    sumber: str | None = Field(default=None, sa_column=_text(NOTE))
    koperasi: int | None = Field(default=None)


class FollowUpRow(SQLModel, table=True):
    """A tindak lanjut; `kode` lists the ids of the cooperatives concerned, joined by `;`."""

    __tablename__ = "followups"
    id: int | None = Field(default=None, primary_key=True)
    uraian: str = Field(sa_column=_text(NOTE, nullable=False))
    penanggung_jawab: str = Field(sa_column=_text(NAME, nullable=False))
    batas: str = Field(sa_column=_text(DAY, nullable=False))
    kota: str | None = Field(default=None, sa_column=_text(8))
    koperasi: str | None = Field(default=None, sa_column=Column(Text))
    rapat: str | None = Field(default=None, sa_column=_text(DAY))
    selesai: str | None = Field(default=None, sa_column=_text(DAY))
    hasil: str | None = Field(default=None, sa_column=_text(NOTE))
    batas_lama: str | None = Field(default=None, sa_column=Column(Text))
    keputusan: str | None = Field(default=None, sa_column=_text(5))
    __table_args__ = (
        CheckConstraint(
            "keputusan IS NULL OR keputusan = 'ya' OR keputusan = 'tidak'",
            name="followups_decision",
        ),
    )
