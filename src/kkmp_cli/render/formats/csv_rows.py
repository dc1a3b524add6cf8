"""Rows of text → CSV: for Excel in Indonesia (`;`, byte order mark), or plain (commas, none).
Always UTF-8.

Written column by column, some rows at a time: most columns hold nothing that `csv.writer` would
have to look at. A test holds the two together.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import BinaryIO, cast

from kkmp_cli.render.formats.export_rows import Extract, Row, is_free
from kkmp_cli.render.harmless import harmless
from kkmp_cli.sheets.sheet import GUARDED, guard

_TOGETHER = 200
_END = "\r\n"
_first = itemgetter(0)


def write(extract: Extract, file: BinaryIO, plain: bool = False) -> int:
    """Writes the heading and every row piece by piece; returns the number of rows."""
    separator = "," if plain else ";"
    text = io.TextIOWrapper(file, "utf-8" if plain else "utf-8-sig", newline="")
    try:
        text.write(separator.join(extract.names) + _END)
        free, count = [*map(is_free, extract.fields)], 0
        for chunk in _chunks(extract):
            text.write(harmless(lines(map(_guarded, zip(*chunk, strict=True), free), separator)))
            count += len(chunk)
        return count
    finally:
        text.detach()  # it would close the file, also where a row cannot be read


def _chunks(extract: Extract) -> Iterator[list[Row]]:
    rows = iter(extract.rows)
    while chunk := list(islice(rows, _TOGETHER)):
        yield chunk


def lines(columns: Iterable[Sequence[str | None]], separator: str) -> str:
    """The rows of these columns as `csv.writer` writes them."""
    cells = [_quoted(_filled(column), separator) for column in columns]
    if len(cells) == 1:  # a line that is empty would be no row
        cells = [[cell or '""' for cell in cells[0]]]
    return _END.join([*map(separator.join, zip(*cells, strict=True)), ""])


def _guarded(column: Sequence[str | None], free: bool) -> Sequence[str | None]:
    """The column; no free text begins with a sign that a spreadsheet takes for a formula."""
    if not free or GUARDED.isdisjoint(map(_first, filter(None, column))):
        return column
    return [guard(cell) if cell else cell for cell in column]


def _filled(column: Sequence[str | None]) -> Sequence[str]:
    """The column with an empty text where nothing is known."""
    if all(column):
        return cast("Sequence[str]", column)
    return [cell or "" for cell in column] if any(column) else [""] * len(column)


def _quoted(column: Sequence[str], separator: str) -> Sequence[str]:
    """The column; a text that holds what parts cells and rows is in quotation marks."""
    together = "".join(column)
    signs = [sign for sign in (separator, '"', "\r", "\n") if sign in together]
    if not signs:
        return column
    return [
        '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in signs) else cell
        for cell in column
    ]
