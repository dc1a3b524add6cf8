"""What each column of a sheet states, and which columns are refused."""

from __future__ import annotations

from kkmp_cli.model.vocabulary import built_in
from office_sheets import (
    YEAR,
    only_problem,
    read_text,
    values_of,
)


def test_every_field_of_the_vocabulary_is_a_heading() -> None:
    names = [
        name
        for name in built_in().register_fields([YEAR], with_personal=True)
        if name not in ("provinsi", "kota")
    ]
    reading = read_text(f"{';'.join(names)}\n31.71.01.1001;Gambir;Gambir")
    assert not reading.problems
    assert list(reading.files[0].meanings.values()) == names


def test_two_columns_for_one_field_are_refused() -> None:
    reading = read_text("Kelurahan;NIB;Status NIB\nGambir;sudah;sudah")
    assert reading.blocked
    assert only_problem(reading).cell == "C1"
    assert not read_text(
        "Kelurahan;NIB;Status NIB\nGambir;sudah;belum", maps=("Status NIB=",)
    ).problems


def test_a_column_of_kecamatan_and_kelurahan_names_both() -> None:
    text = (
        "No;KECAMATAN / KELURAHAN;NIB\nI;KEC. GAMBIR;\n1;Kel.\u00a0Gambir ;√\n2;Cideng;belum\n"
        "II;KEC. SENEN;\n1;Kel. Senen;√\n;TOTAL;2"
    )
    reading = read_text(text)
    assert {who: value["nib"] for who, value in values_of(reading).items()} == {
        "Gambir": "sudah",
        "Cideng": "belum",
        "Senen": "sudah",
    }


def test_tables_side_by_side_are_refused_with_the_way_out() -> None:
    problem = read_text("Kelurahan;NIB;Kecamatan;Kel.\nGambir;sudah;Senen;Kenari").problems[0]
    assert (problem.cell, "berdampingan" in problem.remedy) == ("D1", True)
