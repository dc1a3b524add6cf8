"""A numbered choice at a terminal, Enter for what is proposed; the lines broken between words.

Never enters: what is chosen from.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.errors import Advice, CellError
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render import console, line_breaks

T = TypeVar("T")
_WIDEST = 100


class Answer(NamedTuple, Generic[T]):
    """One answer: its words, and what it comes to. Making it may raise CellError."""

    words: str
    answer: Callable[[], T]


def chosen(
    command: Terminal,
    choices: Sequence[Answer[T]],
    proposed: int | None = 1,
    typed: Callable[[str], T] | None = None,
    words: str = "Nomor",
) -> T:
    """The answer of the number that is typed, counted from 1; Enter takes the one `proposed`. Any
    other text is read by `typed`.
    """
    for number, choice in enumerate(choices, 1):
        say_wrapped(command, choice.words, f"  {number} ")
    enter = f" [Enter = {proposed}]" if proposed else ""
    while True:
        text = ask(f"  {words}{enter}: ") or str(proposed or "")
        try:
            return _answer(text, choices, typed)
        except CellError as error:
            command.say(Advice("  {}. {}", error.message.rstrip("."), error.remedy))


def _answer(text: str, choices: Sequence[Answer[T]], typed: Callable[[str], T] | None) -> T:
    """What a text comes to. Raises CellError for one that is no answer."""
    if number := numbered(text, len(choices)):
        return choices[number - 1].answer()
    if typed and text and not text.isdigit():
        return typed(text)
    raise CellError(f"ketik nomornya, 1 sampai {show(len(choices))}")


def numbered(text: str, count: int) -> int:
    """The number of one of so many, 0 for any other text."""
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) <= count else 0


def say_wrapped(command: Terminal, text: str, lead: str = "") -> None:
    """A text behind its lead, the lines below it as far to the right."""
    for line in _lines(text, lead):
        command.say(line)


def _lines(text: str, lead: str) -> Iterator[str]:
    width = min(console.width(sys.stderr) or _WIDEST, _WIDEST)
    first, *below = line_breaks.broken(text, width - len(lead)).split("\n")
    yield f"{lead}{first}"
    yield from (f"{' ' * len(lead)}{line}" for line in below)
