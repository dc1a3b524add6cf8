"""`--cell` and `--skip-row`: sheets as an officer corrected them, and what the history tells of it.

Never enters: a file, a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kkmp_cli.errors import BadUsage, pasted
from kkmp_cli.importing.corrected_cells import CellRead
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.importing.read_result import Understanding
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import CELL
from kkmp_cli.parsing.excerpt import masked
from kkmp_cli.parsing.text import printable
from kkmp_cli.sheets import Sheet
from kkmp_cli.sheets.cell_place import read_cell, read_row, sheet_of
from kkmp_cli.sheets.corrected import Cell, corrected

_KEPT = 200
"""Letters of a content that the history keeps."""


def as_corrected(
    sheets: Sequence[Sheet], cells: Iterable[str], rows: Iterable[str]
) -> Sequence[Sheet]:
    """The sheets with the texts and without the rows that were named, as `--cell` and `--skip-row`
    take them. Raises BadUsage, Refused for what has no place in them.
    """
    texts, left_out = _texts(sheets, cells), _rows(sheets, rows)
    concerned = texts.keys() | left_out.keys()
    return [
        corrected(sheet, texts[at], left_out[at]) if at in concerned else sheet
        for at, sheet in enumerate(sheets)
    ]


def _texts(sheets: Sequence[Sheet], cells: Iterable[str]) -> dict[int, dict[Cell, str]]:
    """Sheet → cell → its new text."""
    texts: dict[int, dict[Cell, str]] = defaultdict(dict)
    for option in cells:
        place, text = read_cell(option)
        of_sheet = texts[sheet_of(place, sheets)]
        if of_sheet.setdefault((place.row, place.position or 0), text) != text:
            raise BadUsage(
                f"--cell: {place.name} disebut dua kali dengan isi berlainan.",
                f"Sisakan satu, misalnya {pasted('--cell', option)}.",
            )
    return texts


def _rows(sheets: Sequence[Sheet], rows: Iterable[str]) -> dict[int, set[int]]:
    """Sheet → the rows of it that are left out."""
    left_out: dict[int, set[int]] = defaultdict(set)
    for place in map(read_row, rows):
        left_out[sheet_of(place, sheets)].add(place.row)
    return left_out


def events(result: ImportResult, places: Sequence[str]) -> list[Event]:
    """What the history keeps of the corrected cells of which anything is recorded: the old content
    and the new, never one of a person. `places` are the files of the run.
    """
    written = {row.area.id for row in result.plan.results if row.events}
    return [
        _event(file, one, places.index(file.place))
        for file in result.reading.files
        for one in file.corrected
        if written and (one.area is None or one.area.id in written)
    ]


def _event(file: Understanding, one: CellRead, at: int) -> Event:
    key, cell = one.area.id if one.area else 0, one.cell
    old, new = (None if one.personal else _content(text) for text in (cell.old, cell.new))
    return Event(CELL, key, cell.name, old, new, file.per.isoformat(), file=at, row=cell.row)


def _content(text: str) -> str:
    return masked(printable(text))[:_KEPT]
