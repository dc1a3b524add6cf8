"""An event: somebody's word that a field had a value on a day, as a run will hold it.

Many of them at little cost are in `bulk`. Never enters: how it came about (`planning`), a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple


class Event(NamedTuple):
    """`old` → `new` of a field of a thing; `per` ISO; equal old and new confirm a value."""

    entity: str
    key: int
    field: str
    old: str | None
    new: str | None
    per: str
    file: int = 0
    row: int = 0


Item = tuple[str, str | None, str | None] | tuple[str, str | None, str | None, str]
"""An event inside a group: field, old, new, and its ISO day where that is not the group's."""


class EventGroup(NamedTuple):
    """What one run says of one thing, from one row of a file at most: one row of the history."""

    entity: str
    key: int
    per: str
    file: int
    row: int
    items: Sequence[Item]


def grouped(events: Iterable[Event]) -> Iterator[EventGroup]:
    """Changes that follow one another and are about one thing and from one row, together."""
    for (entity, key, file, row), group in groupby(events, _ABOUT):
        same = list(group)
        per = same[0].per
        items: list[Item] = [
            (event.field, event.old, event.new)
            if event.per == per
            else (event.field, event.old, event.new, event.per)
            for event in same
        ]
        yield EventGroup(entity, key, per, file, row, items)


_ABOUT = attrgetter("entity", "key", "file", "row")
