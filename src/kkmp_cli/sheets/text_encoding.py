"""The bytes of a text file → its encoding: a byte order mark, UTF-16 by its NULs, strict UTF-8,
then Windows' cp1252. No guess by statistics.

What is broken UTF-8 or UTF-16 is never read as something else: that would turn every letter of it
into others in silence. Never enters: a separator, a row.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from kkmp_cli.errors import Unusable

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SHIFTED = 16
"""So many letters U+xx00 in a row are no text."""
_PIECE = 262_144
_BEGINNING = 32
_LETTER = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}"
)
"""A letter beyond ASCII as UTF-8 writes it."""
_TYPICAL = rb"[\xc2\xc3][\x80-\xbf]|\xe2[\x80-\xbf]{2}"
"""Of those the accents and signs of Western text; in cp1252 they would be `Ã¼`, `â€“`."""
_REMEDY = (
    "Ketik ulang huruf itu di editor teks lalu simpan sebagai UTF-8, atau minta berkas .xlsx "
    "aslinya."
)


def encoding_of(content: bytes, name: str) -> str:
    """The encoding of a file (`name` is for messages). Raises Unusable, with the line, where part
    of a UTF-8 or UTF-16 file is none.
    """
    encoding = _marked(content) or _by_nulls(content)
    if encoding is None:
        return _eight_bits(content, name)
    if encoding.startswith("utf-16"):
        _refuse_shifted(content, encoding, name)
    elif encoding == "utf-8-sig" and not is_valid(content, "utf-8"):
        raise _broken(content, name)
    return encoding


def pieces(content: bytes, encoding: str) -> Iterator[str]:
    """The text in pieces: whole, it would take up to four times the memory of the bytes."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    while piece := text.read(_PIECE):
        yield piece


def is_valid(content: bytes, encoding: str) -> bool:
    """True where all of it can be decoded."""
    try:
        for _ in pieces(content, encoding):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _marked(content: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def _by_nulls(content: bytes) -> str | None:
    """UTF-16 by the NULs of its plain letters; by its beginning, where bytes are shifted later."""
    for sample in (content[:4_096], content[:_BEGINNING] if _has_nulls(content[:4_096]) else b""):
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if max(even, odd) * 4 > len(sample) and min(even, odd) * 20 < len(sample):
            return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _has_nulls(sample: bytes) -> bool:
    return sample.count(0) * 4 > len(sample)


def _eight_bits(content: bytes, name: str) -> str:
    if content.isascii() or is_valid(content, "utf-8"):
        return "utf-8"
    letters = re.findall(_LETTER, content)
    strays = len(re.findall(rb"[\x80-\xff]", content)) - sum(map(len, letters))
    if len(letters) > strays or re.search(_TYPICAL, content):
        raise _broken(content, name)
    return "cp1252"


def _broken(content: bytes, name: str) -> Unusable:
    """The refusal of a file in UTF-8 but for some bytes, of which the first is told."""
    strays = (stray for stray in re.finditer(rb"(?:%s)|([\x80-\xff])" % _LETTER, content))
    at = next(stray.start() for stray in strays if stray[1] is not None)
    letter = content[at : at + 1].decode("cp1252", "replace")
    return Unusable(
        f"{name} baris {_line(content[:at])}: byte 0x{content[at]:02X} (`{letter}` di Windows) "
        f"bukan UTF-8, padahal selebihnya UTF-8",
        _REMEDY,
    )


def _line(before: bytes) -> int:
    """The line after these bytes, as an editor counts."""
    return before.count(b"\n" if b"\n" in before else b"\r") + 1


def _refuse_shifted(content: bytes, encoding: str, name: str) -> None:
    """Raises Unusable where a byte is missing or too many: all letters behind it are others."""
    big = encoding == "utf-16-be" or content.startswith(b"\xfe\xff")
    if line := _shifted_line(content[not big :: 2], content[big::2], len(content) % 2):
        raise Unusable(
            f"{name} baris {line}: ada byte yang hilang atau berlebih, sehingga huruf sesudahnya "
            f"tidak dapat dibaca sebagai UTF-16",
            "Minta berkasnya lagi sebagai .xlsx atau CSV UTF-8.",
        )


def _shifted_line(high: bytes, low: bytes, odd: int) -> int | None:
    """The line from which on bytes are shifted, if any are. A letter U+xx00 is rare; there every
    plain letter is one.
    """
    runs = re.finditer(rb"\x00{2}" if odd else rb"\x00{%d}" % _SHIFTED, low)
    at = next((run.start() for run in runs if all(high[run.start() : run.end()])), None)
    return low[:at].count(b"\n") + 1 if odd or at is not None else None
