"""What follows from the history and stands beside it, brought up to date with whatever a run
touched.

The state of a cooperative is never edited: it is rebuilt from the statements in force, so that
undoing restores exactly what was. Never enters: a new statement, the history itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

from kkmp_cli.model import projection
from kkmp_cli.model.projection import FieldEvent, Projection
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.register import log, state_columns
from kkmp_cli.register.reader import Reader

T = TypeVar("T")
Number = tuple[str, str, str, int]
"""An identifier as a row: milestone, number, bank, cooperative."""

_BULK = 500
_AT_ONCE = 200


def refresh(
    register: Reader, ids: Sequence[int], tick: Callable[[int], None] | None = None
) -> None:
    """Brings the state of these cooperatives up to date with what is said of them; inside a
    transaction that writes.

    `tick` is told how many are done. Raises sqlite3.IntegrityError where two of them would hold one
    number.
    """
    if not ids:
        return
    connection, new = register.connection, list[Number]()
    said = log.field_events(register, ids, log.void_runs(register))
    for chunk in chunks(ids):
        found = [
            (key, projection.project(said[key])) for key in chunk if _registered(said.get(key, ()))
        ]
        numbers = {
            row for key, state in found for row in state_columns.numbers_of(key, state.values)
        }
        held = _numbers_of(register, chunk)
        _clear(connection, chunk, held - numbers)
        _write(connection, found)
        gone = [(key,) for key in {*chunk}.difference(key for key, _ in found)]
        connection.executemany("DELETE FROM cooperatives WHERE id = ?", gone)
        new += numbers - held
        if tick:
            tick(len(chunk))
    insert_many(connection, "identifiers", state_columns.NUMBER_COLUMNS, sorted(new))


def _registered(said: Iterable[FieldEvent]) -> bool:
    held = [entry for entry in said if entry.field == REGISTERED]
    return bool(held) and max(held, key=lambda entry: entry.order).value is not None


def _numbers_of(register: Reader, ids: Sequence[int]) -> set[Number]:
    """The identifiers that these cooperatives hold."""
    held = register.rows(
        f"SELECT id, nilai FROM cooperatives WHERE id IN ({','.join('?' * len(ids))})", ids
    )
    return {row for key, text in held for row in state_columns.numbers_of(key, json.loads(text))}


def _clear(connection: sqlite3.Connection, ids: Sequence[int], numbers: Iterable[Number]) -> None:
    """Takes away the marks of these cooperatives, and identifiers that they hold no more."""
    lost = [number[:3] for number in numbers]
    connection.executemany(
        "DELETE FROM identifiers WHERE milestone = ? AND nomor = ? AND bank = ?", lost
    )
    connection.execute(
        f"DELETE FROM fingerprints WHERE cooperative_id IN ({','.join('?' * len(ids))})", ids
    )


def _write(connection: sqlite3.Connection, found: Iterable[tuple[int, Projection]]) -> None:
    names = state_columns.COLUMNS[1:]
    upsert = " ON CONFLICT (id) DO UPDATE SET " + ", ".join(
        f"{name} = excluded.{name}" for name in names
    )
    insert_many(
        connection,
        "cooperatives",
        state_columns.COLUMNS,
        [state_columns.row_of(*each) for each in found],
        upsert,
    )


def insert_many(
    connection: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
    tail: str = "",
) -> None:
    """Rows into a table, many by one statement: one for each would cost as much again."""
    head, marks = (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ",
        f"({','.join('?' * len(names))})",
    )
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        connection.execute(
            head + ",".join([marks] * len(some)) + tail, [*chain.from_iterable(some)]
        )


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """As many at a time as one statement can name."""
    remaining = iter(items)
    while chunk := list(islice(remaining, _BULK)):
        yield chunk
