"""Every screen on a terminal of 60, 80, 120 and 200 columns: no line is wider but for what is to be
copied, no name is broken over two lines; colours alone are sent, where they are wanted.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from full_register import READING, filled, typed
from running import Done, Office
from screens import COLOUR, Size, on_screen

ALLOWED = {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[1;31m", "\x1b[1;35m"}
"""Heavy, faint, green, red and magenta: each can be read on white and on black."""
WHOLE = re.compile(r"`?kkmp .*|\S{40,}|--[a-z][\w-]* (\"[^\"]*\"|'[^']*'|\S+).*")
"""What stays whole, however long it is: a command, an option, a path."""


@pytest.fixture
def full(demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    return filled(demo, tmp_path)


def at_terminal(office: Office, words: list[str], **environment: str) -> Done:
    """The command, its streams said to be a terminal's."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        for stream in (sys.stdout, sys.stderr):
            patch.setattr(stream, "isatty", lambda: True)
        return office.run(*words)


def is_broken(name: str, text: str) -> bool:
    words = map(re.escape, name.split())
    spread = re.search(r"\b" + r"\s+".join(words) + r"\b", text)
    return spread is not None and "\n" in spread[0]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_and_no_name_is_broken(full: Office, width: int) -> None:
    areas = full.good("area", "list", "--kota", "jakpus", "--json").json
    names = [area["kelurahan"] for area in areas if " " in area["kelurahan"]]
    for words in typed(READING):
        done = at_terminal(full, words, COLUMNS=str(width), TERM="dumb")
        said = done.out + done.err
        assert "\x1b" not in said, words
        wide = [line for line in said.split("\n") if len(line) > width]
        assert not [line for line in wide if not WHOLE.match(line.strip())], words
        assert not [name for name in names if is_broken(name, said)], words


def test_colours_can_be_read_on_white_and_on_black_and_tell_nothing_alone(full: Office) -> None:
    for words in typed(READING):
        drawn = at_terminal(full, words, COLUMNS="80", TERM="xterm")
        assert {*COLOUR.findall(drawn.out)} <= ALLOWED, words
        plain = at_terminal(full, words, COLUMNS="80", TERM="dumb")
        assert COLOUR.sub("", drawn.out) == plain.out, words
        bare = at_terminal(full, words, COLUMNS="80", TERM="xterm", NO_COLOR="1")
        assert not re.search(r"\x1b\[[0-9;]*[34]\d", bare.out), words


def test_a_real_terminal_is_as_wide_as_it_says(demo: Office) -> None:
    words = ("report", "--kota", "jakpus", "--per", "2026-03-10")
    env = {"KKMP_DB": demo.location, "NO_COLOR": "1"}
    screen = on_screen(*words, size=Size(60, 24), env=env)
    assert screen.code == 0
    assert 50 < max(map(len, screen.lines)) <= 60
