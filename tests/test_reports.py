"""The report of readiness: the published facts, and the rules one by one."""

from __future__ import annotations

import json
from datetime import date

from kkmp_cli import reports
from kkmp_cli.render import json_
from snapshots import HELD_RAT, IDLE, jakarta_pusat

GOLDEN = {
    "Gambir": (6, 4, 0, 6), "Sawah Besar": (5, 3, 1, 4), "Kemayoran": (8, 2, 0, 8), "Senen": (6, 0, 0, 6),
    "Cempaka Putih": (3, 0, 0, 3), "Menteng": (5, 1, 0, 5), "Tanah Abang": (7, 0, 4, 3), "Johar Baru": (4, 0, 0, 4),
}  # fmt: skip
DAY = date(2026, 3, 10)


def test_jakarta_pusat_on_10_march_2026_is_the_published_table() -> None:
    (kota,) = reports.build(jakarta_pusat(), DAY).kota
    found = {one.nama: (one.kkmp, one.belum["usaha"], one.sudah["rat"], one.belum["rat"]) for one in kota.kecamatan}
    assert found == GOLDEN
    assert (kota.kkmp, len(kota.belum_beroperasi), len(kota.sudah_rat), len(kota.belum_rat)) == (44, 10, 5, 39)
    assert {one.kelurahan for one in kota.belum_beroperasi} == set(IDLE)
    assert {one.kelurahan for one in kota.sudah_rat} == set(HELD_RAT)


def test_the_json_of_the_published_facts_has_the_promised_keys_in_order() -> None:
    found = json.loads(json_.report(reports.build(jakarta_pusat(), DAY)))
    assert list(found) == ["per", "sejak", "tahun_buku", "kota", "total"]
    assert found["kota"][0]["milestone"]["rat"] == {
        "sudah": 5, "proses": 0, "terkendala": 0, "belum": 39, "berhenti": 0, "tidak_diketahui": 0, "berubah": None,
        "tidak_wajib": 0, "batas": "2026-03-31", "sisa_hari": 21,
    }  # fmt: skip
    assert list(found["kota"][0]) == [
        "kode", "nama", "kelurahan", "kkmp", "tidak_aktif", "milestone", "tahap", "gerai_usaha", "kecamatan",
        "belum_beroperasi", "usaha_tidak_diketahui", "sudah_rat", "belum_rat", "rat_tidak_diketahui", "tunggakan_rat",
        "pelatihan", "target", "tindak_lanjut", "angka_rujukan", "berubah",
    ]  # fmt: skip
