"""Two tables beside each other: in which column the right one begins.

Certain where its heading repeats that of the left one up to the kelurahan, or where a column
without a heading stands between them. Never enters: a row of data.
"""

from __future__ import annotations

from collections.abc import Mapping

from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Meaning, meaning_of
from kkmp_cli.sheets.table import SheetTable


def right_table(table: SheetTable, meaning: Meaning) -> int | None:
    """The first column of the table to the right; None where there is none, or none is certain."""
    keys = {at: match_key(text) for texts in table.levels for at, text in enumerate(texts) if text}
    names = {
        each.position: meaning_of(_own(each.position, table), meaning) for each in table.headings
    }
    for name in ("kelurahan", "kode"):
        first, *others = [at for at, meant in names.items() if meant == name] or [0]
        if others:
            return _begin(keys, first, others[0])
    return None


def _own(position: int, table: SheetTable) -> str:
    """The lowest text over a column."""
    texts = (texts[position] for texts in reversed(table.levels) if position < len(texts))
    return next(filter(None, texts), "")


def _begin(keys: Mapping[int, str], first: int, second: int) -> int | None:
    left = min(keys)
    begin = second - (first - left)
    if begin > first and _repeats(keys, left, begin, first - left):
        return begin
    return next((gap + 1 for gap in range(second - 1, first, -1) if gap not in keys), None)


def _repeats(keys: Mapping[int, str], left: int, right: int, length: int) -> bool:
    return all(keys.get(left + at) == keys.get(right + at) for at in range(length + 1))
