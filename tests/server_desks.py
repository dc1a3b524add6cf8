"""Databases of desks on a server that test after test finds as they were made: what a test wrote is
put back in a moment, where copying and dropping a whole database takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import servers
from kkmp_cli.actions import demo_register
from kkmp_cli.cli import app
from kkmp_cli.register.writer import open_writer
from servers import OWNER, Server, closed

_WRITTEN = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"
"""The number of the next transaction that writes, whatever database of the server it is in."""
_OURS = "(SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')"
_MADE = (
    f"SELECT oid::text, nspname, nspacl::text FROM pg_namespace WHERE oid IN {_OURS}",
    f"SELECT oid::text, relname, relacl::text FROM pg_class WHERE relnamespace IN {_OURS}"
    " AND relkind <> 't'",
    "SELECT attrelid::text, attname, attnotnull::text FROM pg_attribute JOIN pg_class c ON"
    f" c.oid = attrelid WHERE relnamespace IN {_OURS} AND attnum > 0 AND relkind IN ('r', 'v')",
    f"SELECT oid::text, proacl::text FROM pg_proc WHERE pronamespace IN {_OURS}",
    "SELECT oid::text, tgenabled::text FROM pg_trigger",
    f"SELECT conrelid::text, oid::text FROM pg_constraint WHERE connamespace IN {_OURS}",
    "SELECT oid::text FROM pg_policy",
)
"""What a database consists of, but for the rows of its tables."""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'kkmp' ORDER BY 1"
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'kkmp'"


class Desks:
    """The databases of this process, by the template that they are like."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._free: dict[str, list[_Desk]] = {}

    @contextmanager
    def like(self, template: str) -> Iterator[str]:
        """One with the contents of a template, for one test at a time."""
        free = self._free.setdefault(template, [])
        closed()
        desk = free.pop() if free else _Desk(self._server, self._server.copy(template))
        try:
            yield desk.name
        finally:
            closed()
            if desk.put_back():
                free.append(desk)
            else:
                self._server.drop(desk.name)


class _Desk:
    """One database, and what was in it when it was made."""

    def __init__(self, server: Server, name: str) -> None:
        self.name = name
        self._server = server
        with server.connected(name) as asked:
            self._made = _answers(asked)
            self._rows = {table: _copied(asked, table) for (table,) in _all(asked, _TABLES)}
            self._sequences = _all(asked, _SEQUENCES)
        self._written = self._next_writing()

    def put_back(self) -> bool:
        """As it was made; False where more than rows is otherwise now."""
        if self._next_writing() == self._written:
            return True
        with self._server.connected(self.name) as asked:
            if _answers(asked) != self._made:
                return False
            asked.execute("SET session_replication_role = replica")
            with asked.transaction():
                asked.execute(f"TRUNCATE {', '.join(self._rows)}")
                for table, rows in self._rows.items():
                    _restored(asked, table, rows)
                for sequence, last in self._sequences:
                    asked.execute(f"SELECT setval('{sequence}', {last or 1}, {last is not None})")
        self._written = self._next_writing()
        return True

    def _next_writing(self) -> str:
        return str(self._server.ask("postgres", _WRITTEN, OWNER)[0][0])


def _all(asked: Any, sql: str) -> list[Any]:
    rows: list[Any] = asked.execute(sql).fetchall()
    return rows


def _answers(asked: Any) -> list[Any]:
    return [sorted(_all(asked, sql), key=repr) for sql in _MADE]


def _copied(asked: Any, table: str) -> bytes:
    with asked.cursor() as cursor, cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(map(bytes, copy))


def _restored(asked: Any, table: str, rows: bytes) -> None:
    if rows:
        with asked.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            copy.write(rows)


@pytest.fixture(scope="session")
def server() -> Iterator[servers.Server]:
    """A private server of this process; skips where there can be none."""
    if servers.programs() is None:
        pytest.skip("no PostgreSQL here")
    with servers.running() as running:
        yield running


@pytest.fixture(scope="session")
def server_templates(server: servers.Server) -> dict[str, str]:
    """The databases that desks on the server are made from; they end with it."""
    empty = server.copy("template0")
    servers.filled(server.url(empty))
    pusat, demo = server.copy(empty), server.copy(empty)
    assert app.run(["--db", server.url(pusat), "add", "--kota", "jakpus", "--all"]) == 0
    with open_writer(server.url(demo)) as register:
        demo_register.load(register)
    return {"office": empty, "pusat": pusat, "demo": demo}


@pytest.fixture(scope="session")
def server_desks(server: servers.Server) -> Desks:
    """The desks on the server."""
    return Desks(server)
