"""What a cell says, which columns stand on paper, and tables of several kota under each other."""

from __future__ import annotations

import pytest

from kkmp_cli.render.document import (
    BARS,
    COUNT,
    DAY,
    IF_ANY,
    NEVER,
    SIGNED,
    TEXT,
    Column,
    Document,
    Group,
    Part,
    Section,
    Table,
    data_tables,
    for_paper,
    group_by,
    on_paper,
    shown,
)

COLUMNS = (
    Column("kode", "Kode", paper=NEVER),
    Column("nama", "Nama"),
    Column("n", "n", COUNT, IF_ANY),
)


def part_of(*tables: Table, key: str = "31.71") -> Part:
    return Part(key, f"Kota {key}", (), (Section("satu", "Satu", tables=tables),))


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (0, COUNT, "0"),
        (84_000, COUNT, "84.000"),
        (3, SIGNED, "+3"),
        (None, COUNT, "–"),
        ("", TEXT, "–"),
        ("2026-03-10", DAY, "10 Maret 2026"),
        ("2026-03-10", TEXT, "2026-03-10"),
    ],
)
def test_zero_is_a_nought_and_nothing_a_dash(
    value: str | int | None, kind: str, words: str
) -> None:
    assert shown(value, kind) == words


def test_a_column_of_which_no_cell_says_anything_is_not_on_paper() -> None:
    silent = Table(
        "t", "T", COLUMNS, (("1", "Gambir", 0), ("2", "Cideng", None)), ("", "Jumlah", 0)
    )
    assert on_paper(silent).rows == (("Gambir",), ("Cideng",))
    assert on_paper(silent).total == ("Jumlah",)
    telling = silent._replace(rows=(("1", "Gambir", 0), ("2", "Cideng", 5)))
    assert on_paper(telling).rows == (("Gambir", 0), ("Cideng", 5))


def test_a_section_that_says_nothing_is_not_printed() -> None:
    assert for_paper(part_of(Table("t", "T", COLUMNS, ()))).sections == ()


def test_a_table_gives_way_to_the_chart_that_shows_the_same() -> None:
    drawn = part_of(Table("t", "T", COLUMNS, (("1", "Gambir", 1),), chart=BARS))
    assert for_paper(drawn, (BARS,)).sections[0].tables == ()
    assert len(for_paper(drawn).sections[0].tables) == 1


def test_data_of_two_kota_stand_under_each_other_with_the_kota_in_front() -> None:
    table = Table("t", "T", COLUMNS, (("1", "Gambir", 1),), ("", "Jumlah", 1))
    parts = (part_of(table), part_of(table, key="31.72"))
    (joined,) = data_tables(Document("", "", "", parts, "")).values()
    assert joined.columns[0].key == "kota"
    assert [row[0] for row in joined.rows] == ["Kota 31.71", "Kota 31.72"]
    assert joined.total is None


def test_names_are_counted_in_the_order_in_which_they_come() -> None:
    items = [("b", "Senen", "Kenari"), ("a", "Gambir", "Cideng"), ("b", "Senen", "Bungur")]
    assert group_by(items) == (
        Group("Senen (2)", ("Kenari", "Bungur")),
        Group("Gambir (1)", ("Cideng",)),
    )
