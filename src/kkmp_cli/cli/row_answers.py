"""What an answer about a wrong row comes to: a text for its cell, or a row that is left out.

Never enters: a question, a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.errors import Problem

LEAVE, LEAVE_ALL = "lewati", "lewati semua"
RIGHT = f"[{{}}; {LEAVE} = tinggalkan, {LEAVE_ALL} = juga sisanya]"


def without_rows(skipped: Iterable[str], problems: Iterable[Problem]) -> tuple[str, ...]:
    """The values of `--skip-row`, with the rows of these problems."""
    return tuple(dict.fromkeys((*skipped, *(str(one.row) for one in problems))))


def with_text(cells: Iterable[str], problems: Iterable[Problem], text: str) -> tuple[str, ...]:
    """The values of `--cell`, with this text in the cells of these problems, instead of what was
    said of them before.
    """
    places = [one.cell for one in problems]
    others = (each for each in cells if each.partition("=")[0] not in places)
    return (*others, *(f"{place}={text}" for place in places))
