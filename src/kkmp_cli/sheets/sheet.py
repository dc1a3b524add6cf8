"""What a read file is: its rows with the numbers that the spreadsheet shows, every cell a text.

The text of a cell has lost what spreadsheets put around it (`="0123"`, the `'` before a sign that a
formula could begin with), nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kkmp_cli.sheets.display import NOTHING, SheetDisplay

HIDDEN = "kkmp_isian"
"""The hidden sheet in which a form of ours carries what was issued."""

EVERY = "semua"
"""What asks for every sheet of a workbook that holds a table."""

Row = tuple[int, Sequence[str]]
"""The row's number as the spreadsheet shows it (from 1), and its cells from column A."""

BETWEEN = "\x1f"
"""What stands between the cells of a row kept as one text: the sign that is made for it."""

_SPACES = " \n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200E))
)
_INVISIBLE = "\u00ad\u2060\ufeff"
_SIGNS = "=+-@\t\r＝＋－＠"
_ACTS = f"'*[{_SPACES}{_INVISIBLE}]*[{re.escape(_SIGNS)}]"
GUARDED = frozenset("'" + _SPACES + _INVISIBLE + _SIGNS)
"""A text that `guard` changes begins with one of these."""
_AS_TEXT = r'[=＝]\s*"((?:[^"]|"")*)"'


class CorrectedCell(NamedTuple):
    """A cell that is read as if it held `new`; in the file stands `old`."""

    row: int
    position: int
    old: str
    new: str

    @property
    def name(self) -> str:
        """As the spreadsheet names it."""
        return cell_name(self.position, self.row)


class Sheet(NamedTuple):
    """One table of one file. `rows` can be gone through any number of times.

    `name` is the sheet's in a workbook; `encoding` and `separator` are those of a CSV file, else
    None. `hidden` are the rows of the workbook's hidden sheet `HIDDEN`, if it has one.
    `one_of_many`: other sheets of the file are read too; `passed_over` are the names of those that
    are not. `form` is True for a form of ours, as it came back.
    `lines` goes through the rows as one text each, with `BETWEEN` between the cells, where that is
    sooner done. `shown` is what the workbook shows beside the texts; they follow it already.
    `digest` is the SHA-256 of the bytes of its file.
    `top` and `left` are where it begins that is one of several tables of a sheet. `corrected`: the
    cells that are read otherwise than they stand in the file; `left_out`: the rows that are to be
    rejected whatever they hold.
    """

    file: str
    name: str | None
    encoding: str | None
    separator: str | None
    rows: Iterable[Row]
    hidden: Iterable[Row] = ()
    one_of_many: bool = False
    passed_over: tuple[str, ...] = ()
    form: bool = False
    lines: Callable[[], Iterator[tuple[int, str]]] | None = None
    shown: SheetDisplay = NOTHING
    top: int = 0
    left: int = 0
    corrected: tuple[CorrectedCell, ...] = ()
    left_out: frozenset[int] = frozenset()
    digest: str = ""

    @property
    def place(self) -> str:
        """How messages and the history call it: the file, and the sheet if that is needed."""
        return f"{self.file} lembar {self.name}" if self.one_of_many else self.file

    def part(self, top: int, left: int = 0, right: int | None = None) -> Sheet:
        """One of its tables: the rows from `top` on, and the columns from `left` to before `right`,
        each cell in its place.
        """
        rows = _part(self.rows, PartRows(self.rows, top, left, right))
        return self._replace(rows=rows, lines=None, top=top, left=max(left, self.left))


class PartRows:
    """The rows of a part of a sheet. They can be gone through as often as those of the whole."""

    def __init__(self, whole: Iterable[Row], top: int, left: int, right: int | None) -> None:
        self.whole, self.top, self.left, self.right = whole, top, left, right

    def __iter__(self) -> Iterator[Row]:
        margin = [""] * self.left
        for number, cells in self.whole:
            if number >= self.top:
                yield number, [*margin[: len(cells)], *cells[self.left : self.right]]


def _part(rows: Iterable[Row], part: PartRows) -> PartRows:
    """A part of a part as one of the whole; else each would go through all those above it."""
    if not isinstance(rows, PartRows):
        return part
    ends = [end for end in (rows.right, part.right) if end is not None]
    top, left = max(rows.top, part.top), max(rows.left, part.left)
    return PartRows(rows.whole, top, left, min(ends, default=None))


def is_every(wanted: str) -> bool:
    """True where all sheets are asked for rather than one of that name."""
    return wanted.casefold().strip() == EVERY


def unwrap(cell: str) -> str:
    """The text unwrapped: `="0123"` → `0123`; one `'` before a formula's first sign less."""
    first = cell[:1]
    if first == "'" and re.match(_ACTS, cell):
        return cell[1:]
    if first in "=＝" and (match := re.fullmatch(_AS_TEXT, cell.strip())):
        return match[1].replace('""', '"')
    return cell


def guard(text: str) -> str:
    """The text as a cell may hold it: one more `'` before what a spreadsheet could take for a
    formula, which `unwrap` takes off again.
    """
    return f"'{text}" if re.match(_ACTS, text) else text


@lru_cache(maxsize=1_024)
def column_letter(position: int) -> str:
    """The letters of a column counted from 0: 0 → A, 26 → AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_position(letters: str) -> int:
    """The column of these capital letters, counted from 0: A → 0, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def position_of(cell: str) -> int:
    """The column of a cell by its name: `C7` → 2; of none the first."""
    return max(column_position(cell.rstrip("0123456789")), 0)


def cell_name(position: int, row: int) -> str:
    """The cell as the spreadsheet names it: column 2 of row 7 → `C7`."""
    return f"{column_letter(position)}{row}"
