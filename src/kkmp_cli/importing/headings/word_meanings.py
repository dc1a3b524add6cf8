"""What an officer says that a word in the cells of milestones means, `--arti "usaha:x=belum"`: in
this call, or once for all later ones.

Never enters: a heading (`maps`), a row of data, where what is remembered lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.state_words import holds_a_state, plain_words

_STATES = tuple(state for state in STATES if state != UNKNOWN)
_MARK = "="
"""Before the state of a word, where words lie among headings that are remembered."""
_EXAMPLE = 'Tulis misalnya --arti "x=belum", atau --arti "usaha:x=belum" untuk satu tahap.'


_WORD = re.compile(r"[^\d\"=$`\\,;:()?]{1,20}")


class WordMeaning(NamedTuple):
    """A word and the state that it says, of one milestone or of all; without a state nothing."""

    word: str
    state: str
    milestone: str | None = None

    @property
    def key(self) -> str:
        """The word with its milestone, as it is typed: `usaha:x`."""
        return f"{self.milestone}:{self.word}" if self.milestone else self.word

    def is_of(self, field: Field) -> bool:
        """True for a word of the milestone of this field, or of all."""
        code = field.milestone.code if field.milestone else ""
        return self.milestone in (None, code, field.name)

    @property
    def kept(self) -> tuple[str, str]:
        """How the register keeps it among the headings."""
        return self.key, _MARK + self.state


def read_meaning(text: str, vocabulary: Vocabulary) -> WordMeaning:
    """An `--arti` as typed. Raises Refused for one that is no `WORD=state`."""
    key, equals, state = text.rpartition("=")
    milestone, word = _split(key, vocabulary)
    state = plain_words(state)
    if not equals or not word or state not in ("", *_STATES):
        raise Refused(
            f"--arti {text!r} tidak berbentuk KATA=keadaan",
            f"{_EXAMPLE} Keadaan: {', '.join(_STATES)}.",
        )
    if word in _STATES:
        raise Refused(
            f"--arti: `{short(word)}` sudah berarti {short(word)}", "Perbaiki selnya di berkas."
        )
    return WordMeaning(word, state, milestone)


def state_kept(value: str) -> str | None:
    """The state of a word among what the register has kept, empty where it says nothing; None for a
    heading.
    """
    return value.removeprefix(_MARK) if value.startswith(_MARK) else None


def kept(key: str, value: str, vocabulary: Vocabulary) -> WordMeaning | None:
    """What the register has kept as a word; None for a heading."""
    state = state_kept(value)
    milestone, word = _split(key, vocabulary)
    return None if state is None else WordMeaning(word, state, milestone)


def word_key(text: str, vocabulary: Vocabulary) -> str:
    """The key of a word as it is typed, with its milestone or without."""
    milestone, word = _split(text, vocabulary)
    return WordMeaning(word, "", milestone).key


def _split(key: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """The milestone before a colon, if that is one, and the word."""
    before, colon, word = key.partition(":")
    name = before.strip().casefold()
    field = vocabulary.by_name({"sk": "sk_kemenkop"}.get(name, name)) if colon else None
    if field is None or field.kind != STATE:
        return None, plain_words(key)
    return field.name, plain_words(word)


def may_mean(word: str, vocabulary: Vocabulary) -> bool:
    """True for a text of which an officer may say for good what it means: no date, no number, no
    heading, no doubt, and none that says a state itself.
    """
    if not _WORD.fullmatch(word) or not plain_words(word) or holds_a_state(word):
        return False
    try:
        return vocabulary.match_heading(word, 0) is None
    except CellError:
        return False


def words_of(field: Field, meanings: Iterable[WordMeaning]) -> dict[str, str]:
    """The words for a milestone's field and their states, its own before those of all."""
    mine = [one for one in meanings if one.is_of(field)]
    mine.sort(key=lambda one: one.milestone is not None)
    return {one.word: one.state for one in mine}
