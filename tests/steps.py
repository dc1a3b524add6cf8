"""How much work the program does, in lines that it runs rather than in seconds: the same on any
machine, however busy.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable
from functools import _lru_cache_wrapper
from types import CodeType, FrameType
from typing import Any

from house import PROGRAM

Steps = Counter[CodeType]
"""Function of the program → how many of its lines were run."""
_WITHIN = str(PROGRAM)
_FEW = 400
"""So many lines more are no growth: a cache that is filled, a limit that is passed."""


def steps(work: Callable[[], object]) -> Steps:
    """The lines of the program that some work runs which remembers nothing of other work."""
    _forget()
    lines: Steps = Counter()

    def line(frame: FrameType, _event: str, _value: Any) -> Any:
        lines[frame.f_code] += 1
        return line

    def call(frame: FrameType, _event: str, _value: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(_WITHIN) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def _forget() -> None:
    """Empties what functions of the program have kept of earlier calls."""
    for kept in gc.get_objects():
        if isinstance(kept, _lru_cache_wrapper) and kept.__module__.startswith("kkmp_cli"):
            kept.cache_clear()


def grown(once: Steps, twice: Steps, four_times: Steps) -> list[str]:
    """The functions whose work grows with more than the size of what is done, by that of a sheet of
    one, two and four times the size: the second step may be twice the first; four times is the
    square.
    """
    return [
        f"{code.co_filename.removeprefix(_WITHIN)}:{code.co_firstlineno} {code.co_name}: "
        f"{once[code]}, {twice[code]}, {lines} lines"
        for code, lines in four_times.items()
        if lines - twice[code] > 3 * (twice[code] - once[code]) + _FEW
    ]
