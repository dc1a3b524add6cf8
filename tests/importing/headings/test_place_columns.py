"""`wilayah` and `district` mean the kind of place that stands below them."""

from __future__ import annotations

import pytest

from office_sheets import only_problem, read_text, values_of


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("wilayah", "KOTA ADM. JAKARTA PUSAT", "kota"),
        ("Nama Wilayah", "Kec. Gambir", "kecamatan"),
        ("district", "Jakarta Pusat", "kota"),
        ("district", "Gambir", "kecamatan"),
    ],
)
def test_every_cell_below_is_of_one_kind(heading: str, cell: str, field: str) -> None:
    reading = read_text(f"Kelurahan;{heading};NIB\nCideng;{cell};v\nDuri Pulo;{cell};belum")
    assert reading.files[0].meanings[heading] == field
    assert {who: one["nib"] for who, one in values_of(reading).items()} == {
        "Cideng": "sudah",
        "Duri Pulo": "belum",
    }


def test_a_row_of_totals_is_no_name_of_a_place() -> None:
    text = "Wilayah;Kelurahan;NIB\nJakarta Pusat;Cideng;v\nJakarta Pusat;Gambir;v\nTOTAL;;2"
    reading = read_text(text)
    assert set(values_of(reading)) == {"Cideng", "Gambir"}
    assert not reading.files[0].differences


def test_a_column_of_both_kinds_stays_what_its_heading_says() -> None:
    text = "Kelurahan;Wilayah;NIB\nCideng;Jakarta Pusat;v\nDuri Pulo;Duri Pulo;v"
    assert "berarti `kelurahan`" in read_text(text).problems[0].message
    mapped = read_text(text, maps=("Wilayah=",))
    assert not mapped.problems


def test_the_only_column_that_names_the_cooperatives_stays_it() -> None:
    assert set(values_of(read_text("Wilayah;NIB\nGambir;v\nSenen;v"))) == {"Gambir", "Senen"}


def test_what_is_not_found_is_blamed_where_it_stands() -> None:
    kota = only_problem(read_text("Kota;Kelurahan;NIB\n31,71;Cideng;v"))
    assert (kota.cell, kota.column) == ("A2", "Kota")
    kecamatan = only_problem(read_text("Kota;Kecamatan;Kelurahan\nJakarta Pusat;Gambri;Cideng"))
    assert (kecamatan.cell, kecamatan.column) == ("B2", "Kecamatan")
