"""Engine, transactions, migrations: the one place where the register file is opened for writing.

Transactions are taken over from the driver, so that DDL and savepoints stay inside them: every unit that
writes begins with BEGIN IMMEDIATE. Never enters: what the rows mean.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kkmp_cli import settings
from kkmp_cli.errors import Unusable, reason
from kkmp_cli.numbers import show
from kkmp_cli.register import backups
from kkmp_cli.register.location import SCHEMA, Damaged, connect, look, unusable


def engine_for(path: Path) -> Engine:
    """The engine of one register file; never creates the file."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: connect(path, writable=True),
        poolclass=NullPool,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


@contextmanager
def transaction(path: Path) -> Iterator[Connection]:
    """One unit of writing: locked at once, complete or absent. Raises Unusable in words.

    Who waited for the lock while a restore put another file under the name begins again with that file.
    """
    engine = engine_for(path)
    try:
        while True:
            named, begun = _identity(path), False
            try:
                with engine.begin() as connection:
                    if _identity(path) == named:
                        begun = True
                        yield connection
                        return
            except DBAPIError:
                if begun or _identity(path) == named:
                    raise
    except DBAPIError as error:
        raise unusable(error.orig or error, path) from None
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    finally:
        engine.dispose()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def creating(path: Path) -> Iterator[Path]:
    """A new register beside `path`, with today's schema; it takes its name only when the block ends well.

    Raises Unusable where the folder cannot be written or somebody else made the register meanwhile.
    """
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.baru")
    folders = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Unusable(
            f"Register {path} tidak dapat dibuat: {reason(error)}.", "Pilih tempat lain dengan --db."
        ) from None
    try:
        upgrade(temporary)
        yield temporary
        publish(temporary, path)
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + "-journal")):
            leftover.unlink(missing_ok=True)
        for folder in folders if not path.exists() else ():
            with suppress(OSError):
                folder.rmdir()


def publish(temporary: Path, path: Path) -> None:
    """Gives a finished file its name, which nobody may bear yet. Raises Unusable where somebody does."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise Unusable(f"{path} baru saja dibuat oleh program lain.", "Ulangi perintahnya.") from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise Unusable(f"{path} baru saja dibuat oleh program lain.", "Ulangi perintahnya.") from None
        temporary.rename(path)
    backups.sync_folder(path.parent)


def migrate(path: Path) -> None:
    """Brings an older register to this program's schema: a verified copy first, then all steps at once.

    Where that fails the register is as it was, and the copy goes: each further try would push an older one out.
    """
    settings.tell(f"Memperbarui susunan register {path} …")
    copied = backups.new_copy_name(path)
    backups.copy(path, copied, thorough=False)
    try:
        upgrade(path)
    except BaseException:
        copied.unlink(missing_ok=True)
        raise
    backups.thin(path)


def upgrade(path: Path) -> None:
    """All steps from the schema of a file (or of an empty one) to today's, in one transaction."""
    from alembic import command  # noqa: PLC0415 - slow to load, and only a new or an old register needs it
    from alembic.config import Config  # noqa: PLC0415

    engine = engine_for(path)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            if path.stat().st_size and _version(connection) >= SCHEMA:
                connection.rollback()
                return
            config = Config()
            folder = str(Path(__file__).parent / "migrations")
            config.set_main_option("script_location", folder.replace("%", "%%"))
            config.attributes["connection"] = connection
            before = _counts(connection)
            command.upgrade(config, "head")
            _refuse_loss(path, before, _counts(connection))
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise Unusable(f"Register {path} tidak utuh: ada baris tanpa induk.", "Pulihkan dari cadangan.")
            connection.commit()
    except DBAPIError as error:
        raise unusable(error.orig or error, path) from None
    except (ValueError, TypeError, LookupError):  # a text in the file that is no JSON, a number where a text belongs
        raise Damaged(f"Register {path} rusak.", "Pulihkan dari cadangan: `kkmp restore BERKAS`.") from None
    finally:
        engine.dispose()


_KEPT = {
    "runs": "run", "cooperatives": "koperasi", "areas": "wilayah", "aliases": "ejaan", "headings": "judul kolom",
    "trainings": "pelatihan", "attendances": "kehadiran", "targets": "target", "figures": "angka",
    "followups": "tindak lanjut", "personal_values": "data pribadi",
}  # fmt: skip
"""The tables of which no migration may lose or make a row, and what an officer calls the rows."""


def _counts(connection: Connection) -> dict[str, int]:
    """How much a register holds, under an officer's words; from the second schema on one row holds many statements."""
    held = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    asked = {words: f"SELECT count(*) FROM {table}" for table, words in _KEPT.items() if table in held}
    if "changes" in held:
        statements = "count(*)" if _version(connection) == 1 else "coalesce(sum(json_array_length(isi)), 0)"
        asked["catatan di riwayat"] = f"SELECT {statements} FROM changes"
    return {words: int(connection.exec_driver_sql(sql).scalar_one()) for words, sql in asked.items()}


def _refuse_loss(path: Path, before: dict[str, int], after: dict[str, int]) -> None:
    """Raises Unusable where there is no longer as much as there was."""
    for words, count in before.items():
        if after.get(words, 0) != count:
            raise Unusable(
                f"Susunan register {path} tidak jadi diperbarui: semula {show(count)} {words},"
                f" sesudahnya {show(after.get(words, 0))}.",
                "Register tetap seperti semula. Pakai kkmp versi yang lama, dan laporkan pesan ini.",
            )


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def ensure_current(path: Path) -> None:
    """Looks at the file and migrates an older one. Raises Unusable for what is no register."""
    if look(path) < SCHEMA:
        migrate(path)
