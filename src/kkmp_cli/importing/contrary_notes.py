"""A note (`Keterangan`) that contradicts the state beside it: `sudah`, and `sudah tutup sejak Okt`.

Which of both is true cannot be told, so the row is refused. Never enters: any other note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BERHENTI, MILESTONES, SUDAH, Milestone
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.state_phrases import NOTE, read_phrase
from kkmp_cli.parsing.state_words import STATE_OF, plain_words
from kkmp_cli.parsing.states import split_state

_STOPPED = r"(?:sudah |telah )(?:tutup|berhenti)\b(?! buku)|tidak beroperasi lagi\b"
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = frozenset(
    word
    for text in (*STATE_OF, *(each.code for each in MILESTONES), "sejak tgl tanggal pada")
    for word in _WORD.findall(text)
)
"""The words of states; a note with any other is none."""
_LONGEST = 80
"""So many letters has a note that may be a state; longer ones are not looked at."""
_UNOPENED = {word: each.opens for each in MILESTONES for word in each.unopened}
Values = Mapping[str, str | None]


def may_contradict(note: str) -> bool:
    """True for a note that is nothing but a state, or begins by saying that something stopped."""
    words = plain_words(note)
    if re.match(_STOPPED, words):
        return True
    listed = _WORD.findall(words)
    if len(words) > _LONGEST or not listed or listed[0] not in _KNOWN:
        return False
    only_states = all(word in _KNOWN or dates.is_month(word) for word in listed)
    return only_states and any(_said(note, each) for each in MILESTONES)


def contradiction(note: str, values: Values, vocabulary: Vocabulary) -> CellError | None:
    """What is wrong where a note says the contrary of a state of its row; None where nothing is."""
    stated = {
        vocabulary.field(name): split_state(value)[0]
        for name, value in values.items()
        if value and vocabulary.kind_of(name) == STATE
    }
    for field, word in stated.items():
        if _denies(note, field, word, alone=len(stated) == 1):
            label = field.title
            return CellError(
                f"berlawanan dengan {label} yang ditulis {word} di baris ini",
                f"Samakan keduanya, atau pindahkan keterangan ini ke kolom {label}.",
            )
    return None


def _denies(note: str, field: Field, word: str, *, alone: bool) -> bool:
    words = plain_words(note)
    if field.milestone is None:
        return False
    if word == SUDAH and (_UNOPENED.get(words) == field.name or _stops(words, field.milestone)):
        return True
    stated = _said(note, field.milestone) if alone else None
    return stated is not None and stated != word and SUDAH in (stated, word)


def _stops(words: str, milestone: Milestone) -> bool:
    return milestone.stops and bool(re.match(_STOPPED, words))


def _said(note: str, milestone: Milestone) -> str | None:
    """The state that a note says and nothing else; None for any other note."""
    phrase = read_phrase(note, milestone)
    if phrase is None or any(field == NOTE for field, _ in phrase.beside):
        return None
    return None if phrase.state == BERHENTI and not milestone.stops else phrase.state
