"""Golden files: the JSON of the demo register, byte for byte, on the days of its sources.

To accept a change on purpose, run with `KKMP_GOLDEN=tulis` in the environment and read the
difference.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.milestones import MILESTONES, codes
from kkmp_cli.model.vocabulary import built_in
from running import Office

pytestmark = pytest.mark.both_engines

GOLDEN = Path(__file__).parent / "golden"
PRINTED = (
    ("report-jakpus", ("report", "--kota", "jakpus", "--per", "2026-03-10", "--json")),
    (
        "report-jakpus-kecamatan",
        ("report", "--kota", "jakpus", "--kecamatan", "Gambir", "--per", "2026-03-10", "--json"),
    ),
    (
        "report-jakpus-sejak",
        ("report", "--kota", "jakpus", "--per", "2026-03-10", "--sejak", "2026-03-01", "--json"),
    ),
    ("report-jaksel", ("report", "--kota", "jaksel", "--per", "2025-09-22", "--json")),
    ("report-jakbar", ("report", "--kota", "jakbar", "--per", "2025-09-09", "--json")),
    ("report-jakut", ("report", "--kota", "jakut", "--per", "2025-12-31", "--json")),
    ("report-mojokerto", ("report", "--kota", "mojokerto", "--per", "2025-09-08", "--json")),
    (
        "list-belum-usaha",
        ("list", "--kota", "jakpus", "--belum", "usaha", "--per", "2026-03-10", "--json"),
    ),
    ("list-mojokerto", ("list", "--kota", "mojokerto", "--per", "2025-09-08", "--json")),
    ("figure-list", ("figure", "list", "--json")),
    ("training-list", ("training", "list", "--json")),
    ("area-list-gambir", ("area", "list", "--kota", "jakpus", "--kecamatan", "Gambir", "--json")),
)


def without_today(value: Any) -> Any:
    """The same without the times and names of the runs that built the register."""
    if isinstance(value, dict):
        return {
            key: without_today(one)
            for key, one in value.items()
            if key not in ("waktu", "petugas", "ditetapkan")
        }
    return [without_today(one) for one in value] if isinstance(value, list) else value


def compare(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.json"
    if os.environ.get("KKMP_GOLDEN") == "tulis":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "arguments"), PRINTED, ids=[name for name, _ in PRINTED])
def test_json_is_as_it_was(demo: Office, name: str, arguments: tuple[str, ...]) -> None:
    compare(name, demo.good(*arguments).out)


def test_show_and_history_are_as_they_were(demo: Office) -> None:
    demo.good(
        "update", "Gambir", "--nib", "0123456789012", "--per", "2026-03-11", "--alasan", "telepon"
    )
    shown = without_today(demo.good("show", "Gambir", "--json").json)
    kept = {
        name: value
        for name, value in shown.items()
        if not name.startswith("rat_") or name.startswith("rat_2025")
    }
    compare("show-gambir", json.dumps(kept, ensure_ascii=False, indent=2) + "\n")
    (newest, *_) = without_today(demo.good("history", "--json").json)
    compare("history-newest", json.dumps(newest, ensure_ascii=False, indent=2) + "\n")


# -- the keys of the report
# -----------------------------------------------------------------

STATES = {"sudah", "proses", "terkendala", "belum", "berhenti", "tidak_diketahui", "berubah"}
KOTA = [
    "kode",
    "nama",
    "kelurahan",
    "kkmp",
    "tidak_aktif",
    "milestone",
    "tahap",
    "gerai_usaha",
    "kecamatan",
    "belum_beroperasi",
    "usaha_tidak_diketahui",
    "sudah_rat",
    "belum_rat",
    "rat_tidak_diketahui",
    "tunggakan_rat",
    "pelatihan",
    "target",
    "tindak_lanjut",
    "angka_rujukan",
    "berubah",
    "angka",
    "angka_rujukan_koperasi",
]
NUMBER = {
    *("jumlah", "melapor", "tidak_diketahui", "median", "terkecil", "terbesar"),
    *("per_terlama", "per_terbaru", "kecamatan"),
}
PLACE = {"kode", "kelurahan", "kecamatan"}
ROWS = {
    "kecamatan": {"kode", "nama", "kkmp", "sudah"},
    "belum_beroperasi": PLACE
    | {"keadaan", "berikutnya", "kurang", "belum_diketahui", "kendala", "rencana"},
    "usaha_tidak_diketahui": PLACE,
    "sudah_rat": PLACE,
    "belum_rat": PLACE | {"keadaan", "beroperasi", "rencana"},
    "rat_tidak_diketahui": PLACE,
    "tunggakan_rat": PLACE | {"keadaan", "tahun_buku"},
    "target": {"milestone", "tahun_buku", "batas", "sisa_hari", "target", "tercapai", "sumber"},
    "tindak_lanjut": {
        *("id", "uraian", "penanggung_jawab", "batas", "terlambat", "kode"),
        "keputusan",
    },
    "angka_rujukan": {
        "indikator",
        "nilai",
        "per",
        "sumber",
        "register",
        "register_persen",
        "selisih",
    },
    "berubah": {"kode", "kelurahan", "milestone", "dari", "menjadi", "tanggal", "jenis"},
}


@pytest.fixture
def busy(demo: Office) -> Office:
    """The demo register with something in every list of the report."""
    demo.good(
        "update",
        "Gambir",
        "--usaha-kendala",
        "modal: bank",
        "--usaha-rencana",
        "2030-01",
        "--per",
        "2026-03-11",
    )
    demo.good(
        "update",
        "Cideng",
        "--usaha",
        "sudah",
        "--kosongkan",
        "rat",
        "--tahun-buku",
        "2025",
        "--per",
        "2026-03-11",
    )
    demo.good("update", "Rawasari", "--kosongkan", "usaha", "--koreksi", "--per", "2026-03-11")
    demo.good(
        "followup",
        "add",
        "x",
        "--kota",
        "jakpus",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-03-31",
    )
    return demo


def test_the_keys_of_a_report_are_those_of_the_contract(busy: Office) -> None:
    report = busy.good(
        "report", "--kota", "jakpus", "--tahun-buku", "2026", "--sejak", "2026-03-01", "--json"
    ).json
    assert {"per", "sejak", "tahun_buku", "kota", "total"} == set(report)
    (kota,) = report["kota"]
    assert list(kota) == KOTA
    assert list(kota["milestone"]) == list(codes())
    for milestone in MILESTONES:
        more = {"tidak_wajib", "batas", "sisa_hari"} if milestone.yearly else set()
        assert set(kota["milestone"][milestone.code]) == STATES | more
    assert set(kota["pelatihan"]) == {
        "kegiatan",
        "peserta",
        "tanpa_jumlah",
        "kkmp_terjangkau",
        "belum_tercatat",
    }
    assert set(kota["angka"]["anggota"]) == NUMBER
    assert set(report["total"]["angka"]["anggota"]) == NUMBER
    for name, keys in ROWS.items():
        for row in kota[name]:
            assert set(row) == keys, name
    filled = {name for name in ROWS if kota[name]}
    assert filled >= {
        "kecamatan",
        "belum_beroperasi",
        "usaha_tidak_diketahui",
        "tunggakan_rat",
        "angka_rujukan",
        "berubah",
    }
    assert set(kota["belum_beroperasi"][0]["kendala"][0]) == {
        "milestone",
        "kategori",
        "catatan",
        "sejak",
    }


def test_groups_have_an_id_in_every_record(busy: Office) -> None:
    for group in ("training", "target", "figure", "followup", "area"):
        rows = busy.good(group, "list", "--json").json
        assert rows
        assert all(isinstance(row["id"], int) for row in rows), group


def test_history_has_the_keys_of_the_contract(busy: Office) -> None:
    for run in busy.good("history", "--json").json:
        assert {"run", "waktu", "petugas", "perintah", "alasan", "berkas"} <= set(run)
        assert all(
            {"kode", "bidang", "lama", "baru", "per"} <= set(change) for change in run["perubahan"]
        )


def test_every_key_is_plain_ascii(busy: Office) -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values())) if value else set()
        return set().union(*map(keys, value)) if isinstance(value, list) and value else set()

    for command in (
        ("report", "--json"),
        ("list", "--json"),
        ("show", "Gambir", "--json"),
        ("history", "--json"),
    ):
        for key in keys(busy.good(*command).json):
            assert key.isascii()
            assert key == key.lower()


def test_every_field_of_the_vocabulary_has_a_documented_name() -> None:
    for name in built_in().register_fields([2025], with_personal=True):
        assert name.replace("_", "").isalnum()


@pytest.mark.on_a_file
def test_sqlite_reads_the_documented_views_without_the_program(busy: Office) -> None:
    connection = sqlite3.connect(busy.register)
    (number,) = connection.execute(
        "SELECT count(*) FROM v_koperasi WHERE kota_kode = '31.71'"
    ).fetchone()
    connection.close()
    assert number == 44
