"""Rows of text → CSV: for Excel in Indonesia (`;`, byte order mark), or plain (commas, none). Always UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from typing import BinaryIO

from kkmp_cli.render.exporting import Extract, Row, is_free
from kkmp_cli.sheets.sheet import GUARDED, guard

_TOGETHER = 2_000


def write(extract: Extract, file: BinaryIO, plain: bool = False) -> int:
    """Writes the heading and every row piece by piece; returns the number of rows."""
    text = io.TextIOWrapper(file, encoding="utf-8" if plain else "utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, delimiter="," if plain else ";", lineterminator="\r\n")
    writer.writerow(extract.names)
    count = 0
    rows = _guarded(extract)
    while chunk := list(islice(rows, _TOGETHER)):
        writer.writerows(chunk)
        count += len(chunk)
    text.flush()
    text.detach()
    return count


def _guarded(extract: Extract) -> Iterator[Row]:
    """Rows in which no free text begins with a sign that a spreadsheet would take for a formula."""
    free = [at for at, name in enumerate(extract.names) if is_free(name)]
    if not free:
        yield from extract.rows
        return
    texts, first = itemgetter(*free, free[0]), itemgetter(0)
    for row in extract.rows:
        if not GUARDED.isdisjoint(map(first, filter(None, texts(row)))):
            row = [guard(cell) if cell and at in free else cell for at, cell in enumerate(row)]
        yield row
