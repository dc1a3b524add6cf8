"""Rows on cooperatives that are not registered yet, column by column: nothing recorded can matter.

A national import is 84,000 of these. Where a value needs a closer look, `merge` takes the long way;
a test holds the two together. Never enters: what is recorded of anybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import compress, repeat
from typing import NamedTuple

from kkmp_cli.milestones import SUDAH
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import BulkEvents
from kkmp_cli.model.vocabulary import NUMBER, OBSTACLE, PLAN, START, STATE, default_name
from kkmp_cli.planning.intent import ADDED, BulkIntents, Intent, RowResult


def is_plain(intent: Intent) -> bool:
    """True where no value hangs on another one, empties a field or is personal: such rows can be
    judged together.
    """
    return _shape(tuple(intent.values)) is not None and None not in intent.values.values()


def judge(batch: BulkIntents) -> list[RowResult | None]:
    """What becomes of each row, all of cooperatives that are new; None where a value needs a closer
    look.
    """
    shape = _shape(batch.fields)
    if shape is None:
        return [None] * len(batch)
    columns = dict(zip(batch.fields, batch.columns, strict=True))
    unclear = _unclear(batch, shape, columns)
    for name in shape.defaulted:
        columns[name] = _said(columns[name], _defaults(name, batch.areas))
    columns = _with_implied(columns, shape.implied)
    rows = [source.row for source in batch.sources] if batch.sources else [0] * len(batch)
    file = batch.sources[0].file if batch.sources else 0
    keys = [area.id for area in batch.areas]
    many = BulkEvents(
        keys,
        tuple(columns),
        tuple(columns.values()),
        batch.per.isoformat(),
        file,
        rows,
        _days(batch, shape, columns),
    )
    told = zip(
        batch.areas,
        repeat(ADDED),
        many.ones(),
        repeat(()),
        repeat(()),
        batch.sources or repeat(None),
    )
    found: list[RowResult | None] = [*map(RowResult._make, told)]
    for at in unclear:
        found[at] = None
    return found


class _Shape(NamedTuple):
    """What is known of rows by the names of their fields alone."""

    states: tuple[str, ...]
    defaulted: tuple[str, ...]
    owners: Mapping[str, str]
    """Field → the state that it belongs to."""
    implied: Mapping[str, str]
    """Number field → the state that it proves where no other cell states that."""


@lru_cache(maxsize=16_384)
def _shape(names: tuple[str, ...]) -> _Shape | None:
    """None where a field hangs on another (a kendala, a rencana, a start), is personal or
    unknown.
    """
    kinds = {name: field for name in names if (field := vocabulary.by_name(name))}
    if len(kinds) < len(names) or any(
        field.kind in (OBSTACLE, PLAN, START) or field.personal for field in kinds.values()
    ):
        return None
    return _Shape(
        tuple(name for name, field in kinds.items() if field.kind == STATE),
        tuple(name for name in names if name == "nama" or name in vocabulary.DEFAULTS),
        {
            owned: field.state_field
            for name, field in kinds.items()
            if field.state_field
            for owned in (name, field.state_field)
        },
        {
            name: field.state_field
            for name, field in kinds.items()
            if field.kind == NUMBER and field.state_field
        },
    )


def _unclear(batch: BulkIntents, shape: _Shape, columns: Mapping[str, Sequence[str]]) -> set[int]:
    """The places of rows with a state that begins after the day of which it is said, or a list that
    adds to another.
    """
    per, found = batch.per.isoformat(), set[int]()
    for name in shape.states:
        late = {value for value in set(columns[name]) if value > per and not value.isalpha()}
        if late:
            days = batch.pers.get(name, ())
            found.update(
                at
                for at, value in enumerate(columns[name])
                if value in late and not (days and value <= days[at])
            )
    units = columns.get("unit_usaha", ())
    if adding := {value for value in set(units) if value[:1] in _SIGNS}:
        found.update(at for at, value in enumerate(units) if value in adding)
    return found


def _defaults(name: str, areas: Sequence[Area]) -> Sequence[str]:
    if name in vocabulary.DEFAULTS:
        return [vocabulary.DEFAULTS[name]] * len(areas)
    return [default_name(area.kelurahan, area.kode) for area in areas]


def _said(texts: Sequence[str], defaults: Sequence[str]) -> Sequence[str]:
    """The texts without those that say no more than the default."""
    return ["" if text == default else text for text, default in zip(texts, defaults, strict=True)]


def _with_implied(
    columns: Mapping[str, Sequence[str]], implied: Mapping[str, str]
) -> dict[str, Sequence[str]]:
    """The columns, a number's `sudah` in the one of its state, before it where there was none."""
    found: dict[str, Sequence[str]] = {}
    for name, texts in columns.items():
        if state := implied.get(name):
            words = found.get(state, columns.get(state, [""] * len(texts)))
            if "" in compress(words, texts):
                words = [
                    word or (number and SUDAH) for number, word in zip(texts, words, strict=True)
                ]
            found[state] = words
        found.setdefault(name, texts)
    return found


def _days(
    batch: BulkIntents, shape: _Shape, columns: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Field → the days of what was not true on the day of the rows."""
    per = batch.per.isoformat()
    found: dict[str, Sequence[str]] = {}
    for name, texts in columns.items():
        own = batch.pers.get(shape.owners.get(name, ""))
        if own is not None:
            days = [
                day if text and day != per else "" for text, day in zip(texts, own, strict=True)
            ]
            if any(days):
                found[name] = days
    return found


_SIGNS = frozenset("+-")
