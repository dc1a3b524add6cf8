"""A trial of a workbook whose parsing no look beforehand can bound: in a process of its own, with
limits.

What ends that process (no memory, no time, an abort of the parser) would have ended the program.
Never enters: what the workbook holds; an error that the parser tells is told by the next who reads.
"""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import io, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (536_870_912, 536_870_912))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
except (ImportError, OSError, ValueError):
    pass
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
for name in book.sheet_names:
    book.get_sheet_by_name(name)
"""
"""Half a gigabyte and twenty seconds, where the system can limit them."""
_SECONDS = 300
"""Far more than the twenty of a busy machine; all that limits it where the system cannot."""
_TOLD = (0, 1)
"""It ended, or the parser told an error."""


def survives(content: bytes) -> bool:
    """True where the workbook can be parsed, or be refused by its parser, within the limits."""
    if not sys.executable:
        return True
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-I", "-c", _PROGRAM],
            input=content,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in _TOLD and b"MemoryError" not in done.stderr
