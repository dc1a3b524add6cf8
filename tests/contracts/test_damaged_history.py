"""Damage in a row of the history is told as damage, with its run and its row; what stands in it never
becomes SQL.
"""

from __future__ import annotations

import json

import pytest

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register import event_text
from running import Office, opened
from tampering import tampered

pytestmark = pytest.mark.on_a_file

READING = (
    ("show", "Gambir"),
    ("history",),
    ("history", "--json"),
)
WRITING = (
    ("update", "Gambir", "--nib", "belum"),
    ("undo",),
    ("update", "--kota", "jakpus", "--all", "--anggota", "5"),
)
LONG = "9" * 10_000
ITEMS = {
    "no JSON": "[[",
    "a number of 10,000 digits": f'[["anggota",null,{LONG}]]',
    "a text of 10,000 digits": f'[["anggota",null,"{LONG}"]]',
    "NaN": '[["anggota",null,NaN]]',
    "a list as a value": '[["nama",null,["a","b"]]]',
    "an object as a value": '[["nama",null,{"a":1}]]',
    "a list as a field": '[[["nama"],null,"x"]]',
    "a day that is a list": '[["nama",null,"x",["2026"]]]',
    "too few": '[["nama",null]]',
    "too many": '[["nama",null,"x","2026-01-01","y"]]',
    "a text as an item": '["abc"]',
    "an object": '{"nama":1}',
    "a number": "7",
    "deep": "[" * 100_000,
    "no date": '[["nib",null,"2026-13-45"]]',
    "no state": '[["usaha",null,"melayang"]]',
    "no status": '[["status",null,"bubar kapan-kapan"]]',
    "no count": '[["anggota",null,"banyak"]]',
    "no day": '[["nib",null,"sudah","kapan"]]',
}


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_a_row_that_nobody_wrote_is_damage(pusat: Office, item: str) -> None:
    pusat.good("update", "Gambir", "--anggota", "12")
    tampered(pusat.register, f"UPDATE events SET isi = '{item}' WHERE run = 2")
    for arguments in (*READING, *WRITING):
        assert "Riwayat rusak: pekerjaan 2, baris 45" in pusat.refused(*arguments, code=3).err
    pusat.good("report")
    done = pusat.run("check", "--rinci")
    assert done.code == 1
    assert "pekerjaan 2: isinya tidak lagi seperti waktu dicatat" in done.out
    assert "pekerjaan 2, baris 45" in done.out


RUNS = (
    "waktu = 'kapan-kapan'",
    "waktu = '2026-01-01'",
    "berkas = '{'",
    "berkas = '[1]'",
    "berkas = '7'",
)


@pytest.mark.parametrize("change", RUNS)
def test_a_run_that_nobody_wrote_is_damage(pusat: Office, change: str) -> None:
    tampered(pusat.register, f"UPDATE runs SET {change}")
    assert "Riwayat rusak: pekerjaan 1" in pusat.refused("history", code=3).err
    assert "pekerjaan 1: isinya tidak lagi" in pusat.run("check", "--rinci").out


PLACES = ("subjek = 'Gambir'", "berkas = 'x'", "baris = 'x'", "per = '2026'", "per = 7")


@pytest.mark.parametrize("change", PLACES)
def test_a_place_that_nobody_wrote_is_damage(pusat: Office, change: str) -> None:
    pusat.good("update", "Gambir", "--anggota", "12")
    tampered(pusat.register, f"UPDATE events SET {change} WHERE run = 2")
    assert "Riwayat rusak: pekerjaan 2, baris 45" in pusat.refused("history", code=3).err
    assert pusat.run("check").code == 1


RECORDS = {
    "a field that is SQL": '[["judul = (SELECT group_concat(nilai) FROM personal_values), kota",'
    '"x","y"]]',
    "a number of 10,000 digits": f'[["peserta","{LONG}","3"]]',
    "a number that is none": '[["peserta","banyak","3"]]',
    "no day": '[["mulai","kapan-kapan","2025-01-01"]]',
    "a whole that is a list": '[["*","[1]",null]]',
    "a whole with NaN": '[["*","{\\"peserta\\": NaN}",null]]',
    "a whole with a list": '[["*","{\\"judul\\": [1]}",null]]',
    "a whole with a long number": f'[["*","{{\\"peserta\\": {LONG}}}",null]]',
}


@pytest.mark.parametrize("item", RECORDS.values(), ids=RECORDS)
def test_no_name_out_of_the_history_becomes_sql_when_a_run_is_taken_back(
    pusat: Office, item: str
) -> None:
    pusat.good("update", "Gambir", "--ketua", "Budi Rahasia", "--telepon", "021555")
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-01-01")
    pusat.good("training", "update", "1", "--peserta", "3")
    tampered(pusat.register, f"UPDATE events SET isi = '{item}' WHERE run = 4")
    assert "Riwayat rusak: pekerjaan 4" in pusat.refused("undo", "4", code=3).err
    assert "Budi Rahasia" not in pusat.good("training", "list").out
    assert pusat.run("check").code == 1


def test_a_kind_that_nobody_knows_is_damage_too(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "12")
    tampered(pusat.register, "UPDATE events SET entitas = 'sqlite_master' WHERE run = 2")
    assert "Riwayat rusak: pekerjaan 2" in pusat.refused("undo", code=3).err
    assert pusat.run("check").code == 1


def test_what_the_program_writes_is_never_called_damage(demo: Office) -> None:
    with opened(demo.register) as connection:
        rows = connection.execute("SELECT per, isi FROM events").fetchall()
    for per, text in rows:
        assert (
            len(event_text.items(text, per, built_in().form_of))
            == event_text.count(text)
            == len(json.loads(text))
        )


ROWS = (
    "UPDATE followups SET batas = 'kapan-kapan'",
    "UPDATE followups SET koperasi = 'semua'",
    "UPDATE targets SET batas = 'kapan-kapan'",
    "UPDATE trainings SET peserta = 'banyak'",
    "UPDATE attendances SET pengurus = 'banyak'",
)


@pytest.mark.parametrize("edit", ROWS)
def test_a_record_that_nobody_wrote_is_damage(demo: Office, edit: str) -> None:
    demo.good("training", "attend", "1", "Sunter Agung", "--pengurus", "2")
    demo.good(
        *("followup", "add", "Uraian", "--kelurahan", "Gambir", "--penanggung-jawab", "Sudin"),
        *("--batas", "2027-12-31"),
    )
    tampered(demo.register, edit)
    table = edit.split()[1]
    for arguments in (("report",), ("followup", "list"), ("training", "list")):
        done = demo.run(*arguments)
        assert done.code in (0, 3)
        assert done.code == 0 or f"di tabel {table}" in done.err
    done = demo.run("check", "--rinci")
    assert done.code == 1
    assert f"di tabel {table}" in done.out
