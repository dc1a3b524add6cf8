"""An event to be recorded, and many of them at little cost: what a run will hold, in order.

A national import makes a million events; here they stand in its columns, and become events
one by one when somebody looks. Never enters: how they came about (`planning`), a database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple, overload

from kkmp_cli.model.run import COOPERATIVE, REGISTERED


class Event(NamedTuple):
    """One statement to be recorded: `old` → `new` of a field; `per` ISO; equal old and new confirm
    a value.
    """

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


class EventGroup(NamedTuple):
    """What one run says of one thing, from one row of a file at most: one row of the history."""

    entity: str
    key: int
    per: str
    file: int
    row: int
    items: Sequence[Item]


class _MadeWhenAsked(Sequence[Event]):
    """Changes that are made one by one, whenever somebody goes through them."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Event, ...]: ...
    def __getitem__(self, at: int | slice) -> Event | tuple[Event, ...]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class BulkEvents(_MadeWhenAsked):
    """What registers many cooperatives and says their first values, a column for each field.

    `columns` has a text for each of `keys`, empty where nothing is said of it; `days` has, for a
    field of which some were not true on `per`, their ISO days, empty for the others. `rows` are the
    numbers of the rows of `file`.
    """

    keys: Sequence[int]
    fields: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    per: str
    file: int
    rows: Sequence[int]
    days: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def ones(self) -> Iterator[BulkRow]:
        """What registers each of them."""
        return (BulkRow(self, at) for at in range(len(self.keys)))

    def telling(self) -> int:
        """Of how many more is said than that they are registered."""
        if any("" not in column for column in self.columns):
            return len(self.keys)
        return sum(map(any, zip(*self.columns, strict=True)))

    def column(self, field: str) -> Sequence[str]:
        """The texts of a field; none at all where it has no column."""
        return self.columns[self.fields.index(field)] if field in self.fields else ()

    def among(self, places: Sequence[int]) -> BulkEvents:
        """The same of those at some places."""
        return replace(
            self,
            keys=[self.keys[at] for at in places],
            rows=[self.rows[at] for at in places],
            columns=tuple([column[at] for at in places] for column in self.columns),
            days={name: [column[at] for at in places] for name, column in self.days.items()},
        )

    def __iter__(self) -> Iterator[Event]:
        return chain.from_iterable(self.ones())

    def __len__(self) -> int:
        return len(self.keys) * (1 + len(self.columns)) - sum(
            column.count("") for column in self.columns
        )


class BulkRow(_MadeWhenAsked):
    """What registers one cooperative and says its first values: one of many."""

    __slots__ = ("at", "many")

    def __init__(self, many: BulkEvents, at: int) -> None:
        self.many, self.at = many, at

    @property
    def values(self) -> dict[str, str]:
        """Field → its first value, what registers it first."""
        at = self.at
        told = {
            name: column[at]
            for name, column in zip(self.many.fields, self.many.columns, strict=True)
        }
        return {REGISTERED: "ya", **{name: text for name, text in told.items() if text}}

    def __iter__(self) -> Iterator[Event]:
        many, at = self.many, self.at
        for name, value in self.values.items():
            day = many.days[name][at] if name in many.days else ""
            yield Event(
                COOPERATIVE,
                many.keys[at],
                name,
                None,
                value,
                day or many.per,
                many.file,
                many.rows[at],
            )

    def __len__(self) -> int:
        return len(self.values)

    def __bool__(self) -> bool:
        return True


class Events(_MadeWhenAsked):
    """The changes of many rows, one after the other, without a list of them all."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Sequence[Event]]) -> None:
        self.parts = [*_together(parts)]

    def changed(self) -> tuple[int, Counter[str]]:
        """Of how many rows a field becomes another value, and how many times each does; that one
        registers is none.
        """
        rows, counts = 0, Counter[str]()
        for part in self.parts:
            if isinstance(part, BulkEvents):
                rows += part.telling()
                counts.update(
                    {
                        name: len(column) - column.count("")
                        for name, column in zip(part.fields, part.columns, strict=True)
                    }
                )
            else:
                fields = [
                    one.field for one in part if one.field != REGISTERED and one.old != one.new
                ]
                rows += bool(fields)
                counts.update(fields)
        return rows, counts

    def __iter__(self) -> Iterator[Event]:
        return chain.from_iterable(self.parts)

    def __len__(self) -> int:
        return sum(map(len, self.parts))


def _together(parts: Iterable[Sequence[Event]]) -> list[Sequence[Event]]:
    """The parts, those that register one of many as those many again, where the first of them
    stands.
    """
    found: list[Sequence[Event]] = []
    places: dict[int, tuple[int, list[int]]] = {}
    for part in parts:
        if not isinstance(part, BulkRow):
            found.append(part)
        elif (known := places.get(id(part.many))) is not None:
            known[1].append(part.at)
        else:
            places[id(part.many)] = len(found), [part.at]
            found.append(part.many)
    for place, chosen in places.values():
        many = found[place]
        if isinstance(many, BulkEvents) and len(chosen) < len(many.keys):
            found[place] = many.among(chosen)
    return found


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
