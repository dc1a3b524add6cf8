"""Every field that can change has its days: list, show, export, report, as an officer asks."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

MARCH, APRIL, JUNE = "2026-03-31", "2026-04-15", "2026-06-30"
STATED = {
    "anggota": ("120", "135"),
    "unit_usaha": ("sembako", "sembako;klinik"),
    "mitra": ("BRI", "Bulog"),
    "percontohan": ("ya", "tidak"),
    "catatan": ("sewa habis Juni", "pindah"),
    "nama": ("Koperasi Maju", "Koperasi Jaya"),
    "nik_koperasi": ("3171010001", "3171010002"),
    "nib_nomor": ("0123456789012", "0123456789013"),
    "rekening_nomor": ("012345678", "012345679"),
}


@pytest.fixture
def stated(pusat: Office) -> Office:
    for number, day in enumerate((MARCH, JUNE)):
        words = [
            word
            for name, values in STATED.items()
            for word in (f"--{name.replace('_', '-')}", values[number].replace(";", ","))
        ]
        pusat.good("update", "Gambir", *words, "--per", day)
    return pusat


def listed(office: Office, day: str) -> Any:
    asked = ("list", "--kota", "jakpus", "--kecamatan", "Gambir", "--per", day, "--json")
    return next(one for one in office.good(*asked).json if one["kelurahan"] == "Gambir")


def exported(office: Office, day: str) -> dict[str, str]:
    text = office.good("export", "--kota", "jakpus", "--per", day).out
    rows = csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";")
    return next(row for row in rows if row["kelurahan"] == "Gambir")


def test_the_value_of_the_day_is_in_list_show_and_export_and_nothing_before(
    stated: Office,
) -> None:
    for day, at in ((APRIL, 0), (JUNE, 1)):
        row = exported(stated, day)
        assert {name: row[name] for name in STATED} == {
            name: values[at] for name, values in STATED.items()
        }
        assert listed(stated, day)["anggota"] == int(STATED["anggota"][at])
        shown = stated.good("show", "Gambir", "--per", day, "--json").json
        assert shown["mitra"] == [STATED["mitra"][at]]
        assert STATED["catatan"][at] in stated.good("show", "Gambir", "--per", day).out
    before = listed(stated, "2026-03-30")
    assert before["anggota"] is None and before["nama"] == "KKMP Gambir"
    assert not before["unit_usaha"] and not before["mitra"] and before["catatan"] is None


def test_the_day_of_a_field_is_that_of_its_last_word_until_then(stated: Office) -> None:
    stated.good("update", "Gambir", "--anggota", "120", "--per", "2026-05-01")
    assert listed(stated, "2026-05-20")["anggota_per"] == "2026-05-01"
    for name in ("anggota", "unit_usaha", "mitra", "catatan", "nama"):
        assert listed(stated, APRIL)[f"{name}_per"] == MARCH
        assert exported(stated, JUNE)[f"{name}_per"] == JUNE
    assert listed(stated, "2026-03-30")["anggota_per"] is None


def test_undo_takes_the_value_of_every_day_with_it(stated: Office) -> None:
    stated.good("undo")
    assert listed(stated, JUNE)["anggota"] == 120
    assert listed(stated, JUNE)["mitra"] == ["BRI"]


def test_a_cell_can_have_a_day_of_its_own(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Gambir", "--anggota", "120", "--anggota-per", MARCH, "--mitra", "BRI")
    assert listed(pusat, APRIL)["anggota"] == 120 and listed(pusat, APRIL)["mitra"] == []
    sheet = tmp_path / "isian.csv"
    sheet.write_text(
        f"kode;kelurahan;anggota;anggota_per\n31.71.01.1001;Gambir;135;{JUNE}\n", encoding="utf-8"
    )
    pusat.good("import", sheet)
    assert (listed(pusat, JUNE)["anggota"], listed(pusat, JUNE)["anggota_per"]) == (135, JUNE)
    assert "sama" in pusat.good("import", sheet).out


def test_the_pilots_of_a_day_are_those_of_that_day(stated: Office) -> None:
    for day, expected in (("2026-03-30", 0), (APRIL, 1), (JUNE, 0)):
        asked = ("list", "--kota", "jakpus", "--percontohan", "--per", day, "--json")
        assert len(stated.good(*asked).json) == expected


def test_an_older_word_of_the_officer_holds_from_its_day_until_the_next(stated: Office) -> None:
    stated.good("update", "Gambir", "--anggota", "128", "--per", "2026-05-01")
    assert [listed(stated, day)["anggota"] for day in (APRIL, "2026-05-02", JUNE)] == [
        120,
        128,
        135,
    ]
    stated.good("update", "Gambir", "--unit-usaha", "+apotek", "--per", "2026-05-01")
    assert listed(stated, "2026-05-02")["unit_usaha"] == ["sembako", "apotek"]
    assert listed(stated, JUNE)["unit_usaha"] == ["sembako", "klinik"]


def test_an_export_of_a_day_read_into_a_new_register_gives_the_list_of_that_day(
    stated: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "april.csv"
    asked = ("list", "--kota", "jakpus", "--per", APRIL, "--json")
    stated.good("export", "--kota", "jakpus", "--per", APRIL, "-o", sheet)
    fresh = Office(tmp_path / "baru.db", stated.capture)
    fresh.good("import", sheet, "--per", APRIL)
    assert fresh.good(*asked).json == stated.good(*asked).json
    assert fresh.good("import", sheet, "--per", APRIL).code == 0


def test_one_that_was_dissolved_and_is_active_again_is_missing_in_between(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2025-08-01", "--per", "2025-09-01")
    pusat.good("update", "Gambir", "--status", "aktif", "--per", "2026-01-01")
    for day, count in (("2025-07-31", 44), ("2025-10-01", 43), ("2026-02-01", 44)):
        asked = ("report", "--kota", "jakpus", "--per", day, "--json")
        kota = pusat.good(*asked).json["kota"][0]
        assert (kota["kkmp"], kota["tidak_aktif"]) == (count, 44 - count)
