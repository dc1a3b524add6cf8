"""A register as a file of SQLite, by the standard library's driver: the engine of an office alone.

Never enters: what a row means.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import (
    AbstractContextManager,
    ExitStack,
    contextmanager,
    nullcontext,
)
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any

from kkmp_cli.register import connection as transactions
from kkmp_cli.register import copies, location
from kkmp_cli.register.batches import with_rows
from kkmp_cli.register.engine import Connection, Engine, Sight, Tell
from kkmp_cli.register.location import SCHEMA, Interrupted, connect, look, unusable

_HELD_BACK = 24_000
"""KiB written that may wait in memory; more waits for the copy, which reads the file meanwhile."""


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """The register in a file, which a message calls by its path."""

    path: Path
    shared: bool = False
    listed: int = 500
    singly: int = 1_000
    beyond_ascii: str = "{} GLOB '*[^ -~]*'"

    def __str__(self) -> str:
        return str(self.path)

    def taken(self) -> bool:
        """True where something bears the name, also a broken link. Raises Unusable if hidden."""
        return location.taken(self.path)

    @contextmanager
    def reading(self, tell: Tell) -> Iterator[Connection]:
        """The file at one moment; of one of an older schema a copy in today's, for reading never
        writes. Raises Unusable.
        """
        with _of_today(self.path, tell) as current:
            driver = _begun(current)
            try:
                yield driver
            except (sqlite3.Error, UnicodeDecodeError) as error:
                raise unusable(error, self.path) from None
            finally:
                driver.close()

    @contextmanager
    def writing(self, saved: Callable[[], None], tell: Tell) -> Iterator[Connection]:
        """One transaction on the file, which is migrated before where it is older. Raises
        Unusable.
        """
        transactions.ensure_current(self.path, tell)
        with transactions.transaction(self.path, saved) as driver:
            yield driver

    @contextmanager
    def creating(self) -> Iterator[Engine]:
        """A new file beside, which takes the name when the block ends well. Raises Unusable."""
        with transactions.creating(self.path) as temporary:
            yield SqliteFile(temporary)

    def claim(self, connection: Connection, keys: Iterable[str]) -> None:
        """Nothing: one unit of writing at a time has the whole file."""

    def claim_of(self, connection: Connection, areas: Iterable[int]) -> None:
        """Nothing, as above."""

    def chain(self, connection: Connection) -> None:
        """None: nobody else can take the next number."""

    def ahead(
        self, connection: Connection, statements: Iterable[tuple[str, Sequence[Any]]]
    ) -> None:
        """Nothing: a question to a file waits for no wire."""

    def keep_copy(self, connection: Connection, beside: ExitStack, after: ExitStack) -> None:
        """Copies the file as it was before this unit, while that goes on."""
        connection.execute(f"PRAGMA cache_size=-{_HELD_BACK}")
        beside.enter_context(copies.beside(self.path, after.enter_context(FileIO(self.path))))

    def insert(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        tail: str,
    ) -> None:
        """Many rows by one statement. Raises sqlite3.IntegrityError where a row cannot be."""
        with_rows(connection, f"INSERT INTO {table} ({', '.join(columns)}) VALUES {{}}{tail}", rows)

    def insert_from(
        self,
        connection: Connection,
        rows: Sequence[Sequence[Any]],
        columns: Sequence[str],
        sql: str,
    ) -> None:
        """The statement for some rows at a time. Raises sqlite3.IntegrityError."""
        with_rows(connection, sql.format("VALUES {}"), rows)

    def overwrite(self, connection: Connection) -> None:
        """Zeros in the place of what is deleted."""
        connection.execute("PRAGMA secure_delete=ON")

    def sight(self, connection: Connection) -> Sight:
        """All: who can open the file reads all of it."""
        return Sight()

    def flaws(self, connection: Connection, most: int) -> Iterator[str]:
        """What SQLite finds in the file."""
        for (message,) in connection.execute(f"PRAGMA integrity_check({most:d})"):
            if message != "ok":
                yield message

    def orphans(self, connection: Connection) -> Iterator[tuple[str, int, str]]:
        """Table, row and missing parent of what points at nothing."""
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield table, row, parent


def _begun(path: Path) -> sqlite3.Connection:
    """A connection that holds a reader's lock, begun again where a restore put another file under
    the name meanwhile.
    """
    while True:
        driver = connect(path, writable=False)
        try:
            driver.execute("BEGIN")
            driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
            return driver
        except sqlite3.Error as error:
            driver.close()
            if not isinstance(refusal := unusable(error, path), Interrupted):
                raise refusal from None


def _of_today(path: Path, tell: Tell) -> AbstractContextManager[Path]:
    """The register, or of one of an older schema a copy in today's: reading never writes."""
    if look(path) == SCHEMA:
        return nullcontext(path)
    from kkmp_cli.register.schema import upgrade  # noqa: PLC0415 - only an old register needs the migrations

    return upgrade.migrated_copy(path, tell)
