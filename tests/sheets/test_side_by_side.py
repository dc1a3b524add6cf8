"""In which column the table to the right begins."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.sheet import Sheet
from kkmp_cli.sheets.side_by_side import right_table
from kkmp_cli.sheets.table import find

FIELDS = {"kecamatan": "kecamatan", "kelurahan": "kelurahan", "kel.": "kelurahan", "nib": "nib"}


@pytest.mark.parametrize(
    ("heading", "begin"),
    [
        ("No|Kelurahan|NIB|No|Kelurahan|NIB", 3),
        ("Kelurahan|NIB|Kelurahan|NIB", 2),
        ("No|Kelurahan|NIB||Kel.|NIB", 4),
        ("No|Kelurahan|NIB|Kel.|NIB", 3),
        ("Kelurahan|NIB|No|Kel.|NIB", 2),
        ("Kelurahan|NIB|Kecamatan|Kel.|NIB", None),
        ("No|Kelurahan|NIB", None),
        ("Kelurahan|Kel.|NIB", None),
    ],
)
def test_the_right_table_begins_where_that_is_certain(heading: str, begin: int | None) -> None:
    sheet = Sheet("a.csv", None, None, None, [(1, heading.split("|")), (2, ["1", "Gambir"])])

    def meaning(text: str) -> str | None:
        return FIELDS.get(text.casefold())

    table = find(sheet, meaning, frozenset(("kelurahan",)))
    assert table is not None
    assert right_table(table, meaning, "a.csv") == begin
