"""Numbered rows of text → what each row states of which cooperative, and every cell that cannot be
read.

The walk collects all problems and goes on; it never guesses a name and never repairs a value. What
follows from it is decided in `planning`. Never enters: a database, a screen, the bytes of a file.
"""

from __future__ import annotations

from kkmp_cli.importing.columns import Options, Unknown, Vocabulary
from kkmp_cli.importing.reading import Reading, Understanding, absent, read_rows
from kkmp_cli.importing.sheet_totals import Difference

__all__ = [
    "Difference",
    "Options",
    "Reading",
    "Understanding",
    "Unknown",
    "Vocabulary",
    "absent",
    "read_rows",
]
