"""What plain SQL lacks on any engine: lists of any length, and many rows by one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

from kkmp_cli.register.engine import Connection

T = TypeVar("T")

_LISTED = 500
"""As many values as one statement names."""
_AT_ONCE = 200
"""As many rows as one statement writes: one statement for each would cost as much again."""


def marks(count: int) -> str:
    """So many parameters in brackets: `(?,?,?)`."""
    return f"({','.join('?' * count)})"


def chunks(
    items: Iterable[T], size: int = _LISTED, tick: Callable[[int], None] | None = None
) -> Iterator[list[T]]:
    """So many items at a time; `tick` is told how many were dealt with."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk
        if tick:
            tick(len(chunk))


def with_rows(connection: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """A statement with `VALUES {}`, done for many rows at a time."""
    for some in chunks(rows, _AT_ONCE):
        values = ",".join([marks(len(some[0]))] * len(some))
        connection.execute(sql.format(values), [*chain.from_iterable(some)])
