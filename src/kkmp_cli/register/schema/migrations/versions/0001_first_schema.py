"""The first schema: tables, the documented views (`docs/sql.md`), and the locks on the log."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x4B4B4D50

TABLES = """
CREATE TABLE aliases (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    alias VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT aliases_once UNIQUE (kode, alias)
);
CREATE TABLE areas (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    kelurahan VARCHAR(200) NOT NULL,
    kecamatan VARCHAR(200) NOT NULL,
    kota VARCHAR(200) NOT NULL,
    provinsi VARCHAR(200) NOT NULL,
    sejak VARCHAR(10),
    PRIMARY KEY (id),
    CONSTRAINT areas_shape CHECK (length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200),
    UNIQUE (kode)
);
CREATE TABLE events (
    id INTEGER NOT NULL,
    run INTEGER NOT NULL,
    entitas VARCHAR(16) NOT NULL,
    subjek INTEGER NOT NULL,
    per VARCHAR(10) NOT NULL,
    berkas INTEGER DEFAULT 0 NOT NULL,
    baris INTEGER DEFAULT 0 NOT NULL,
    isi TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX events_run ON events (run);
CREATE INDEX events_subject ON events (subjek);
CREATE TABLE figures (
    id INTEGER NOT NULL,
    indikator VARCHAR(80) NOT NULL,
    nilai VARCHAR(40) NOT NULL,
    kota VARCHAR(8) NOT NULL,
    per VARCHAR(10) NOT NULL,
    sumber VARCHAR(2000),
    PRIMARY KEY (id)
);
CREATE TABLE followups (
    id INTEGER NOT NULL,
    uraian VARCHAR(2000) NOT NULL,
    penanggung_jawab VARCHAR(200) NOT NULL,
    batas VARCHAR(10) NOT NULL,
    kota VARCHAR(8),
    koperasi TEXT,
    rapat VARCHAR(10),
    selesai VARCHAR(10),
    hasil VARCHAR(2000),
    batas_lama TEXT,
    PRIMARY KEY (id)
);
CREATE TABLE headings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    isian VARCHAR(60) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT headings_once UNIQUE (judul)
);
CREATE TABLE personal_values (
    intisari VARCHAR(80) NOT NULL,
    cooperative_id INTEGER NOT NULL,
    garam VARCHAR(32) NOT NULL,
    nilai VARCHAR(200) NOT NULL,
    PRIMARY KEY (intisari)
);
CREATE INDEX personal_values_owner ON personal_values (cooperative_id);
CREATE TABLE register (
    nomor INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    dibuat VARCHAR(27) NOT NULL,
    PRIMARY KEY (nomor),
    CONSTRAINT register_once CHECK (nomor = 1)
);
CREATE TABLE runs (
    id INTEGER NOT NULL,
    waktu VARCHAR(27) NOT NULL,
    petugas VARCHAR(200) NOT NULL,
    peran VARCHAR(200),
    perintah TEXT NOT NULL,
    alasan VARCHAR(2000),
    berkas TEXT DEFAULT '[]' NOT NULL,
    membatalkan INTEGER,
    asal VARCHAR(200),
    jumlah INTEGER NOT NULL,
    sebelum VARCHAR(64) NOT NULL,
    intisari VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(membatalkan) REFERENCES runs (id)
);
CREATE TABLE targets (
    id INTEGER NOT NULL,
    milestone VARCHAR(60) NOT NULL,
    batas VARCHAR(10) NOT NULL,
    kota VARCHAR(8),
    tahun_buku INTEGER,
    nilai VARCHAR(20),
    sumber VARCHAR(2000),
    ditetapkan VARCHAR(10) NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE trainings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    kota VARCHAR(8) NOT NULL,
    mulai VARCHAR(10) NOT NULL,
    selesai VARCHAR(10),
    tempat VARCHAR(200),
    penyelenggara VARCHAR(200),
    materi TEXT,
    peserta INTEGER,
    sumber VARCHAR(2000),
    PRIMARY KEY (id),
    CONSTRAINT trainings_headcount CHECK (peserta IS NULL OR peserta >= 0)
);
CREATE TABLE cooperatives (
    id INTEGER NOT NULL,
    nama VARCHAR(200),
    status VARCHAR(24),
    percontohan VARCHAR(5),
    nik_koperasi VARCHAR(30),
    anggota INTEGER,
    unit_usaha VARCHAR(200),
    mitra TEXT,
    catatan VARCHAR(2000),
    gerai_jenis VARCHAR(20),
    lintang VARCHAR(20),
    bujur VARCHAR(20),
    berdiri INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT cooperatives_members CHECK (anggota IS NULL OR anggota >= 0),
    CONSTRAINT cooperatives_pilot CHECK (
        percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'
    ),
    CONSTRAINT cooperatives_status CHECK (
        status IS NULL
        OR status = 'aktif'
        OR status LIKE 'bubar ____-__-__'
        OR status LIKE 'digabung ____-__-__'
    ),
    FOREIGN KEY(id) REFERENCES areas (id)
);
CREATE TABLE attendances (
    id INTEGER NOT NULL,
    pelatihan INTEGER NOT NULL,
    cooperative_id INTEGER NOT NULL,
    pengurus INTEGER,
    pengawas INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT attendances_once UNIQUE (pelatihan, cooperative_id),
    CONSTRAINT attendances_counts CHECK (
        (pengurus IS NULL OR pengurus >= 0)
        AND (pengawas IS NULL OR pengawas >= 0)
    ),
    FOREIGN KEY(pelatihan) REFERENCES trainings (id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
CREATE TABLE contacts (
    cooperative_id INTEGER NOT NULL,
    ketua VARCHAR(200),
    telepon VARCHAR(200),
    ketua_per VARCHAR(10),
    telepon_per VARCHAR(10),
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
CREATE TABLE field_values (
    cooperative_id INTEGER NOT NULL,
    bidang VARCHAR(60) NOT NULL,
    dari VARCHAR(10) NOT NULL,
    sampai VARCHAR(10),
    nilai TEXT,
    per VARCHAR(10),
    PRIMARY KEY (cooperative_id, bidang, dari),
    CONSTRAINT field_values_days CHECK (sampai IS NULL OR sampai > dari),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
) WITHOUT ROWID;
CREATE TABLE fingerprints (
    cooperative_id INTEGER NOT NULL,
    sidik BLOB NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
CREATE TABLE milestones (
    cooperative_id INTEGER NOT NULL,
    milestone VARCHAR(60) NOT NULL,
    dari VARCHAR(10) NOT NULL,
    sampai VARCHAR(10),
    keadaan VARCHAR(20),
    tanggal VARCHAR(10),
    mulai VARCHAR(10),
    nomor VARCHAR(200),
    bank VARCHAR(200) DEFAULT '' NOT NULL,
    kendala VARCHAR(2040),
    rencana VARCHAR(10),
    per VARCHAR(10),
    mulai_per VARCHAR(10),
    nomor_per VARCHAR(10),
    bank_per VARCHAR(10),
    kendala_per VARCHAR(10),
    rencana_per VARCHAR(10),
    PRIMARY KEY (cooperative_id, milestone, dari),
    CONSTRAINT milestones_days CHECK (sampai IS NULL OR sampai > dari),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX milestones_number ON milestones (milestone, nomor, bank)
    WHERE nomor IS NOT NULL AND sampai IS NULL
"""

_AREA = (
    "a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan,"
    " substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi"
)
_MILESTONE = "milestones m JOIN areas a ON a.id = m.cooperative_id"


def _spans(*columns: str) -> str:
    """Rows that follow one another with equal values of these columns are one span."""
    equal = ", ".join(f"m.{name}" for name in columns)
    names = ", ".join(columns)
    place = "row_number() OVER (PARTITION BY m.cooperative_id, m.milestone{} ORDER BY m.dari)"
    return (
        f"SELECT kode, milestone, {names}, min(dari) AS dari,"
        " CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai"
        f" FROM (SELECT a.kode, m.milestone, {equal}, m.dari, m.sampai,"
        f" {place.format('')} - {place.format(f', {equal}')} AS island FROM {_MILESTONE}) s"
        f" WHERE {columns[0]} IS NOT NULL GROUP BY kode, milestone, {names}, island"
    )


def _item(place: int) -> str:
    """One item of an event's text; views of an untrusted file may not use `json_extract`."""
    return f"(SELECT atom FROM json_each(i.value) WHERE key = {place})"


VIEWS = {
    "v_koperasi": f"SELECT c.id, {_AREA}, c.nama, coalesce(c.status, 'aktif') AS status,"
    " coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, c.unit_usaha,"
    " c.mitra, c.catatan, c.berdiri FROM cooperatives c JOIN areas a ON a.id = c.id",
    "v_milestone": "SELECT a.kode, m.milestone, m.dari, m.sampai, m.keadaan, m.tanggal, m.mulai,"
    f" m.nomor, m.bank, m.kendala, m.rencana, m.per FROM {_MILESTONE}",
    "v_isian": "SELECT a.kode, v.bidang, v.dari, v.sampai, v.nilai, v.per"
    " FROM field_values v JOIN areas a ON a.id = v.cooperative_id",
    "v_keadaan": _spans("keadaan", "tanggal"),
    "v_kendala": _spans("kendala"),
    "v_rencana": _spans("rencana"),
    "v_nomor": f"SELECT a.kode, m.milestone, m.nomor, m.bank FROM {_MILESTONE}"
    " WHERE m.sampai IS NULL AND (m.nomor IS NOT NULL OR m.bank <> '')",
    "v_pelatihan": "SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode,"
    " h.pengurus, h.pengawas FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id"
    " LEFT JOIN areas a ON a.id = h.cooperative_id",
    "v_riwayat": "SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan,"
    f" e.entitas, e.subjek, a.kode, {_item(0)} AS bidang, {_item(1)} AS lama, {_item(2)} AS baru,"
    f" coalesce({_item(3)}, e.per) AS per, e.baris"
    " FROM runs r LEFT JOIN (events e JOIN json_each(e.isi) i) ON e.run = r.id"
    " LEFT JOIN areas a ON a.id = e.subjek AND e.entitas IN ('koperasi', 'wilayah')",
}


def upgrade() -> None:
    for statement in TABLES.split(";"):
        op.execute(statement.strip())
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    for table in ("runs", "events"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END"
            )
    made = {"id": str(uuid.uuid4()), "dibuat": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"}
    op.get_bind().execute(sa.text("INSERT INTO register VALUES (1, :id, :dibuat)"), made)
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.execute("PRAGMA user_version = 1")
