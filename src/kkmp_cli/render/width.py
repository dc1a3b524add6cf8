"""How wide lines may be, told without loading what draws on a terminal."""

from __future__ import annotations

import shutil
import sys
from typing import TextIO

NARROWEST = 40


def width(stream: TextIO | None = None) -> int | None:
    """The columns of a terminal; None for a pipe or a file, where lines may be as long as they
    like.
    """
    stream = stream or sys.stdout
    return max(shutil.get_terminal_size().columns, NARROWEST) if stream.isatty() else None
