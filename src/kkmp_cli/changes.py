"""One statement to be recorded, and many of them at little cost: what a run will hold, in order.

A national import makes a million statements; here they stand as their rows said them, and become changes one by one
when somebody looks. Never enters: how they came about (`judging`), a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter, eq
from typing import NamedTuple, overload

from kkmp_cli.runs import COOPERATIVE, REGISTERED


class Change(NamedTuple):
    """One statement to be recorded: `old` → `new` of a field; `per` ISO; equal old and new confirm a value."""

    entity: str
    key: int
    field: str
    old: str | None
    new: str | None
    per: str
    file: int = 0
    row: int = 0


Item = tuple[str, str | None, str | None] | tuple[str, str | None, str | None, str]
"""A statement inside a group: field, old, new, and its ISO day where that is not the group's."""


class Group(NamedTuple):
    """What one run says of one thing, from one row of a file at most: one row of the history."""

    entity: str
    key: int
    per: str
    file: int
    row: int
    said: Sequence[Item]


class _MadeWhenAsked(Sequence[Change]):
    """Changes that are made one by one, whenever somebody goes through them."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, at: int | slice) -> Change | tuple[Change, ...]:
        return tuple(self)[at]


class Registered(_MadeWhenAsked):
    """What registers one cooperative and says its first values; the changes are made when they are asked for.

    `values` are in order, what registers it first, none of them empty; `days` has the days of those that were not true
    on `per`. Kept as `fields`, shared by all rows that state the same ones, and `texts`: a table for each row would
    take four times the memory.
    """

    __slots__ = ("days", "fields", "file", "key", "per", "row", "texts")

    def __init__(
        self, key: int, values: Mapping[str, str], per: str, days: Mapping[str, str], file: int, row: int
    ) -> None:
        self.key, self.per, self.days, self.file, self.row = key, per, days, file, row
        self.fields, self.texts = _shared(tuple(values)), tuple(values.values())

    @property
    def values(self) -> dict[str, str]:
        """Field → its first value."""
        return dict(zip(self.fields, self.texts, strict=True))

    def group(self) -> Group:
        """The same as the one row of the history that it becomes."""
        days = self.days
        said: list[Item] = [
            (name, None, value, days[name]) if name in days else (name, None, value)
            for name, value in zip(self.fields, self.texts, strict=True)
        ]
        return Group(COOPERATIVE, self.key, self.per, self.file, self.row, said)

    def __iter__(self) -> Iterator[Change]:
        for name, value in zip(self.fields, self.texts, strict=True):
            day = self.days.get(name, self.per)
            yield Change(COOPERATIVE, self.key, name, None, value, day, self.file, self.row)

    def __len__(self) -> int:
        return len(self.fields)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Registered):
            return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


@lru_cache(maxsize=16_384)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


class Changes(_MadeWhenAsked):
    """The changes of many rows, one after the other, without a list of them all."""

    __slots__ = ("parts",)

    def __init__(self, parts: Sequence[Sequence[Change]]) -> None:
        self.parts = parts

    def groups(self) -> Iterator[Group | Registered]:
        """The same by what they are about: each group becomes one row of the history."""
        for part in self.parts:
            if isinstance(part, Registered):
                yield part
            else:
                yield from grouped(part)

    def __iter__(self) -> Iterator[Change]:
        return chain.from_iterable(self.parts)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Changes):
            return len(self.parts) == len(other.parts) and all(map(eq, self.parts, other.parts))
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


def fields_changed(changes: Sequence[Change]) -> Sequence[str]:
    """The fields that become another value by one row's changes, what registers it left out."""
    if isinstance(changes, Registered):
        return changes.fields[1:]
    return [change.field for change in changes if change.field != REGISTERED and change.old != change.new]


def grouped(changes: Iterable[Change]) -> Iterator[Group]:
    """Changes that follow one another and are about one thing and from one row, together."""
    for (entity, key, file, row), group in groupby(changes, _ABOUT):
        same = list(group)
        per = same[0].per
        said: list[Item] = [
            (change.field, change.old, change.new)
            if change.per == per else (change.field, change.old, change.new, change.per)
            for change in same
        ]
        yield Group(entity, key, per, file, row, said)


_ABOUT = attrgetter("entity", "key", "file", "row")
