"""What a workbook shows of a sheet beside its values, in the same words for each format.

Errors, the precision of dates, leading zeros and percentages, merged cells, hidden rows and
columns, struck text, colours and comments of empty cells. Never enters: what a cell means.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kkmp_cli.errors import CellError

WHOLLY, PARTLY = "dicoret", "dicoret sebagian"
"""How much of a cell's text is struck through."""
MONTH, YEAR = "%Y-%m", "%Y"
"""The precision of a date that is not shown to the day, as it is written."""
COLOURED, COMMENTED = "berwarna", "berkomentar"
"""Why an empty cell may say something."""

_EXACT = 10**15
_FAILED = "(kesalahan rumus)"
"""What stands behind the name of an error that a cell holds, so that no text is taken for one."""
_ERROR = re.compile(r"#(?:N/A|[A-Z][A-Z0-9/_]*[!?])|Err:\d{3}", re.ASCII)
_STRUCK = re.compile(rf"\(({WHOLLY}|{PARTLY})\) (?=.)", re.DOTALL)


class Display(NamedTuple):
    """How a cell is shown: an error, a date's precision, digits at least, a percentage, struck."""

    error: str = ""
    precision: str = ""
    digits: int = 0
    percent: bool = False
    struck: str = ""

    def text(self, value: Any, plain: str) -> str:
        """The text of a cell as it is shown; `plain` is that of its value."""
        text = (self.error and f"{self.error} {_FAILED}") or self._formatted(value) or plain
        return f"({self.struck}) {text}" if self.struck and text.strip() else text

    def _formatted(self, value: Any) -> str:
        if self.precision and isinstance(value, date):
            return value.strftime(self.precision)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return ""
        if self.percent:
            return f"{round(value * 100, 10):.12g}%".replace(".", ",")
        whole = 0 <= value < _EXACT and value == int(value)
        return str(int(value)).zfill(self.digits) if self.digits and whole else ""


PLAIN = Display()


class Block(NamedTuple):
    """Cells side by side: rows from 1, columns from 0, the last ones among them."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


class Remark(NamedTuple):
    """Cells that look as if they said something, if they are empty."""

    cells: Block
    why: str


Span = tuple[int, int]
"""The first and the last of rows or columns side by side."""


@dataclass(frozen=True, slots=True)
class SheetDisplay:
    """All of one sheet. `displays`: row → column → how a cell is shown, if not as its value."""

    displays: dict[int, dict[int, Display]] = field(default_factory=dict)
    merges: list[Block] = field(default_factory=list)
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def hidden(self, rows: Collection[int]) -> list[int]:
        """Those of these rows that the officer does not see, in order."""
        if not rows:
            return []
        among = rows if isinstance(rows, (set, frozenset)) else frozenset(rows)
        spans = sorted(self.hidden_rows)
        return [row for row in within(spans, min(among), max(among)) if row in among]


NOTHING = SheetDisplay()


def fault(text: str, *, free: bool = False) -> CellError | None:
    """Why a text cannot be taken for what it says: it is an error, or struck through.

    `free`: where any text may stand, the mere name of an error is one (a register may hold it).
    """
    name = text.strip().removesuffix(_FAILED).rstrip()
    if is_error(name) and (not free or name != text.strip()):
        return CellError(
            f"sel ini berisi kesalahan rumus ({name}), bukan isi",
            "Perbaiki rumusnya atau ketik isinya; bila memang tidak ada data, kosongkan selnya.",
        )
    if match := _STRUCK.match(text):
        return CellError(
            f"isi sel ini {match[1]}",
            "Hapus teks yang dicoret, atau hilangkan coretannya bila masih berlaku.",
        )
    return None


def is_error(text: str) -> bool:
    """True for what a spreadsheet shows where a formula has failed: `#N/A`, `#REF!`, `Err:502`."""
    return bool(_ERROR.fullmatch(text.strip()))


def within(spans: Iterable[Span], least: int, most: int) -> Iterator[int]:
    """The numbers of these spans from `least` to `most`."""
    for first, last in spans:
        yield from range(max(first, least), min(last, most) + 1)
