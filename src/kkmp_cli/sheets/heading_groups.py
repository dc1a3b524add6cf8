"""What stands over each column: its own heading, below the group headings that reach over it.

Never enters: which rows are the heading (`heading_rows`), a row of data.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.vocabulary import IGNORED_HEADINGS, Field, built_in
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_words import GENERIC, OWN, UNIT, turned, words

Meaning = Callable[[str], str | None]
"""A heading's text → the name of its field, None for an unknown one. Raises CellError."""
_CHOICE = re.compile(r"\s*\((?:sudah|ada|ya)\s*/\s*(?:belum|tidak)\)", re.IGNORECASE)
"""How its columns are filled, behind a group: `NIB (Sudah/Belum)`."""


class Heading(NamedTuple):
    """A column: place, words over it, the text that is asked, the group headings over it."""

    position: int
    text: str
    asked: str
    group: str = ""


class _Stack(NamedTuple):
    """The heading of one column with the group headings above it, the nearest last."""

    position: int
    groups: Sequence[str]
    text: str


def meaning_of(text: str, meaning: Meaning) -> str | None:
    """What a heading means, `?` where it is known but ambiguous."""
    try:
        return meaning(text)
    except CellError:
        return "?"


def headings_below(levels: Sequence[Sequence[str]], meaning: Meaning) -> list[Heading]:
    """What stands over each column in one to three rows."""
    headings: list[Heading] = []
    wider: dict[int, str] = {}
    for stack in _stacks(levels):
        if stack.groups and not _counts_rows(headings, stack.text):
            headings.append(_under(stack, meaning)._replace(group=" ".join(stack.groups)))
            wider[stack.position] = f"{stack.groups[-1]} {stack.text}"
        else:
            headings.append(Heading(stack.position, stack.text, stack.text))
    return _told_apart(headings, wider)


def _stacks(levels: Sequence[Sequence[str]]) -> Iterator[_Stack]:
    """The columns with a heading; a group heading reaches to the right until the next one."""
    groups = [""] * len(levels)
    for position in range(max(map(len, levels))):
        own = [texts[position] if position < len(texts) else "" for texts in levels]
        for level, text in enumerate(own[:-1]):
            if text:
                groups[level:] = [text, *[""] * (len(levels) - level - 1)]
        if any(own):
            yield _stack(position, own, groups)


def _stack(position: int, own: Sequence[str], groups: Sequence[str]) -> _Stack:
    """The lowest text of a column; one that only says the unit is passed over for the one above."""
    lowest = max(level for level, text in enumerate(own) if text)
    over = [group for group in groups[:lowest] if group]
    if lowest and own[lowest - 1] and UNIT.fullmatch(own[lowest]):
        over, lowest = over[:-1], lowest - 1
    return _Stack(position, [_CHOICE.sub("", group) for group in over], own[lowest])


def _told_apart(headings: list[Heading], wider: Mapping[int, str]) -> list[Heading]:
    """Equal headings below two groups, each with its group: `Sebelum NIB`, `Sesudah NIB`."""
    often = Counter(heading.text for heading in headings)
    return [
        heading._replace(text=wider.get(heading.position, heading.text))
        if often[heading.text] > 1
        else heading
        for heading in headings
    ]


def _counts_rows(before: Sequence[Heading], text: str) -> bool:
    """True for the `No` of the first column, whatever group it stands under."""
    return not before and match_key(text) in IGNORED_HEADINGS


def _under(stack: _Stack, meaning: Meaning) -> Heading:
    """A heading below groups: `Tanggal` under `NIB` asks for `Tanggal NIB`, `NPWP` for itself."""
    position, groups, text = stack
    for group in dict.fromkeys((groups[-1], " ".join(groups))):
        for asked in (f"{text} {group}", f"{group} {text}"):
            if meaning_of(asked, meaning):
                return Heading(position, f"{group} {text}", asked)
    meant = None if text.casefold() in GENERIC else meaning_of(text, meaning)
    if meant and _leaves(" ".join(groups), meant):
        return Heading(position, text, text)
    both = " ".join((*groups, text))
    return Heading(position, both, both)


def _leaves(group: str, meant: str) -> bool:
    """True where a group leaves the meaning of what it heads: not `Belum Memiliki`, `Notaris`.
    Fields that an office has declared are neither personal, nor do they run.
    """
    field = built_in().by_name(meant)
    if turned(group) or (field and _runs_another(group, field)):
        return False
    return field is None or not field.personal or words(group) <= OWN


def _runs_another(group: str, field: Field) -> bool:
    """True for `Operasional` over `Gerai`: that a place is there does not say that it runs."""
    name = meaning_of(group, lambda text: built_in().match_heading(text, FIRST_BOOK_YEAR))
    above = built_in().by_name(name) if name else None
    if above is None or above.milestone is None or field.milestone in (None, above.milestone):
        return False
    itself = match_key(group) in (above.milestone.code, match_key(above.label))
    return field.milestone.stops and above.milestone.stops and not itself
