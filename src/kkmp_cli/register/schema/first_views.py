"""The documented views (`docs/sql.md`) as the first schema has them: never changed, a later schema
brings its own.
"""

from __future__ import annotations

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
    " c.mitra, c.catatan, c.gerai_jenis, c.lintang, c.bujur, c.berdiri"
    " FROM cooperatives c JOIN areas a ON a.id = c.id",
    "v_milestone": "SELECT a.kode, m.milestone, m.dari, m.sampai, m.keadaan, m.tanggal, m.mulai,"
    f" m.nomor, m.bank, m.kendala, m.rencana, m.per FROM {_MILESTONE}",
    "v_isian": "SELECT a.kode, v.bidang, v.dari, v.sampai, v.nilai, v.per"
    " FROM field_values v JOIN areas a ON a.id = v.cooperative_id",
    "v_bidang": "SELECT kunci AS bidang, label, jenis, arti, pilihan, pilihan_pensiun, judul,"
    " coalesce(pensiun, 'tidak') AS pensiun, paket FROM fields",
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
