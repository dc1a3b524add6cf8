"""Transactions: the one place where the register file is opened for writing, and made.

They are in our own hands rather than the driver's, so that DDL and savepoints stay inside them:
every unit that writes begins with BEGIN IMMEDIATE. Never enters: what the rows mean, an older
schema (`schema.upgrade`).
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kkmp_cli.errors import Unusable, reason
from kkmp_cli.register import folders
from kkmp_cli.register.location import SCHEMA, InUse, connect, identity, look, unusable
from kkmp_cli.register.sidecars import present

PATIENCE = 10
"""Seconds for which a writer waits for another."""
_TURN = 0.005
"""Seconds between two tries."""


@contextmanager
def transaction(
    path: Path, saved: Callable[[], None] = lambda: None
) -> Iterator[sqlite3.Connection]:
    """One unit of writing: locked at once, complete or absent; `saved` is called once it is. Raises
    Unusable in words.

    Who waited for the lock while a restore put another file under the name begins again with that
    file.
    """
    try:
        connection = begun(path)
        try:
            yield connection
            _commit(connection, saved)
        finally:
            _close(connection)
    except sqlite3.Error as error:
        raise unusable(error, path) from None


def begun(path: Path) -> sqlite3.Connection:
    """A connection that holds the lock of the file that bears the name now.

    It waits by itself and looks at the name before each try: SQLite, at a file that lost its name
    meanwhile, would take the journal of a writer of the new one for what a crash left, and delete
    it.
    """
    until = time.monotonic() + PATIENCE
    while True:
        named = identity(path)
        connection = connect(path, writable=True)
        try:
            connection.execute("PRAGMA busy_timeout=0")
            while identity(path) == named and not _locked(connection, until):
                time.sleep(_TURN)
            if connection.in_transaction and identity(path) == named:
                connection.execute(f"PRAGMA busy_timeout={PATIENCE * 1_000}")
                return connection
        except BaseException:
            connection.close()
            raise
        _close(connection)


def _locked(connection: sqlite3.Connection, until: float) -> bool:
    """One try for the lock; raises what SQLite says where it is held and the time has come."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if not isinstance(unusable(error, Path()), InUse) or time.monotonic() > until:
            raise
        return False
    return True


def _commit(connection: sqlite3.Connection, saved: Callable[[], None]) -> None:
    """Commits, and says so even where a signal that came meanwhile ends the command."""
    try:
        connection.execute("COMMIT")
    except sqlite3.Error:
        raise
    except BaseException:
        if not connection.in_transaction:
            saved()
        raise
    saved()


def _close(connection: sqlite3.Connection) -> None:
    try:
        if connection.in_transaction:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
    finally:
        connection.close()


@contextmanager
def creating(path: Path) -> Iterator[Path]:
    """A new register beside `path`, with today's schema; it takes its name only when the block ends
    well.

    Raises Unusable where the folder cannot be written or somebody else made the register meanwhile.
    """
    folders = [folder for folder in path.parents if not folder.exists()]
    temporary = _empty_beside(path)
    try:
        from kkmp_cli.register.schema import upgrade  # noqa: PLC0415 - slow to load, and only a new or an old register asks

        upgrade.upgrade(temporary)
        yield temporary
        publish(temporary, path)
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            leftover.unlink(missing_ok=True)
        for folder in folders if not path.exists() else ():
            with suppress(OSError):
                folder.rmdir()


def _empty_beside(path: Path) -> Path:
    """An empty file for a new register, in its folder, which is made. Raises Unusable."""
    for file in present(path):
        raise Unusable(
            f"Register {path} tidak dibuat: di tempatnya ada {file.name}.",
            f"Pindahkan {file} ke folder lain, lalu ulangi perintahnya.",
        )
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.baru")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Unusable(
            f"Register {path} tidak dapat dibuat: {reason(error)}.",
            "Pilih tempat lain dengan --db.",
        ) from None
    return temporary


def publish(temporary: Path, path: Path) -> None:
    """Gives a finished file its name. Raises Unusable where something bears it already."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise Unusable(
            f"{path} baru saja dibuat oleh program lain.", "Ulangi perintahnya."
        ) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise Unusable(
                f"{path} baru saja dibuat oleh program lain.", "Ulangi perintahnya."
            ) from None
        temporary.rename(path)
    folders.sync(path.parent)


def ensure_current(path: Path, tell: Callable[[str], object]) -> None:
    """Looks at the file and migrates an older one, which is told. Raises Unusable."""
    if look(path) < SCHEMA:
        from kkmp_cli.register.schema import upgrade  # noqa: PLC0415 - see above

        upgrade.migrate(path, tell)
