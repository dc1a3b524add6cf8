"""Asks at a terminal what a word in the cells of milestones means that no table knows, a word once.

Never enters: how a cell is read, a cell that is wrong in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.cli.questions.choice import Answer, chosen, say_wrapped
from kkmp_cli.errors import CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.unknown_words import UnknownWords, WordCell
    from kkmp_cli.milestones import Milestone

_CELLS = 3
_NOTHING = ""
"""What a word says that states nothing."""


def with_words(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what one word means; None with nothing to ask, and where nothing is
    written or told in words.
    """
    from kkmp_cli.importing.unknown_words import unknown_words

    if asked.dry_run or asked.as_json:
        return None
    for word in unknown_words(seen.result.reading):
        if left := _left(word, asked):
            return _asked_word(command, left, asked)
    return None


def _left(word: UnknownWords, asked: Asked) -> UnknownWords | None:
    """The word in the columns of which it was not said yet what it means there."""
    cells = tuple(each for each in word.cells if _name(word, each.milestone) not in asked.settled)
    return word._replace(cells=cells) if cells else None


def _name(word: UnknownWords, milestone: Milestone) -> str:
    """By which a question that was answered is known again."""
    return f"word:{milestone.code}:{word.key}"


def _asked_word(command: Terminal, word: UnknownWords, asked: Asked) -> Asked:
    """What was asked for, with what an officer says of a word."""
    places = "; ".join(_places(word.cells))
    count = show(len(word.cells))
    say_wrapped(command, f"Kata `{word.word}` tidak dimengerti, di {count} sel: {places}.")
    state = chosen(command, [*_answers(word)], typed=lambda text: _state(text, word))
    milestones = _meant(word, state) if state is not None else word.milestones
    more = asked.settle(*(_name(word, each) for each in milestones))
    return more if state is None else more.with_words(_told(word, state, milestones))


def _places(cells: Sequence[WordCell]) -> Iterator[str]:
    """The first cells of each column, with its file where there are several."""
    from kkmp_cli.render.words import some

    several = len({each.file for each in cells}) > 1
    by_column: dict[str, list[str]] = {}
    for each in cells:
        column = f"{each.file} " * several + short(each.heading)
        by_column.setdefault(column, []).append(each.cell)
    for column, names in by_column.items():
        yield f"{column} ({some(names, _CELLS)})"


def _answers(word: UnknownWords) -> Iterator[Answer[str | None]]:
    yield Answer("salah tulis; selnya diperbaiki sesudah ini", lambda: None)
    for state in _states(word):
        yield Answer(state, partial(str, state))
    yield Answer("tidak menyatakan apa-apa, seperti sel kosong", lambda: _NOTHING)


def _states(word: UnknownWords) -> list[str]:
    from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA

    stops = any(each.stops for each in word.milestones)
    return [BELUM, SUDAH, PROSES, TERKENDALA, *([BERHENTI] if stops else ())]


def _state(text: str, word: UnknownWords) -> str:
    """A state that is typed. Raises CellError for another word."""
    if (state := match_key(text)) not in _states(word):
        raise CellError("ketik nomornya, atau keadaannya")
    return state


def _meant(word: UnknownWords, state: str) -> Sequence[Milestone]:
    """The milestones in whose columns it says that: all that can be so, or the first of them."""
    from kkmp_cli.milestones import BERHENTI

    able = [each for each in word.milestones if each.stops or state != BERHENTI]
    if len(able) == 1:
        return able
    labels = ", ".join(each.label for each in able)
    answers = {"": able, "y": able, "ya": able, "t": able[:1], "tidak": able[:1]}
    question = f"  Di semua kolom itu ({labels})? [Enter = ya, t = hanya {able[0].label}]: "
    while (answer := match_key(ask(question))) not in answers:
        pass
    return answers[answer]


def _told(word: UnknownWords, state: str, milestones: Sequence[Milestone]) -> Iterator[str]:
    """The options that say it: of all milestones where it is of all columns, else of each."""
    if len(milestones) > 1 and len(milestones) == len(word.milestones):
        yield f"{word.word}={state}"
        return
    yield from (f"{each.code}:{word.word}={state}" for each in milestones)
