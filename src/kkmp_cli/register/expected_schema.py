"""The schema that a register must have to the letter: tables, indexes, views and triggers with
their SQL, by one digest.

A trigger of a known name can do anything; so names are not enough. Never enters: a row of a table.
"""

from __future__ import annotations

import hashlib
import sqlite3

DIGESTS = {1: "640eb0f51bf61394214838ee2e04872d81cade98ee635a57f4dd0e6c278c800a"}
"""By schema version; a test holds them to what the migrations make."""
_STATISTICS = (
    "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
)
"""What `ANALYZE` of any program leaves, which says nothing."""
_PARTS = (
    "SELECT type || ' ' || name || ' ON ' || tbl_name, coalesce(sql, '') FROM sqlite_master"
    " WHERE sql IS NULL OR sql NOT IN (?, ?) ORDER BY 1, 2"
)


def parts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """All parts of the schema of a file, each by kind, name and table, with its SQL."""
    return connection.execute(_PARTS, _STATISTICS).fetchall()


def squeezed(sql: str) -> str:
    """SQL without how its blanks are written, which says nothing."""
    return " ".join(sql.split())


def digest(connection: sqlite3.Connection) -> str:
    """The digest of all of them."""
    text = "\n;\n".join(f"{name}\n{sql}" for name, sql in parts(connection))
    return hashlib.sha256(squeezed(text).encode()).hexdigest()


def holds(connection: sqlite3.Connection) -> bool:
    """True where the schema is that of the file's version, or any known one where it has none."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    names = [DIGESTS.get(version)] if version else DIGESTS.values()
    return digest(connection) in names
