"""The words of a milestone's cell: its state, a date in any order, and what else they say clearly.

Words that could turn the state (`tapi`, `akan`, a second state that contradicts the first) leave
the whole cell unread. Never enters: whether a date can be, the field that a word is kept in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise
from typing import NamedTuple

from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA, Milestone
from kkmp_cli.parsing import dates, kendala_words, premises
from kkmp_cli.parsing.identifiers import is_bank
from kkmp_cli.parsing.state_words import STATE_OF, plain_words, state_of, states_nothing

PLAN = re.compile(
    r"(?:rencana(?:nya)?|direncanakan|target(?:nya)?|ditargetkan|jadwal(?:nya)?|dijadwalkan)"
    r"(?: (?:rat|buka|operasional|mulai))?[\s,:(]+"
    r"(?:(?:pada|di|akhir|bulan|tgl\.?|tanggal)[\s:]+)*(?P<date>.*\d.*?)\)?"
)
"""A day that lies ahead, in the cell of a milestone: `Rencana 12 Februari 2027`."""
NOTE, KIND, KENDALA, BANK, AHEAD = "catatan", "gerai_jenis", "_kendala", "_bank", "_rencana"
"""The fields that take what is said beside a state; `_…` ends one of the same milestone."""
_TOKEN = re.compile(r"(?:[^\s,;:()\[\]]|(?<=\d)[,:](?=\d))+")
_LONGEST = 12
"""A state and its date have no more words."""
_AS_OF = "per"
"""Before a date alone it says of which day something is true, not that it was reached then."""
_BEFORE_DATE = frozenset(("pada", _AS_OF, "sejak", "tgl", "tanggal", "tertanggal", "mulai", "hari"))
_TURNING = frozenset(("tapi", "tetapi", "namun", "kecuali", "batal", "bukan"))
_UNDOING = _TURNING.union(
    ("belum", "tidak", "tanpa", "akan", "rencana", "mau", "hampir", "sebagian", "dulu", "pernah"),
    ("habis", "kurang", "menunggu", "calon", "target", "tinggal", "dicabut", "hilang"),
    ("kedaluwarsa", "kadaluarsa"),
)
"""Words that may take back a `sudah` which stands before them."""
_AGAINST = {
    SUDAH: (BELUM, PROSES, TERKENDALA, BERHENTI),
    PROSES: (SUDAH, TERKENDALA, BERHENTI),
    BELUM: (SUDAH, PROSES, TERKENDALA, BERHENTI),
    BERHENTI: (SUDAH,),
}
_LACKING = r"\b(?:tidak|belum|tanpa) (?:ada|punya|memiliki)\b"
_DAY_LIKE = r"(?a)\d{4}|\d[/.\-]\d|\?"
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_SIGN = "|"
_ENDS = " .,;:()[]-–—"
_APART = r"[,;:()\[\]]|(?<!\w)[-–—]+(?!\w)"
_MARK = r"[^\W\d_]?|\d+"


class Phrase(NamedTuple):
    """A state, the text of its date, and texts for other fields. `share`: it is a percentage."""

    state: str
    day: str | None = None
    beside: tuple[tuple[str, str], ...] = ()
    share: bool = False


class _Token(NamedTuple):
    """A word, and where it stands in the text. `apart`: a sign sets it apart from the one before;
    a state is never read across one (`belum, ada`).
    """

    word: str
    begin: int
    end: int
    apart: bool = False

    @property
    def marked(self) -> str:
        """The word, behind a mark where a sign sets it apart."""
        return f"{_SIGN}{self.word}" if self.apart else self.word


class _Rest(NamedTuple):
    """What stands behind a state: its words, as written, and whether a sign sets it apart.
    `after_mark`: the state is only a mark or a digit.
    """

    words: tuple[str, ...]
    said: str
    apart: bool
    after_mark: bool


@lru_cache(maxsize=8_192)
def read_phrase(text: str, milestone: Milestone) -> Phrase | None:
    """What a cell says; None where that is not clear."""
    return _phrase(text, _tokens(text.replace("_", " "), milestone), milestone)


def _tokens(text: str, milestone: Milestone) -> list[_Token]:
    """The words of a text, but for the name of the milestone where others stand beside it."""
    names = {*milestone.code.split("_"), *milestone.label.casefold().split()}
    tokens = [*_every_token(text)]
    kept = [token for token in tokens if token.word not in names] or tokens
    gaps = (text[one.end : other.begin] for one, other in pairwise(kept))
    return [*kept[:1], *map(_set_apart, kept[1:], gaps)]


def _every_token(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if (word := plain_words(match[0])).strip("-–—"):
            yield _Token(word, match.start(), match.end())


def _set_apart(token: _Token, gap: str) -> _Token:
    return token._replace(apart=re.search(_APART, gap) is not None)


def _phrase(text: str, tokens: Sequence[_Token], milestone: Milestone) -> Phrase | None:
    words = [token.marked for token in tokens]
    for end in range(min(len(words), _LONGEST), 0, -1):
        if head := _whole(words[:end], milestone):
            if end == len(words):
                return head
            other = _phrase(text, tokens[end:], milestone)
            rest = _rest(text, tokens, end)
            return _both(head, other, rest) if other else _with_rest(head, rest, milestone)
    return None


def _rest(text: str, tokens: Sequence[_Token], end: int) -> _Rest:
    return _Rest(
        tuple(token.word for token in tokens[end:]),
        text[tokens[end].begin :].strip(_ENDS),
        apart=tokens[end].apart,
        after_mark=re.fullmatch(_MARK, text[: tokens[end].begin].strip(_ENDS)) is not None,
    )


def _whole(words: Sequence[str], milestone: Milestone) -> Phrase | None:
    """What words say that are a state, a date, or both, and nothing else."""
    joined = _joined(words)
    if joined in milestone.unclear:
        return None
    if own := _own(joined, milestone):
        return own
    if state := state_of(joined):
        return Phrase(state, share="%" in joined)
    day = _day(words) if words[0].strip(_SIGN) != _AS_OF else None
    return Phrase(SUDAH, day) if day else _state_and_day(words)


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).removeprefix(_SIGN)


def _own(joined: str, milestone: Milestone) -> Phrase | None:
    """What words say of this milestone alone."""
    if milestone.premises and (kind := premises.kind_of(joined)):
        return Phrase(SUDAH, beside=((KIND, kind),))
    if joined in milestone.unopened:
        return Phrase(SUDAH, beside=((milestone.opens, BELUM),))
    return None


def _state_and_day(words: Sequence[str]) -> Phrase | None:
    for at in range(1, len(words)):
        for head, tail in ((words[:at], words[at:]), (words[at:], words[:at])):
            phrase = _joined(head)
            state = None if phrase[0].isdigit() else state_of(phrase)
            if state in (SUDAH, BERHENTI) and (day := _day(tail)):
                return Phrase(state, day)
    return None


def _day(words: Sequence[str]) -> str | None:
    """The text of a date, without the words that lead to it; None for any other text."""
    day = " ".join(dropwhile(_BEFORE_DATE.__contains__, (word.strip(_SIGN) for word in words)))
    return day if day and dates.is_date(day) else None


def _with_rest(head: Phrase, rest: _Rest, milestone: Milestone) -> Phrase | None:
    """A state with the words behind it; None where those may turn it."""
    beside = None if head.share or rest.after_mark else _beside(head.state, rest, milestone)
    return head._replace(beside=(*head.beside, beside)) if beside else None


def _beside(state: str, rest: _Rest, milestone: Milestone) -> tuple[str, str] | None:
    """The field that keeps the words behind a state, and its text; None where there is none."""
    if state in (BELUM, PROSES) and (plan := PLAN.fullmatch(plain_words(rest.said))):
        return AHEAD, plan["date"]
    if state == TERKENDALA:
        return (KENDALA, rest.said) if _names_obstacle(rest.said) else None
    if number := milestone.number:
        if number.bank and state == SUDAH and is_bank(rest.said):
            return BANK, rest.said
        if _DIGIT.search(rest.said):
            return None
    return (NOTE, rest.said) if _is_clear(state, rest) else None


def _names_obstacle(said: str) -> bool:
    return not (kendala_words.says_no_obstacle(said) or states_nothing(said))


def _is_clear(state: str, rest: _Rest) -> bool:
    """True for words that only add to a state: no day, no second state, nothing that turns it."""
    if not (rest.apart or state == PROSES) or not _tells_no_day(rest):
        return False
    words = re.sub(_LACKING, "tidak", " ".join(rest.words)).split()
    against = _AGAINST[state] if rest.apart else (BELUM, *_AGAINST[state])
    if any(STATE_OF.get(word) in against for word in words):
        return False
    return (_UNDOING if state == SUDAH else _TURNING).isdisjoint(words)


def _tells_no_day(rest: _Rest) -> bool:
    letters, day = _LETTERS.search(rest.said), re.search(_DAY_LIKE, rest.said)
    return bool(letters) and not day and not any(map(dates.is_month, rest.words))


def _both(head: Phrase, other: Phrase, rest: _Rest) -> Phrase | None:
    """Two states that stand side by side and agree; None for any others."""
    state = _agreed(head, other, rest.apart)
    clash = any(dict(head.beside).get(field, value) != value for field, value in other.beside)
    if state is None or clash or (head.day and other.day):
        return None
    beside = {**dict(head.beside), **dict(other.beside)}
    if NOTE in beside:
        beside[NOTE] = rest.said
    return Phrase(state, head.day or other.day, tuple(beside.items()))


def _of_share(head: Phrase, other: Phrase) -> str | None:
    """A percentage says how much there is of a `sudah`; None where it says nothing of the other."""
    share, word = (head, other) if head.share else (other, head)
    if share.state == PROSES:
        return PROSES if word.state in (BELUM, PROSES, SUDAH) and not word.day else None
    return share.state if share.state == word.state else None


def _agreed(head: Phrase, other: Phrase, apart: bool) -> str | None:
    """The state of two: what is not reached may be on its way, or stuck."""
    if head.share != other.share:
        return _of_share(head, other)
    first, second = head.state, other.state
    if first == second:
        return first if apart or first != BELUM else None
    if apart and first in (BELUM, PROSES) and second in (BELUM, PROSES, TERKENDALA):
        return TERKENDALA if second == TERKENDALA else PROSES
    return None
