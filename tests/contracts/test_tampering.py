"""What is changed, added or taken out by hand is noticed, in every table that has a history."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, opened
from tampering import tampered

pytestmark = pytest.mark.on_a_file


@pytest.fixture
def full(demo: Office) -> Office:
    """The shipped facts, with a row in every table."""
    demo.good("update", "Gambir", "--ketua", "Budi", "--telepon", "021555", "--nib", "belum")
    demo.good("training", "attend", "1", "Sunter Agung", "--pengurus", "2")
    demo.good(
        *("followup", "add", "Uraian", "--kelurahan", "Gambir", "--penanggung-jawab", "Sudin"),
        *("--batas", "2027-12-31"),
    )
    demo.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan")
    demo.good("area", "alias", "Gambiran", "31.71.01.1001")
    demo.good("area", "add", "Kapuk Baru", "--kecamatan", "Cengkareng", "--kota", "jakbar")
    sheet = demo.register.with_name("isian.csv")
    sheet.write_text("kode,kelurahan,Papan\n31.71.01.1002,Cideng,sudah\n31.71.01.1003,,sudah\n")
    demo.good("import", sheet, "--kota", "jakpus", "--map", "Papan=nib", "--remember", "--yes")
    return demo


def found(office: Office) -> list[str]:
    """What `check` finds of the register's wholeness."""
    done = office.run("check", "--json", "--rinci")
    rules = [
        f"{rule['kode']}: {one['nama']}"
        for rule in done.json["aturan"]
        if rule["jumlah"] and rule["kelompok"] == "keutuhan" and rule["tingkat"] == "galat"
        for one in rule["rincian"]
    ]
    assert done.code == (1 if rules else 0), done.err
    return rules


def test_a_register_with_everything_in_it_is_whole(full: Office) -> None:
    assert found(full) == []
    full.good("undo", "--yes")
    full.good("area", "recode", "31.71.01.1001", "31.71.01.1099")
    full.good("undo", "--yes")
    assert found(full) == []


EDITS = {
    "areas": (
        "UPDATE areas SET kelurahan = 'Lain' WHERE kode = '31.71.01.1001'",
        "UPDATE areas SET kecamatan = 'Lain' WHERE kode = '31.71.01.1001'",
        "UPDATE areas SET sejak = '2026-01-01' WHERE kode = '31.71.01.1001'",
        "INSERT INTO areas VALUES (9999, '31.71.01.1098', 'Baru', 'Gambir', 'Kota Administrasi"
        " Jakarta Pusat', 'DKI Jakarta', NULL)",
        "DELETE FROM areas WHERE id = (SELECT max(id) FROM areas)",
        "DELETE FROM areas WHERE kode = '35.76.03.1006'",
        "UPDATE areas SET kelurahan = 'Kapuk Lain' WHERE kelurahan = 'Kapuk Baru'",
    ),
    "aliases": (
        "UPDATE aliases SET kode = '31.72' WHERE alias = 'jakpus'",
        "UPDATE aliases SET alias = 'lain' WHERE alias = 'jakpus'",
        "UPDATE aliases SET kode = '31.71.01.1002' WHERE alias = 'Gambiran'",
        "DELETE FROM aliases WHERE alias = 'jakpus'",
        "DELETE FROM aliases WHERE alias = 'Gambiran'",
        "INSERT INTO aliases (kode, alias) VALUES ('31.71.01.1001', 'Baru')",
    ),
    "headings": (
        "UPDATE headings SET isian = 'usaha'",
        "DELETE FROM headings",
        "INSERT INTO headings (judul, isian) VALUES ('Papan Nama', 'usaha')",
    ),
    "fingerprints": (
        "UPDATE fingerprints SET cooperative_id = (SELECT max(id) FROM cooperatives)"
        " WHERE cooperative_id = (SELECT min(cooperative_id) FROM fingerprints)",
        "UPDATE fingerprints SET sidik = CAST(x'00' || sidik AS BLOB)",
        "UPDATE fingerprints SET sidik = 'teks'",
        "INSERT INTO fingerprints SELECT max(c.id), min(f.sidik) FROM cooperatives c, fingerprints f",
    ),
    "trainings": (
        "UPDATE trainings SET peserta = 99",
        "INSERT INTO trainings (judul, kota, mulai) VALUES ('x', '31.71', '2025-01-01')",
    ),
    "attendances": ("UPDATE attendances SET pengurus = 9", "DELETE FROM attendances"),
    "targets": ("UPDATE targets SET batas = '2027-01-01'", "DELETE FROM targets"),
    "figures": ("UPDATE figures SET nilai = '44'", "DELETE FROM figures WHERE id = 1"),
    "followups": ("UPDATE followups SET batas = '2030-01-01'", "DELETE FROM followups"),
    "cooperatives": ("UPDATE cooperatives SET nama = 'Lain'",),
    "contacts": ("UPDATE contacts SET telepon = '1'", "DELETE FROM contacts"),
    "milestones": (
        "UPDATE milestones SET tanggal = '2025-01-01' WHERE milestone = 'usaha'",
        "DELETE FROM milestones WHERE milestone = 'nib'",
    ),
    "field_values": (
        "UPDATE field_values SET per = '2020-01-01' WHERE sampai IS NULL",
        "INSERT INTO field_values SELECT min(id), 'mitra', '2026-01-01', NULL, 'x', '2026-01-01'"
        " FROM cooperatives",
    ),
    "personal_values": (
        "UPDATE personal_values SET nilai = 'Wati'",
        "UPDATE personal_values SET cooperative_id = cooperative_id + 1",
        "INSERT INTO personal_values VALUES ('#0', 1, 's', 'x')",
    ),
    "register": (
        "UPDATE register SET id = '00000000-0000-0000-0000-000000000000'",
        "UPDATE register SET dibuat = '2020-01-01T00:00:00.000000Z'",
        "DELETE FROM register",
    ),
    "runs": ("UPDATE runs SET alasan = 'x' WHERE id = 3", "UPDATE runs SET sebelum = 'x'"),
    "events": ("DELETE FROM events WHERE id = 9", "UPDATE events SET baris = 7 WHERE id = 9"),
}
"""By table, what somebody who knows SQL changes."""
_ALL = [(table, edit) for table, edits in EDITS.items() for edit in edits]


@pytest.mark.parametrize(("table", "edit"), _ALL, ids=[edit for _, edit in _ALL])
def test_an_edit_by_hand_is_noticed(full: Office, table: str, edit: str) -> None:
    with opened(full.register) as connection:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
    tampered(full.register, edit)
    with opened(full.register) as connection:
        assert connection.execute(f"SELECT * FROM {table}").fetchall() != rows, (
            "it changes something"
        )
    assert found(full)


def test_two_swapped_codes_are_named(full: Office) -> None:
    first, second = "31.71.01.1001", "31.71.01.1002"
    tampered(
        full.register,
        f"UPDATE areas SET kode = '31.71.01.0000' WHERE kode = '{first}'",
        f"UPDATE areas SET kode = '{first}' WHERE kode = '{second}'",
        f"UPDATE areas SET kode = '{second}' WHERE kode = '31.71.01.0000'",
    )
    named = found(full)
    assert "wilayah_berbeda: wilayah Gambir" in named
    assert "wilayah_berbeda: wilayah Cideng" in named
    full.refused("restore", _copied(full), code=3)


def _copied(office: Office) -> Path:
    copied = office.register.with_name("kiriman.db")
    copied.write_bytes(office.register.read_bytes())
    return copied
