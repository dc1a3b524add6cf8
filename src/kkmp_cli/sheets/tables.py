"""Which rows of a sheet are title, heading and body, and what stands over each column.

Offices put titles above the heading, spread it over two rows with merged cells, and number the columns
under it. The heading is the row, or the pair of rows, with the most known headings. Never enters: what a
value means, which kelurahan a row is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from kkmp_cli.errors import CellError
from kkmp_cli.sheets.sheet import Row, Sheet
from kkmp_cli.text import clean

Meaning = Callable[[str], str | None]
"""A heading's text → the name of the field it means, None for an unknown one. Raises CellError for an ambiguous one."""

_DEPTH = 40
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*[).]?", re.ASCII)
_GENERIC = frozenset(
    ("nama", "no", "no.", "nomor", "status", "ket", "ket.", "keterangan", "catatan", "tanggal", "tgl", "tgl.",
     "kendala", "jumlah", "ada", "bank", "kode", "per")
)
"""Words that mean something only together with the group heading above them."""
_SUBHEADINGS = frozenset(("no", "no.", "nomor", "status", "ket", "ket.", "keterangan", "tanggal", "tgl", "tgl.",
                          "sudah/belum", "ada/tidak"))  # fmt: skip
"""Those of them that no row of data states."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its place, the words over it, and the text by which its meaning is asked."""

    position: int
    text: str
    asked: str


@dataclass(frozen=True, slots=True)
class Table:
    """`row` is the (last) heading row, `first` the first row below heading and column numbers, `titles` those above."""

    row: int
    first: int
    width: int
    headings: tuple[Heading, ...]
    titles: tuple[Row, ...]


def find(sheet: Sheet, meaning: Meaning, keys: frozenset[str]) -> Table | None:
    """The table of a sheet; None where no row holds a known heading. A row with a key field's heading is preferred."""
    top = list(islice(sheet.rows, _DEPTH + 3))
    best: tuple[tuple[bool, int, int], int, list[Heading], int] | None = None
    for at in range(min(_DEPTH, len(top))):
        for depth, headings in ((1, _single(top[at][1])), (2, _pair(top, at, meaning))):
            sure = depth == 2 and at + 1 < len(top) and _only_subheadings(top[at + 1][1])
            score = _score(headings, meaning, keys, depth, sure=sure)
            if score[1] and (best is None or score > best[0]):
                best = (score, at, headings, depth)
    if best is None:
        return None
    _, at, headings, depth = best
    after = at + depth
    if after < len(top) and _numbers_columns(top[after][1]):
        after += 1
    last = top[at + depth - 1][0]
    first = top[after][0] if after < len(top) else last + 1
    width = max((heading.position for heading in headings), default=-1) + 1
    return Table(last, max(first, last + 1), width, tuple(headings), tuple(top[:at]))


def body(sheet: Sheet, table: Table) -> Iterator[Row]:
    """The rows below the heading, the closing row and all that stands under it among them."""
    return (row for row in sheet.rows if row[0] >= table.first)


def known(text: str, meaning: Meaning) -> str | None:
    """What a heading means, `?` where it is known but ambiguous."""
    try:
        return meaning(text)
    except CellError:
        return "?"


def _score(
    headings: list[Heading], meaning: Meaning, keys: frozenset[str], depth: int, *, sure: bool
) -> tuple[bool, int, int]:
    """The more fields the better; of two readings that are as good the single row, unless the second is `sure`."""
    meant = {field for heading in headings if (field := known(heading.asked, meaning))}
    return bool(meant & keys), len(meant), 0 if sure else -depth


def _only_subheadings(cells: Sequence[str]) -> bool:
    """True for a row of words that stand below group headings and never in a row of data."""
    words = {text.casefold() for cell in cells if (text := _text(cell))}
    return bool(words & _SUBHEADINGS) and words <= _SUBHEADINGS | _GENERIC


def _text(cell: str) -> str:
    try:
        return clean(cell, None)
    except CellError:
        return ""


def _single(cells: Sequence[str]) -> list[Heading]:
    return [Heading(position, text, text) for position, cell in enumerate(cells) if (text := _text(cell))]


def _pair(top: Sequence[Row], at: int, meaning: Meaning) -> list[Heading]:
    """Headings over two rows: a group heading reaches to the right until the next one."""
    if at + 1 >= len(top):
        return []
    upper, lower = top[at][1], top[at + 1][1]
    headings, group = [], ""
    for position in range(max(len(upper), len(lower))):
        above = _text(upper[position]) if position < len(upper) else ""
        below = _text(lower[position]) if position < len(lower) else ""
        group = above or group
        if below and group:
            headings.append(_under(position, group, below, meaning))
        elif above or below:
            headings.append(Heading(position, above or below, above or below))
    return headings


def _under(position: int, group: str, text: str, meaning: Meaning) -> Heading:
    """A heading below a group heading: `Tanggal` under `NIB` asks for `Tanggal NIB`, `NPWP` under `Izin` for NPWP."""
    both = f"{group} {text}"
    for asked in (f"{text} {group}", both):
        if known(asked, meaning):
            return Heading(position, both, asked)
    if text.casefold() not in _GENERIC and known(text, meaning):
        return Heading(position, text, text)
    return Heading(position, both, both)


def _numbers_columns(cells: Sequence[str]) -> bool:
    numbers = [_COLUMN_NUMBER.match(cell.strip()) for cell in cells if cell.strip()]
    if len(numbers) < 2 or not all(numbers):
        return False
    values = [int(match[1]) for match in numbers if match]
    return values[0] <= 2 and all(later - earlier == 1 for earlier, later in pairwise(values))
