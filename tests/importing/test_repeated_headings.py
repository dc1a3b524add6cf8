"""Heading rows below the heading of a table."""

from __future__ import annotations

import pytest

from kkmp_cli.importing import ImportOptions
from kkmp_cli.importing.repeated_headings import RepeatedHeadings
from kkmp_cli.importing.sheet_layout import Layouts
from kkmp_cli.model.vocabulary import built_in
from office_sheets import INDEX, TODAY, YEAR, sheet_of


def _headings(heading: str) -> RepeatedHeadings:
    layouts = Layouts.of(ImportOptions(built_in(), YEAR), INDEX, TODAY)
    return RepeatedHeadings(layouts.first(0, sheet_of(f"{heading}\n1;Gambir;sudah")))


def _filled(row: str) -> list[tuple[int, str]]:
    return [(at, text) for at, text in enumerate(row.split(";")) if text]


@pytest.mark.parametrize(
    ("row", "again", "others"),
    [
        ("No;Kelurahan;NIB", True, True),
        (";KELURAHAN;Nib", True, True),
        ("No.;Nama Kelurahan;NIB", True, True),
        ("No;NIB;Kelurahan", False, True),
        ("No;Kelurahan;NIB;Alamat", False, True),
        ("No;Kelurahan;RAT TB 2025", False, True),
        ("1;Gambir;sudah", False, False),
        (";Gambir", False, False),
    ],
)
def test_a_heading_is_the_same_only_in_the_same_columns(
    row: str, again: bool, others: bool
) -> None:
    headings = _headings("No;Kelurahan;NIB")
    assert (headings.again(_filled(row)), headings.others(_filled(row))) == (again, others)


def test_the_row_that_numbers_the_columns_is_passed_over_only_below_a_heading() -> None:
    headings = _headings("No;Kelurahan;NIB")
    assert not headings.again(_filled("1;2;3"))
    assert headings.again(_filled("No;Kelurahan;NIB"))
    assert headings.again(_filled("1;2;3"))
