"""One cooperative in two rows of a call."""

from __future__ import annotations

from kkmp_cli.importing.duplicates import NamedRow, remedy_of
from office_sheets import (
    AREAS,
    read_text,
    values_of,
)


def test_a_kecamatan_named_like_its_kelurahan_is_no_second_row() -> None:
    reading = read_text("Kelurahan;NIB\nGambir;\nGambir;sudah\nCideng;belum\nSenen;\nSenen;proses")
    assert values_of(reading) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {"nib": "belum"},
        "Senen": {"nib": "proses"},
    }


def test_two_rows_on_one_cooperative_are_refused_in_whichever_files() -> None:
    reading = read_text(
        "Kelurahan;NIB\nGambir;sudah\nCideng;sudah",
        "Kelurahan;RAT\nKartini;belum\nKel. Gambir;belum",
    )
    first, second = reading.problems
    assert (first.file, first.row, second.file, second.row) == ("isian.csv", 2, "isian1.csv", 3)
    assert "baris 3 berkas isian1.csv" in first.message
    assert "baris 2 berkas isian.csv" in second.message
    assert {intent.area.kelurahan for intent in reading.intents} == {"Cideng", "Kartini"}


def test_the_remedy_shows_first_what_is_hidden() -> None:
    shown, hidden = (NamedRow(0, row, AREAS[0], False, row == 2) for row in (3, 2))
    assert remedy_of([shown, hidden]).startswith("Baris 2 tersembunyi: tampilkan")
    assert remedy_of([shown, shown]) == "Gabungkan menjadi satu baris."


def test_of_many_rows_on_one_cooperative_each_names_the_first_others() -> None:
    reading = read_text("Kelurahan;NIB\n" + "Gambir;sudah\n" * 2_000)
    first, *_, last = reading.problems
    assert len(reading.problems) == 2_000
    others = "baris 3, baris 4, baris 5, baris 6, baris 7 dan 1.994 baris lain"
    assert first.message.endswith(f"juga ada di {others}")
    assert last.message.endswith("baris 2, baris 3, baris 4, baris 5, baris 6 dan 1.994 baris lain")
