from __future__ import annotations

from pathlib import Path

from colleagues import colleague
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.statements import statements, taken_back
from running import Office


def test_what_is_in_force_is_told_with_its_day_and_its_run_but_nothing_of_a_person(
    pusat: Office,
) -> None:
    pusat.good("update", "Gambir", "--anggota", 120, "--ketua", "Pak Budi", "--per", "2026-06-30")
    pusat.good("update", "Gambir", "--anggota", 130)
    pusat.good("undo")
    with open_reader(str(pusat.register)) as register:
        (key,) = (area.id for area in register.areas("31.71.01") if area.kelurahan == "Gambir")
        listed = statements(register, [key], "di sini")[key]
        (undone,) = taken_back(register)
    assert [(one.field, one.value, one.per) for one in listed[1:]] == [
        ("anggota", "120", "2026-06-30")
    ]
    assert (listed[1].origin.run, listed[1].origin.officer) == (2, "Petugas Uji")
    assert undone > listed[1].origin.at


def test_what_was_taken_keeps_who_said_it_first(pusat: Office, pusat_template: Path) -> None:
    first = colleague(pusat, pusat_template, "pertama", "Siti")
    second = colleague(pusat, pusat_template, "kedua", "Budi")
    first.good("update", "Gambir", "--anggota", 120, "--per", "2026-06-30")
    second.good("import", first.register)
    pusat.good("import", second.register)
    (change,) = pusat.good("history", "--jumlah", 1, "--json").json[0]["perubahan"]
    assert (change["asal"]["petugas"], change["asal"]["run"]) == ("Siti", 2)
    assert Path(change["asal"]["berkas"]).name == "pertama.db"
