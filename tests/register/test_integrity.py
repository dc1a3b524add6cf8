"""`check` names what was changed behind the program's back, and says nothing of a register that is
whole.
"""

from __future__ import annotations

import pytest

from running import Office
from tampering import tampered


def found(office: Office) -> dict[str, list[str]]:
    done = office.run("check", "--json", "--rinci")
    rules = {
        rule["kode"]: [one["nama"] for one in rule["rincian"]]
        for rule in done.json["aturan"]
        if rule["jumlah"] and rule["kelompok"] == "keutuhan"
    }
    assert done.code == (1 if rules else 0), done.err
    return rules


def test_a_whole_register_passes(demo: Office) -> None:
    demo.good(
        "update", "Gambir", "--ketua", "Budi", "--usaha", "terkendala", "--usaha-kendala", "modal"
    )
    demo.good("undo")
    demo.good("undo", 25)
    assert found(demo) == {}


@pytest.mark.parametrize(
    ("statement", "rule", "name"),
    [
        (
            "UPDATE events SET isi = replace(isi, 'sudah', 'belum') WHERE run = 5",
            "riwayat_berubah",
            "pekerjaan 5",
        ),
        ("UPDATE runs SET petugas = 'Orang Lain' WHERE id = 6", "riwayat_berubah", "pekerjaan 6"),
        (
            "DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
            "riwayat_berubah",
            "pekerjaan 25",
        ),
        ("DELETE FROM runs WHERE id = 25", "riwayat_berubah", "pekerjaan 25"),
        ("UPDATE runs SET id = 99 WHERE id = 25", "riwayat_berubah", "pekerjaan 99"),
        (
            "UPDATE milestones SET keadaan = 'sudah' WHERE keadaan = 'belum' AND cooperative_id"
            " = (SELECT min(id) FROM v_koperasi WHERE kota_kode = '31.71')",
            "keadaan_berbeda",
            None,
        ),
        (
            "DELETE FROM milestones WHERE cooperative_id = (SELECT max(id) FROM cooperatives)",
            "keadaan_berbeda",
            None,
        ),
        (
            "INSERT INTO milestones (cooperative_id, milestone, dari, nomor) SELECT min(id), 'nib',"
            " '2026-03-10', '0123456789012' FROM cooperatives",
            "keadaan_berbeda",
            None,
        ),
        ("UPDATE cooperatives SET anggota = 999", "keadaan_berbeda", None),
        (
            "INSERT INTO field_values SELECT min(id), 'anggota', '2026-01-01', NULL, '5', NULL"
            " FROM cooperatives",
            "keadaan_berbeda",
            None,
        ),
        (
            "INSERT INTO contacts (cooperative_id, ketua) SELECT min(id), 'x' FROM cooperatives",
            "keadaan_berbeda",
            None,
        ),
        ("UPDATE targets SET batas = '2027-01-01'", "catatan_berbeda", None),
        (
            "INSERT INTO fields VALUES (1,'x_a','A','teks','a',NULL,NULL,NULL,NULL,NULL)",
            "catatan_berbeda",
            None,
        ),
        (
            "DELETE FROM areas WHERE id = (SELECT max(id) FROM cooperatives)",
            "baris_tanpa_induk",
            "cooperatives",
        ),
    ],
)
def test_what_was_changed_by_hand_is_named(
    demo: Office, statement: str, rule: str, name: str | None
) -> None:
    tampered(demo.register, statement)
    names = found(demo)
    assert rule in names
    if name is not None:
        assert names[rule][0] == name


def test_a_changed_personal_value_is_noticed(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Budi")
    tampered(
        pusat.register,
        "UPDATE personal_values SET nilai = 'Wati'",
        "UPDATE contacts SET ketua = 'Wati'",
    )
    done = pusat.run("check", "--rinci")
    assert done.code == 1
    assert "Data pribadi tidak cocok" in done.out
    assert "Wati" not in done.out


def test_a_broken_page_is_an_error_and_not_a_traceback(pusat: Office) -> None:
    content = bytearray(pusat.register.read_bytes())
    page = len(content) // 4096 - 1
    content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    pusat.register.write_bytes(content)
    done = pusat.run("check")
    assert done.code in (1, 3)
    assert "rusak" in done.out + done.err


def test_a_line_per_rule_with_count_severity_and_remedy(demo: Office) -> None:
    out = demo.good("check").out
    assert "Keutuhan register: baik" in out
    assert (
        "  info          214  Tahap yang belum ada datanya: Gambir, Cideng, Petojo Utara "
        "dan 211 lagi" in out
    )
    assert "Kebon Kosong (31.71.03" in demo.good("check", "--rinci").out
    one = demo.good("check", "--kota", "mojokerto", "--json").json
    assert {rule["jumlah"] for rule in one["aturan"] if rule["kode"] == "belum_ada_data"} == {18}
    assert one["jumlah"]["galat"] == 0


def test_check_of_one_kota_finds_no_fault_in_the_spellings_of_others(pusat: Office) -> None:
    rules = pusat.good("check", "--kota", "jakpus", "--json").json["aturan"]
    assert [rule["jumlah"] for rule in rules if rule["kode"] == "ejaan_tanpa_wilayah"] == [0]
