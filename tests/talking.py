"""An import at a terminal: questions answered one after another, and the commands that it prints
at the end.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from running import Asked, Office

COLUMN = "Nomor, atau nama isian lain"
TOGETHER = "nomor memakai satu kolom: "
WORD = "  Nomor [Enter = 1]: "
EMPTY = "atau nomornya, misalnya 1,2: "
WRITE = "Tulis perubahan pada"


def at_terminal(office: Office, sheet: Path, *more: str) -> Asked:
    """The import of a sheet of 10 March 2026, with nothing answered yet."""
    return Asked("--db", office.register, "import", sheet, "--per", "2026-03-10", *more)


def answered(terminal: Asked, *steps: tuple[str, str]) -> None:
    """Types each answer behind the words of its question."""
    for words, answer in steps:
        terminal.until(words)
        terminal.said = terminal.said.rpartition(words)[2]
        terminal.answer(answer + "\n")


def ended(terminal: Asked) -> list[list[str]]:
    """The commands printed at the end of an import that was written."""
    assert terminal.end() == 0, terminal.said
    return printed(terminal.said.partition("Yang sama tanpa ditanya lagi:")[2])


def printed(said: str) -> list[list[str]]:
    """The commands that stand below each other, without the register that they name."""
    lines = [line.strip() for line in said.splitlines()]
    commands = [shlex.split(line) for line in lines if line.startswith("kkmp ")]
    return [words[3:] if words[1] == "--db" else words[1:] for words in commands]


def same_in_a_pipe(office: Office, before: bytes, commands: list[list[str]]) -> None:
    """These commands, on the register as it was, lead to the same register without a question."""
    other = office.register.with_name("lain.db")
    other.write_bytes(before)
    for words in commands:
        done = office.run(*words, db=other)
        assert done.code == 0, done.err
    assert office.run("export", db=other).out == office.good("export").out
