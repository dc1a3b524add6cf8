"""What is asked of an official area list. Never enters: how it is read."""

from __future__ import annotations

from typing import NamedTuple


class AreaListRequest(NamedTuple):
    """Which list, and how it is read: its sheet, what headings mean (`maps`), cells that hold
    another text, rows to leave out. With `skip_errors` the good rows go in without the bad ones,
    with `keep_spelling` names that differ only in case and signs stay as they are held;
    `new_spelling`: somebody was asked and wants the new ones.
    """

    file: str | None = None
    national: bool = False
    sheet: str | None = None
    maps: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    skipped_rows: tuple[str, ...] = ()
    skip_errors: bool = False
    keep_spelling: bool = False
    delete: bool = False
    new_spelling: bool = False
