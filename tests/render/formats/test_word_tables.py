"""Columns of a table in Word: no word is broken, and no column is wider than it needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.render.document import COUNT, Column, Matrix, Table
from kkmp_cli.render.formats import word_tables

TEXTS = st.text("ab ", max_size=60)


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), max_size=5)))
def test_columns_fill_the_line_and_never_pass_it(rows: list[tuple[str, ...]]) -> None:
    count = len(rows[0]) if rows else 2
    columns = tuple(Column(f"k{at}", f"K{at}") for at in range(count))
    made = word_tables.of_table(Table("t", "T", columns, tuple(rows)))
    assert word_tables.WIDE - 2 * count <= sum(made.widths) <= word_tables.WIDE
    assert all(width > 0 for width in made.widths)


def test_a_long_text_gets_more_room_than_a_number_and_unknown_is_a_dash() -> None:
    columns = (Column("n", "N", COUNT), Column("t", "Uraian"))
    made = word_tables.of_table(Table("t", "T", columns, ((1_250, "kata " * 12), (None, ""))))
    assert made.rows == [["1.250", "kata " * 12], ["–", "–"]]
    assert made.right == [True, False]
    assert made.widths[1] > 5 * made.widths[0]


def test_an_empty_matrix_has_its_heads() -> None:
    made = word_tables.of_matrix(Matrix("Kelurahan", ("NIB",), ("NIB",), (), (), ()))
    assert (made.heads, made.groups, made.foot) == (["Kelurahan", "NIB"], [], [])
