"""The driver of the server as the register's rooms know a driver: `?` and `:name` for parameters,
rows as tuples, the errors of the DB-API.

Never enters: which table, which right.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain, islice
from typing import Any

import psycopg
from psycopg.types.numeric import IntLoader

from kkmp_cli.register.location import Damaged
from kkmp_cli.register.server.address import Address
from kkmp_cli.register.server.sqlstates import refusal
from kkmp_cli.register.server.unreachable import refusal as refusal_to_connect

_AGAIN = "Ulangi perintahnya; bila tetap begitu, minta pengelola register bersama memeriksanya."
_COPIED = 50
"""From so many rows on they are sent as one stream."""
_WAITING = 500
"""As many statements wait for the next trip."""
_STAGED = "staged"
"""The table that a stream of rows goes into."""
_ANSWERLESS = re.compile(r"(INSERT|UPDATE|DELETE|CREATE|DROP|SET|RESET|GRANT|REVOKE|ALTER|LOCK) ")
"""What such a statement begins with."""
_PARTS = re.compile(r"'[^']*'|\?|(?<![:\w]):([a-z_]+)|%")


@lru_cache(maxsize=512)
def translated(sql: str) -> str:
    """A statement with its parameters as the driver has them; what is quoted stays as it is."""
    return _PARTS.sub(_translated, sql)


def _translated(part: re.Match[str]) -> str:
    if part[1]:
        return f"%({part[1]})s"
    return "%s" if part[0] == "?" else part[0].replace("%", "%%")


class NoTable(Damaged):
    """A table that was asked for is not there."""


def _rows(cursor: psycopg.Cursor[Any]) -> list[Any]:
    return cursor.fetchall() if cursor.description else []


def _connected(address: Address) -> psycopg.Connection[Any]:
    """Raises Unusable where there is no connection."""
    how: Any = {"autocommit": True, "cursor_factory": psycopg.ClientCursor, **address.parts}
    try:
        return psycopg.connect(**how)
    except (psycopg.Error, UnicodeError) as error:
        raise refusal_to_connect(error, address.parts, address.named) from None


class Rows(Iterator[Any]):
    """What a statement answers; of one without an answer, nothing."""

    def __init__(self, rows: Iterable[Any] = ()) -> None:
        self._rows = iter(rows)

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

    A statement without an answer waits and goes along with the next one that has one, in one trip
    over the wire; so its error comes with that one too.
    """

    def __init__(self, address: Address) -> None:
        self.named = address.named
        self._waiting: list[str] = []
        self._ahead: dict[str, None] = {}
        self._answers: dict[str, list[Any]] = {}
        self._lasting: set[str] = set()
        self.raw = _connected(address)
        self._cursor = psycopg.ClientCursor(self.raw)
        self.raw.adapters.register_loader("numeric", IntLoader)

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = (), /) -> Rows:
        """One statement; its rows are here once it returns. Raises Unusable,
        sqlite3.IntegrityError.
        """
        if _ANSWERLESS.match(sql):
            self.later(sql, parameters)
            return Rows()
        text = self._bound(sql, parameters)
        if text not in self._answers:
            self._ahead.setdefault(text)
            self._send()
        return Rows(self._answers[text] if text in self._lasting else self._answers.pop(text))

    def ahead(self, statements: Iterable[tuple[str, Sequence[Any]]], lasting: bool = False) -> None:
        """Questions that are about to be put: they go along with the next one, and their rows wait
        until they are, or until something is written or (but for `lasting` ones) claimed.
        """
        texts = [self._bound(*each) for each in statements]
        self._ahead.update(dict.fromkeys(texts))
        if lasting:
            self._lasting.update(texts)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object:
        """One statement for each of many rows. The same errors."""
        for row in rows:
            self.later(sql, row)
        return None

    def insert(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], tail: str
    ) -> None:
        """Rows into a table; many of them as one stream. The same errors."""
        names, remaining = ", ".join(columns), iter(rows)
        first = list(islice(remaining, _COPIED))
        into = f"INSERT INTO {table} ({names})"
        if len(first) == _COPIED:
            like = f"AS SELECT {names} FROM {table} WITH NO DATA"
            sql = f"{into} SELECT {names} FROM {_STAGED}{tail}"
            self._staged("", like, chain(first, remaining), sql)
            return
        self.executemany(f"{into} VALUES ({', '.join('?' * len(columns))}){tail}", first)

    def insert_from(self, rows: Sequence[Sequence[Any]], columns: Sequence[str], sql: str) -> None:
        """A statement that takes many rows out of `WITH name (columns) AS ({})`; same errors."""
        if rows:
            kinds = ("BIGINT" if isinstance(value, int) else "TEXT" for value in rows[0])
            named = ", ".join(map(" ".join, zip(columns, kinds, strict=True)))
            self._staged(f"({named})", "", rows, sql.format(f"TABLE {_STAGED}"))

    def _staged(self, columns: str, like: str, rows: Iterable[Sequence[Any]], sql: str) -> None:
        """A statement that reads rows, which come as one stream: into a table of this connection
        alone, for under row level security none can be sent into another one.
        """
        self.later(f"CREATE TEMP TABLE {_STAGED} {columns} {like}")
        self._copied(f"COPY {_STAGED} FROM STDIN", rows)
        self.later(sql)
        self.later(f"DROP TABLE {_STAGED}")

    def later(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> None:
        """A statement whose answer, if it has one, nobody asks for; many of them go at once."""
        self._forget(_ANSWERLESS.match(sql) is not None)
        self._waiting.append(self._bound(sql, parameters))
        if len(self._waiting) >= _WAITING:
            self._send()

    def commit(self) -> None:
        """What was written counts from now on. The same errors."""
        self._forget()
        self._waiting.append("COMMIT")
        self._send()

    def roll_back(self) -> None:
        """What waits is never sent; the end of what was sent goes along with the next trip."""
        self._forget()
        self._waiting.clear()
        if self.in_transaction:
            self._waiting.append("ROLLBACK")

    def _bound(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any]) -> str:
        if not parameters:
            return sql
        return self._cursor.mogrify(translated(sql), parameters)

    def forget(self) -> None:
        """What was asked ahead is asked again."""
        self._forget()

    def _forget(self, all_of_it: bool = True) -> None:
        """What was asked ahead may be otherwise now."""
        kept = () if all_of_it else self._lasting
        self._ahead = {text: None for text in self._ahead if text in kept}
        self._answers = {text: self._answers[text] for text in self._answers if text in kept}

    def _send(self) -> None:
        """Sends what waits, then what is asked; the rows of that are answers."""
        before, asked = [*self._waiting], [*self._ahead]
        self._waiting.clear()
        self._ahead.clear()
        if texts := [*before, *asked]:
            results = self._results(";".join(texts))
            self._answers.update(zip(asked, results[len(before) :], strict=True))

    def _results(self, texts: str) -> list[list[Any]]:
        """The rows of each of several statements."""
        with self._told(), self.raw.cursor() as cursor:
            cursor.execute(texts.encode())
            results = [_rows(cursor)]
            while cursor.nextset():
                results.append(_rows(cursor))
        return results

    def _copied(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        self._forget()
        self._send()
        with self._told(), self.raw.cursor() as cursor, cursor.copy(sql.encode()) as copy:
            for row in rows:
                copy.write_row(row)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except psycopg.IntegrityError as error:
            raise sqlite3.IntegrityError(error.sqlstate) from None
        except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName):
            raise NoTable(f"Register {self.named} baru saja diganti, atau rusak.", _AGAIN) from None
        except psycopg.Error as error:
            raise refusal(error, self.named) from None

    def digested(self, password: str, role: str) -> str:
        """A password as the server keeps it."""
        return self.raw.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        ).decode()

    @property
    def kind(self) -> tuple[int, str | None]:
        """The version of the server, as it counts, and how its database keeps letters."""
        return self.raw.info.server_version, self.raw.info.parameter_status("server_encoding")

    @property
    def in_transaction(self) -> bool:
        """True between BEGIN and its end, also where that failed."""
        status = self.raw.info.transaction_status
        return status not in (
            psycopg.pq.TransactionStatus.IDLE,
            psycopg.pq.TransactionStatus.UNKNOWN,
        )

    @property
    def answered(self) -> bool:
        """True where the server said how the last statement ended."""
        status = self.raw.info.transaction_status
        return status not in (
            psycopg.pq.TransactionStatus.ACTIVE,
            psycopg.pq.TransactionStatus.UNKNOWN,
        )

    @property
    def lost(self) -> bool:
        """True where the server is not at the other end any more."""
        return self.raw.closed

    def close(self) -> None:
        """Ends the connection; what was not committed is gone."""
        self.raw.close()
