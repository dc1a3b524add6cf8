"""Bad cells and rows on the screen: the same error once with all its cells, and where there are
many of one kind the first of them.

All of them stand in JSON and in the file of rejected rows. Never enters: a rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kkmp_cli.errors import Advice, Problem
from kkmp_cli.parsing.excerpt import WHOLE, short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render import words

_NAMES = 60
_KINDS = 40
"""So many kinds are told at length."""
_FEW = 10
_ALIKE = re.compile(r"\d+|`[^`]*`")
"""What differs between errors of one kind."""

Group = tuple[Problem, list[str]]
"""An error without its place, and its cells."""


def lines(problems: Sequence[Problem], several: bool, elsewhere: str = "") -> Iterator[str]:
    """Every error, with its file where there are `several`. `elsewhere`: where all stand whole."""
    kinds = [*_by_kind(_grouped(problems, several))]
    for kind in kinds[:_KINDS]:
        for group in kind[:WHOLE]:
            yield from _told(*group)
        if left := _count(kind[WHOLE:]):
            yield f"  … dan {show(left)} lagi seperti itu{elsewhere}"
    if left := sum(map(_count, kinds[_KINDS:])):
        yield f"  … dan {show(left)} kesalahan lain{elsewhere}"


def summary(problems: Sequence[Problem], several: bool) -> Iterator[str]:
    """The same errors in a line for each kind, without a remedy; the first of many."""
    groups = _grouped(problems, several)
    for one, cells in groups[:_FEW]:
        yield f"  {_place(one, cells)}: {one.message}"
    if left := _count(groups[_FEW:]):
        yield f"  … dan {show(left)} lagi"


def _grouped(problems: Sequence[Problem], several: bool) -> list[Group]:
    groups: dict[Problem, list[str]] = defaultdict(list)
    for one in problems:
        alike = one._replace(row=0, cell="", file=one.file if several else "")
        groups[alike].append(one.cell or f"baris {one.row}")
    return [*groups.items()]


def _by_kind(groups: list[Group]) -> Iterator[list[Group]]:
    """As they come where there are few; else those that ask for the same together."""
    if len(groups) <= WHOLE:
        yield groups
        return
    kinds: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for one, cells in groups:
        asked = (one.remedy or one.message).replace(one.content or "\0", "")
        kinds[one.file, one.column, _ALIKE.sub("", asked)].append((one, cells))
    yield from kinds.values()


def _count(groups: Sequence[Group]) -> int:
    return sum(len(cells) for _, cells in groups)


def _told(one: Problem, cells: Sequence[str]) -> Iterator[str]:
    yield f"  {_place(one, cells)}: {one.message}"
    if one.remedy:
        yield Advice("    → {}", one.remedy)


def _place(one: Problem, cells: Sequence[str]) -> str:
    file = f"{one.file}: " if one.file else ""
    content = f" `{one.content}`" if one.content not in ("", one.column) else ""
    return file + f"{words.listed(cells, _NAMES)} {short(one.column)}".strip() + content
