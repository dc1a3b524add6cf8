"""A cell is named as a spreadsheet names it, no longer than it takes to find it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.sheets.cell_place import CellPlace, read_cell, read_row, sheet_of, written
from kkmp_cli.sheets.sheet import Sheet


def sheet(file: str, name: str | None = None) -> Sheet:
    return Sheet(file, name, None, None, [])


@pytest.mark.parametrize(
    ("option", "place", "text"),
    [
        ("E4=31/10/2025", CellPlace(None, None, 4, 4), "31/10/2025"),
        ("$e$4=", CellPlace(None, None, 4, 4), ""),
        ("NOVEMBER!AA12=a=b!C3=d", CellPlace(None, "NOVEMBER", 12, 26), "a=b!C3=d"),
        ("'Data KKMP'!B2=x", CellPlace(None, "Data KKMP", 2, 1), "x"),
        ("'Jum''at'!B2=x", CellPlace(None, "Jum'at", 2, 1), "x"),
        ("[isian.csv]B2=x", CellPlace("isian.csv", None, 2, 1), "x"),
        ("[Isian Gambir.xlsx]NOV!B2=x", CellPlace("Isian Gambir.xlsx", "NOV", 2, 1), "x"),
        ("'[Isian (1).xlsx]Data 1'!B2=x", CellPlace("Isian (1).xlsx", "Data 1", 2, 1), "x"),
        ('B2="0123"', CellPlace(None, None, 2, 1), '"0123"'),
        ('B2==\'"0123"', CellPlace(None, None, 2, 1), '=\'"0123"'),
        ('B2=="0123"', CellPlace(None, None, 2, 1), "0123"),
    ],
)
def test_a_cell_and_its_text_are_read(option: str, place: CellPlace, text: str) -> None:
    assert read_cell(option) == (place, text)


@pytest.mark.parametrize("option", ["", "E4", "4E=x", "=x", "E=x", "E4:F5=x", "ABCD4=x"])
def test_what_names_no_cell_is_refused_with_an_example(option: str) -> None:
    with pytest.raises(BadUsage) as refused:
        read_cell(option)
    assert refused.value.remedy == 'Tulis misalnya --cell "E4=31/10/2025".'
    assert read_cell("E4=31/10/2025")


@pytest.mark.parametrize("option", ["", "tujuh", "E4", "7-9"])
def test_what_names_no_row_is_refused(option: str) -> None:
    with pytest.raises(BadUsage):
        read_row(option)


def test_a_row_is_named_by_its_number_and_where_it_is() -> None:
    assert read_row("7") == CellPlace(None, None, 7)
    assert read_row("'[a b.xlsx]NOV'!7") == CellPlace("a b.xlsx", "NOV", 7)
    assert read_row("NOVEMBER!7").name == "baris 7"


_NAMES = st.text("abcXYZ 1!'-é", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(
    files=st.lists(st.sampled_from(["a.xlsx", "b/a.xlsx", "Isian (1).xlsx", "masukan standar"])),
    names=st.lists(_NAMES.filter(lambda name: "!" not in name), min_size=1, max_size=3),
    at=st.integers(0, 99),
    row=st.integers(1, 999),
)
def test_what_is_written_is_read_back_as_the_cell_of_that_sheet(
    files: list[str], names: list[str], at: int, row: int
) -> None:
    names = [*{name.casefold(): name for name in names}.values()]
    sheets = [sheet(file, name) for file in dict.fromkeys([*files, "c.csv"]) for name in names]
    meant = sheets[at % len(sheets)]
    option = written(CellPlace(None, None, row, 3), meant, sheets)
    place, _ = read_cell(f"{option}=x")
    assert (sheet_of(place, sheets), place.row, place.position) == (sheets.index(meant), row, 3)


def test_of_several_files_the_file_must_be_named_and_of_several_tabs_the_tab() -> None:
    sheets = [sheet("a.csv"), sheet("b.xlsx", "OKT"), sheet("b.xlsx", "NOV")]
    with pytest.raises(Refused) as refused:
        sheet_of(CellPlace(None, None, 4, 4), sheets)
    assert refused.value.remedy == "Sebut yang mana, misalnya [a.csv]E4."
    with pytest.raises(Refused) as refused:
        sheet_of(CellPlace("b.xlsx", None, 4, 4), sheets)
    assert refused.value.remedy == "Sebut yang mana, misalnya '[b.xlsx]OKT'!E4."
    assert sheet_of(read_cell("'[b.xlsx]OKT'!E4=x")[0], sheets) == 1
    assert sheet_of(CellPlace(None, "nov", 4, 4), sheets) == 2
    with pytest.raises(Refused, match="`DES` tidak dibaca di sini"):
        sheet_of(CellPlace(None, "DES", 4, 4), sheets)


def test_standard_input_is_named_as_on_the_command_line() -> None:
    sheets = [sheet("masukan standar"), sheet("a.csv")]
    assert written(CellPlace(None, None, 2, 0), sheets[0], sheets) == "[-]A2"
    assert sheet_of(read_cell("[-]A2=x")[0], sheets) == 0
