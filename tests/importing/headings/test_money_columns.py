"""Amounts that a sheet writes in thousands or millions are no whole rupiah."""

from __future__ import annotations

import pytest

from kkmp_cli.importing.headings.money_columns import scaled
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.table import SheetTable


def table(*titles: str, levels: tuple[tuple[str, ...], ...] = ()) -> SheetTable:
    rows = tuple((number, (text,)) for number, text in enumerate(titles, 1))
    return SheetTable(3, 4, 2, (), rows, levels)


@pytest.mark.parametrize(
    ("heading", "sheet"),
    [
        (Heading(1, "Omzet (Rp juta)", "Omzet"), table()),
        (Heading(1, "Omzet", "Omzet", "Keuangan (dalam ribuan rupiah)"), table()),
        (
            Heading(1, "Omzet", "Omzet"),
            table(levels=(("Kelurahan", "Omzet"), ("", "(juta rupiah)"))),
        ),
        (Heading(1, "Omzet", "Omzet"), table("KERAGAAN", "(dalam juta rupiah)")),
        (Heading(1, "Omzet (000)", "Omzet"), table()),
    ],
)
def test_a_scale_is_found_wherever_it_stands(heading: Heading, sheet: SheetTable) -> None:
    error = scaled(sheet, heading)
    assert error is not None
    assert "--map" in error.remedy


def test_whole_rupiah_and_the_name_of_a_kabupaten_are_no_scale() -> None:
    sheet = table("KABUPATEN KEPULAUAN SERIBU", levels=(("Kelurahan", "Omzet (Rp)"),))
    assert scaled(sheet, Heading(1, "Omzet (Rp)", "Omzet")) is None
