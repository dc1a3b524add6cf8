"""Numbered rows of text → what each row states of which cooperative, and every cell that cannot be
read.

All problems are collected, each with its place; no name is guessed and no value repaired. What
follows from the intents is decided in `planning`. Never enters: a database, a screen, a file's
bytes.
"""

from __future__ import annotations

from kkmp_cli.importing.headings.columns import HeadingMeanings, ImportOptions, Unknown
from kkmp_cli.importing.pipeline import read_rows
from kkmp_cli.importing.read_result import ReadResult, Understanding, absent
from kkmp_cli.importing.sheet_totals import Difference

__all__ = [
    "Difference",
    "HeadingMeanings",
    "ImportOptions",
    "ReadResult",
    "Understanding",
    "Unknown",
    "absent",
    "read_rows",
]
