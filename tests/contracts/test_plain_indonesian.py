"""Whatever the command line says is Indonesian: every help, every matter, every call that cannot be
read. Names of commands, options and keys are not words of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.framework import loaded
from kkmp_cli.cli.topics import TOPICS
from kkmp_cli.model.vocabulary import built_in
from running import Office

ENGLISH = """
    the of and or is are not for with without from into to this that these it its be you your
    usage options option arguments argument commands command exit default defaults required try
    see missing invalid value values such did mean error file files run runs dry or stdin stdout
    stderr milestone milestones got unexpected extra takes take requires cannot can must should
    may will has have been only all any each one more other when where which who write read show
    create created removed updated added listed imported exported install installed completion
    restart effect after before yes true false string text integer number choice path directory
    exists does warning deprecated aborted sheet row rows cell cells column columns message
"""
"""Words that no sentence of ours has; what the library says has several of them."""
NAMES = re.compile(
    r"`[^`]*`|--[a-z][\w-]*|\bkkmp(?: [a-z-]+){0,2}|\b[a-z]\w*[_.][\w.]+|\"[^\"]*\"|^  \S.*?(?=  |$)",
    re.MULTILINE,
)
"""What is no word of a sentence: commands, options, keys, quotations, what stands in a left column."""


def english(shown: str) -> set[str]:
    words = re.findall(r"(?a)\b[a-z]+\b", NAMES.sub(" ", shown).casefold())
    return {*words} & {*ENGLISH.split()} - names_of_commands()


@cache
def names_of_commands() -> frozenset[str]:
    return frozenset(name for words, _ in commands() for name in words)


def commands() -> Iterator[tuple[list[str], Any]]:
    for verb in [verb for verbs in COMMANDS.values() for verb in verbs]:
        command = loaded(verb, built_in)
        yield [verb], command
        yield from (([verb, name], one) for name, one in getattr(command, "commands", {}).items())


def test_the_net_catches_what_the_library_would_say() -> None:
    for said in (
        "Usage: kkmp [OPTIONS]\n\nTry 'kkmp --help' for help.",
        "Error: Missing option '--mulai'.",
        "No such option: --x Did you mean --y?",
        "bash completion installed in /home/a",
        "Completion will take effect once you restart the terminal",
        "Show this message and exit.",
        "      [default: 5; required]",
    ):
        assert english(said), said


def test_every_help_is_indonesian(office: Office) -> None:
    for words in ([], *(path for path, _ in commands())):
        shown = office.good(*words, "--help").out
        assert english(shown) == set(), (words, english(shown))
        assert shown.startswith("Pakai: kkmp")
        assert not re.search(r"\[(?:default|required|env)|[A-Z]+ARGS|\bTEXT\b|OPTIONS", shown)


@pytest.mark.parametrize("name", ["", *TOPICS])
def test_every_matter_is_indonesian(office: Office, name: str) -> None:
    shown = office.good("help", *([name] if name else [])).out
    assert english(shown) == set()


def test_every_call_that_cannot_be_read_is_answered_in_indonesian(office: Office) -> None:
    for words, command in commands():
        missing = [p for p in command.params if p.required]
        calls = [[*words, "--xyzzy"], [*words, "--help=1"]]
        calls += [words] if missing or hasattr(command, "commands") else []
        for call in calls:
            err = office.refused(*call, code=2).err
            assert english(err) == set(), (call, err)
            assert "→ " in err
