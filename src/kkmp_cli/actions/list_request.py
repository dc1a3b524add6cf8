"""What is asked of an attendance list. Never enters: how it is read."""

from __future__ import annotations

from typing import NamedTuple


class ListRequest(NamedTuple):
    """Which list of which training, and how it is read: its sheet, what headings (`maps`) and
    jabatan (`words`) mean, cells that hold another text, rows to leave out; with `skip_errors` the
    good rows go in without the bad ones.
    """

    training: int
    file: str
    sheet: str | None = None
    maps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    skipped_rows: tuple[str, ...] = ()
    skip_errors: bool = False
