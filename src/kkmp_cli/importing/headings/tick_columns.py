"""Columns of one milestone that are ticked: `Sudah` and `Belum`, `Proses` between, `Ada`, `Tidak`.

A tick says what the heading of its column says. Never enters: which milestone a heading means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BELUM, PROSES, SUDAH, TERKENDALA
from kkmp_cli.parsing.state_words import state_of, states_nothing
from kkmp_cli.parsing.states import split_state

_STATES = (SUDAH, BELUM, PROSES, TERKENDALA)
_NUMBERING = frozenset(("no", "1", "0", "v", "y"))
_WITHOUT = frozenset(("tanpa", "bukan", "non", "tdk", "blm"))
_LONGEST = 3
_WORDS = re.compile(r"[^\W_]+")
_BOTH = re.compile(
    r"\b(?:sudah|telah|ada|ya)\b(?:\W|atau)+(?:belum|tidak)\b|"
    r"\b(?:belum|tidak)\s*(?:/|-|atau)\s*(?:sudah|telah|ada|ya)\b",
    re.IGNORECASE,
)
_TICKS = frozenset("v✓✔√☑✅🗸1y*●•■ü") | {"ya", "yes", "true"}
_UNTICKED = frozenset(["0", "☐", "□", "false"])


def parted(heading: str) -> Iterator[tuple[str, str]]:
    """The state that begins or ends a heading, and the rest of it: `NIB Belum` → (belum, `NIB`).

    The rest of `Belum` is empty. Nothing for one that names both: `NIB (Sudah/Belum)` is a column
    of states.
    """
    words = [] if _BOTH.search(heading) else _WORDS.findall(heading)
    for count in range(min(_LONGEST, len(words)), 0, -1):
        for part, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            if state := _state_of(" ".join(part).casefold()):
                yield state, " ".join(rest)


def _state_of(words: str) -> str | None:
    if words in _WITHOUT:
        return BELUM
    state = state_of(words)
    return state if state in _STATES and words.split()[0] not in _NUMBERING else None


def state_in(heading: str) -> str:
    """The state that a heading names beside its milestone; empty where it names none."""
    return next((state for state, _ in parted(heading)), "")


def read_tick(text: str, state: str) -> str | None:
    """What a cell of such a column says: `state`, nothing (empty); None for what is no tick.

    Raises CellError for what cannot stand in a column of another state than `sudah`.
    """
    key = text.strip().casefold()
    if key in _TICKS:
        return state
    if key in _UNTICKED or states_nothing(key):
        return ""
    if state == SUDAH:
        return None
    if state_of(key) == state:
        return state
    raise CellError(
        f"kolom ini dicentang bila {state}; isinya bukan tanda centang",
        "Tulis v di kolom yang berlaku dan kosongkan kolom lain tahap itu.",
    )


def says(value: str | None, state: str) -> bool:
    """True where a value is one that a tick of this state says."""
    return value is not None and split_state(value)[0] == state
