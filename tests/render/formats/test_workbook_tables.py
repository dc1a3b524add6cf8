"""Widths and heights of a table on a sheet."""

from __future__ import annotations

from kkmp_cli.render.document import COUNT, DAY, Column, Table
from kkmp_cli.render.formats.workbook_tables import PAGE, heading_height, height, widths_of

LONG = "kata " * 40


def of(*cells: str | int, label: str = "Uraian") -> Table:
    """A table of one row."""
    columns = tuple(
        Column(f"k{at}", label, COUNT if isinstance(cell, int) else "text")
        for at, cell in enumerate(cells)
    )
    return Table("t", "T", columns, (cells,))


def test_long_texts_give_way_until_the_page_holds_all() -> None:
    assert widths_of([of(LONG)]) == [60]
    widths = widths_of([of(LONG, LONG, LONG, LONG)])
    assert sum(widths) <= PAGE and min(widths) >= 22


def test_no_column_is_narrower_than_the_longest_word_of_its_heading() -> None:
    (wide,) = widths_of([of(1, label="Penanggungjawabnya siapa")])
    assert wide >= len("Penanggungjawabnya")


def test_tables_under_each_other_share_the_wider_column() -> None:
    assert widths_of([of("pendek", 1), of("yang lebih panjang", 1, 2)]) == [21, 9, 9]


def test_a_heading_is_as_high_as_its_words_need() -> None:
    one, two = Column("a", "NIB"), Column("b", "Langkah yang berikutnya")
    assert heading_height([one], [9]) == 18
    assert heading_height([one, two], [9, 14]) == 33


def test_the_height_of_a_table_counts_the_lines_of_its_texts() -> None:
    assert height(of("pendek"), [20]) == 3
    assert height(of(LONG), [42]) == 2 + 5


def test_a_day_is_as_wide_as_a_day() -> None:
    table = Table("t", "T", (Column("d", "Hari", DAY),), (("2026-03-10",),))
    assert widths_of([table]) == [13]
