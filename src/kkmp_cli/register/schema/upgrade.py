"""From an older schema to today's, by Alembic's steps: a verified copy first, then all at once or
not at all. Who only reads gets a copy.

The slow libraries are loaded here alone, for a new register or an old one. Never enters: an
officer's word.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kkmp_cli.errors import Unusable
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import copies, expected_schema
from kkmp_cli.register.location import RESTORE, SCHEMA, Damaged, connect, unusable


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


def migrate(path: Path, tell: Callable[[str], object]) -> None:
    """Brings an older register to this program's schema: a verified copy first, then all steps at
    once.

    Where that fails the register is as it was, and the copy goes: each further try would push an
    older one out.
    """
    tell(f"Memperbarui susunan register {path} …")
    copied = copies.new_copy_name(path)
    copies.copy(path, copied, thorough=False)
    try:
        upgrade(path)
    except BaseException:
        copied.unlink(missing_ok=True)
        raise
    copies.thin(path, copied)
    tell(f"Susunannya kini yang baru; register seperti semula disimpan di {copied}.")


@contextmanager
def migrated_copy(path: Path, tell: Callable[[str], object]) -> Iterator[Path]:
    """A copy of an older register in today's schema, for who only reads it; gone in the end."""
    tell(f"Register {path} bersusunan lama; yang dibaca salinan sementaranya, registernya tetap.")
    with tempfile.TemporaryDirectory(prefix="kkmp-") as folder:
        copied = Path(folder) / path.name
        copies.copy(path, copied, thorough=False)
        upgrade(copied, path)
        yield copied


def upgrade(path: Path, named: Path | None = None) -> None:
    """All steps from the schema of a file (or of an empty one) to today's, in one transaction; what
    goes wrong is told of the file `named`.
    """
    engine, named = engine_for(path), named or path
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            if path.stat().st_size and _version(connection) >= SCHEMA:
                connection.rollback()
                return
            _steps(connection, named)
            connection.commit()
    except DBAPIError as error:
        raise unusable(error.orig or error, named) from None
    except (
        ValueError,
        TypeError,
        LookupError,
        CommandError,
    ):  # a text that is no JSON, a number where a text belongs, a step that nobody knows
        raise Damaged(f"Register {named} rusak.", RESTORE) from None
    finally:
        engine.dispose()


def _steps(connection: Connection, path: Path) -> None:
    """Alembic's steps, and a look at their result. Raises Unusable for lost or orphaned rows."""
    config = Config()
    folder = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    before = _counts(connection)
    command.upgrade(config, "head")
    _refuse_loss(path, before, _counts(connection))
    made: Any = connection.connection.driver_connection
    if _version(connection) != SCHEMA or not expected_schema.holds(made):
        raise Damaged(f"Susunan register {path} bukan seperti yang tercatat padanya.", RESTORE)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise Unusable(
            f"Register {path} tidak utuh: ada baris tanpa induk.", "Pulihkan dari cadangan."
        )


_KEPT = {
    "runs": "run",
    "events": "catatan di riwayat",
    "cooperatives": "koperasi",
    "areas": "wilayah",
    "aliases": "ejaan",
    "headings": "judul kolom",
    "settings": "pengaturan",
    "fields": "bidang sendiri",
    "imported_files": "berkas yang sudah masuk",
    "file_answers": "jawaban untuk berkas",
    "trainings": "pelatihan",
    "attendances": "kehadiran",
    "targets": "target",
    "figures": "angka",
    "followups": "tindak lanjut",
    "personal_values": "data pribadi",
}
"""The tables of which no migration may lose or make a row, and what an officer calls the rows."""


def _counts(connection: Connection) -> dict[str, int]:
    """How much a register holds, under an officer's words."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = _KEPT.keys() & {*names.scalars()}
    count = "SELECT count(*) FROM"
    return {
        _KEPT[table]: int(connection.exec_driver_sql(f"{count} {table}").scalar_one())
        for table in tables
    }


def _refuse_loss(path: Path, before: dict[str, int], after: dict[str, int]) -> None:
    for words, count in before.items():
        if after.get(words, 0) != count:
            raise Unusable(
                f"Susunan register {path} tidak jadi diperbarui: semula {show(count)} {words},"
                f" sesudahnya {show(after.get(words, 0))}.",
                "Register tetap seperti semula. Pakai kkmp versi yang lama, dan laporkan "
                "pesan ini.",
            )


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
