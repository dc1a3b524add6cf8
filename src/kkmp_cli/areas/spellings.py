"""How names of areas are compared: the key of each kind of name, and which names lie near a wrong
one.

Two spellings with one key are one name; what is only near is never taken, it is shown. Never
enters: the area list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.parsing.text import clean, match_key

_WORD = re.compile(r"[^\W_]+")
_COOPERATIVE = (
    r"\b(?:koperasi|kop|kopkel|kopdes|kopdeskel) (?:(?:kelurahan|kel|desa) ){0,2}merah putih\b"
)
_KELURAHAN_WORDS = frozenset(
    ("kkmp", "kdmp", "kdkmp", "kopkel", "kopdes", "kopdeskel", "kel", "kelurahan", "desa")
)
_WRITTEN_OUT = {
    short: tuple(words.split("|"))
    for short, words in {
        **dict.fromkeys(("kb", "kbn"), "kebon|kebun"),
        **dict.fromkeys(("kp", "kpg"), "kampung"),
        **dict.fromkeys(("ps", "psr"), "pasar"),
        **dict.fromkeys(("tj", "tjg"), "tanjung"),
        "gn": "gunung",
        "rw": "rawa",
        "pd": "pondok",
        "sel": "selatan",
        "ut": "utara",
        "tim": "timur",
        "bar": "barat",
    }.items()
}
"""Usual short forms of the words of names, and what each may stand for."""
_OF_PLACES = frozenset(
    ("kec", "kecamatan", "kota", "kabupaten", "kab", "administrasi", "adm", "provinsi", "prov")
)
_KECAMATAN_WORDS = frozenset(("kec", "kecamatan"))
_KOTA_WORDS = {"kota": "kota", "kabupaten": "kab", "kab": "kab", "administrasi": "", "adm": ""}
_FORMS = 16
_NEAR = 70
"""How alike, of 100, a name must be to be suggested."""
_PART = 4
"""How many letters make a part of a name worth suggesting the whole."""


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=16_384)
def bare_key(text: str) -> str:
    """The key of a kelurahan's name without the words that only say what it is, never nothing."""
    return "".join(_bare_words(text))


def _bare_words(text: str) -> list[str]:
    words = _words(text)
    if "merah" in words:
        words = re.sub(_COOPERATIVE, " ", " ".join(words)).split() or words
    return [word for word in words if word not in _KELURAHAN_WORDS] or words[-1:]


def written_out(text: str) -> list[str]:
    """The keys that a kelurahan's name may have where short forms in it are written out: `Kb.
    Kacang` → `kebonkacang`, `kebunkacang`; none where it has no short form.
    """
    words = _bare_words(text)
    if _WRITTEN_OUT.keys().isdisjoint(words):
        return []
    forms = product(*(_WRITTEN_OUT.get(word, (word,)) for word in words))
    return [*map("".join, islice(forms, _FORMS))]


def direct_keys(text: str) -> frozenset[str]:
    """Every key by which a kelurahan bears this name, nothing taken off behind it."""
    return frozenset((match_key(text), bare_key(text), *written_out(text)))


def tails(text: str) -> Iterator[tuple[str, str]]:
    """A kelurahan's name cut into a name and what stands behind it, the longest name first: `Cideng
    Kecamatan Gambir` → `cideng`, `gambir`.
    """
    words = _bare_words(text)
    for at in range(len(words) - 1, 0, -1):
        yield " ".join(words[:at]), place_key(" ".join(words[at:]))


def place_key(text: str) -> str:
    """The key of the name of a kecamatan, kota or province, or of several behind each other,
    without the words that only say which it is.
    """
    return "".join(word for word in _words(text) if word not in _OF_PLACES)


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
