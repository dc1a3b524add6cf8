"""Small lists of records (targets, figures, trainings, areas): aligned lines, or an array of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kkmp_cli import dates
from kkmp_cli.text import printable

_HEADINGS = {
    "id": "No", "tahun_buku": "Tahun buku", "penanggung_jawab": "Penanggung jawab", "kota": "Kota",
    "per": "Keadaan per", "kkmp": "KKMP", "digantikan_oleh": "Digantikan oleh",
    "sisa": "Sisa waktu", "batas_lama": "Semula",
}  # fmt: skip
_DAYS = frozenset({"batas", "batas_lama", "per", "mulai", "selesai", "rapat", "ditetapkan"})


def records(rows: Sequence[Mapping[str, Any]], as_json: bool, columns: Sequence[str]) -> str:
    """All of every record as JSON, or the named columns as aligned lines."""
    if as_json:
        return json.dumps(list(rows), ensure_ascii=False, indent=2)
    if not rows:
        return "Belum ada."
    shown = [column for column in columns if any(row.get(column) not in (None, "", []) for row in rows)]
    table = [[_HEADINGS.get(column, column.capitalize()) for column in shown]]
    table += [[_cell(column, row.get(column)) for column in shown] for row in rows]
    widths = [max(len(line[column]) for line in table) for column in range(len(shown))]
    padded = ([cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in table)
    return "\n".join(printable("  ".join(line).rstrip()) for line in padded)


def _cell(column: str, value: Any) -> str:
    if value is None or value == []:
        return ""
    if column in _DAYS and isinstance(value, str):
        return dates.show(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_cell(column, one) for one in value)
    return str(value)
