"""However an office lays out a good sheet, each state is that of its own kelurahan and tahap, or the
sheet is refused.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kkmp_cli import sheets
from kkmp_cli.importing import ImportOptions, ReadResult, read_rows
from kkmp_cli.model.vocabulary import built_in
from office_sheets import INDEX, TODAY, YEAR
from sheet_files import biff_stream, ods, ods_row, xls, xlsx

PLACES = {
    "Gambir": "Gambir",
    "Cideng": "Gambir",
    "Kwitang": "Senen",
    "Bungur": "Senen",
    "Kenari": "Senen",
    "Cikini": "Menteng",
}
HEADINGS = {
    "nib": ("NIB", "Status NIB", "NIB (Sudah/Belum)"),
    "npwp": ("NPWP", "Status NPWP"),
    "usaha": ("Usaha", "Usaha Berjalan", "Unit Usaha Berjalan"),
    "rat_2025": ("RAT TB 2025", "RAT Tahun Buku 2025"),
}
WORDS = {
    "sudah": ("sudah", "Sudah", "SDH", "v", "√", "ada", "1"),
    "belum": ("belum", "BLM", "tidak", "0", "Belum"),
    "proses": ("proses", "dalam proses", "diajukan"),
}
Truth = Mapping[str, Mapping[str, str]]


class Column(NamedTuple):
    """One column of a block: its heading, above it a group, and what it says of each kelurahan."""

    group: str
    heading: str
    cells: Mapping[str, str]
    total: str = ""


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    state = st.sampled_from(sorted(WORDS))
    return {name: {code: draw(state) for code in HEADINGS} for name in PLACES}


def _total(cells: Iterable[str]) -> str:
    return str(sum(cell in WORDS["sudah"] for cell in cells))


@st.composite
def columns_of(draw: st.DrawFn, truth: Truth, code: str) -> list[Column]:
    """The milestone as one column of words, or as a pair of columns of ticks."""
    heading = draw(st.sampled_from(HEADINGS[code]))
    of = {name: states[code] for name, states in truth.items()}
    if "proses" in of.values() or draw(st.booleans()):
        cells = {name: draw(st.sampled_from(WORDS[state])) for name, state in of.items()}
        return [Column("", heading, cells, _total(cells.values()))]
    pair = []
    for state, title in (("sudah", "Sudah"), ("belum", "Belum")):
        ticks = {name: "√" if here == state else "" for name, here in of.items()}
        pair.append(Column(heading, title, ticks, _total(ticks.values())))
    return pair


@st.composite
def blocks(draw: st.DrawFn, truth: Truth, names: Sequence[str], first: bool) -> list[list[str]]:
    """A block of its own: heading, maybe a second heading row, rows in any order, maybe a total."""
    groups = [draw(columns_of(truth, code)) for code in draw(st.permutations(sorted(HEADINGS)))]
    columns = [column for group in groups for column in group]
    key = draw(st.integers(0, len(groups)))
    at = sum(len(group) for group in groups[:key])
    columns.insert(
        at, Column("", draw(st.sampled_from(("Kelurahan", "Kel."))), {n: n for n in PLACES})
    )
    if draw(st.booleans()):
        columns.insert(0, Column("", "No", {name: str(n) for n, name in enumerate(names, 1)}))
    ordered = draw(st.permutations(names))
    rows = [["" if not column.group else column.heading for column in columns]]
    top = [column.group or column.heading for column in columns]
    shown = [
        above if above != before else "" for before, above in zip(["", *top], top, strict=False)
    ]
    rows = [shown, *(rows if any(column.group for column in columns) else [])]
    rows += [[column.cells.get(name, "") for column in columns] for name in ordered]
    if draw(st.booleans()):
        some = [
            column._replace(cells={n: column.cells.get(n, "") for n in names}) for column in columns
        ]
        total = [_total(c.cells.values()) if c.total else "" for c in some]
        total[at if at else 0] = "JUMLAH"
        rows.append(total)
    return rows


@st.composite
def grids(draw: st.DrawFn, truth: Truth) -> list[list[str]]:
    """One or two blocks below a title, each kelurahan in one of them."""
    names = draw(st.permutations(sorted(PLACES)))
    cut = draw(st.integers(0, len(names) - 1))
    parts = [names[:cut], names[cut:]] if cut else [names]
    grid: list[list[str]] = [["DATA KKMP"], []] if draw(st.booleans()) else []
    for number, part in enumerate(parts):
        if number:
            grid += draw(st.sampled_from(([], [[]], [["B. WILAYAH LAIN"]], [[], []])))
        grid += draw(blocks(truth, part, not number))
    return grid


def _as_csv(path: Path, grid: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(grid)
    return path


def _as_xls(path: Path, grid: list[list[str]]) -> Path:
    cells: list[tuple[int, int, Any]] = [
        (row, column, text.replace("√", "v"))
        for row, line in enumerate(grid)
        for column, text in enumerate(line)
        if text
    ]
    return xls(path, biff_stream(cells))


WRITERS = {
    "csv": _as_csv,
    "xlsx": lambda path, grid: xlsx(path, Data=grid),
    "ods": lambda path, grid: ods(path, "".join(ods_row(*(line or [""])) for line in grid)),
    "xls": _as_xls,
}


def _read(kind: str, grid: list[list[str]]) -> ReadResult:
    with tempfile.TemporaryDirectory() as folder:
        path = WRITERS[kind](Path(folder) / f"isian.{kind}", grid)
        return read_rows([sheets.read(path)], INDEX, ImportOptions(built_in(), YEAR), TODAY)


@pytest.mark.parametrize("kind", sorted(WRITERS))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_state_is_that_of_its_own_kelurahan(kind: str, data: st.DataObject) -> None:
    truth = data.draw(truths())
    grid = data.draw(grids(truth))
    result = _read(kind, grid)
    assert not result.problems, [(p.row, p.column, p.content, p.message) for p in result.problems]
    stated = {intent.area.kelurahan: dict(intent.values) for intent in result.intents}
    assert stated == {name: dict(states) for name, states in truth.items()}
