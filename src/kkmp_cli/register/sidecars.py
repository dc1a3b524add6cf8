"""What lies beside a register file, looked at before SQLite does: it plays back a journal, deletes
the file that a super-journal name in it points to, and reads a `-wal`.

The journal of a write that was interrupted is let be: SQLite rolls it back. One that would make
another register of a whole one, or that acts on another file, is told. Never enters: a change.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

TAILS = ("-journal", "-wal", "-shm")
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""Begins a journal; at its end, too, where a super-journal is named."""
_WAL = b"\x02\x02"
"""In the head of a register of which another program has set the journal mode WAL."""
_RESERVED = 0x4000_0001
"""The byte of the file that a writer locks."""
_HEAD = (
    "SELECT (SELECT id FROM register), max(id), intisari, sebelum FROM runs"
    " WHERE id = (SELECT max(id) FROM runs)"
)


def present(path: Path) -> list[Path]:
    """The side files of a database file; empty ones say nothing."""
    real = Path(os.path.realpath(path))
    return [file for tail in TAILS if _says_something(file := real.with_name(real.name + tail))]


def strange(path: Path) -> tuple[Path, str] | None:
    """A side file that no write of ours leaves, and why it is none; looks at nothing else."""
    return _first(path, _strange)


def foreign(path: Path, head: bytes) -> tuple[Path, str] | None:
    """The same, and one that does not belong to the register; `head` is how that begins. Nobody
    else of this process may have it open.
    """
    return strange(path) or _first(path, lambda file: _foreign(path, head, file))


def _first(path: Path, judge: Callable[[Path], str]) -> tuple[Path, str] | None:
    """The first side file that there is something to say of. One may go meanwhile."""
    for file in present(path):
        try:
            if why := judge(file):
                return file, why
        except FileNotFoundError:
            continue
        except OSError:
            return file, "tidak dapat dibaca"
    return None


def _strange(file: Path) -> str:
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        return "bukan berkas biasa"
    return _acts_elsewhere(file) if file.name.endswith("-journal") else ""


def _foreign(path: Path, head: bytes, file: Path) -> str:
    if file.name.endswith("-wal") and head[18:20] != _WAL:
        return "tidak dibuat untuk register ini"
    if file.name.endswith("-journal") and _is_hot(path, file) and not _continues(path, file):
        return "bukan sisa penulisan register ini"
    return ""


def _says_something(file: Path) -> bool:
    try:
        status = file.lstat()
    except OSError:
        return False
    return bool(status.st_size) or not stat.S_ISREG(status.st_mode)


def _acts_elsewhere(journal: Path) -> str:
    """Why a journal is none of ours: another file's, or no journal; nothing if it may be."""
    with journal.open("rb") as file:
        first = file.read(len(_JOURNAL))
        file.seek(-min(len(first), len(_JOURNAL)), os.SEEK_END)
        last = file.read()
    if first[:1] not in (b"", b"\0") and first != _JOURNAL:
        return "bukan jurnal SQLite"
    return "menunjuk ke berkas lain" if last == _JOURNAL else ""


def _is_hot(path: Path, journal: Path) -> bool:
    """True where SQLite would play the journal back: it has begun, and nobody is writing."""
    with journal.open("rb") as file:
        if file.read(1) in (b"", b"\0"):
            return False
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where a writer cannot be seen
    except ImportError:
        return False
    with path.open("rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _RESERVED)
        except OSError:
            return False
    return True


def _continues(path: Path, journal: Path) -> bool:
    """True where the journal leaves the history as it is, or without its newest run; and where the
    register is not whole without it.
    """
    begun = journal.stat().st_mtime_ns
    now, then = _tried(path, journal)
    gone = not journal.exists() or journal.stat().st_mtime_ns != begun
    if now is None or gone:  # rolled back by somebody else meanwhile
        return True
    older = now[0], (now[1] or 1) - 1, now[3]
    return then is not None and then[:3] in (now[:3], older)


def _tried(path: Path, journal: Path) -> tuple[Any, Any]:
    """The history without the journal and with it, on a private copy."""
    import tempfile  # noqa: PLC0415 - only what an interrupted write left asks for it

    with tempfile.TemporaryDirectory(prefix="kkmp-") as folder:
        copied = Path(folder) / "register.db"
        shutil.copyfile(path, copied)
        now = _history(copied)
        shutil.copyfile(journal, copied.with_name(f"{copied.name}-journal"))
        return now, _history(copied)


def _history(copied: Path) -> Any:
    """The register, its newest run, the digests of that and the one before, if it is whole."""
    try:
        with closing(sqlite3.connect(copied, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return None
            return connection.execute(_HEAD).fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
