"""The driver of the server as the register's rooms know a driver: `?` and `:name` for parameters,
rows as tuples, the errors of the DB-API.

Never enters: which table, which right.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import psycopg
from psycopg.types.numeric import IntLoader

from kkmp_cli.register.server.sqlstates import refusal

_COPIED = 50
"""From so many rows on they are sent as one stream."""
_PARTS = re.compile(r"'[^']*'|\?|(?<![:\w]):([a-z_]+)|%")


@lru_cache(maxsize=512)
def translated(sql: str) -> str:
    """A statement with its parameters as the driver has them; what is quoted stays as it is."""
    return _PARTS.sub(_translated, sql)


def _translated(part: re.Match[str]) -> str:
    if part[1]:
        return f"%({part[1]})s"
    return "%s" if part[0] == "?" else part[0].replace("%", "%%")


class Rows(Iterator[Any]):
    """What a statement answers; of one without an answer, nothing."""

    def __init__(self, cursor: psycopg.Cursor[Any]) -> None:
        self._cursor = cursor
        self._rows: Iterator[Any] = iter(cursor if cursor.description else ())

    def __next__(self) -> Any:
        return next(self._rows)

    def fetchone(self) -> Any:
        """The next row, None after the last."""
        return next(self._rows, None)

    def fetchmany(self, size: int | None = 1, /) -> list[Any]:
        """So many more rows."""
        return list(islice(self._rows, size))

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        return list(self._rows)


class ServerConnection:
    """One connection to a server, transactions in our own hands. Every error is a refusal in words,
    `sqlite3.IntegrityError`, or a fault of the program.
    """

    def __init__(self, conninfo: str, named: str, **options: Any) -> None:
        self._named = named
        try:
            self.raw = psycopg.connect(
                conninfo, autocommit=True, cursor_factory=psycopg.ClientCursor, **options
            )
        except psycopg.Error as error:
            raise refusal(error, named) from None
        self.raw.adapters.register_loader("numeric", IntLoader)

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), /) -> Rows:
        """One statement. Raises Unusable, sqlite3.IntegrityError."""
        try:
            return Rows(self.raw.execute(translated(sql), parameters or ()))
        except psycopg.IntegrityError as error:
            raise sqlite3.IntegrityError(error.sqlstate) from None
        except psycopg.Error as error:
            raise refusal(error, self._named) from None

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object:
        """One statement for each of many rows. The same errors."""
        try:
            with self.raw.cursor() as cursor:
                cursor.executemany(translated(sql), list(rows))
        except psycopg.IntegrityError as error:
            raise sqlite3.IntegrityError(error.sqlstate) from None
        except psycopg.Error as error:
            raise refusal(error, self._named) from None
        return None

    def insert(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str
    ) -> None:
        """Rows into a table; many of them as one stream. The same errors."""
        names, remaining = ", ".join(columns), iter(rows)
        first = list(islice(remaining, _COPIED))
        if len(first) == _COPIED and not tail:
            self._copied(f"COPY {table} ({names}) FROM STDIN", chain(first, remaining))
            return
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks}){tail}"
        self.executemany(sql, chain(first, remaining))

    def _copied(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        try:
            with self.raw.cursor() as cursor, cursor.copy(sql) as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.IntegrityError as error:
            raise sqlite3.IntegrityError(error.sqlstate) from None
        except psycopg.Error as error:
            raise refusal(error, self._named) from None

    def digested(self, password: str, role: str) -> str:
        """A password as the server keeps it."""
        return self.raw.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        ).decode()

    @property
    def in_transaction(self) -> bool:
        """True between BEGIN and its end, also where that failed."""
        status = self.raw.info.transaction_status
        return status not in (
            psycopg.pq.TransactionStatus.IDLE,
            psycopg.pq.TransactionStatus.UNKNOWN,
        )

    def close(self) -> None:
        """Ends the connection; what was not committed is gone."""
        self.raw.close()
