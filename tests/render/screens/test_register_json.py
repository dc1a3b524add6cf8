from __future__ import annotations

from pathlib import Path

from colleagues import colleague
from running import Office

KEYS = (
    *("berkas", "lembar", "baris_judul", "penyandian", "pemisah", "per", "kolom", "diabaikan"),
    *("tambah", "ubah", "dikonfirmasi", "sama", "usang", "konflik", "ditolak"),
    *("rincian_konflik", "rincian_usang", "tidak_ada_di_berkas", "galat"),
)


def test_a_register_has_every_key_of_a_sheet(pusat: Office, pusat_template: Path) -> None:
    other = colleague(pusat, pusat_template)
    other.good("update", "Gambir", "--anggota", 135, "--per", "2026-06-30")
    whole = pusat.good("import", other.register, "--json").json
    (file,) = whole["berkas"]
    assert {*KEYS} <= {*file}
    assert (file["jenis"], file["ubah"], file["sama"]) == ("register", 1, 43)
    ((said),) = file["dicatat_oleh"]
    assert (said["petugas"], said["run"], said["catatan"]) == ("Siti Aminah", 2, 1)
    assert (whole["ditulis"], whole["run"]) == (True, 2)
