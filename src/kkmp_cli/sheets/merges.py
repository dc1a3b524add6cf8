"""A merged value holds for every cell of its merge.

Never enters: the heading, over which group headings reach by themselves; what a row is about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from kkmp_cli.sheets.display import Block
from kkmp_cli.sheets.sheet import Row


def with_merged(
    rows: Iterable[Row], merges: Sequence[Block], width: int, keys: Collection[int] = ()
) -> Iterator[Row]:
    """The rows with the merged values in every column below `width`, whatever they cover.

    A value is carried down in any column, but never sideways into or out of one of `keys`: what
    reaches over the name of a cooperative heads a group. A merge that begins above the rows is none
    of them.
    """
    reaching = Reaching(merge for merge in merges if merge.first_column < width)
    values: dict[Block, str] = {}
    for number, cells in rows:
        blocks = reaching.over(number)
        values = {
            block: text
            for block in blocks
            if (text := _anchor(block, cells) if block.first_row == number else values.get(block))
        }
        yield number, _carried(cells, values, width, keys) if values else cells


class Reaching:
    """The merges that reach over a row; rows are asked for in order."""

    def __init__(self, merges: Iterable[Block]) -> None:
        self._below = sorted(merges, reverse=True)
        self._over: list[Block] = []

    def over(self, row: int) -> Sequence[Block]:
        """Those of this row."""
        while self._below and self._below[-1].first_row <= row:
            self._over.append(self._below.pop())
        if self._over:
            self._over = [block for block in self._over if block.last_row >= row]
        return self._over


def _anchor(block: Block, cells: Sequence[str]) -> str:
    """The text of a merge, which stands in its first cell."""
    return "".join(cells[block.first_column : block.first_column + 1]).strip()


def _carried(
    cells: Sequence[str], values: dict[Block, str], width: int, keys: Collection[int]
) -> Sequence[str]:
    texts = [*cells, *[""] * (width - len(cells))]
    for block, text in values.items():
        first, last = block.first_column, min(block.last_column, width - 1)
        for at in range(first, (first if first in keys else last) + 1):
            if at == first or at not in keys:
                texts[at] = text
    return texts


def without_merged(number: int, cells: Sequence[str], over: Iterable[Block]) -> Sequence[str]:
    """The row without what the merges that reach over it have carried into it."""
    texts = list(cells)
    for block in over:
        first = block.first_column + (number == block.first_row)
        for at in range(first, min(block.last_column + 1, len(texts))):
            texts[at] = ""
    return texts
