"""Rows of one sheet, one by one: data, groups, closing rows, mistakes with their place."""

from __future__ import annotations

from office_sheets import (
    OFFICE,
    only_problem,
    problems_of,
    read_text,
    values_of,
)

SUBTOTALS = """No;Kelurahan;NIB
I;KEC. GAMBIR;
1;Gambir;sudah
;JUMLAH GAMBIR;1
II;KEC. SENEN;
1;Kenari;sudah
2;Kramat;belum
;JUMLAH SENEN;1
;TOTAL;2
;Kasudin PPKUKM;
"""


def test_a_kecamatan_below_a_subtotal_begins_the_next_part() -> None:
    reading = read_text(SUBTOTALS)
    assert values_of(reading) == {
        "Gambir": {"nib": "sudah"},
        "Kenari": {"nib": "sudah"},
        "Kramat": {"nib": "belum"},
    }
    assert (reading.files[0].closing_row, reading.files[0].below_closing) == (8, 1)


def test_a_row_below_a_subtotal_whose_name_cannot_be_read_is_an_error() -> None:
    reading = read_text(SUBTOTALS.replace("2;Kramat;belum", "2;Kramatt;belum"))
    assert [(problem.row, problem.cell) for problem in reading.problems] == [(7, "B7")]
    reading = read_text(SUBTOTALS.replace("Kasudin PPKUKM;", "Kasudin PPKUKM;10 Maret 2026"))
    assert reading.problems == ()


def test_every_place_of_a_statement_is_known() -> None:
    (gambir, *_) = read_text(OFFICE).intents
    assert gambir.source is not None and gambir.source.name == "isian.csv"
    assert gambir.source.row == 8
    assert gambir.source.cells["anggota"] == ("Jumlah Anggota", "I8")
    assert gambir.source.cells["nib_nomor"] == ("NIB", "E8")


def test_all_bad_cells_are_listed_with_their_place() -> None:
    reading = read_text(
        "Kelurahan;NIB;RAT;Anggota\nGambir;12;x;1,5\nCideng;sudah;belum;5\nKartono;;31/06/2025;"
    )
    assert problems_of(reading) == [
        (2, "B2", "12"),
        (2, "C2", "x"),
        (2, "D2", "1,5"),
        (4, "A4", "Kartono"),
        (4, "C4", "31/06/2025"),
    ]
    assert [intent.area.kelurahan for intent in reading.intents] == ["Cideng"]
    assert reading.files[0].rejected == {2, 4}
    assert not reading.blocked


def test_a_row_without_a_kelurahan_above_the_closing_row_is_an_error() -> None:
    reading = read_text("Kelurahan;NIB\nGambir;sudah\n;sudah\nJUMLAH;2\n;catatan kaki")
    assert only_problem(reading).row == 3


def test_a_repeated_heading_is_no_row() -> None:
    assert set(
        values_of(read_text("Kelurahan;NIB\nGambir;sudah\nKelurahan;NIB\nCideng;belum"))
    ) == {
        "Gambir",
        "Cideng",
    }


def test_personal_values_never_stand_in_an_error() -> None:
    text = (
        f"Kelurahan;Ketua;Catatan\nGambir;Siti 3171014506780001;x\nCideng;{'x' * 300};Budi "
        f"3171014506780001"
    )
    reading = read_text(text)
    assert len(reading.problems) == 3
    assert not any(
        "Siti" in problem.content or "0001" in problem.content for problem in reading.problems
    )


def test_a_row_with_more_cells_than_headings_is_refused_in_csv() -> None:
    problem = only_problem(
        read_text("Kelurahan;Catatan;NIB\nGambir;Jl. A;No 2;sudah\nCideng;x;sudah;;")
    )
    assert (problem.row, problem.cell) == (2, "D2")


def test_cells_without_a_heading_are_counted() -> None:
    assert read_text("Kelurahan;;NIB\nGambir;apa ini;sudah").files[0].untitled == 1


def test_short_rows_are_filled_up() -> None:
    assert values_of(read_text("Kelurahan;NIB;RAT\nGambir;sudah\nCideng")) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {},
    }
