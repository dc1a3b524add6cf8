"""Files in which personal values still stand after they left the register: exports, packets, rows
that were rejected.

Looked at in bounded time, by their bytes; nothing is changed. Never enters: a register, a backup.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

_TEXTS = frozenset((".csv", ".tsv", ".txt", ".json", ".html", ".htm", ".md"))
_PACKAGES = frozenset((".xlsx", ".xlsm", ".ods", ".docx"))
_FILES = 300
_LARGEST = 20_000_000
_ALL = 60_000_000
"""Bytes that are looked at, of packages those that come out."""
_DIGITS = re.compile(r"[+\d()./\- ]{6,}", re.ASCII)
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")


class Looked(NamedTuple):
    """The files that hold a value, and how many could not be looked at."""

    holding: tuple[Path, ...]
    unseen: int


def look_for(values: Iterable[str], folders: Iterable[Path]) -> Looked:
    """The files of these folders, not of those below, in which one of the values stands."""
    if not (patterns := sorted({part for value in values for part in _spelled(value)})):
        return Looked((), 0)
    pattern = re.compile(b"|".join(patterns), re.IGNORECASE)
    holding, unseen = [], 0
    for file, content in _contents(folders):
        if content is None:
            unseen += 1
        elif pattern.search(content):
            holding.append(file)
    return Looked(tuple(sorted(holding)), unseen)


def _contents(folders: Iterable[Path]) -> Iterator[tuple[Path, bytes | None]]:
    """The newest files with what stands in them; None for what is not looked at."""
    left = _ALL
    for at, file in enumerate(_candidates(folders)):
        content = _content(file, min(left, _LARGEST)) if at < _FILES else None
        left -= len(content or b"")
        yield file, content


def _candidates(folders: Iterable[Path]) -> list[Path]:
    """The newest first."""
    found: dict[Path, float] = {}
    for folder in dict.fromkeys(folders):
        try:
            for file in folder.iterdir():
                if file.suffix.casefold() in _TEXTS | _PACKAGES and file.is_file():
                    found[file] = file.stat().st_mtime
        except OSError:
            continue
    return sorted(found, key=lambda file: (-found[file], file.name))


def _spelled(value: str) -> Iterator[bytes]:
    """Patterns of a value as files write it: encoded, escaped, a number however it is divided."""
    if _DIGITS.fullmatch(value):
        yield from _numbers(re.sub(r"\D", "", value).removeprefix("62").lstrip("0"))
        return
    for text in {value, escape(value)}:
        for encoding in _ENCODINGS:
            encoded = text.encode(encoding, "ignore")
            alone = encoding in ("utf-8", "cp1252")
            letters = re.escape(encoded)
            yield rb"(?<![0-9A-Za-z])" + letters + rb"(?![0-9A-Za-z])" if alone else letters


def _numbers(digits: str) -> Iterator[bytes]:
    """In one byte a digit, and in two."""
    one, two = (
        between.join(digit.encode() for digit in digits)
        for between in (rb"[ .\-]?", rb"\x00(?:[ .\-]\x00)?")
    )
    yield rb"(?<!\d)(?:\+?62[ .\-]?|0)?" + one + rb"(?!\d)"
    yield two


def _content(file: Path, most: int) -> bytes | None:
    """What stands in a file; None where that is too much or cannot be read."""
    try:
        if file.suffix.casefold() in _TEXTS:
            return file.read_bytes() if file.stat().st_size <= most else None
        return _unpacked(file, most)
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
        return None


def _unpacked(file: Path, most: int) -> bytes | None:
    parts = []
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                with package.open(name) as part:
                    parts.append(part.read(most + 1))
                most -= len(parts[-1])
                if most < 0:
                    return None
    return b"\n".join(parts)
