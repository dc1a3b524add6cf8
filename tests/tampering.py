"""What somebody who knows SQL and the format of the file does to a register behind the program's
back.
"""

from __future__ import annotations

import struct
from pathlib import Path

from running import opened

_JOURNAL = bytes.fromhex("d9d505f920a163d7")


def tampered(register: Path, *statements: str) -> None:
    """Changes rows past the triggers, which are there again afterwards."""
    with opened(register) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)


def journal_of(path: Path) -> Path:
    """Where SQLite looks for the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def lay_super_journal(path: Path, victim: Path) -> None:
    """A journal beside a file that makes SQLite delete another one."""
    name = str(victim).encode()
    tail = struct.pack(">I", 0x4000_0000 // 4096 + 1) + name
    tail += struct.pack(">II", len(name), sum(name)) + _JOURNAL
    journal_of(path).write_bytes(_head(pages=0, size=path.stat().st_size // 4096) + tail)


def lay_journal(path: Path, other: Path) -> None:
    """A journal beside a file that makes SQLite put another one's content in its place."""
    content = other.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    records = (
        struct.pack(">I", number) + page + struct.pack(">I", sum(page[3896:0:-200]))
        for number, page in enumerate(pages, 1)
    )
    journal_of(path).write_bytes(_head(len(pages), len(pages)) + b"".join(records))


def _head(pages: int, size: int) -> bytes:
    return (_JOURNAL + struct.pack(">IIIII", pages, 0, size, 512, 4096)).ljust(512, b"\0")
