"""Text from outside: made safe to keep, and made comparable.

One door for arguments, cells and prompts (`clean`), one key for matching names (`match_key`). What
is kept never holds control or bidi characters, so no screen, sheet or page can be made to act by
it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.state_words import refuse_state

NAME_LIMIT = 200
NOTE_LIMIT = 2_000

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u200b\u2060\ufeff\u00ad\ufffe\uffff"
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[ -~]*")
_KTP = r"(?<!\d)[1-9]\d{5}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)"

_SIXTEEN = (
    r"(?a)(?<!\d)(?:\d{16}|\d{4}([ .\-])\d{4}\1\d{4}\1\d{4}"
    r"|\d\d[ .]?\d\d[ .]?\d\d[ .]?\d{6}[ .]?\d{4})(?!\d)"
)
_PHONE = (
    r"(?a)(?<![\d.,/])(?:(?:\+|\b00)?62|0)[\s.\-()]*8\d(?:[\s.\-]?\d){6,11}(?!\d)"
    r"|\(0\d{2,3}\)\s*\d(?:[\s\-]?\d){5,7}|(?<!\d)0\d{2,3}-\d{6,8}(?!\d)|\+62[\s\-]?\d"
)
"""A mobile or landline number: `0812-3456-7890`, `+62 21 …`, `(021) 3456789`."""


def clean(raw: str, limit: int | None = NAME_LIMIT) -> str:
    """The text as it is kept: NFC, one line, trimmed, without control and bidi characters.

    Raises CellError for lone surrogates, NUL, and text longer than `limit` characters.
    """
    text = raw.strip() if _PLAIN.fullmatch(raw) and "  " not in raw else _clean_unicode(raw)
    if limit is not None and len(text) > limit:
        raise CellError(
            f"terlalu panjang: {len(text)} huruf, paling banyak {limit}", "Ringkas isinya."
        )
    return text


def _clean_unicode(raw: str) -> str:
    if "\x00" in raw or any(0xD800 <= ord(letter) <= 0xDFFF for letter in raw):
        raise CellError("berisi huruf rusak yang tidak dapat disimpan", "Ketik ulang isinya.")
    kept = []
    for letter in unicodedata.normalize("NFC", raw):
        if letter in "\t\n\r\v\f\x85\u2028\u2029":
            kept.append(" ")
        elif letter in _BIDI or letter in _INVISIBLE or unicodedata.category(letter) == "Cc":
            continue
        else:
            kept.append(letter)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(kept))).strip()


def printable(text: str) -> str:
    """A line as it may go to a screen: spaces as they are, control and bidi characters out."""
    if text.isprintable():
        return text
    kept = (
        letter
        for letter in text
        if letter not in _BIDI and unicodedata.category(letter) not in ("Cc", "Cs")
    )
    return "".join(kept)


def lost_characters(raw: str) -> bool:
    """True where `clean` takes out control or bidi characters that a reader could not see."""
    return any(
        letter in _BIDI
        or letter in _INVISIBLE
        or (unicodedata.category(letter) == "Cc" and letter not in "\t\n\r\v\f\x85")
        for letter in raw
    )


@lru_cache(maxsize=65_536)
def match_key(text: str) -> str:
    """The key under which two spellings are the same: NFKC, casefold, letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


def refuse_ktp(text: str) -> str:
    """The text; raises CellError where it seems to hold a person's KTP number (UU 27/2022)."""
    if re.search(_KTP, text):
        raise CellError(
            "berisi angka seperti nomor KTP, yang tidak boleh disimpan di register",
            "Hapus nomor KTP itu dari isian.",
        )
    return text


def refuse_person(text: str) -> str:
    """The text; raises CellError where it seems to hold a KTP number or a telephone number, which
    tell who a person is (UU 27/2022).
    """
    refuse_ktp(text)
    if re.search(_SIXTEEN, text):
        raise CellError(
            "berisi 16 angka seperti nomor KTP, yang tidak boleh disimpan di register",
            "Hapus nomor itu dari isian.",
        )
    if re.search(_PHONE, text):
        raise CellError(
            "berisi angka seperti nomor telepon, yang tidak disimpan di bidang ini",
            "Hapus nomor itu; telepon koperasi disimpan di isian Telepon.",
        )
    return text


def read_name(text: str) -> str:
    """A name of at most 200 characters. Raises CellError also for a word of state."""
    return refuse_state(refuse_ktp(clean(text, NAME_LIMIT)))


def join_notes(*notes: str | None) -> str:
    """Notes one after another, those that are there."""
    return "; ".join(filter(None, notes))


def read_note(text: str) -> str:
    """Free text of at most 2,000 characters."""
    return refuse_ktp(clean(text, NOTE_LIMIT))


def ended(text: str) -> str:
    """A sentence with one sign at its end."""
    return text if text.endswith(("?", "!", ".")) else f"{text}."
