"""Rows on one cooperative in several tables of a sheet."""

from __future__ import annotations

from office_sheets import problems_of, read_text

LEGAL, RUNNING = "Kelurahan;NIB\nGambir;sudah\n", "Kelurahan;Gerai;NPWP\nGambir;belum;sudah\n"


def test_rows_about_other_fields_are_one_statement_with_all_places() -> None:
    reading = read_text(LEGAL + RUNNING)
    (gambir,) = reading.intents
    assert gambir.values == {"nib": "sudah", "gerai": "belum", "npwp": "sudah"}
    assert gambir.source is not None
    assert gambir.source.cells["nib"][1] == "B2"
    assert gambir.source.cells["gerai"][1] == "B4"
    assert [file.joined for file in reading.files] == [0, 1]


def test_rows_that_disagree_or_are_of_another_day_stay_two() -> None:
    for below in ("Kelurahan;NPWP;NIB\nGambir;sudah;belum", f"Keadaan per 1 Maret 2026\n{RUNNING}"):
        reading = read_text(LEGAL + below)
        assert {problem.row for problem in reading.problems} >= {2}
        assert reading.intents == ()


def test_a_bad_row_leaves_the_good_one_of_the_other_table() -> None:
    reading = read_text(LEGAL + RUNNING.replace("belum", "apa"))
    assert problems_of(reading) == [(4, "B4", "apa")]
    assert [dict(intent.values) for intent in reading.intents] == [{"nib": "sudah"}]
