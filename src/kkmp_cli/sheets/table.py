"""Which rows of a sheet are title, heading and body, and what stands over each column.

Offices put titles above the heading, spread it over two or three rows with merged cells, and number
the columns under it. The heading is the row, or the rows, with the most known headings. Never
enters: what a value means, which kelurahan a row is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, islice, pairwise

from kkmp_cli.errors import CellError
from kkmp_cli.model import vocabulary
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.sheets.sheet import Row, Sheet

Meaning = Callable[[str], str | None]
"""A heading's text → the name of the field it means, None for an unknown one. Raises CellError for
an ambiguous one.
"""

_DEPTH = 40
_LEVELS = 3
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*[).]?(?:\s*=[\d\s+\-x*/:()%]+)?", re.ASCII)
"""`(4)`, and `7 = 5 + 6` of a column that is computed."""
_ORDINAL = re.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*", re.ASCII | re.IGNORECASE)
_GENERIC = frozenset(
    (
        "nama",
        "no",
        "no.",
        "nomor",
        "status",
        "ket",
        "ket.",
        "keterangan",
        "catatan",
        "tanggal",
        "tgl",
        "tgl.",
        "kendala",
        "jumlah",
        "ada",
        "bank",
        "kode",
        "per",
    )
)
"""Words that mean something only together with the group heading above them."""
_SUBHEADINGS = frozenset(
    (
        "no",
        "no.",
        "nomor",
        "status",
        "ket",
        "ket.",
        "keterangan",
        "tanggal",
        "tgl",
        "tgl.",
        "sudah/belum",
        "ada/tidak",
    )
)
"""Those of them that no row of data states."""
_UNIT = re.compile(
    r"\([^\d]*\)|orang|org|rp\.?|rupiah|(?:rp|dalam)?\s*(?:ribu|juta|juta "
    r"rupiah)|%|persen|unit|buah|"
    r"(?:tgl|hh|dd|tanggal)[/.\-](?:bln|bb|mm|bulan)[/.\-](?:thn|t{2,4}|y{2,4}|tahun)|sudah/belum|ada/tidak|ya/tidak",
    re.IGNORECASE,
)
"""What a row below the headings says of how its cells are written."""
_TURNED = frozenset(
    (
        "belum",
        "tidak",
        "tanpa",
        "bukan",
        "non",
        "kurang",
        "kekurangan",
        "kebutuhan",
        "butuh",
        "perlu",
        "usulan",
        "usul",
        "permohonan",
        "bantuan",
        "calon",
        "jumlah",
        "jml",
        "jlh",
        "total",
        "persen",
        "persentase",
        "lain",
        "pribadi",
    )
)
_EITHER = re.compile(
    r"\b(?:sudah|telah|ada|ya|belum|tidak)\s*(?:/|-|atau)\s*(?:sudah|telah|ada|ya|belum|tidak)\b"
)
_YEAR = re.compile(r"(?:tb|th|thn|tahun|tahun buku)?\.?\s*20\d\d", re.ASCII | re.IGNORECASE)
_LEAST = "nama"
"""The key field that is none where another one stands beside it: `KKMP` may be a group heading."""
_TITLE = 4
"""So many words directly above the headings are a title rather than a group heading."""
_OWN = frozenset(
    (
        "pengurus",
        "ketua",
        "koperasi",
        "kkmp",
        "kdmp",
        "kontak",
        "person",
        "data",
        "identitas",
        "profil",
    )
)
"""The words of a group heading below which a name or a phone is that of the cooperative."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its place, the words over it, and the text by which its meaning is asked."""

    position: int
    text: str
    asked: str


@dataclass(frozen=True, slots=True)
class Table:
    """`row` is the (last) heading row, `first` the first row below heading and column numbers,
    `titles` those above.
    """

    row: int
    first: int
    width: int
    headings: tuple[Heading, ...]
    titles: tuple[Row, ...]


def unnumbered(text: str) -> str:
    """A heading without the number before it: `1. Musyawarah` → `Musyawarah`."""
    match = _ORDINAL.match(text)
    return text[match.end() :] if match else text


def turned(text: str) -> bool:
    """True for a heading that says the contrary of a field (`Belum Memiliki`), a wish for it or a
    count of it.
    """
    return bool(_TURNED & _words(_EITHER.sub(" ", text.casefold())))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the top of a sheet: the heading begins in row `at` (counted from 0) and has
    `depth` rows.
    """

    score: tuple[bool, int, int]
    at: int
    depth: int
    headings: tuple[Heading, ...]


def find(sheet: Sheet, meaning: Meaning, keys: frozenset[str]) -> Table | None:
    """The table of a sheet; None where no row holds a known heading. A row with a key field's
    heading is preferred.
    """
    top = list(islice(sheet.rows, _DEPTH + _LEVELS + 1))
    texts = [[_text(cell) for cell in cells] for _, cells in top]
    best = max(_readings(texts, meaning, keys), key=lambda reading: reading.score, default=None)
    if best is None:
        return None
    after = best.at + best.depth
    if after < len(top) and _numbers_columns(top[after][1]):
        after += 1
    last = top[best.at + best.depth - 1][0]
    first = top[after][0] if after < len(top) else last + 1
    width = max((heading.position for heading in best.headings), default=-1) + 1
    return Table(last, max(first, last + 1), width, best.headings, tuple(top[: best.at]))


def _readings(
    texts: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]
) -> Iterator[_Reading]:
    """Every reading with a known heading. What is surely the lower part of a heading does not begin
    another.
    """
    begun: set[int] = set()
    for at in range(min(_DEPTH, len(texts))):
        fields_above = 0
        for depth in range(1, min(_LEVELS, len(texts) - at) + 1):
            levels = texts[at : at + depth]
            if at in begun or not any(levels[-1]):
                break
            headings = _headings(levels, meaning)
            sure = depth > 1 and _sure(levels, meaning, keys)
            score = _score(headings, meaning, keys, depth if sure else -depth)
            if sure and score[0]:
                begun.update(range(at + 1, at + depth))
            if score[1]:
                yield _Reading(score, at, depth, tuple(headings))
            if depth > 1 and not sure and score[1] <= fields_above:
                break
            fields_above = score[1]


def body(sheet: Sheet, table: Table) -> Iterator[Row]:
    """The rows below the heading, the closing row and all that stands under it among them."""
    return dropwhile(lambda row: row[0] < table.first, sheet.rows)


def known(text: str, meaning: Meaning) -> str | None:
    """What a heading means, `?` where it is known but ambiguous."""
    try:
        return meaning(text)
    except CellError:
        return "?"


def _score(
    headings: list[Heading], meaning: Meaning, keys: frozenset[str], rows: int
) -> tuple[bool, int, int]:
    """The more fields the better; of readings that are as good the fewest rows, unless the others
    are sure.
    """
    meant = {field for heading in headings if (field := known(heading.asked, meaning))}
    return bool(meant & keys), len(meant), rows


def _sure(levels: Sequence[Sequence[str]], meaning: Meaning, keys: frozenset[str]) -> bool:
    """True where every row below the first can be nothing but heading."""
    return all(
        _only_subheadings(levels[at])
        or _divides(levels[at - 1], levels[at], meaning, keys)
        or _stands_below_groups(levels[at - 1], levels[at], meaning, keys)
        for at in range(1, len(levels))
    )


def _only_subheadings(texts: Sequence[str]) -> bool:
    """True for a row of words that stand below headings and never in a row of data: `Nomor`,
    `(orang)`.
    """
    words = {text.casefold() for text in texts if text}
    units = {word for word in words if _UNIT.fullmatch(word)}
    return bool(words & _SUBHEADINGS or units) and words <= _SUBHEADINGS | _GENERIC | units


def _divides(
    above: Sequence[str], below: Sequence[str], meaning: Meaning, keys: frozenset[str]
) -> bool:
    """True where the lower row names no cooperative, but stands in columns that only a group
    heading reaches.
    """
    key = [
        at for at, text in enumerate(above) if text and (known(text, meaning) in keys - {_LEAST})
    ]
    key = key or [at for at, text in enumerate(above) if text and known(text, meaning) == _LEAST]
    filled = [at for at, text in enumerate(below) if text]
    if not key or len(filled) < 2 or any(at in filled for at in key) or _holds_digits(below):
        return False
    return any(at > key[0] and not (above[at] if at < len(above) else "") for at in filled)


def _stands_below_groups(
    above: Sequence[str], below: Sequence[str], meaning: Meaning, keys: frozenset[str]
) -> bool:
    """True where the lower row holds the key heading, and the groups above it say what its other
    words mean.
    """
    groups = [at for at, text in enumerate(above) if text]
    key = next((at for at, text in enumerate(below) if text and known(text, meaning) in keys), None)
    if (
        key is None
        or _holds_digits(above)
        or any(known(above[at], meaning) in keys for at in groups)
    ):
        return False
    generic = any(text.casefold() in _SUBHEADINGS for text in below[key + 1 :])
    return (generic and len(groups) > 1) or any(
        turned(above[at]) and len(above[at].split()) < _TITLE for at in groups if at > key
    )


def _holds_digits(texts: Sequence[str]) -> bool:
    return any(
        letter.isdigit()
        for text in map(unnumbered, texts)
        if not _YEAR.fullmatch(text)
        for letter in text
    )


def _text(cell: str) -> str:
    try:
        return clean(cell, None) if cell else ""
    except CellError:
        return ""


def _headings(levels: Sequence[Sequence[str]], meaning: Meaning) -> list[Heading]:
    """What stands over each column in one to three rows: a group heading reaches to the right until
    the next one.
    """
    headings: list[Heading] = []
    groups = [""] * len(levels)
    wider: dict[int, str] = {}
    for position in range(max(map(len, levels))):
        own = [texts[position] if position < len(texts) else "" for texts in levels]
        for level, text in enumerate(own[:-1]):
            if text:
                groups[level:] = [text, *[""] * (len(levels) - level - 1)]
        lowest = max((level for level, text in enumerate(own) if text), default=None)
        if lowest is None:
            continue
        over = [group for group in groups[:lowest] if group]
        if own[lowest - 1] and lowest and _UNIT.fullmatch(own[lowest]):
            over, lowest = over[:-1], lowest - 1
        if over and not _counts_rows(headings, own[lowest]):
            headings.append(_under(position, over, own[lowest], meaning))
            wider[position] = f"{over[-1]} {own[lowest]}"
        else:
            headings.append(Heading(position, own[lowest], own[lowest]))
    return _told_apart(headings, wider)


def _told_apart(headings: list[Heading], wider: Mapping[int, str]) -> list[Heading]:
    """Headings that are the same below two groups, each with its group: `Sebelum NIB`, `Sesudah
    NIB`.
    """
    often = Counter(heading.text for heading in headings)
    return [
        replace(heading, text=wider.get(heading.position, heading.text))
        if often[heading.text] > 1
        else heading
        for heading in headings
    ]


def _counts_rows(before: Sequence[Heading], text: str) -> bool:
    """True for the `No` of the first column, whatever group it stands under."""
    return not before and match_key(text) in vocabulary.IGNORED_HEADINGS


def _under(position: int, groups: Sequence[str], text: str, meaning: Meaning) -> Heading:
    """A heading below group headings: `Tanggal` under `NIB` asks for `Tanggal NIB`, `NPWP` under
    `Izin` for NPWP.
    """
    for group in dict.fromkeys((groups[-1], " ".join(groups))):
        for asked in (f"{text} {group}", f"{group} {text}"):
            if known(asked, meaning):
                return Heading(position, f"{group} {text}", asked)
    if (
        text.casefold() not in _GENERIC
        and (meant := known(text, meaning))
        and _leaves(" ".join(groups), meant)
    ):
        return Heading(position, text, text)
    both = " ".join((*groups, text))
    return Heading(position, both, both)


def _leaves(group: str, meant: str) -> bool:
    """True where a group heading leaves the meaning of what stands under it: not `Belum Memiliki`,
    not `Notaris`.
    """
    field = vocabulary.by_name(meant)
    return not turned(group) and (field is None or not field.personal or _words(group) <= _OWN)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _numbers_columns(cells: Sequence[str]) -> bool:
    numbers = [_COLUMN_NUMBER.fullmatch(cell.strip()) for cell in cells if cell.strip()]
    if len(numbers) < 2 or not all(numbers):
        return False
    values = [int(match[1]) for match in numbers if match]
    return values[0] <= 2 and all(later - earlier == 1 for earlier, later in pairwise(values))
