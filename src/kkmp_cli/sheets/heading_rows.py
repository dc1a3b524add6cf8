"""Whether rows below a heading are surely its lower part: subheadings, units, columns of a group;
and whether a row further down heads another table.

Never enters: what the headings mean for the register, a row of data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkmp_cli.parsing.dates import is_date
from kkmp_cli.parsing.state_words import state_of, states_nothing
from kkmp_cli.sheets.heading_groups import Meaning, meaning_of
from kkmp_cli.sheets.heading_words import GENERIC, SUBHEADINGS, UNIT, turned, unnumbered

_YEAR = r"(?ai)(?:tb|th|thn|tahun|tahun buku)?\.?\s*20\d\d"
_SQUARE_METRES = r"(?i)\bm2\b"
_LEAST = "nama"
"""The key field that is none where another one stands beside it: `KKMP` may be a group heading."""
_ROWS, _REGIONS = frozenset(("kelurahan", "kode")), frozenset(("kecamatan", "kota"))
"""The fields that name the rows of a table of cooperatives, and of one of totals."""
_OF_PEOPLE = frozenset(("ketua", "telepon", "catatan"))
"""Fields of which a table of addresses or signatures may be made."""
_TITLE = 4
"""So many words directly above the headings are a title rather than a group heading."""


def surely_heading(levels: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]) -> bool:
    """True where every row below the first can be nothing but heading."""
    return all(
        _only_subheadings(levels[at])
        or _divides(levels[at - 1], levels[at], meaning, keys)
        or _stands_below_groups(levels[at - 1], levels[at], meaning, keys)
        for at in range(1, len(levels))
    )


def begins_table(texts: Sequence[str], meaning: Meaning) -> bool:
    """True where the filled cells of a row can be nothing but the headings of a table."""
    fields = {field for text in texts if (field := meaning_of(text, meaning))} - _OF_PEOPLE
    if fields & _ROWS and len(fields) > 1:
        return True
    if len(texts) < 2 or not all(may_head(text) or _is_day(text) for text in texts):
        return False
    if fields & _ROWS:
        return True
    named = len(fields) > 1 or bool(fields & _REGIONS and len(texts) > 2)
    return named and not any(map(_is_day, texts))


def _is_day(text: str) -> bool:
    """True for a day or month, below which a table may count."""
    return is_date(text) and not text.isdigit()


def may_head(text: str) -> bool:
    """True for a text that no row of data states: no number, date, word of state or of nothing."""
    key = text.strip(" .:()").casefold()
    if key == "no":
        return True
    stated = state_of(key) or states_nothing(key) or is_date(key)
    return not stated and any(map(str.isalpha, key)) and not text.startswith(":")


def _only_subheadings(texts: Sequence[str]) -> bool:
    """True for a row of words found below headings and never in data: `Nomor`, `(orang)`."""
    words = {text.casefold() for text in texts if text}
    units = {word for word in words if UNIT.fullmatch(word)}
    return bool(words & SUBHEADINGS or units) and words <= SUBHEADINGS | GENERIC | units


def _divides(
    above: Sequence[str], below: Sequence[str], meaning: Meaning, keys: frozenset[str]
) -> bool:
    """True where the lower row names no cooperative and a group heading reaches all of it."""
    key = _meaning_one_of(above, meaning, keys - {_LEAST})
    key = key or _meaning_one_of(above, meaning, frozenset((_LEAST,)))
    filled = [at for at, text in enumerate(below) if text]
    if not key or len(filled) < 2 or not set(key).isdisjoint(filled) or _holds_digits(below):
        return False
    first = 0 if _names_ticks(below) else key[0]
    return any(at > first and not "".join(above[at : at + 1]) for at in filled)


def _names_ticks(texts: Sequence[str]) -> bool:
    """True for `Sudah`, `Belum` over columns that are ticked."""
    return all(state_of(text.casefold()) for text in texts if text)


def _stands_below_groups(
    above: Sequence[str], below: Sequence[str], meaning: Meaning, keys: frozenset[str]
) -> bool:
    """True where the lower row has the key heading, and groups above explain its other words."""
    key = next(iter(_meaning_one_of(below, meaning, keys)), None)
    if key is None or _holds_digits(above) or _meaning_one_of(above, meaning, keys):
        return False
    groups = [at for at, text in enumerate(above) if text]
    if len(groups) > 1 and any(text.casefold() in SUBHEADINGS for text in below[key + 1 :]):
        return True
    return any(turned(above[at]) and len(above[at].split()) < _TITLE for at in groups if at > key)


def _meaning_one_of(texts: Sequence[str], meaning: Meaning, fields: frozenset[str]) -> list[int]:
    """The columns whose heading means one of these fields."""
    return [at for at, text in enumerate(texts) if text and meaning_of(text, meaning) in fields]


def _holds_digits(texts: Sequence[str]) -> bool:
    return any(
        letter.isdigit()
        for text in map(unnumbered, texts)
        if not re.fullmatch(_YEAR, text)
        for letter in re.sub(_SQUARE_METRES, "", text)
    )
