"""A table on a page: whole where there is room, in its narrow form, in halves, or told row by row."""

from __future__ import annotations

from kkmp_cli.render import page_tables
from kkmp_cli.render.document import COUNT, LATE, Column, Table

NAMES = Table(
    "x", "X", (Column("nama", "Nama"), Column("isi", "Isi"), Column("n", "Jumlah KKMP", COUNT)), ()
)


def plain(table: Table, width: int | None) -> list[str]:
    return [line.plain for line in page_tables.table(table, width)]


def test_columns_stand_under_each_other_and_numbers_to_the_right() -> None:
    table = NAMES._replace(
        rows=(("Gambir", "a", 6), ("Cideng", None, 0)), total=("Jumlah", None, 6)
    )
    assert plain(table, None) == [
        "  Nama    Isi  Jumlah KKMP",
        "  Gambir  a              6",
        "  Cideng  –              0",
        "  Jumlah  –              6",
    ]


def test_a_heading_takes_two_lines_before_anything_is_left_out() -> None:
    lines = plain(NAMES._replace(rows=(("Gambir", "a", 6),)), 24)
    assert lines[0].split() == ["Jumlah"]
    assert lines[1].split() == ["Nama", "Isi", "KKMP"]


def test_counts_that_do_not_fit_go_on_in_a_second_table_with_the_names() -> None:
    columns = (Column("nama", "Nama"), *(Column(f"c{n}", f"Kolom{n}", COUNT) for n in range(6)))
    lines = plain(Table("x", "X", columns, (("Gambir", *range(6)),)), 40)
    assert [line.split()[0] for line in lines if line] == ["Nama", "Gambir", "Nama", "Gambir"]
    assert all(len(line) <= 40 for line in lines)


def test_a_row_that_does_not_fit_is_told_without_what_is_not_known() -> None:
    table = NAMES._replace(rows=(("Gambir", "kata " * 12, None),))
    lines = plain(table, 30)
    assert lines[0].startswith("  Gambir  Isi kata") or lines[0] == "  Gambir"
    assert not any("–" in line for line in lines)


def test_the_narrow_form_is_taken_only_where_it_is_needed() -> None:
    narrow = NAMES._replace(columns=NAMES.columns[:1], rows=(("G",),))
    table = NAMES._replace(rows=(("Gambir", "a" * 30, 6),), narrow=narrow)
    assert page_tables.form_of(table, 80) is table
    assert page_tables.form_of(table, 30).columns == narrow.columns


def test_what_is_late_is_red() -> None:
    columns = (Column("nama", "Nama"), Column("sisa", "Sisa"))
    table = Table("x", "X", columns, (("a", "lewat 3 hari"),), pressing=(LATE,))
    assert any("red" in str(span.style) for span in page_tables.table(table, 80)[1].spans)
