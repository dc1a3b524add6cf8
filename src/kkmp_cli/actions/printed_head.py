"""The head of the history that a packet was made of, read back out of the file: HTML, Markdown,
text, JSON, PDF or a workbook.

Never enters: what else the packet says; whether the register still holds that history (`heads`).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from kkmp_cli.errors import Advice, Command, Refused, Unusable, reason
from kkmp_cli.model import provenance
from kkmp_cli.model.provenance import Origin
from kkmp_cli.model.run import Head
from kkmp_cli.register import heads
from kkmp_cli.register.location import MAGIC
from kkmp_cli.sheets import markup, packages

_MARK = re.compile(
    rb'(?:%s |"kepala": ")(\d{1,18}-[0-9a-f]{16})(?![0-9a-f])' % heads.PRINTED.encode()
)
_LONGEST = 8_500
"""Bytes of a mark at most: a piece is looked at with the end of the one before."""


def read(path: Path) -> Head | None:
    """The head that stands in a packet; None for a register, or where it is no file. Raises Refused
    where more than one stands in it, Unusable where none does, or it cannot be read.
    """
    if not path.is_file():
        return None
    content = content_of(path)
    if content.startswith(MAGIC):
        return None
    marks = _found(content, path, _MARK)
    if len(marks) == 1:
        return heads.read(marks[0])
    remedy = Advice("Ketik yang tercetak di akhir paket: `{}`.", Command("check", "--kepala", "…"))
    if marks:
        raise Refused(f"{path} memuat beberapa kepala riwayat: {', '.join(marks[:3])}.", remedy)
    raise Unusable(f"{path} bukan paket atau cadangan yang memuat kepala riwayat.", remedy)


def origin(content: bytes, path: Path) -> Origin | None:
    """By what a packet says that it was made; None where it says nothing. Raises Refused where it
    says several things, or what cannot be read.
    """
    lines = _found(content, path, provenance.WRITTEN)
    try:
        if len(lines) > 1:
            raise ValueError
        return provenance.read(lines[0]) if lines else None
    except ValueError:
        message = f"{path}: keterangan asal di dalamnya bukan buatan kkmp, atau sudah diubah."
        raise Refused(message, "Minta berkas aslinya.") from None


def _found(content: bytes, path: Path, mark: re.Pattern[bytes]) -> list[str]:
    """All different marks of a kind in a file, in order."""
    matches = (match for piece in _pieces(content, path) for match in mark.finditer(piece))
    group = min(mark.groups, 1)
    return sorted({match[group].decode() for match in matches})


def content_of(path: Path) -> bytes:
    """The bytes of a file; of one too large for a packet its beginning. Raises Unusable."""
    try:
        with path.open("rb") as file:
            content = file.read(packages.FILE_LIMIT + 1)
    except FileNotFoundError:
        raise Unusable(f"{path} tidak ada.", "Periksa nama dan foldernya.") from None
    except OSError as error:
        raise Unusable(f"{path} tidak dapat dibuka: {reason(error)}.", "Periksa izinnya.") from None
    return content[: len(MAGIC)] if len(content) > packages.FILE_LIMIT else content


def _pieces(content: bytes, path: Path) -> Iterator[bytes]:
    """The text of a file; of a package, what its parts unpack to, as far as that is bounded."""
    if not content.startswith(b"PK"):
        yield content
        return
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            yield from _unpacked(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
        raise packages.damaged(str(path)) from None


def _unpacked(package: zipfile.ZipFile) -> Iterator[bytes]:
    left = packages.UNPACKED_LIMIT
    for entry in package.infolist()[: packages.ENTRY_LIMIT]:
        before = b""
        for piece in markup.unpacked(package, entry):
            left -= len(piece)
            if left < 0:
                return
            before = before[-_LONGEST:] + piece
            yield before
