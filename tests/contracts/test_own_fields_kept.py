"""What an office declared is projected, read back and exported like what every register has."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.register.stored_projection import rebuild
from kkmp_cli.register.writer import open_writer
from running import Office

FEBRUARY, MARCH = ("--per", "2026-02-01"), ("--per", "2026-03-10")
NAMES = "kelurahan,x_omzet,x_omzet_per,x_pagar,x_pagar_per,x_pagar_kendala"


def declare(office: Office) -> None:
    office.good("field", "add", "omzet", "Omzet", "--kind", "jumlah", "--arti", "sebulan")
    office.good("field", "add", "pagar", "Pagar gerai", "--kind", "tahap", "--arti", "pagar")


@pytest.fixture
def declared(pusat: Office) -> Office:
    declare(pusat)
    pusat.good("update", "Cideng", "--x-omzet", "1.250", "--x-pagar", "proses", *FEBRUARY)
    pusat.good("update", "Cideng", "--x-omzet", "1500", "--x-pagar", "2026-03-02", *MARCH)
    return pusat


def spans(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    """From when, until when and what each own field is, by table."""
    rows = office.state()
    return {
        table: [row[2:5] for row in rows[table] if row[1].startswith("x_")]
        for table in ("milestones", "field_values")
    }


def exported(office: Office, *more: str) -> dict[str, str]:
    done = office.good("export", "--plain", "--kolom", NAMES, *more)
    (row,) = (one for one in csv.DictReader(io.StringIO(done.out)) if one["kelurahan"] == "Cideng")
    return row


def test_a_stage_is_kept_in_spans_as_a_milestone_and_a_value_as_any_other(
    declared: Office,
) -> None:
    assert spans(declared) == {
        "milestones": [("2026-02-01", "2026-03-02", "proses"), ("2026-03-02", None, "sudah")],
        "field_values": [("2026-02-01", "2026-03-10", "1250"), ("2026-03-10", None, "1500")],
    }


@pytest.mark.on_a_file
def test_what_is_kept_of_own_fields_can_be_made_anew(declared: Office) -> None:
    before = declared.state()
    with open_writer(str(declared.register)) as register:
        register.connection.execute("DELETE FROM milestones")
        register.connection.execute("DELETE FROM field_values")
        rebuild(register, sorted(register.registered_ids()))
    assert declared.state() == before
    assert "Keutuhan register: baik" in declared.run("check").out


@pytest.mark.parametrize("place", [(), ("--kota", "jakpus", "--kecamatan", "Gambir")])
def test_an_export_holds_them_as_they_are_and_as_they_were(
    declared: Office, place: tuple[str, ...]
) -> None:
    now = exported(declared, *place)
    assert [*now.values()] == ["Cideng", "1500", "2026-03-10", "2026-03-02", "2026-03-10", ""]
    then = exported(declared, *place, "--per", "2026-02-05")
    assert [*then.values()] == ["Cideng", "1250", "2026-02-01", "proses", "2026-02-01", ""]


def test_a_sheet_of_new_cooperatives_is_kept_as_if_told_one_by_one(
    office: Office, tmp_path: Path
) -> None:
    office.good("add", "Gambir", "--kota", "jakpus")
    declare(office)
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kode,Omzet,Pagar gerai\n31.71.01.1002,1250,sudah\n31.71.01.1003,90,\n")
    office.good("import", sheet, *MARCH)
    together = spans(office)
    office.good("undo")
    assert spans(office) == {"milestones": [], "field_values": []}
    for kode, said in (
        ("31.71.01.1002", ("--x-omzet", "1250", "--x-pagar", "sudah")),
        ("31.71.01.1003", ("--x-omzet", "90")),
    ):
        office.good("add", kode, *said, *MARCH)
    assert spans(office) == together
    assert together["field_values"] == [("2026-03-10", None, "1250"), ("2026-03-10", None, "90")]
    assert "Keutuhan register: baik" in office.run("check").out


def test_what_changed_since_a_day_is_told_under_the_label_of_today(declared: Office) -> None:
    declared.good("field", "update", "omzet", "--label", "Omzet sebulan")
    changed = ("report", "--kota", "jakpus", "--format", "md", "--sejak", "2026-02-05", *MARCH)
    assert "Omzet sebulan: 1" in declared.good(*changed).out


@pytest.mark.parametrize(
    ("kind", "text", "nonsense"),
    [
        ("jumlah", "1.250", "12x"),
        ("rupiah", "Rp12,5 juta", "1,5"),
        ("persen", "45,5%", "45"),
        ("ya_tidak", "ya", "mungkin"),
        ("tanggal", "31/12/2031", "31-12-2031"),
        ("tahap", "sudah", "selesai"),
    ],
)
@pytest.mark.on_a_file
def test_nonsense_in_an_own_value_is_damage_with_its_row(
    pusat: Office, kind: str, text: str, nonsense: str
) -> None:
    pusat.good("field", "add", "contoh", "Contoh", "--kind", kind, "--arti", "contoh")
    pusat.good("update", "Cideng", "--x-contoh", text, *MARCH)
    table, column = ("milestones", "keadaan") if kind == "tahap" else ("field_values", "nilai")
    with sqlite3.connect(pusat.register) as register:
        name = "milestone" if kind == "tahap" else "bidang"
        register.execute(f"UPDATE {table} SET {column} = ? WHERE {name} = 'x_contoh'", (nonsense,))
    for command in (("show", "Cideng"), ("update", "Cideng", "--x-contoh", text)):
        damaged = pusat.refused(*command, code=3)
        assert f"x_contoh, 2026-03-10 di tabel {table}" in damaged.err


@pytest.mark.parametrize("name", ["--anggota", "--x-omzet"])
def test_a_number_that_can_be_stated_can_be_read_back(declared: Office, name: str) -> None:
    largest = "9" * 18
    declared.good("update", "Gambir", name, largest, *MARCH)
    assert "999.999.999.999.999.999" in declared.good("history", "Gambir").out
    assert "terlalu besar" in declared.refused("update", "Gambir", name, f"{largest}0").err
