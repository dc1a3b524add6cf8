"""Small lists of records (targets, figures, trainings, areas): aligned lines, or an array of JSON.

A pipe gets a line for each record; on a screen the last column goes on below itself, or, where that
leaves it no room, each record is told in a row of pieces.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.console import Page, page
from kkmp_cli.render.layout import flow

_HEADINGS = {
    "id": "No",
    "tahun_buku": "Tahun buku",
    "penanggung_jawab": "Penanggung jawab",
    "kota": "Kota",
    "per": "Keadaan per",
    "kkmp": "KKMP",
    "digantikan_oleh": "Digantikan oleh",
    "sisa": "Sisa waktu",
    "batas_lama": "Semula",
}
_DAYS = frozenset({"batas", "batas_lama", "per", "mulai", "selesai", "rapat", "ditetapkan"})
_CLEAR = frozenset({"kota", "sisa", "uraian"})
"""Columns whose cells need no heading to be understood."""
_LAST = 24
"""The room that the last column needs at least."""


def records(rows: Sequence[Mapping[str, Any]], as_json: bool, columns: Sequence[str]) -> str:
    """All of every record as JSON, or the named columns as aligned lines that fit the screen."""
    if as_json:
        return json.dumps(list(rows), ensure_ascii=False, indent=2)
    if not rows:
        return "Belum ada."
    shown = [
        column for column in columns if any(row.get(column) not in (None, "", []) for row in rows)
    ]
    heads = [_HEADINGS.get(column, column.capitalize()) for column in shown]
    table = [[printable(_cell(column, row.get(column))) for column in shown] for row in rows]
    screen = page()
    return "\n".join(_columns([heads, *table], screen.width) or _told(shown, heads, table, screen))


def _columns(table: Sequence[Sequence[str]], screen: int | None) -> list[str]:
    """Cells under each other, the last going on below itself; nothing where the screen is too
    narrow for that.
    """
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    before = sum(width + 2 for width in widths[:-1])
    if screen is None or before + widths[-1] <= screen:
        room = widths[-1]
    elif before + _LAST <= screen:
        room = screen - before
    else:
        return []
    lines = []
    for *cells, last in table:
        lead = "".join(cell.ljust(width + 2) for cell, width in zip(cells, widths, strict=False))
        first, *more = textwrap.wrap(last, room) or [""]
        lines += [f"{lead}{first}".rstrip(), *(" " * before + line for line in more)]
    return lines


def _told(
    shown: Sequence[str], heads: Sequence[str], table: Sequence[Sequence[str]], screen: Page
) -> list[str]:
    """`3  nib · Tahun buku 2025 · …`: a record in a row of pieces, with the heading of those that
    need one.
    """
    leads = ["" if at < 2 or shown[at] in _CLEAR else f"{head} " for at, head in enumerate(heads)]
    lines: list[str] = []
    for number, *cells in table:
        pieces = [
            Text(f"{lead}{cell}") for lead, cell in zip(leads[1:], cells, strict=True) if cell
        ]
        lines += [
            line.plain for line in flow(screen, Text(f"{number}  "), pieces, screen.glyphs.dot, 4)
        ]
    return lines


def _cell(column: str, value: Any) -> str:
    if value is None or value == []:
        return ""
    if column in _DAYS and isinstance(value, str):
        return dates.show(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(column, one) for one in value)
    return str(value)
