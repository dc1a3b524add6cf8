"""Small lists of records (targets, figures, trainings, areas): aligned lines, or an array of JSON.

A pipe gets a line for each record; on a screen the last column goes on below itself, or, where that
leaves it no room, each record is told in a row of pieces.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.console import width
from kkmp_cli.render.words import JOINT, NOTHING

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
    shown = [name for name in columns if any(row.get(name) not in (None, "", []) for row in rows)]
    heads = [_HEADINGS.get(name, name.capitalize()) for name in shown]
    table = [[printable(_cell(name, row.get(name))) for name in shown] for row in rows]
    room = width()
    return "\n".join(_columns([heads, *table], room) or _told(shown, heads, table, room or _LAST))


def _columns(table: Sequence[Sequence[str]], room: int | None) -> list[str]:
    """Cells under each other, the last going on below itself; nothing where the screen is too
    narrow for that.
    """
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    before = sum(width + 2 for width in widths[:-1])
    last_width = widths[-1]
    if room is not None and before + last_width > room:
        last_width = room - before
    if last_width < min(_LAST, widths[-1]):
        return []
    lines = []
    for *cells, last in table:
        lead = "".join(cell.ljust(width + 2) for cell, width in zip(cells, widths, strict=False))
        first, *more = textwrap.wrap(last, last_width) or [""]
        lines += [f"{lead}{first}".rstrip(), *(" " * before + line for line in more)]
    return lines


def _told(
    shown: Sequence[str], heads: Sequence[str], table: Sequence[Sequence[str]], room: int
) -> list[str]:
    """`3  nib · Tahun buku 2025 · …`: a record in a row of pieces, with the heading of those that
    need one.
    """
    from kkmp_cli.render.layout import paragraph, pieces

    leads = ["" if at < 2 or shown[at] in _CLEAR else f"{head} " for at, head in enumerate(heads)]
    lines = []
    for number, *cells in table:
        row = [lead + cell for lead, cell in zip(leads[1:], cells, strict=True) if cell != NOTHING]
        body = pieces([f"{number}  {row[0]}", *row[1:]], JOINT, room - 4)
        lines += [line.plain for line in paragraph(room, body, 0, 4)]
    return lines


def _cell(column: str, value: Any) -> str:
    if value in (None, "", []):
        return NOTHING
    if column in _DAYS and isinstance(value, str):
        return dates.show(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(column, one) for one in value)
    return str(value)
