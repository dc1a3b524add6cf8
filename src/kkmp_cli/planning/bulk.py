"""Rows on cooperatives that are not registered yet, column by column: nothing recorded can matter.

A national import is 84,000 of these. Where a value needs a closer look, `merge` takes the long way;
a test holds the two together. Never enters: what is recorded of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain, compress, product, repeat
from operator import and_, not_
from typing import NamedTuple

from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import BulkEvents, blocks_of
from kkmp_cli.model.vocabulary import (
    DEFAULTS,
    NUMBER,
    NUMBER_FIELDS,
    NUMBER_PARTS,
    OBSTACLE,
    PLAN,
    START,
    STATE,
    Field,
    Vocabulary,
    default_name,
)
from kkmp_cli.planning.intent import ADDED, Intent, Numbers, RowResult, Source


@dataclass(frozen=True, slots=True)
class BulkIntents:
    """Many rows of one file, each on another cooperative, as a column for each field.

    `columns` has a canonical text for each of `areas`, empty where the row says nothing of it;
    `pers`, by the field that owns the day, ISO days that override `per`, empty where none does.
    `sources` tells where each row stands, or nothing.
    """

    areas: Sequence[Area]
    fields: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    per: date
    explicit: bool = False
    pers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sources: Sequence[Source] | None = None

    @classmethod
    def of(cls, intents: Sequence[Intent]) -> BulkIntents:
        """The same as these intents, which share file and day and empty no field."""
        rows = [intent.values for intent in intents]
        fields = tuple(dict.fromkeys(chain.from_iterable(rows)))
        return cls(
            [intent.area for intent in intents],
            fields,
            tuple([values.get(name) or "" for values in rows] for name in fields),
            per=intents[0].per,
            explicit=intents[0].explicit,
            pers=_days_of(intents),
            sources=_sources_of(intents),
        )

    def __len__(self) -> int:
        return len(self.areas)

    def __iter__(self) -> Iterator[Intent]:
        """Each row as an intent of its own."""
        return map(self.one, range(len(self)))

    def one(self, at: int) -> Intent:
        """A row as an intent of its own."""
        values = {
            name: column[at]
            for name, column in zip(self.fields, self.columns, strict=True)
            if column[at]
        }
        pers = {name: days[at] for name, days in self.pers.items() if days[at]}
        source = self.sources[at] if self.sources else None
        return Intent(self.areas[at], values, self.per, self.explicit, pers, source)

    def silent(self, *fields: str) -> int:
        """How many rows say nothing of any of these fields."""
        silent: Sequence[bool] = [True] * len(self)
        for name, column in zip(self.fields, self.columns, strict=True):
            if name in fields:
                silent = [*map(and_, silent, map(not_, column))]
        return sum(silent)


def is_plain(intent: Intent, vocabulary: Vocabulary) -> bool:
    """True where no value hangs on another, empties or is personal: mergeable together."""
    return (
        _shape(tuple(intent.values), vocabulary) is not None and None not in intent.values.values()
    )


def merge_new(batch: BulkIntents, vocabulary: Vocabulary) -> list[RowResult | None]:
    """What becomes of rows that are all of new cooperatives; None for one to look at closer."""
    shape = _shape(batch.fields, vocabulary)
    if shape is None:
        return [None] * len(batch)
    sources = batch.sources or repeat(None)
    rows = zip(
        batch.areas, repeat(ADDED), _events(batch, shape).ones(), repeat(()), repeat(()), sources
    )
    results: list[RowResult | None] = [*map(RowResult._make, rows)]
    for at in _unclear(batch, shape):
        results[at] = None
    return results


def _sources_of(intents: Sequence[Intent]) -> list[Source] | None:
    """The places of the rows, None where one of them has none."""
    sources = [intent.source for intent in intents if intent.source]
    return sources if len(sources) == len(intents) else None


def _days_of(intents: Sequence[Intent]) -> dict[str, list[str]]:
    """Field → the days of its own in each row, empty where a row has none."""
    dated = dict.fromkeys(chain.from_iterable(intent.pers for intent in intents))
    return {name: [intent.pers.get(name, "") for intent in intents] for name in dated}


def numbers_apart(results: Sequence[RowResult], numbers: Numbers) -> bool:
    """True where only rows merged together state numbers, each once and none in the register."""
    blocks, others = blocks_of(result.events for result in results if result.events)
    if any(event.field in NUMBER_PARTS for events in others for event in events):
        return False
    stated, count = _stated_numbers(blocks)
    return sum(map(len, stated.values())) == count and _unheld(stated, count, numbers)


def _stated_numbers(blocks: Iterable[BulkEvents]) -> tuple[dict[str, set[tuple[str, str]]], int]:
    """State field → bank and number, each once; and how many numbers are stated in all."""
    stated: dict[str, set[tuple[str, str]]] = {}
    count = 0
    for block, (number, bank, state) in product(blocks, NUMBER_FIELDS):
        if texts := block.column(number):
            pairs = zip(block.column(bank) or repeat(""), texts, strict=False)
            stated.setdefault(state, set()).update(compress(pairs, texts))
            count += len(texts) - texts.count("")
    return stated, count


def _unheld(stated: Mapping[str, set[tuple[str, str]]], count: int, numbers: Numbers) -> bool:
    """True where the register holds none of the stated numbers."""
    if count < _MANY:
        return not any((state, *one) in numbers for state, pairs in stated.items() for one in pairs)
    return not any((bank, number) in stated.get(state, ()) for state, bank, number in numbers)


class _Shape(NamedTuple):
    """What is known of rows by the names of their fields alone."""

    states: tuple[str, ...]
    defaulted: tuple[str, ...]
    implied: Mapping[str, str]
    """Number field → the state that it proves where no other cell states that."""
    owners: Mapping[str, str]
    """Field → the one that owns its day."""


@lru_cache(maxsize=16_384)
def _shape(names: tuple[str, ...], vocabulary: Vocabulary) -> _Shape | None:
    """None where a field hangs on another (kendala, rencana, start), is personal or unknown."""
    fields = [field for name in names if (field := vocabulary.by_name(name))]
    if len(fields) < len(names) or any(
        field.kind in (OBSTACLE, PLAN, START) or field.personal for field in fields
    ):
        return None
    return _Shape(
        tuple(field.name for field in fields if field.kind == STATE),
        tuple(name for name in names if name == "nama" or name in DEFAULTS),
        _owners(field for field in fields if field.kind == NUMBER),
        _owners(fields),
    )


def _owners(fields: Iterable[Field]) -> dict[str, str]:
    return {field.name: field.owner for field in fields}


def _events(batch: BulkIntents, shape: _Shape) -> BulkEvents:
    """What registers these cooperatives and states their first values, defaults left out."""
    columns = _with_implied(_without_defaults(batch, shape), shape.implied)
    return BulkEvents(
        [area.id for area in batch.areas],
        tuple(columns),
        tuple(columns.values()),
        per=batch.per.isoformat(),
        file=batch.sources[0].file if batch.sources else 0,
        rows=[source.row for source in batch.sources] if batch.sources else [0] * len(batch),
        days=_days(batch, columns, shape.owners),
    )


def _without_defaults(batch: BulkIntents, shape: _Shape) -> dict[str, Sequence[str]]:
    columns: dict[str, Sequence[str]] = dict(zip(batch.fields, batch.columns, strict=True))
    for name in shape.defaulted:
        cells = zip(columns[name], batch.areas, strict=True)
        columns[name] = ["" if _is_default(name, text, area) else text for text, area in cells]
    return columns


def _unclear(batch: BulkIntents, shape: _Shape) -> set[int]:
    """Rows with a state that begins after its day, or a list that adds to another."""
    columns = dict(zip(batch.fields, batch.columns, strict=True))
    places = {at for name in shape.states for at in _late(batch, name, columns[name])}
    units = columns.get("unit_usaha", ())
    if adding := {value for value in set(units) if value[:1] in _SIGNS}:
        places.update(at for at, value in enumerate(units) if value in adding)
    return places


def _late(batch: BulkIntents, name: str, texts: Sequence[str]) -> Iterator[int]:
    """The places of dates after the day of which they are said."""
    per, days = batch.per.isoformat(), batch.pers.get(name, ())
    late = {value for value in set(texts) if value > per and not value.isalpha()}
    if late:
        for at, value in enumerate(texts):
            if value in late and not (days and value <= days[at]):
                yield at


def _is_default(name: str, text: str, area: Area) -> bool:
    """True for what is shown anyhow; most names end in another word than the kelurahan."""
    if name in DEFAULTS:
        return text == DEFAULTS[name]
    return text.endswith(area.kelurahan) and text == default_name(area.kelurahan, area.kode)


def _with_implied(
    columns: Mapping[str, Sequence[str]], implied: Mapping[str, str]
) -> dict[str, Sequence[str]]:
    """The columns, a number's `sudah` in the one of its state, before it where there was none."""
    completed: dict[str, Sequence[str]] = {}
    for name, texts in columns.items():
        if state := implied.get(name):
            words = completed.get(state, columns.get(state, [""] * len(texts)))
            if "" in compress(words, texts):
                cells = zip(texts, words, strict=True)
                words = [word or (number and SUDAH) for number, word in cells]
            completed[state] = words
        completed.setdefault(name, texts)
    return completed


def _days(
    batch: BulkIntents, columns: Mapping[str, Sequence[str]], owners: Mapping[str, str]
) -> dict[str, Sequence[str]]:
    """Field → the days of what was not true on the day of the rows."""
    per, dated = batch.per.isoformat(), dict[str, Sequence[str]]()
    for name, texts in columns.items() if batch.pers else ():
        own = batch.pers.get(owners.get(name, name))
        if own is not None:
            cells = zip(texts, own, strict=True)
            days = [day if text and day != per else "" for text, day in cells]
            if any(days):
                dated[name] = days
    return dated


_MANY = 5_000
"""From so many numbers on, those of the register are gone through rather than asked for one by one.
"""
_SIGNS = frozenset("+-")
