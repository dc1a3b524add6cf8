"""What the command line says before a parser reads it: the register, the words for the history."""

from __future__ import annotations

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


def typed_command(arguments: Sequence[str]) -> str:
    """The command line as the history keeps it: no place of the register, no personal values."""
    return clean("kkmp " + " ".join(_kept(iter(arguments))), None)[:1_000]


def _kept(words: Iterator[str]) -> Iterator[str]:
    from kkmp_cli.model import vocabulary

    masked = {field.option for field in vocabulary.all_fields() if field.personal}
    for word in words:
        name, equals, _ = word.partition("=")
        if name not in masked and name != "--db":
            yield _quoted(word)
            continue
        value = None if equals else next(words, None)
        if name in masked:
            yield f"{name}=…" if equals else name
            if value is not None:
                yield "…"


def _quoted(argument: str) -> str:
    argument = argument.encode("utf-8", "replace").decode().replace("\x00", "")
    return f'"{argument}"' if " " in argument or not argument else argument
