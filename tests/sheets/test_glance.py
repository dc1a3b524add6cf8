"""What a sheet seems to hold is told from its first rows, cheaply."""

from __future__ import annotations

from kkmp_cli.sheets import Sheet, known_heading
from kkmp_cli.sheets.glance import Glance, glance


def of(*rows: list[str]) -> Glance:
    return glance(Sheet("isian.csv", None, None, None, [*enumerate(rows, 1)]), known_heading)


def test_a_table_below_titles_is_told_by_its_heading_and_rows() -> None:
    look = of(
        ["LAPORAN KECAMATAN GAMBIR", ""],
        ["", ""],
        ["No", "Kelurahan", "NIB"],
        ["1", "2", "3"],
        ["1", "Gambir", "sudah"],
        ["2", "Cideng", "belum"],
        ["", "JUMLAH", "1"],
        ["3", "Senen", "belum"],
        ["", "Mengetahui, Lurah", ""],
    )
    assert look.titles == ("LAPORAN KECAMATAN GAMBIR",)
    assert look.headings == ("No", "Kelurahan", "NIB")
    assert look.names == ("Gambir", "Cideng", "Senen")
    assert (look.rows, look.whole) == (3, True)


def test_no_known_heading_is_no_table() -> None:
    assert of(["Cara mengisi"], ["Tulis sudah atau belum"]) == Glance()
    assert of() == Glance()


def test_totals_beside_names_are_no_cooperative() -> None:
    assert of(["Kecamatan", "NIB"], ["Gambir", "2"]).rows == 0


def test_no_more_than_some_thousand_rows_are_looked_at() -> None:
    look = of(["Kelurahan", "NIB"], *([f"Desa {at}", "sudah"] for at in range(6_000)))
    assert not look.whole
    assert look.rows < 5_000


def test_sheets_that_name_the_same_cooperative_share_it() -> None:
    one, other = (
        of(["Kelurahan", "NIB"], ["CIDENG", "sudah"]),
        of(["Kelurahan", "SK"], ["Cideng", "ada"]),
    )
    assert one.shares(other)
    assert not one.shares(of(["Kelurahan", "NIB"], ["Gambir", "belum"]))
