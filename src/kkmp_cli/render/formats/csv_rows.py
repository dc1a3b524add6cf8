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
            text.write(_lines(zip(*chunk, strict=True), free, separator))
            count += len(chunk)
        return count
    finally:
        text.detach()  # it would close the file, also where a row cannot be read


def _chunks(extract: Extract) -> Iterator[list[Row]]:
    rows = iter(extract.rows)
    while chunk := list(islice(rows, _TOGETHER)):
        yield chunk


def _lines(columns: Iterable[Sequence[str | None]], free: Iterable[bool], separator: str) -> str:
    """The rows of these columns as `csv.writer` writes them."""
    cells = [_cells(column, own, separator) for column, own in zip(columns, free, strict=True)]
    if len(cells) == 1:  # a line that is empty would be no row
        cells = [[cell or '""' for cell in cells[0]]]
    return _END.join([*map(separator.join, zip(*cells, strict=True)), ""])


def _cells(column: Sequence[str | None], free: bool, separator: str) -> Sequence[str]:
    """The texts of a column as they stand in the file: without what acts on a screen; one that
    holds what parts cells and rows in quotation marks; a `free` one without the first sign of a
    formula.
    """
    texts = _filled(column)
    together = "".join(texts)
    if not together.isprintable():
        texts = [*map(harmless, texts)]
    if free and not GUARDED.isdisjoint(map(_first, filter(None, texts))):
        texts = [*map(guard, texts)]
    signs = [sign for sign in (separator, '"', "\r", "\n") if sign in together]
    return [_quoted(text, signs) for text in texts] if signs else texts


def _filled(column: Sequence[str | None]) -> Sequence[str]:
    """The column with an empty text where nothing is known."""
    if all(column):
        return cast("Sequence[str]", column)
    return [text or "" for text in column] if any(column) else [""] * len(column)


def _quoted(text: str, signs: Iterable[str]) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in signs) else text
