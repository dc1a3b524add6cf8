"""The bytes of a file or of standard input, never more of them than a table has.

What has no end of its own (a pipe, a device, a file that grows while it is read) is refused or left
off at the limit, before it fills the memory. Never enters: what the bytes are.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from kkmp_cli.errors import Unusable, reason

LIMIT = 40_000_000
"""Bytes: twice the table of all kelurahan of the country with twenty columns."""

STDIN = "-"
"""The argument that means CSV on standard input."""

STDIN_NAME = "masukan standar"
"""How messages call standard input."""


def read(path: str | Path) -> tuple[bytes, str]:
    """What a file holds, or standard input for `-`, and how messages call it.

    Raises Unusable for what is missing, no regular file, or larger than `LIMIT`.
    """
    if str(path) == STDIN:
        return _at_most(sys.stdin.buffer, STDIN_NAME), STDIN_NAME
    try:
        _refuse_by_kind(Path(path))
        with Path(path).open("rb") as file:
            return _at_most(file, str(path)), str(path)
    except FileNotFoundError:
        raise Unusable(f"Berkas {path} tidak ada", "Periksa nama dan foldernya.") from None
    except PermissionError:
        raise Unusable(
            f"Berkas {path} tidak boleh dibaca", "Periksa izin berkasnya, atau tutup di Excel."
        ) from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "nama berkas tidak sah"
        raise Unusable(
            f"Berkas {path} tidak dapat dibaca: {why}", "Salin berkasnya ke komputer ini."
        ) from None


def peek(path: Path, most: int) -> bytes:
    """The bytes of a regular file that nobody has chosen yet: no link is followed, nothing waited
    for. Raises Unusable for any other, and for more than `most`.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:  # noqa: PTH123
            content = file.read(most + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b""
    except OSError as error:
        raise Unusable(f"tidak dapat dibaca: {reason(error)}") from None
    if len(content) > most:
        raise Unusable("besar, belum dilihat isinya")
    return content


def _refuse_by_kind(place: Path) -> None:
    kind = place.stat().st_mode
    if stat.S_ISDIR(kind):
        raise Unusable(f"{place} adalah folder, bukan berkas", "Sebut berkasnya.")
    if not stat.S_ISREG(kind):
        raise Unusable(
            f"{place} bukan berkas biasa",
            "Simpan isinya sebagai berkas, lalu sebut berkas itu; lewat pipa, pakai `-`.",
        )


def _at_most(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise Unusable(
            f"{name} terlalu besar (lebih dari {LIMIT // 1_000_000} MB)",
            "Bagi tabelnya menjadi beberapa berkas, lalu impor satu per satu.",
        )
    return content
