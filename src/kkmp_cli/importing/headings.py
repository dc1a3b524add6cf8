"""A heading word by word: which field of a milestone it means, or which field an unknown one may
mean.

What is only near is suggested, never taken. Never enters: a row of data.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import BANK, NUMBER, OBSTACLE, PER, PLAN, STATE
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.heading_words import turned, unnumbered
from kkmp_cli.sheets.sheet import column_letter

_PARTS = {
    STATE: "tgl|tanggal|tgl terbit|tanggal terbit|status|keadaan|ada|ada tidak|ada belum|"
    "sudah belum|tgl pelaksanaan|tanggal pelaksanaan|status kepemilikan|kepemilikan|sudah|ya|"
    "punya|memiliki|mempunyai|sudah ada",
    NUMBER: "no|nomor|nomer|nmr",
    BANK: "bank|nama bank",
    PER: "per|keadaan per",
    PLAN: "rencana|target|rencana tgl|rencana tanggal",
    OBSTACLE: "kendala|hambatan|permasalahan",
}
_KIND_OF = {match_key(word): kind for kind, words in _PARTS.items() for word in words.split("|")}
_SUFFIX = {
    STATE: "",
    NUMBER: "_nomor",
    BANK: "_bank",
    PER: "_per",
    PLAN: "_rencana",
    OBSTACLE: "_kendala",
}
_INTRODUCING = frozenset(
    ("data", "legalitas", "perizinan", "apakah", "sudah", "telah", "kkmp", "koperasi")
)
"""Words before a milestone's heading that add nothing to it: `Data Badan Hukum`, `Apakah sudah
memiliki NIB?`.
"""
_ANOTHER_PAPER = frozenset(("akta",))
"""What shows that a milestone was reached, but has a number and a date of its own."""
_HOW = re.compile(r"\s*\((?:orang|org|rp\.?|rupiah|[^()\d]*/[^()\d]*)\)\s*$", re.IGNORECASE)
"""How the cells below are written: `Jumlah Anggota (orang)`, `Usaha (Berjalan/Belum)`."""
_GUESSES = {"legalitas": "sk_kemenkop", "perizinan": "nib", "izin": "nib", "izinusaha": "nib"}
"""What a heading of too wide a meaning may stand for: suggested, never taken."""
_LIKE = 75
"""How alike, of 100, a heading must be to a known one for its field to be suggested."""
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Unknown:
    """A column that is not read: its nearest field, if one may be named, and the `--map` that takes
    or ignores it.
    """

    heading: str
    letter: str
    nearest: str | None
    map: str


def by_parts(heading: str, book_year: int, whole: str = "") -> str | None:
    """`Tanggal SK Badan Hukum`, `NPWP - Nomor`: a milestone's heading with a word that says which
    of its fields.

    Raises CellError for one that leaves the tahun buku open, naming the `whole` heading.
    """
    whole = whole or heading
    if (bare := unnumbered(_HOW.sub("", heading))) != heading:
        return vocabulary.match_heading(bare, book_year, whole) or by_parts(bare, book_year, whole)
    for kind, rest in _parted(heading):
        name = _part_of(vocabulary.match_heading(rest, book_year, whole), kind)
        if name and match_key(rest) not in _ANOTHER_PAPER:
            return name
    return _without_introduction(heading, book_year, whole)


def _without_introduction(heading: str, book_year: int, whole: str) -> str | None:
    """The same of a heading without its first word, where that adds nothing."""
    first, *others = _WORDS.findall(heading) or [""]
    if first.casefold() not in _INTRODUCING or not others:
        return None
    rest = " ".join(others)
    name = _part_of(vocabulary.match_heading(rest, book_year, whole), STATE)
    return name or by_parts(rest, book_year, whole)


def _parted(heading: str) -> Iterator[tuple[str, str]]:
    """A heading taken apart into a kind of a milestone's field and what is left: `Tgl NPWP` →
    (state, `NPWP`).
    """
    words = _WORDS.findall(heading)
    for count in (1, 2):
        for part, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if rest and (kind := _KIND_OF.get(match_key("".join(part)))):
                yield kind, " ".join(rest)


def _part_of(name: str | None, kind: str) -> str | None:
    """The field of this kind of the milestone whose state `name` is; None for any other field."""
    field = vocabulary.by_name(name) if name else None
    if (
        field is None
        or field.kind != STATE
        or vocabulary.by_name(field.name + _SUFFIX[kind]) is None
    ):
        return None
    return field.name + _SUFFIX[kind]


def hinted(heading: Heading, stated: Collection[str]) -> Unknown:
    """A hint never leads to a personal field, to one that another column states, or to the contrary
    of what is said.
    """
    near = None if turned(heading.text) else _near(heading.text)
    field = vocabulary.by_name(near) if near else None
    letter = column_letter(heading.position)
    if field is not None and (field.personal or field.name in stated):
        return Unknown(heading.text, letter, None, f'--map "{heading.text}="')
    return Unknown(heading.text, letter, near, f'--map "{heading.text}={near or "…"}"')


def _near(text: str) -> str | None:
    if match_key(text) in _KIND_OF:
        return None
    for kind, rest in _parted(text):
        if name := _part_of(_GUESSES.get(match_key(rest)) or nearest(rest) or nearest(text), kind):
            return name
    return _GUESSES.get(match_key(text)) or nearest(text)


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    return {
        match_key(word): field.name
        for field in vocabulary.all_fields()
        for word in (field.name, field.label, *field.headings)
    }


def nearest(text: str) -> str | None:
    """The field whose name or usual heading resembles a text; only ever a suggestion."""
    from rapidfuzz import fuzz, process

    spellings = _spellings()
    near = process.extractOne(
        match_key(text), list(spellings), scorer=fuzz.ratio, score_cutoff=_LIKE
    )
    return spellings[near[0]] if near else None
