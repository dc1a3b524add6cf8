"""Two tables beside each other: in which column the right one begins.

Certain where its heading repeats that of the left one up to the kelurahan, where a column without
a heading stands between them, or where its kelurahan come first, numbered or not. Never enters: a
row of data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading, Meaning, meaning_of
from kkmp_cli.sheets.table import SheetTable, refuse_many

_PLACES = frozenset(("kode", "kecamatan", "kota", "provinsi"))
"""Columns that may stand before the kelurahan as well as behind it."""
_NUMBERING = frozenset(("no", "nomor", "nourut"))


def right_table(table: SheetTable, meaning: Meaning, place: str) -> int | None:
    """The first column of the table to the right; None where there is none, or none is certain.

    Raises Refused for more of them than a sheet has, `place` being what it is called.
    """
    meanings = [(each.position, _meant(each, table, meaning)) for each in table.headings]
    for name in ("kelurahan", "kode"):
        named = [at for at, meant in meanings if meant == name]
        refuse_many(len(named), place)
        if len(named) > 1:
            tags = {at: meant or match_key(_own(at, table)) for at, meant in meanings}
            return _behind(named[0], _begin(tags, *named[:2]))
    return _totals(table, meanings)


def _behind(first: int, begin: int | None) -> int | None:
    """Where a table begins that leaves the one before it more than its kelurahan."""
    return begin if begin and begin > first + 1 else None


def _meant(heading: Heading, table: SheetTable, meaning: Meaning) -> str | None:
    return meaning_of(heading.asked, meaning) or meaning_of(_own(heading.position, table), meaning)


def _totals(table: SheetTable, meanings: Sequence[tuple[int, str | None]]) -> int | None:
    """Where totals by kecamatan begin that stand behind a column without a heading and count what
    the table states.
    """
    meant, left = dict(meanings), set[str]()
    right = Counter(name for name in meant.values() if name)
    for at in range(table.width):
        if name := meant.get(at):
            left.add(name)
            right -= Counter((name,))
        elif at not in meant and _repeats_totals(left, right.keys()):
            return at + 1
    return None


def _repeats_totals(left: Set[str], right: Set[str]) -> bool:
    named = "kelurahan" in left and "kelurahan" not in right
    return named and not right.isdisjoint(("kecamatan", "kota")) and not left.isdisjoint(right)


def _own(position: int, table: SheetTable) -> str:
    """The lowest text over a column."""
    texts = (texts[position] for texts in reversed(table.levels) if position < len(texts))
    return next(filter(None, texts), "")


def _begin(tags: Mapping[int, str], first: int, second: int) -> int | None:
    """`tags` are the meanings of the columns, or their words where those mean nothing."""
    left = min(tags)
    begin = second - (first - left)
    if first > left and begin > first and _repeats(tags, left, begin, first - left):
        return begin
    gap = next((at for at in range(second - 1, first, -1) if at not in tags), None)
    if gap is not None:
        return gap + 1
    beside = tags[second - 1]
    return None if beside in _PLACES else second - (beside in _NUMBERING)


def _repeats(tags: Mapping[int, str], left: int, right: int, length: int) -> bool:
    return all(tags.get(left + at) == tags.get(right + at) for at in range(length + 1))
