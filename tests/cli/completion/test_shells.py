"""The shells ask and are answered: in bash, zsh and fish themselves, with names of two words."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kkmp_cli.cli.completion import shells
from running import LIMIT, Office

PROGRAM = """#!/bin/sh
if [ -n "$_KKMP_COMPLETE" ]; then exec {python} -m kkmp_cli "$@"; fi
printf '<%s>' "$@"; echo
"""
TYPED = {
    "kkmp show Duri\\ P\t": "<show><Duri Pulo>",
    'kkmp show "Duri P\t': "<show><Duri Pulo>",
    "kkmp report --kota=jakp\t": "<report><--kota=jakpus>",
    "kkmp update Cideng --usaha su\t": "<update><Cideng><--usaha><sudah>",
    "kkmp import isian.c\t": "<import><isian.csv>",
}
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
}
LOADED = {"bash": "", "zsh": "autoload -Uz compinit; compinit -u; "}


@pytest.fixture
def surroundings(demo: Office, tmp_path: Path) -> dict[str, str]:
    """A home in which `kkmp` completes, and otherwise shows the words that it was given."""
    program = tmp_path / "bin" / "kkmp"
    program.parent.mkdir()
    program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    for shell in shells.SHELLS:
        (tmp_path / shell).write_text(shells.script(shell), encoding="utf-8")
    (tmp_path / "isian.csv").touch()
    paths = f"{program.parent}:{os.environ['PATH']}"
    return {"PATH": paths, "HOME": str(tmp_path), "KKMP_DB": str(demo.register), "TERM": "dumb"}


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_at_a_terminal_tab_completes_whole_names_rightly_quoted(
    shell: str, surroundings: dict[str, str], tmp_path: Path
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        os.execvpe(START[shell][0], START[shell], surroundings)
    limit = threading.Timer(LIMIT, os.kill, (child, signal.SIGKILL))
    limit.start()
    type_line(terminal, f"{LOADED[shell]}source {tmp_path / shell}; echo si'ap'", "siap")
    for line, expected in TYPED.items():
        type_line(terminal, line, expected)
    os.write(terminal, b"exit\n")
    os.waitpid(child, 0)
    limit.cancel()
    os.close(terminal)


def type_line(terminal: int, line: str, expected: str) -> None:
    """Types a line; waits until the answer stands on the screen."""
    os.write(terminal, line.encode() + b"\n")
    shown = ""
    while expected not in shown:
        shown += os.read(terminal, 4_096).decode(errors="replace")


def test_in_fish(surroundings: dict[str, str], tmp_path: Path) -> None:
    if not shutil.which("fish"):
        pytest.skip("no fish here")
    for line, expected in {
        "kkmp show Duri\\ P": "Duri Pulo\tGambir",
        'kkmp show "Duri P': "Duri Pulo\tGambir",
        "kkmp report --kota=jakp": "--kota=jakpus\tKota Administrasi Jakarta Pusat",
        "kkmp import isian.c": "isian.csv",
    }.items():
        asked = "source $argv[1]; complete -C $argv[2]"
        done = subprocess.run(
            ["fish", "-N", "-c", asked, tmp_path / "fish", line],
            env=surroundings,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == expected + "\n"


@pytest.mark.parametrize(
    ("line", "words", "current"),
    [
        ("kkmp show Duri\\ P", ["show"], "Duri P"),
        ("kkmp show 'Duri P", ["show"], "Duri P"),
        ('kkmp show "Duri Pulo" ', ["show", "Duri Pulo"], ""),
        ("KKMP_KOTA=jakpus /opt/kkmp show x", ["show"], "x"),
        ("kkmp", [], ""),
        ("", [], ""),
    ],
)
def test_a_line_of_bash_is_parted_as_bash_does(line: str, words: list[str], current: str) -> None:
    typed = shells.typed("bash", [line], {})
    assert ([*typed.words], typed.current) == (words, current)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("kkmp show D", "Duri\\ Pulo"),
        ('kkmp show "D', "Duri Pulo"),
        ("kkmp show Duri\\ P", "Duri\\ Pulo"),
    ],
)
def test_what_bash_is_given_can_stand_where_it_is_put(line: str, offered: str) -> None:
    typed = shells.typed("bash", [line], {})
    assert shells.answer("bash", typed, [("Duri Pulo", "")]) == f"=\n{offered}\n"


def test_powershell_asks_by_a_variable_and_gets_words_in_quotes() -> None:
    asked = {shells.WORDS: "kkmp\nshow\n'Duri P"}
    typed = shells.typed("powershell", [], asked)
    assert ([*typed.words], typed.current) == (["show"], "Duri P")
    answer = shells.answer("powershell", typed, [("Duri Pulo", "Gambir"), ("jakpus", "")])
    assert answer == "=\n'Duri Pulo'\tGambir\njakpus\n"
    assert shells.typed("powershell", [], {shells.WORDS: "kkmp\nshow\n"}).current == ""


def test_a_text_of_a_register_cannot_act_in_bash() -> None:
    typed = shells.typed("bash", ["kkmp show x"], {})
    answer = shells.answer("bash", typed, [("x$(rm -r ~)`id`;&|'\"", "")])
    inside = answer.splitlines()[1]
    done = subprocess.run(
        ["bash", "-c", f"printf %s {inside}"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "x$(rm -r ~)`id`;&|'\""
