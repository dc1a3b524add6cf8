"""Consoles of Windows that show colours only once they are told to; one that cannot is spoken to as
a terminal without any. Elsewhere nothing is done. Never enters: what is printed.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from kkmp_cli.errors.pasting import WINDOWS

_OUTPUT, _ERROR = -11, -12
"""The numbers under which the system knows the two streams."""
_SEQUENCES = 0x0004
"""The switch by which a console takes colour codes for what they are."""


def prepare() -> None:
    """Makes ready the console of this process, where it has one."""
    if sys.platform == WINDOWS and (sys.stdout.isatty() or sys.stderr.isatty()):
        import ctypes

        switch_on(ctypes.windll.kernel32, ctypes)  # type: ignore[attr-defined]


def switch_on(kernel: Any, kinds: Any) -> None:
    """Asks the system (`kernel`, with the kinds of values it takes) for colours on both streams;
    without them `TERM` says so to whoever draws.
    """
    for number in (_OUTPUT, _ERROR):
        handle = kernel.GetStdHandle(number)
        mode = kinds.c_ulong()
        if not kernel.GetConsoleMode(handle, kinds.byref(mode)):
            continue  # no console: a pipe or a file
        if not kernel.SetConsoleMode(handle, mode.value | _SEQUENCES):
            os.environ["TERM"] = "dumb"
