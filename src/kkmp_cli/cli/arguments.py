"""What the command line says before a parser reads it: the register, the words for the history."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kkmp_cli.parsing.text import clean


def typed_db(arguments: Sequence[str]) -> str | None:
    """The `--db` before the command; None without it."""
    location, words = None, iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            break
        if name == "--db":
            location = value if equals else next(words, None)
    return location


_SERVER = re.compile(r"(?i)postgres(ql)?:|\w+=")
_SECRET = re.compile(
    r"(?i)//[^@]*:.*@|//:|\b(ssl)?pas(?!sfile=)\w*=|pwd=|^[^/]*:[^/]*:.*@|:/\w.*:.*@"
)
"""A password in an address, or what may be one: behind a colon before the last `@`, or as an
option.
"""


def shown_db(location: str | None) -> str | None:
    """The `--db` as messages may repeat it: one of a server that may hold a password is `…`."""
    if location and _SERVER.match(location) and _SECRET.search(location):
        return "…"
    return location


_OWN = r"(?a)(?:^|[^a-z0-9])x[-_][a-z]"


def mentions_own(arguments: Sequence[str]) -> bool:
    """True where the words may name a field of the office, or ask for the options that there are:
    in a call for help.
    """
    asks = not {"--help", "-h", "help"}.isdisjoint(arguments)
    near = [word for word in map(str.casefold, arguments) if "x-" in word or "x_" in word]
    return asks or any(re.search(_OWN, word) for word in near)


def typed_command(arguments: Sequence[str]) -> str:
    """The command line as the history keeps it: no place of the register, no personal values."""
    return clean("kkmp " + " ".join(_kept(iter(arguments))), None)[:1_000]


def _kept(words: Iterator[str]) -> Iterator[str]:
    from kkmp_cli.model.vocabulary import built_in

    masked = {field.option for field in built_in().all_fields() if field.personal} | {_CELL}
    for word in words:
        name, equals, value = word.partition("=")
        if name not in masked and name != "--db":
            yield _quoted(word)
            continue
        given = value if equals else next(words, None)
        if name in masked:
            yield f"{name}={_hidden(name, value)}" if equals else name
            if given is not None and not equals:
                yield _hidden(name, given)


_CELL = "--cell"


def _hidden(name: str, value: str) -> str:
    """What is kept instead of a value: of a cell, which one it is."""
    return f"{_quoted(value.partition('=')[0])}=…" if name == _CELL else "…"


def _quoted(argument: str) -> str:
    argument = argument.encode("utf-8", "replace").decode().replace("\x00", "")
    return f'"{argument}"' if " " in argument or not argument else argument
