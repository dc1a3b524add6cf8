"""Where a cell or a row stands, as a spreadsheet writes it: `E4`, `NOVEMBER!E4`,
`'[Isian Gambir.xlsx]NOVEMBER'!E4`, `[isian.csv]E4`.

Never enters: what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from kkmp_cli.errors import BadUsage, Refused, pasted
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.sheets.bounded_input import STDIN, STDIN_NAME
from kkmp_cli.sheets.sheet import Sheet, cell_name, column_position, unwrap

_FILE = r"(?:\[(?P<file>.+?)\])?"
_SHEET = r"(?:(?P<sheet>[^\[\]!]*?)'?!)?"
_CELL = re.compile(
    rf"'?{_FILE}{_SHEET}\$?(?P<column>[A-Za-z]{{1,3}})\$?(?P<row>\d{{1,7}})=(?P<text>.*)",
    re.ASCII | re.DOTALL,
)
_ROW = re.compile(rf"'?{_FILE}{_SHEET}\$?(?P<row>\d{{1,7}})", re.ASCII)
_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)
"""A sheet's name that stands without quotes in front of a cell."""


class CellPlace(NamedTuple):
    """A cell, or a whole row where `position` is None; `file` and `sheet` None where not named."""

    file: str | None
    sheet: str | None
    row: int
    position: int | None = None

    @property
    def name(self) -> str:
        """`E4`, or of a row `baris 4`."""
        row = f"baris {self.row}"
        return row if self.position is None else cell_name(self.position, self.row)


def read_cell(option: str) -> tuple[CellPlace, str]:
    """`E4=31/10/2025` → the cell and the text that it is to hold. Raises BadUsage."""
    match = _CELL.fullmatch(option.strip())
    if match is None:
        raise BadUsage(
            f"--cell: `{short(option)}` tidak menyebut sel dan isinya.",
            f"Tulis misalnya {pasted('--cell', 'E4=31/10/2025')}.",
        )
    place = CellPlace(*_where(match), int(match["row"]), column_position(match["column"].upper()))
    return place, unwrap(match["text"])


def read_row(option: str) -> CellPlace:
    """`7` → the row. Raises BadUsage."""
    match = _ROW.fullmatch(option.strip())
    if match is None:
        raise BadUsage(
            f"--skip-row: `{short(option)}` bukan nomor baris.",
            "Tulis misalnya --skip-row 7, atau dengan lembarnya: --skip-row 'NOVEMBER!7'.",
        )
    return CellPlace(*_where(match), int(match["row"]))


def _where(match: re.Match[str]) -> tuple[str | None, str | None]:
    sheet = (match["sheet"] or "").replace("''", "'").strip()
    return match["file"], sheet or None


def sheet_of(place: CellPlace, sheets: Sequence[Sheet]) -> int:
    """Which of the sheets of a call is meant. Raises Refused where none is, or several are."""
    meant = [at for at, sheet in enumerate(sheets) if _is_meant(place, sheet)]
    whole = [at for at in meant if place.file == sheets[at].file]
    meant = whole or meant
    if len(meant) == 1:
        return meant[0]
    example = written(place, sheets[meant[0] if meant else 0], sheets)
    if not meant:
        named = place.sheet or place.file or place.name
        raise Refused(
            f"{place.name}: `{short(named)}` tidak dibaca di sini",
            f"Yang dibaca: {', '.join(sheet.place for sheet in sheets)}; tulis misalnya {example}.",
        )
    raise Refused(
        f"{place.name}: ada di beberapa lembar atau berkas", f"Sebut yang mana, misalnya {example}."
    )


def _is_meant(place: CellPlace, sheet: Sheet) -> bool:
    names = (None, sheet.file, PurePath(sheet.file).name, *([STDIN] * (sheet.file == STDIN_NAME)))
    if place.file not in names:
        return False
    return place.sheet is None or place.sheet.casefold() == (sheet.name or "").strip().casefold()


def written(place: CellPlace, sheet: Sheet, sheets: Sequence[Sheet]) -> str:
    """The cell or row of a sheet as `--cell` and `--skip-row` take it, no longer than needed."""
    cell = str(place.row) if place.position is None else place.name
    file = f"[{_called(sheet, sheets)}]" if len({each.file for each in sheets}) > 1 else ""
    several = len({each.name for each in sheets if each.file == sheet.file}) > 1
    if not several or not sheet.name:
        return f"{file}{cell}"
    before = file + sheet.name
    return (
        f"{before}!{cell}" if _PLAIN.fullmatch(before) else f"'{before.replace(_Q, _Q * 2)}'!{cell}"
    )


_Q = "'"


def _called(sheet: Sheet, sheets: Sequence[Sheet]) -> str:
    """The name of its file; with its folder where another one bears the same."""
    if sheet.file == STDIN_NAME:
        return STDIN
    name = PurePath(sheet.file).name
    alike = {each.file for each in sheets if PurePath(each.file).name == name}
    return name if len(alike) == 1 else sheet.file
