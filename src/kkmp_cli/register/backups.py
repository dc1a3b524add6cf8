"""Copies of the register: consistent while it is in use, verified before they take their name.

Automatic copies lie in `<register>.salinan/`, ten at most and 1 GB together; the oldest go. Never enters:
what is in the register.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path

from kkmp_cli import settings
from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import connect, reason, unusable

KEEP = 10
KEEP_BYTES = 1_000_000_000


def copies_folder(path: Path) -> Path:
    """The folder of automatic copies of a register."""
    return path.with_name(path.name + ".salinan")


def keep_copy(path: Path) -> Path:
    """An automatic copy, made before a bulk change or a migration; returns its path. Raises Unusable."""
    folder = copies_folder(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise Unusable(
            f"Folder salinan {folder} tidak dapat dibuat: {reason(error)}.", "Periksa izin foldernya."
        ) from None
    moment = settings.now().strftime("%Y%m%dT%H%M%S%fZ")
    target = folder / f"{path.stem}-{moment}.db"
    copy(path, target, thorough=False)
    _thin(folder)
    return target


def copy(path: Path, target: Path, thorough: bool = True) -> None:
    """A verified copy of the register at `path` under the name `target`, complete or absent.

    Raises Unusable where it cannot be written or does not prove whole.
    """
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = connect(path, writable=False)
        try:
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("VACUUM INTO ?", (str(temporary),))
        finally:
            connection.close()
        _verify(temporary, path, thorough)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except sqlite3.Error as error:
        raise unusable(error, path) from None
    except OSError as error:
        raise Unusable(
            f"Salinan {target} tidak dapat ditulis: {reason(error)}.", "Periksa ruang disk dan izin."
        ) from None
    finally:
        temporary.unlink(missing_ok=True)


def _verify(copied: Path, original: Path, thorough: bool) -> None:
    check = "integrity_check" if thorough else "quick_check"
    connection = connect(copied, writable=False)
    try:
        if connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
            raise Unusable(f"Salinan dari {original} tidak utuh; register mungkin rusak.", "Jalankan `kkmp check`.")
    finally:
        connection.close()


def _thin(folder: Path) -> None:
    copies = sorted(folder.glob("*.db"), key=lambda file: file.name, reverse=True)
    total = 0
    for number, file in enumerate(copies):
        total += file.stat().st_size
        if number and (number >= KEEP or total > KEEP_BYTES):
            file.unlink(missing_ok=True)
