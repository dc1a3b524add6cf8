"""However an officer merges, hides, strikes, colours or breaks a good sheet, no state is wrong in silence."""

from __future__ import annotations

import tempfile
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kkmp_cli import sheets
from kkmp_cli.importing import ImportOptions, read_rows
from kkmp_cli.model.vocabulary import built_in
from office_sheets import INDEX, TODAY, YEAR

NAMES = ("Gambir", "Cideng", "Kwitang", "Bungur", "Kenari", "Paseban")
MILESTONES = ("nib", "npwp", "usaha")
PLACES = [(row, column) for row in range(len(NAMES)) for column in range(len(MILESTONES))]
SHOWN = st.sampled_from(["plain", "struck", "#N/A", "#REF!", "percent", "empty", "coloured"])
STATES = {"percent": "proses", "empty": None, "coloured": None}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[dict[tuple[int, int], str], list[tuple[int, int, int]]]:
    """How each cell looks, and merges (column, first and last row) of cells that are plain."""
    looks = {place: draw(st.one_of(st.just("plain"), SHOWN)) for place in PLACES}
    merges = []
    for column in range(len(MILESTONES)):
        if draw(st.booleans()):
            first = draw(st.integers(0, len(NAMES) - 2))
            last = draw(st.integers(first + 1, len(NAMES) - 1))
            merges.append((column, first, last))
    return looks, merges


def _said(place: tuple[int, int]) -> str:
    return ("sudah", "belum", "proses")[sum(place) % 3]


def _write(
    path: Path,
    looks: dict[tuple[int, int], str],
    merges: list[tuple[int, int, int]],
    hidden: set[int],
) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        struck, green = (
            book.add_format({"font_strikeout": True}),
            book.add_format({"bg_color": "#92D050"}),
        )
        percent, plain = book.add_format({"num_format": "0%"}), book.add_format()
        sheet.write_row(0, 0, ["Kelurahan", *map(str.upper, MILESTONES)])
        for row, name in enumerate(NAMES, 1):
            sheet.write(row, 0, name)
            if row in hidden:
                sheet.set_row(row, None, None, {"hidden": True})
        for column, first, last in merges:
            sheet.merge_range(first + 1, column + 1, last + 1, column + 1, "", plain)
        covered = {
            (row, column) for column, first, last in merges for row in range(first + 1, last + 1)
        }
        for (row, column), look in looks.items():
            at = row + 1, column + 1
            if (row, column) in covered or look == "empty":
                continue
            if look.startswith("#"):
                sheet.write_formula(*at, "=1/0", plain, look)
            elif look == "percent":
                sheet.write_number(*at, 0.5, percent)
            elif look == "coloured":
                sheet.write_blank(*at, None, green)
            else:
                sheet.write(*at, _said((row, column)), struck if look == "struck" else plain)


@settings(max_examples=60)
@given(damaged(), st.sets(st.integers(1, len(NAMES))))
def test_no_state_is_wrong_in_silence(
    sheet: tuple[dict[tuple[int, int], str], list[tuple[int, int, int]]], hidden: set[int]
) -> None:
    looks, merges = sheet
    anchors = {
        (row, column): (first, column)
        for column, first, last in merges
        for row in range(first, last + 1)
    }
    faulty, stated = set(), {}
    for place in PLACES:
        anchor = anchors.get(place, place)
        if looks[anchor] == "struck" or looks[anchor].startswith("#"):
            faulty.add((place[0] + 2, MILESTONES[place[1]].upper()))
        else:
            stated[place] = STATES.get(looks[anchor], _said(anchor))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "isian.xlsx"
        _write(path, looks, merges, hidden)
        result = read_rows([sheets.read(path)], INDEX, ImportOptions(built_in(), YEAR), TODAY)
    assert {(problem.row, problem.column) for problem in result.problems} == faulty
    bad = {row for row, _ in faulty}
    assert {intent.area.kelurahan: dict(intent.values) for intent in result.intents} == {
        name: {
            field: state
            for column, field in enumerate(MILESTONES)
            if (state := stated[row, column]) is not None
        }
        for row, name in enumerate(NAMES)
        if row + 2 not in bad
    }
    seen = result.files[0].appearance
    assert [*seen.hidden_rows] == sorted(row + 1 for row in hidden)
    merged = {MILESTONES[column] for column, _, _ in merges}
    assert merged <= seen.doubtful
