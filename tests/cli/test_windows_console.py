"""A console of Windows is told to show colours, and not spoken to in codes where it cannot.

The system's calls stand here as they are documented; no Windows is at hand.
"""

from __future__ import annotations

import ctypes
import os
from typing import Any

import pytest

from kkmp_cli.cli import windows_console
from kkmp_cli.render.console import console


class Kernel:
    """Two streams with their modes, None for one that is no console; `old` knows no colours."""

    def __init__(self, *modes: int | None, old: bool = False) -> None:
        self.modes = dict(zip((-11, -12), modes, strict=True))
        self.old = old

    def GetStdHandle(self, number: int) -> int:  # noqa: N802 - as the system calls it
        return number

    def GetConsoleMode(self, handle: int, mode: Any) -> bool:  # noqa: N802
        held = self.modes[handle]
        if held is not None:
            mode._obj.value = held
        return held is not None

    def SetConsoleMode(self, handle: int, mode: int) -> bool:  # noqa: N802
        if not self.old:
            self.modes[handle] = mode
        return not self.old


def test_both_streams_of_a_console_take_colours_and_keep_what_they_had() -> None:
    kernel = Kernel(0b0011, 0b0001)
    windows_console.switch_on(kernel, ctypes)
    assert kernel.modes == {-11: 0b0111, -12: 0b0101}


def test_a_pipe_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    kernel = Kernel(None, 0b0001)
    windows_console.switch_on(kernel, ctypes)
    assert (kernel.modes, os.environ["TERM"]) == ({-11: None, -12: 0b0101}, "xterm")


def test_an_old_console_gets_no_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    windows_console.switch_on(Kernel(0b0011, 0b0011, old=True), ctypes)
    assert console().is_dumb_terminal or not console().is_terminal
    assert os.environ["TERM"] == "dumb"


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_console, "switch_on", lambda *_: pytest.fail("asked"))
    windows_console.prepare()
