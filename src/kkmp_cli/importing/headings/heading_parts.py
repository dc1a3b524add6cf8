"""A heading word by word: which field of a milestone it means, as `Tgl. NPWP` or a question of a
form asks for it.

Never enters: what is only near (`heading_hints`), a row of data.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from kkmp_cli.model.vocabulary import BANK, NUMBER, OBSTACLE, PER, PLAN, STATE, Vocabulary
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_words import unnumbered

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
"""Words before a milestone's heading that add nothing: `Data`, `Apakah sudah memiliki NIB?`."""
ANOTHER_PAPER = frozenset(("akta",))
"""What shows that a milestone was reached, but has a number and a date of its own."""
_HOW = re.compile(
    r"\s*\((?:[vx]|sudah|ya|orang|org|rp\.?|rupiah|[^()\d]*/[^()\d]*)\)\s*$", re.IGNORECASE
)
"""How the cells below are written: `Jumlah Anggota (orang)`, `Usaha (Berjalan/Belum)`."""
_ASKING = frozenset(("berapa", "pilih", "pilihlah", "sebutkan"))
"""Words that only ask for what follows: `Berapa jumlah anggota?`."""
_SAYING = frozenset(
    (
        *("apakah", "apa", "sudah", "telah", "sdh", "ada", "punya", "memiliki", "mempunyai"),
        *("melaksanakan", "dilaksanakan", "mengadakan", "diadakan", "menyelenggarakan"),
        *("diselenggarakan", "melakukan", "dilakukan", "menggelar", "status", "keadaan"),
        *("saat", "ini", "sekarang", "koperasi", "kkmp", "kdmp", "kdkmp", "anda", "dan"),
    )
)
"""Words with which a heading asks for a milestone, and which name none."""
_WHEN = frozenset(
    (
        *("tgl", "tanggal", "kapan", "sejak", "mulai", "bulan", "pada"),
        *("buka", "dibuka", "pembukaan", "terbit", "terbitnya", "pelaksanaan", "peresmian"),
    )
)
"""Words with which it asks since when."""
_UNCLEAR = frozenset(("aktif", "realisasi", "atau", "count"))
"""Words beside a milestone that leave open what the cells say of it."""
_OTHER = frozenset(
    (
        *("kendala", "hambatan", "permasalahan", "masalah", "simkopdes", "input", "lapor"),
        *("laporan", "dilaporkan", "melaporkan", "pelatihan", "izin", "alamat", "luas"),
        *("rencana", "target", "jadwal"),
    )
)
"""Words of questions that are of something else."""
_ASKS = frozenset(("apakah", "sudah", "telah", "memiliki", "mempunyai", "punya"))
"""Words with which a heading asks for a state."""
_YEAR = r"(?a)20\d\d"
_EITHER = r"(?i)[/,&+]|\b(?:dan|atau)\b"
"""What stands between two things of which one heading speaks: `Gerai/Kantor`."""
_PHRASE = 3
_WORDS = re.compile(r"[^\W_]+")


def by_parts(heading: str, book_year: int, vocabulary: Vocabulary, whole: str = "") -> str | None:
    """`Tanggal SK Badan Hukum`, `NPWP - Nomor`: a milestone's heading with a word that says which
    of its fields.

    Raises CellError for one that leaves the tahun buku open, naming the `whole` heading.
    """
    whole = whole or heading
    if (bare := unnumbered(_HOW.sub("", heading))) != heading:
        field = vocabulary.match_heading(bare, book_year, whole)
        return field or by_parts(bare, book_year, vocabulary, whole)
    for kind, rest in parted(heading):
        name = part_of(vocabulary.match_heading(rest, book_year, whole), kind, vocabulary)
        if name and match_key(rest) not in ANOTHER_PAPER:
            return name
    name = _without_introduction(heading, book_year, vocabulary, whole)
    return name or _asked(heading, book_year, vocabulary, whole)


def _without_introduction(
    heading: str, book_year: int, vocabulary: Vocabulary, whole: str
) -> str | None:
    """The same of a heading without its first word, where that adds nothing."""
    first, *others = _WORDS.findall(heading) or [""]
    if first.casefold() not in _INTRODUCING or not others:
        return None
    rest = " ".join(others)
    name = part_of(vocabulary.match_heading(rest, book_year, whole), STATE, vocabulary)
    return name or by_parts(rest, book_year, vocabulary, whole)


def _asked(heading: str, book_year: int, vocabulary: Vocabulary, whole: str) -> str | None:
    """The same of a heading without the words that only ask: `Sejak kapan usaha berjalan?`."""
    words = _WORDS.findall(heading.casefold())
    asked = " ".join(word for word in words if word not in _ASKING)
    if len(asked) < len(" ".join(words)) and (
        name := vocabulary.match_heading(asked, book_year, whole) if asked else None
    ):
        return name
    for left_out in (_SAYING, _SAYING | _WHEN):
        rest = [word for word in words if word not in left_out | _ASKING]
        if name := _state_meant(rest, book_year, vocabulary, whole):
            return vocabulary.in_year(name, book_year)
    return None


def _state_meant(
    words: Sequence[str], book_year: int, vocabulary: Vocabulary, whole: str
) -> str | None:
    """The state that these words mean together, or each of them."""
    if not words or "".join(words) in ANOTHER_PAPER:
        return None
    together = vocabulary.match_heading(" ".join(words), book_year, whole)
    return part_of(together, STATE, vocabulary) or _of_one_milestone(words, _states(vocabulary))


def _of_one_milestone(words: Sequence[str], known: Mapping[str, str]) -> str | None:
    """The milestone of which every word speaks: `Operasional Usaha`, `SK Badan Hukum (AHU)`."""
    states = _states_in(words, known)
    return states[0] if None not in states and len(set(states)) == 1 else None


def _states_in(words: Sequence[str], known: Mapping[str, str]) -> list[str | None]:
    """The milestone that each word names, alone or with those after it; None for other words."""
    states, at = list[str | None](), 0
    while at < len(words):
        for count in range(min(_PHRASE, len(words) - at), 0, -1):
            if state := known.get("".join(words[at : at + count])):
                break
        states.append(state)
        at += count
    return states


@lru_cache(maxsize=8)
def _states(vocabulary: Vocabulary) -> Mapping[str, str]:
    """The key of each heading of a milestone's state, but those of other papers."""
    return {
        match_key(heading): field.name
        for field in vocabulary.all_fields()
        if field.kind == STATE and field.milestone
        for heading in (field.name, field.label, *field.milestone.headings)
        if match_key(heading) not in ANOTHER_PAPER
    }


def milestones_named(heading: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The milestones that a heading asks for where it is not clear for which, or what of it."""
    words = _WORDS.findall(_HOW.sub("", heading).replace("_", " ").casefold())
    passed_over = _SAYING | _WHEN | _UNCLEAR
    left = (word for word in words if word not in passed_over and not re.fullmatch(_YEAR, word))
    known = _states(vocabulary)
    states = _states_in([*left], known)
    named = tuple(dict.fromkeys(filter(None, states)))
    return named if None not in states or _asks_apart(heading, words, known) else ()


def _asks_apart(heading: str, words: Sequence[str], known: Container[str]) -> bool:
    """True for a question, and for a milestone beside something else: `Gerai/Kantor`."""
    apart = any(match_key(part) in known for part in re.split(_EITHER, heading))
    asks = "?" in heading or not _ASKS.isdisjoint(words)
    return _OTHER.isdisjoint(words) and (apart or asks)


def parted(heading: str) -> Iterator[tuple[str, str]]:
    """A heading as a kind of a milestone's field and the rest: `Tgl NPWP` → (state, `NPWP`)."""
    words = _WORDS.findall(heading)
    for count in (1, 2):
        for part, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if rest and (kind := _KIND_OF.get(match_key("".join(part)))):
                yield kind, " ".join(rest)


def part_of(name: str | None, kind: str, vocabulary: Vocabulary) -> str | None:
    """The field of this kind of the milestone whose state `name` is; None for any other field."""
    field = vocabulary.by_name(name) if name else None
    if (
        field is None
        or field.kind != STATE
        or vocabulary.by_name(field.name + _SUFFIX[kind]) is None
    ):
        return None
    return field.name + _SUFFIX[kind]
