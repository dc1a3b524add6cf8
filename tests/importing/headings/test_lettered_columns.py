"""A column named by its letter: without a heading, or with one that another column has too."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from office_sheets import only_problem, read_text, values_of


def test_columns_of_one_heading_or_of_none_are_read_by_their_letters() -> None:
    text = "Kelurahan;Ya;;Ya;Ket\nGambir;sudah;1/2/2026;belum;a\nCideng;belum;;v;b"
    maps = ("kolom B=nib", "Kolom c=nib_tanggal", "kolom D=npwp")
    assert values_of(read_text(text, maps=maps)) == {
        "Gambir": {"nib": "2026-02-01", "npwp": "belum", "catatan": "a"},
        "Cideng": {"nib": "belum", "npwp": "sudah", "catatan": "b"},
    }


def test_the_key_of_a_row_may_be_such_a_column() -> None:
    assert values_of(read_text(";NIB\nGambir;v", maps=("kolom A=kelurahan",))) == {
        "Gambir": {"nib": "sudah"}
    }


@pytest.mark.parametrize("letter", ["B", "K"])
def test_a_letter_that_names_no_column_is_refused(letter: str) -> None:
    with pytest.raises(Refused, match=f"kolom {letter}"):
        read_text("Kelurahan;;NIB\nGambir;;v", maps=(f"kolom {letter}=nib",))


def test_a_heading_that_is_spelled_like_a_letter_stays_a_heading() -> None:
    text = "Kelurahan;Kolom B;Kolom C\nGambir;v;belum"
    reading = read_text(text, maps=("Kolom C=nib", "Kolom B=npwp"))
    assert values_of(reading) == {"Gambir": {"nib": "belum", "npwp": "sudah"}}


def test_headings_that_are_alike_are_advised_by_their_letters() -> None:
    problem = only_problem(read_text("Kelurahan;NIB;NIB\nGambir;v;1/2/2026"))
    assert '--map "kolom C="' in problem.remedy and '--map "kolom C=nib_tanggal"' in problem.remedy
    reading = read_text("Kelurahan;NIB;NIB\nGambir;v;1/2/2026", maps=("kolom C=nib_tanggal",))
    assert values_of(reading) == {"Gambir": {"nib": "2026-02-01"}}
    unknown = read_text("Kelurahan;NIB;Zzz;Zzz\nGambir;v;a;b").files[0].unknown
    assert [one.map for one in unknown] == ['--map "kolom C=…"', '--map "kolom D=…"']
    kendala = read_text("Kelurahan;NIB;Kendala;Kendala\nGambir;belum;modal;b").files[0].unknown
    assert '--map "kolom D=catatan"' in kendala[0].map


def test_a_column_of_the_contrary_stays_it_under_its_letter() -> None:
    text = "Kelurahan;Belum NIB\nGambir;√\nCideng;"
    for name in ("kolom B", "Belum NIB"):
        assert values_of(read_text(text, maps=(f"{name}=nib",)))["Gambir"] == {"nib": "belum"}
