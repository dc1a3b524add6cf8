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
    rest = sorted(merges, reverse=True)
    values: dict[Block, str] = {}
    for number, cells in rows:
        values = {block: text for block, text in values.items() if block.last_row >= number}
        while rest and rest[-1].first_row <= number:
            block = rest.pop()
            if block.first_row == number and (text := _anchor(block, cells)):
                values[block] = text
        yield number, _carried(cells, values, width, keys) if values else cells


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


def without_merged(number: int, cells: Sequence[str], merges: Iterable[Block]) -> Sequence[str]:
    """The row without what a merge has carried into it."""
    texts = list(cells)
    for block in merges:
        if block.first_row <= number <= block.last_row:
            first = block.first_column + (number == block.first_row)
            for at in range(first, min(block.last_column + 1, len(texts))):
                texts[at] = ""
    return texts
