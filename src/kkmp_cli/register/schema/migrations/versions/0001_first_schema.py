"""The first released schema: tables, the documented views, and the locks on the history."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x4B4B4D50

_AREA = (
    "a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan,"
    " substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi"
)
VIEWS = {
    "v_koperasi": f"SELECT c.id, {_AREA}, c.nama, coalesce(c.status, 'aktif') AS status,"
    " coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, "
    "c.unit_usaha, c.mitra, c.catatan,"
    " c.berdiri"
    " FROM cooperatives c JOIN areas a ON a.id = c.id",
    "v_keadaan": "SELECT a.kode, m.milestone, m.nilai AS keadaan, m.tanggal, m.dari, m.sampai"
    " FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'keadaan'",
    "v_kendala": "SELECT a.kode, m.milestone, m.nilai AS kendala, m.dari, m.sampai"
    " FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'kendala'",
    "v_rencana": "SELECT a.kode, m.milestone, m.nilai AS rencana, m.dari, m.sampai"
    " FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'rencana'",
    "v_nomor": "SELECT a.kode, i.milestone, i.nomor, i.bank"
    " FROM identifiers i JOIN areas a ON a.id = i.cooperative_id",
    "v_pelatihan": "SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, "
    "h.pengurus, h.pengawas"
    " FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id "
    "= h.cooperative_id",
    "v_riwayat": "SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan,"
    " c.entitas, c.subjek, a.kode, c.bidang, c.lama, c.baru, c.per, c.baris"
    " FROM runs r LEFT JOIN changes c ON c.run = r.id"
    " LEFT JOIN areas a ON a.id = c.subjek AND c.entitas IN ('koperasi', 'wilayah')",
}
APPEND_ONLY = ("runs", "changes")


def upgrade() -> None:
    _tables()
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    if op.get_bind().dialect.name == "sqlite":
        for table in APPEND_ONLY:
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                    " BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END"
                )
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        op.execute("PRAGMA user_version = 1")


def _tables() -> None:
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(length=16), nullable=False),
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kode", "alias", name="aliases_once"),
    )
    op.create_table(
        "areas",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(length=16), nullable=False),
        sa.Column("kelurahan", sa.String(length=200), nullable=False),
        sa.Column("kecamatan", sa.String(length=200), nullable=False),
        sa.Column("kota", sa.String(length=200), nullable=False),
        sa.Column("provinsi", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200", name="areas_shape"
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kode"),
    )
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("entitas", sa.String(length=16), nullable=False),
        sa.Column("subjek", sa.Integer(), nullable=False),
        sa.Column("bidang", sa.String(length=60), nullable=False),
        sa.Column("lama", sa.Text(), nullable=True),
        sa.Column("baru", sa.Text(), nullable=True),
        sa.Column("per", sa.String(length=10), nullable=False),
        sa.Column("berkas", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("baris", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("changes_subject", "changes", ["subjek"], unique=False)
    op.create_table(
        "figures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indikator", sa.String(length=80), nullable=False),
        sa.Column("nilai", sa.String(length=40), nullable=False),
        sa.Column("kota", sa.String(length=8), nullable=False),
        sa.Column("per", sa.String(length=10), nullable=False),
        sa.Column("sumber", sa.String(length=2000), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "followups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uraian", sa.String(length=2000), nullable=False),
        sa.Column("penanggung_jawab", sa.String(length=200), nullable=False),
        sa.Column("batas", sa.String(length=10), nullable=False),
        sa.Column("kota", sa.String(length=8), nullable=True),
        sa.Column("koperasi", sa.Text(), nullable=True),
        sa.Column("rapat", sa.String(length=10), nullable=True),
        sa.Column("selesai", sa.String(length=10), nullable=True),
        sa.Column("hasil", sa.String(length=2000), nullable=True),
        sa.Column("batas_lama", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "personal_values",
        sa.Column("intisari", sa.String(length=80), nullable=False),
        sa.Column("garam", sa.String(length=32), nullable=False),
        sa.Column("nilai", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("intisari"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("waktu", sa.String(length=27), nullable=False),
        sa.Column("petugas", sa.String(length=200), nullable=False),
        sa.Column("perintah", sa.Text(), nullable=False),
        sa.Column("alasan", sa.String(length=2000), nullable=True),
        sa.Column("berkas", sa.Text(), server_default="[]", nullable=False),
        sa.Column("membatalkan", sa.Integer(), nullable=True),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("sebelum", sa.String(length=64), nullable=False),
        sa.Column("intisari", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["membatalkan"],
            ["runs.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("milestone", sa.String(length=60), nullable=False),
        sa.Column("batas", sa.String(length=10), nullable=False),
        sa.Column("kota", sa.String(length=8), nullable=True),
        sa.Column("tahun_buku", sa.Integer(), nullable=True),
        sa.Column("nilai", sa.String(length=20), nullable=True),
        sa.Column("sumber", sa.String(length=2000), nullable=True),
        sa.Column("ditetapkan", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("judul", sa.String(length=200), nullable=False),
        sa.Column("kota", sa.String(length=8), nullable=False),
        sa.Column("mulai", sa.String(length=10), nullable=False),
        sa.Column("selesai", sa.String(length=10), nullable=True),
        sa.Column("tempat", sa.String(length=200), nullable=True),
        sa.Column("penyelenggara", sa.String(length=200), nullable=True),
        sa.Column("materi", sa.Text(), nullable=True),
        sa.Column("peserta", sa.Integer(), nullable=True),
        sa.Column("sumber", sa.String(length=2000), nullable=True),
        sa.CheckConstraint("peserta IS NULL OR peserta >= 0", name="trainings_headcount"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "cooperatives",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(length=200), nullable=True),
        sa.Column("status", sa.String(length=24), nullable=True),
        sa.Column("percontohan", sa.String(length=5), nullable=True),
        sa.Column("nik_koperasi", sa.String(length=30), nullable=True),
        sa.Column("ketua", sa.String(length=200), nullable=True),
        sa.Column("telepon", sa.String(length=200), nullable=True),
        sa.Column("anggota", sa.Integer(), nullable=True),
        sa.Column("unit_usaha", sa.String(length=200), nullable=True),
        sa.Column("mitra", sa.Text(), nullable=True),
        sa.Column("catatan", sa.String(length=2000), nullable=True),
        sa.Column("berdiri", sa.Integer(), nullable=True),
        sa.Column("per", sa.Text(), server_default="{}", nullable=False),
        sa.CheckConstraint(
            "percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'",
            name="cooperatives_pilot",
        ),
        sa.CheckConstraint(
            "status IS NULL OR status = 'aktif' OR status LIKE 'bubar ____-__-__'"
            " OR status LIKE 'digabung ____-__-__'",
            name="cooperatives_status",
        ),
        sa.CheckConstraint("anggota IS NULL OR anggota >= 0", name="cooperatives_members"),
        sa.ForeignKeyConstraint(
            ["id"],
            ["areas.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "attendances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pelatihan", sa.Integer(), nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("pengurus", sa.Integer(), nullable=True),
        sa.Column("pengawas", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(pengurus IS NULL OR pengurus >= 0) AND (pengawas IS NULL OR pengawas >= 0)",
            name="attendances_counts",
        ),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperatives.id"],
        ),
        sa.ForeignKeyConstraint(
            ["pelatihan"],
            ["trainings.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("pelatihan", "cooperative_id", name="attendances_once"),
    )
    op.create_table(
        "identifiers",
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("milestone", sa.String(length=60), nullable=False),
        sa.Column("nomor", sa.String(length=200), nullable=True),
        sa.Column("bank", sa.String(length=200), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperatives.id"],
        ),
        sa.PrimaryKeyConstraint("cooperative_id", "milestone"),
        sa.UniqueConstraint("milestone", "nomor", "bank", name="identifiers_once"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "milestones",
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("milestone", sa.String(length=60), nullable=False),
        sa.Column("aspek", sa.String(length=8), nullable=False),
        sa.Column("dari", sa.String(length=10), nullable=False),
        sa.Column("sampai", sa.String(length=10), nullable=True),
        sa.Column("nilai", sa.String(length=2040), nullable=False),
        sa.Column("tanggal", sa.String(length=10), nullable=True),
        sa.CheckConstraint(
            "aspek = 'keadaan' OR aspek = 'kendala' OR aspek = 'rencana'", name="milestones_aspect"
        ),
        sa.CheckConstraint("length(dari) = 10", name="milestones_day"),
        sa.CheckConstraint("sampai IS NULL OR sampai > dari", name="milestones_order"),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperatives.id"],
        ),
        sa.PrimaryKeyConstraint("cooperative_id", "milestone", "aspek", "dari"),
        sqlite_with_rowid=False,
    )
