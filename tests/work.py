"""How much of a table a command reads: rows are counted, never seconds."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_TABLE = re.compile(r"\b(?:FROM|JOIN) \(?([a-z_]+)")


@contextmanager
def counted_rows() -> Iterator[Counter[str]]:
    """By table, the rows that come out of its statements meanwhile; of one that joins, in each."""
    rows: Counter[str] = Counter()

    class CountingCursor(sqlite3.Cursor):
        tables: tuple[str, ...] = ()

        def execute(self, sql: str, *parameters: Any) -> CountingCursor:
            self.tables = (*{*_TABLE.findall(sql)},)
            return super().execute(sql, *parameters)

        def __next__(self) -> Any:
            row = super().__next__()
            rows.update(self.tables)
            return row

        def fetchall(self) -> list[Any]:
            return [*self]

        def fetchmany(self, size: int | None = None) -> list[Any]:
            return [row for row, _ in zip(self, range(size or self.arraysize), strict=False)]

        def fetchone(self) -> Any:
            return next(self, None)

    class CountingConnection(sqlite3.Connection):
        def cursor(self, factory: Any = CountingCursor) -> Any:
            return super().cursor(factory)

    real: Callable[..., sqlite3.Connection] = sqlite3.connect
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "factory": CountingConnection})
        )
        yield rows
