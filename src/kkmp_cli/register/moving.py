"""A whole register from one engine to another: every row of every table, proven before it counts.

Runs keep their numbers, their digests and their order, so that the history is the same one. Never
enters: what a row means.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kkmp_cli.checks.rule import ERROR
from kkmp_cli.errors import Refused, Unusable, reason
from kkmp_cli.register import folders, heads, integrity, sidecars
from kkmp_cli.register.engine import Engine
from kkmp_cli.register.location import Damaged
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.schema import upgrade
from kkmp_cli.register.schema.tables import AreaRow
from kkmp_cli.register.sqlite import SqliteFile

_TABLES: dict[str, tuple[str, ...]] = {
    table.name: tuple(column.name for column in table.columns)
    for table in AreaRow.metadata.sorted_tables
}
"""Every table with its columns, those first at which others point."""


def fill(source: Reader, target: Reader) -> None:
    """Puts every row of `source` into `target`, which holds none; inside a transaction that writes.
    Raises Damaged where what came of it is not the same.
    """
    for table, columns in _TABLES.items():
        rows = source.connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1")
        target.insert(table, columns, rows)
    _prove(source, target)


def empty(target: Reader) -> None:
    """Takes out what a new register was made with."""
    for table in reversed(_TABLES):
        if table not in ("runs", "events"):
            target.connection.execute(f"DELETE FROM {table}")


def _prove(source: Reader, target: Reader) -> None:
    """Raises Damaged where a table has not as many rows, the history another head, or something
    does not follow from it.
    """
    moved = all(_count(source, table) == _count(target, table) for table in _TABLES)
    if not moved or heads.head(source) != heads.head(target):
        raise Damaged(f"Isi {source.engine} tidak sampai utuh.", "Tidak ada yang berubah; ulangi.")
    for result in (one for one in integrity.examine(target) if one.rule.severity == ERROR):
        for finding in result.findings:
            raise Damaged(
                f"Isi {source.engine} tidak utuh: {finding.name}: {finding.detail}.",
                "Tidak ada yang berubah. Periksa dengan `kkmp check`.",
            )


def _count(register: Reader, table: str) -> int:
    return int(register.rows(f"SELECT count(*) FROM {table}")[0][0])


def to_file(source: Engine, target: Path) -> None:
    """A register on a server as a file of the same history, of one moment. Raises Refused for who
    does not see all of it, Unusable.
    """
    with source.reading(str) as connection:
        if not source.sight(connection).whole:
            raise Refused(
                f"Peran Anda tidak melihat seluruh {source}; cadangannya tidak akan lengkap.",
                "Minta pengelola register bersama membuatnya.",
            )
        with _beside(target) as temporary:
            upgrade.upgrade(temporary)
            made = SqliteFile(temporary)
            with made.writing(lambda: None, str) as unit:
                copied = Reader(unit, made)
                empty(copied)
                fill(Reader(connection, source), copied)
            temporary.replace(target)
            folders.sync(target.parent)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """An empty file beside the target, for its owner alone; gone where it does not become it."""
    temporary = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.cadangan")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield temporary
    except OSError as error:
        raise Unusable(
            f"{target} tidak dapat ditulis: {reason(error)}.", "Pilih tempat lain."
        ) from None
    finally:
        for tail in ("", *sidecars.TAILS):
            temporary.with_name(temporary.name + tail).unlink(missing_ok=True)
