"""A connection to one register, with its vocabulary, and the two things that plain SQL lacks: lists
of any length, and many rows at once.

Never enters: what a row means, where a transaction begins or ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.register import declared_fields
from kkmp_cli.register.batches import chunks, marks
from kkmp_cli.register.engine import Connection, Engine, Sight
from kkmp_cli.register.location import RESTORE, SCHEMA, Damaged, connect, look, unusable
from kkmp_cli.register.sqlite import SqliteFile

_WHOLE = 13
"""The letters of the code of an area."""


class Queries:
    """One register at one moment: everything that asks or tells it is handed one of these."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self.connection = connection
        self.engine = engine
        self.taking_back: int | None = None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The fields of this register as they are declared now."""
        rows = self.rows(declared_fields.ALL)
        named = ((row[0], dict(zip(declared_fields.COLUMNS, row[1:], strict=True))) for row in rows)
        own = tuple(declared_fields.own_field(*each) for each in named)
        return Vocabulary(own) if own else built_in()

    @cached_property
    def sight(self) -> Sight:
        """What of it who asks may read."""
        return self.engine.sight(self.connection)

    def claim(self, *keys: str) -> None:
        """Who only reads keeps nobody waiting; see `Writer.claim`."""

    def ahead(self, statements: Iterable[tuple[str, Sequence[Any]]]) -> None:
        """Questions that are about to be put; see `engine.Engine.ahead`."""
        self.engine.ahead(self.connection, statements)

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        """The rows of a query, as tuples. Raises Damaged where a text is no text any more."""
        return list(self.each(sql, parameters))

    def each(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Iterator[Any]:
        """The same one by one."""
        for row in self.connection.execute(sql, parameters):
            if bytes in map(type, row):
                raise Damaged(f"Register {self.engine} rusak.", RESTORE)
            yield row

    def texts(self, sql: str) -> list[Any]:
        """The same of columns that hold nothing but texts."""
        rows = self.rows(sql)
        if any({*map(type, column)} != {str} for column in zip(*rows, strict=True)):
            raise Damaged(f"Register {self.engine} rusak.", RESTORE)
        return rows

    def among(self, sql: str, listed: Iterable[Any], others: Sequence[Any] = ()) -> Iterator[Any]:
        """The rows of a statement with `IN {}`, for a list of any length; `others` are the
        parameters after it.
        """
        for chunk in chunks(listed, self.engine.listed):
            yield from self.connection.execute(sql.format(marks(len(chunk))), [*chunk, *others])

    def insert(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str = ""
    ) -> None:
        """Rows into a table, many by one statement; `tail` says what becomes of one that is there.

        Raises sqlite3.IntegrityError where a row cannot be.
        """
        self.engine.insert(self.connection, table, columns, rows, tail)

    def insert_from(self, rows: Sequence[Sequence[Any]], columns: Sequence[str], sql: str) -> None:
        """A statement that makes rows out of many others; see `engine.Engine.insert_from`."""
        self.engine.insert_from(self.connection, rows, columns, sql)

    def delete(self, table: str, column: str, listed: Iterable[Any]) -> None:
        """Takes out the rows whose column has one of these values."""
        for _ in self.among(f"DELETE FROM {table} WHERE {column} IN {{}}", listed):
            pass


def upsert(key: str, columns: Iterable[str]) -> str:
    """The end of an insert by which a row that is there already takes the new values."""
    news = ", ".join(f"{name} = excluded.{name}" for name in columns)
    return f" ON CONFLICT ({key}) DO UPDATE SET {news}"


def vocabulary_at(path: Path) -> Vocabulary | None:
    """The fields of a register, for who asks nothing else of it; None for one of an older schema.
    Raises Unusable where it cannot be opened.
    """
    if look(path) != SCHEMA:
        return None
    try:
        with closing(connect(path, writable=False)) as connection:
            return Queries(connection, SqliteFile(path)).vocabulary
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise unusable(error, path) from None


def below(prefixes: Sequence[str] | None) -> tuple[str, list[str]]:
    """A condition on `a.kode` for all codes below the prefixes (or equal to whole ones), and its
    parameters; no prefix at all is every code.

    An index can serve it: `/` follows `.` in ASCII.
    """
    if prefixes is None:
        return "TRUE", []
    tests: list[str] = []
    parameters: list[str] = []
    for prefix in dict.fromkeys(prefixes):
        whole = len(prefix) >= _WHOLE
        tests.append("a.kode = ?" if whole else "(a.kode >= ? AND a.kode < ?)")
        parameters += [prefix] if whole else [f"{prefix}.", f"{prefix}/"]
    return f"({' OR '.join(tests) or 'FALSE'})", parameters
