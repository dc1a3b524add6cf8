"""Small lists of records (targets, figures, trainings, areas): aligned lines, or an array of JSON.

A pipe gets a line for each record; on a screen the last column goes on below itself, or, where that
leaves it no room, each record is told in a row of pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.console import width
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.line_breaks import broken
from kkmp_cli.render.words import JOINT, NOTHING

_HEADINGS = {
    "id": "No",
    "milestone": "Tahap",
    "tahun_buku": "Tahun buku",
    "penanggung_jawab": "Penanggung jawab",
    "kota": "Kota",
    "per": "Keadaan per",
    "kkmp": "KKMP",
    "digantikan_oleh": "Digantikan oleh",
    "sisa": "Sisa waktu",
    "batas_lama": "Semula",
    "register_per": "Register per",
}
_DAYS = frozenset(
    {"batas", "batas_lama", "per", "mulai", "selesai", "rapat", "ditetapkan", "register_per"}
)
_CLEAR = frozenset({"kota", "sisa", "uraian"})
"""Columns whose cells need no heading to be understood."""
_LAST = 24
"""The room that the last column needs at least."""


def records(rows: Sequence[Mapping[str, Any]], as_json: bool, columns: Sequence[str]) -> str:
    """All of every record as JSON, or the named columns as aligned lines that fit the screen."""
    if as_json:
        return json_text(list(rows))
    shown = [name for name in columns if any(row.get(name) not in (None, "", []) for row in rows)]
    table = [[printable(_cell(name, row.get(name))) for name in shown] for row in rows]
    return "\n".join(_lines(shown, table)) if rows else "Belum ada."


def _lines(shown: Sequence[str], table: Sequence[Sequence[str]]) -> Iterable[str]:
    heads = [_HEADINGS.get(name, name.capitalize()) for name in shown]
    return fitting(heads, table, [at < 2 or name in _CLEAR for at, name in enumerate(shown)])


def fitting(
    heads: Sequence[str],
    table: Sequence[Sequence[str]],
    clear: Sequence[bool],
    least: int = _LAST,
) -> Iterable[str]:
    """Cells under their headings as they fit the screen: a line for each row, or its pieces, those
    that are not `clear` behind their heading. The last column has room for `least` signs.
    """
    room = width()
    return _aligned([heads, *table], room, least) or _in_pieces(heads, table, clear, room or 0)


def _aligned(rows: Sequence[Sequence[str]], room: int | None, least: int) -> list[str]:
    """Cells under each other; nothing where the screen is too narrow for that."""
    *widths, last = [max(map(len, column)) for column in zip(*rows, strict=True)]
    free = last if room is None else room - sum(widths) - 2 * len(widths)
    if free < min(least, last):
        return []
    return [line for row in rows for line in _columns(row, widths, min(last, free))]


def _in_pieces(
    heads: Sequence[str], table: Sequence[Sequence[str]], clear: Sequence[bool], room: int
) -> Iterator[str]:
    leads = ["" if alone else f"{head} " for alone, head in zip(clear, heads, strict=True)]
    return (line for row in table for line in _told(row, leads, room))


def _columns(row: Sequence[str], widths: Sequence[int], room: int) -> Iterator[str]:
    """The cells of a record, the last going on below itself."""
    lead = "".join(cell.ljust(width + 2) for cell, width in zip(row[:-1], widths, strict=False))
    first, *more = broken(row[-1], room).split("\n")
    yield f"{lead}{first}".rstrip()
    yield from (" " * len(lead) + line for line in more)


def _told(row: Sequence[str], leads: Sequence[str], room: int) -> Iterator[str]:
    """`3 nib · Tahun buku 2025 · …`: a record as pieces, some with their heading."""
    from kkmp_cli.render.page_lines import paragraph, pieces

    cells = zip(leads[1:], row[1:], strict=True)
    first, *rest = [lead + cell for lead, cell in cells if cell != NOTHING] or [""]
    body = pieces([f"{leads[0]}{row[0]}  {first}", *rest], JOINT, room - 4)
    yield from (line.plain for line in paragraph(room, body, 0, 4))


def _cell(column: str, value: Any) -> str:
    if value in (None, "", []):
        return NOTHING
    if column in _DAYS and isinstance(value, str):
        return dates.show(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(column, one) for one in value)
    return str(value)
