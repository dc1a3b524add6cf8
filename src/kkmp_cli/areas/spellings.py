"""How names of areas are compared: the key of each kind of name, and which names lie near a wrong
one.

Two spellings with one key are one name; what is only near is never taken, it is shown. Never
enters: the area list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.parsing.text import clean

_WORD = re.compile(r"[^\W_]+")
_COOPERATIVE = re.compile(r"\bkoperasi (?:(?:kelurahan|desa) ){0,2}merah putih\b")
_KELURAHAN_WORDS = frozenset(("kkmp", "kdmp", "kel", "kelurahan", "desa"))
_KECAMATAN_WORDS = frozenset(("kec", "kecamatan"))
_KOTA_WORDS = {"kota": "kota", "kabupaten": "kab", "kab": "kab", "administrasi": "", "adm": ""}
_NEAR = 70
"""How alike, of 100, a name must be to be suggested."""
_PART = 4
"""How many letters make a part of a name worth suggesting the whole."""


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=16_384)
def bare_key(text: str) -> str:
    """The key of a kelurahan's name without the words that only say what it is, never nothing."""
    words = _words(text)
    if "koperasi" in words:
        words = _COOPERATIVE.sub(" ", " ".join(words)).split() or words
    return "".join(word for word in words if word not in _KELURAHAN_WORDS) or "".join(words[-1:])


def kecamatan_key(text: str) -> str:
    """The key of a kecamatan's name without `Kec.`, never nothing."""
    words = _words(text)
    return "".join(word for word in words if word not in _KECAMATAN_WORDS) or "".join(words[-1:])


@lru_cache(maxsize=4_096)
def kota_key(text: str) -> tuple[str, str]:
    """The key of a kota's name without the words before it, and which of kota or kab they say."""
    words, kind = _words(text), ""
    while len(words) > 1 and words[0] in _KOTA_WORDS:
        kind = _KOTA_WORDS[words.pop(0)] or kind
    return "".join(words), kind


def nearest(key: str, choices: Sequence[str], together: str | None = None) -> list[str]:
    """Up to three of `choices` that resemble `key`, the likest first, then those that hold it as a
    part.

    For suggestions, never for a match. `together` are the choices as `lines` tells them, where they
    are asked often.
    """
    from rapidfuzz import fuzz, process

    like = [
        choice
        for choice, _, _ in process.extract(
            key, choices, scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR
        )
    ]
    if len(like) < 3 and len(key) >= _PART and (together is None or key in together):
        like += sorted(
            (choice for choice in choices if key in choice),
            key=lambda choice: not choice.startswith(key),
        )
    return list(dict.fromkeys(like))[:3]


def lines(choices: Iterable[str]) -> str:
    """All choices in one text, in which a part of any of them is found at once."""
    return "\n".join(choices)


def cleaned(text: str, what: str) -> str:
    """The text as `text.clean` keeps it. Raises Refused if too long or empty; `what` names it."""
    try:
        kept = clean(text)
    except CellError as error:
        raise Refused(f"{what} {error.message}", error.remedy) from error
    if not kept:
        raise Refused(f"{what} kosong", "Tulis nama atau kodenya.")
    return kept


def either(texts: Iterable[str]) -> str:
    """`a`, `a atau b`, `a, b atau c`."""
    *others, last = texts
    return f"{', '.join(others)} atau {last}" if others else last


def short(text: str) -> str:
    """The text in a message: at most 60 letters."""
    return text if len(text) <= 60 else text[:59] + "…"
