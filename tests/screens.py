"""`kkmp` on a whole terminal, as wide and as high as wanted: what stands on the screen."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Screen(NamedTuple):
    """What a command left on it, and its exit code."""

    code: int
    shown: str

    @property
    def lines(self) -> list[str]:
        """Without colours."""
        return COLOUR.sub("", self.shown).split("\n")


class Size(NamedTuple):
    """Of a terminal."""

    columns: int = 80
    lines: int = 24


def on_screen(
    *arguments: object,
    size: Size = Size(),
    act: Callable[[str, int], None] = lambda _shown, _keyboard: None,
    env: Mapping[str, str] = MappingProxyType({}),
) -> Screen:
    """Runs it to its end; `act` sees what is shown so far and may type."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (size.lines, size.columns))
    program = subprocess.Popen(
        [sys.executable, "-m", "kkmp_cli", *map(str, arguments)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm", **env},
        start_new_session=True,
    )
    os.close(slave)
    shown = ""
    while more := _read(master):
        shown += more
        act(shown, master)
    os.close(master)
    return Screen(program.wait(), shown.replace("\r\n", "\n"))


def _read(master: int) -> str:
    try:
        return os.read(master, 65_536).decode(errors="replace")
    except OSError:  # the other side is closed
        return ""
