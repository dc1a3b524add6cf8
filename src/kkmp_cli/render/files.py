"""Finished bytes → a file, whole or not at all.

A regular or absent file is replaced through a temporary name in the same folder; a device or a pipe
is written straight. The register itself is never a target. Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kkmp_cli.errors import Unusable, reason
from kkmp_cli.parsing.text import clean
from kkmp_cli.register import folders

PRIVATE = 0o600
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_REGISTER = b"SQLite format 3\x00"


def write_file(target: Path, content: bytes, private: bool = False) -> None:
    """Writes `content` to `target`, `private` for the owner's eyes alone, whatever stood there.

    Raises Unusable with the reason; the old file then stands as it was.
    """
    with opened(target, private) as file:
        file.write(content)


@contextmanager
def opened(target: Path, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write piece by piece; named `target` when the block ends well. As `write_file`."""
    try:
        folders.refuse_links(target)
        path = Path(os.path.realpath(target))
        if path.is_dir():
            raise Unusable(f"{_shown(target)} adalah folder.", "Sebutkan nama berkasnya di -o.")
        if path.exists() and not path.is_file():
            with path.open("wb", buffering=0) as device:
                yield device
            return
        refuse_register(path)
        with _replacing(path, private) as file:
            yield file
    except OSError as error:
        raise _unwritable(target, error) from None


def _unwritable(target: Path, error: OSError) -> Unusable:
    if isinstance(error, FileNotFoundError):
        missing = f"{_shown(target)} tidak dapat ditulis: foldernya tidak ada."
        return Unusable(missing, "Buat foldernya dulu, atau sebut folder yang ada.")
    return Unusable(
        f"{_shown(target)} tidak dapat ditulis: {reason(error)}; berkas lama tetap.",
        "Tutup berkas itu bila sedang terbuka (di Excel, Word …); lalu periksa nama, izin dan "
        "ruang disk.",
    )


@contextmanager
def _replacing(path: Path, private: bool) -> Iterator[BinaryIO]:
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        handle = os.open(temporary, _NEW, PRIVATE if private else 0o666)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if private or path.exists():
            temporary.chmod(PRIVATE if private else path.stat().st_mode & 0o777)
        temporary.replace(path)
        folders.sync(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def refuse_register(path: Path) -> None:
    """Raises Unusable for a file that is a register or another database."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_REGISTER)) == _REGISTER:
                raise Unusable(
                    f"{_shown(path)} adalah register atau basis data; tidak ditimpa.",
                    "Pilih nama lain.",
                )


def _shown(path: Path) -> str:
    return clean(str(path).encode("utf-8", "replace").decode(), None)
