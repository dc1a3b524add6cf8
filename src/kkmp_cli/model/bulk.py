"""The events of many rows at little cost: those that register cooperatives stand in columns.

A national import makes a million events; they become events one by one when somebody looks. The
twin of a tuple of `Event`. Never enters: how they came about (`planning`), a database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar, overload

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED

T = TypeVar("T")


class _LazyEvents(Sequence[Event]):
    """Events that are made one by one, whenever somebody goes through them."""

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
class BulkEvents(_LazyEvents):
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

    def days_of(self, field: str) -> Sequence[str]:
        """The days of its own that a field has; none at all where it has none."""
        return self.days.get(field, ())

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


class BulkRow(_LazyEvents):
    """What registers one cooperative and says its first values: one of many."""

    __slots__ = ("at", "many")

    def __init__(self, many: BulkEvents, at: int) -> None:
        self.many, self.at = many, at

    @property
    def values(self) -> dict[str, str]:
        """Field → its first value, what registers it first."""
        at = self.at
        cells = zip(self.many.fields, self.many.columns, strict=True)
        return {REGISTERED: "ya", **{name: column[at] for name, column in cells if column[at]}}

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
                file=many.file,
                row=many.rows[at],
            )

    def __len__(self) -> int:
        return len(self.values)

    def __bool__(self) -> bool:
        return True


class Events(_LazyEvents):
    """The events of many rows, one after the other, without a list of them all."""

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[Sequence[Event]]) -> None:
        self.parts = _together([*parts])

    @classmethod
    def of(cls, events: Sequence[Event]) -> Events:
        """Any events as these."""
        return events if isinstance(events, Events) else cls([events] if events else [])

    def changed(self) -> tuple[int, Counter[str]]:
        """How many rows make a field another value, and which; that one registers is none."""
        rows, counts = 0, Counter[str]()
        for part in self.parts:
            if isinstance(part, BulkEvents):
                rows += part.telling()
                cells = zip(part.fields, part.columns, strict=True)
                counts.update({name: len(texts) - texts.count("") for name, texts in cells})
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


def _together(parts: Sequence[Sequence[Event]]) -> list[Sequence[Event]]:
    """The parts, rows of one block as that block again, where the first of them stands."""
    places = _places(parts)
    merged: list[Sequence[Event]] = []
    for part in parts:
        if not isinstance(part, BulkRow):
            merged.append(part)
        elif chosen := places.pop(id(part.many), None):
            whole = len(chosen) == len(part.many.keys)
            merged.append(part.many if whole else part.many.among(chosen))
    return merged


def _places(parts: Sequence[Sequence[Event]]) -> dict[int, list[int]]:
    """Of each block, by its identity, the rows that are among the parts."""
    places: dict[int, list[int]] = {}
    for part in parts:
        if isinstance(part, BulkRow):
            places.setdefault(id(part.many), []).append(part.at)
    return places


def joined(blocks: Iterable[BulkEvents], most: int) -> Iterator[BulkEvents]:
    """What blocks that follow each other say, as one: of the same day and file, and of `most`
    cooperatives where each of them has fewer. The order of what a row says is not kept.
    """
    several: list[BulkEvents] = []
    for block in blocks:
        count = sum(len(one.keys) for one in (*several, block))
        if several and (count > most or _origin(block) != _origin(several[0])):
            yield _as_one(several)
            several = []
        several.append(block)
    if several:
        yield _as_one(several)


def _origin(block: BulkEvents) -> tuple[str, int]:
    return block.per, block.file


def _as_one(blocks: Sequence[BulkEvents]) -> BulkEvents:
    if len(blocks) == 1:
        return blocks[0]
    fields = _each(one.fields for one in blocks)
    return replace(
        blocks[0],
        keys=_each(one.keys for one in blocks),
        rows=_each(one.rows for one in blocks),
        fields=(names := tuple(dict.fromkeys(fields))),
        columns=tuple(_column(blocks, BulkEvents.column, name) for name in names),
        days=_days(blocks),
    )


def _days(blocks: Sequence[BulkEvents]) -> dict[str, list[str]]:
    dated = dict.fromkeys(_each(one.days for one in blocks))
    return {name: _column(blocks, BulkEvents.days_of, name) for name in dated}


def _column(
    blocks: Iterable[BulkEvents], of: Callable[[BulkEvents, str], Sequence[str]], name: str
) -> list[str]:
    return _each(of(one, name) or [""] * len(one.keys) for one in blocks)


def _each(lists: Iterable[Iterable[T]]) -> list[T]:
    return [*chain.from_iterable(lists)]


def fields_of(events: Sequence[Event]) -> Iterable[str]:
    """The fields that events are about, without making those of a block."""
    return events.values if isinstance(events, BulkRow) else (event.field for event in events)


def blocks_of(parts: Iterable[Sequence[Event]]) -> tuple[list[BulkEvents], list[Sequence[Event]]]:
    """The blocks of which there are rows among the parts, each once, and the other parts."""
    blocks: dict[int, BulkEvents] = {}
    others: list[Sequence[Event]] = []
    for part in parts:
        if isinstance(part, BulkRow):
            blocks[id(part.many)] = part.many
        else:
            others.append(part)
    return [*blocks.values()], others
