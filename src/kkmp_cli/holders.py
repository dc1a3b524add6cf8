"""Which cooperative holds which number after a whole call; the same one on two of them is refused.

Judged on the state that the call leaves behind, so that one import can swap two numbers. Never enters: a database.
"""

from __future__ import annotations

from collections.abc import Mapping

from kkmp_cli import fields
from kkmp_cli.areas import Area
from kkmp_cli.cooperatives import Cooperative
from kkmp_cli.errors import Problem
from kkmp_cli.fields import BANK, NUMBER
from kkmp_cli.planning import RowResult, Source

Numbers = Mapping[tuple[str, str, str], Area]
"""(state field, bank or empty, number) → where the cooperative is that holds it."""


def doubled(rows: list[RowResult], held: Mapping[int, Cooperative], numbers: Numbers) -> dict[int, Problem]:
    """Rows whose number would stand on two cooperatives after the whole call, each naming the other holder."""
    touched = {i: _numbers_after(row, held.get(row.area.id)) for i, row in enumerate(rows) if _states_number(row)}
    if not touched:
        return {}
    free = {rows[i].area.id for i in touched}
    holder: dict[tuple[str, str, str], Area] = {key: who for key, who in numbers.items() if who.id not in free}
    found: dict[int, Problem] = {}
    for i, keys in touched.items():
        for key in keys:
            other = holder.setdefault(key, rows[i].area)
            if other.id != rows[i].area.id:
                found[i] = _told(rows[i], key, other)
    return found


def _states_number(row: RowResult) -> bool:
    return any(_is_number(change.field) for change in row.changes)


def _is_number(name: str) -> bool:
    field = fields.by_name(name)
    return field is not None and field.kind in (NUMBER, BANK)


def _numbers_after(row: RowResult, held: Cooperative | None) -> list[tuple[str, str, str]]:
    values: dict[str, str | None] = dict(held.values) if held else {}
    values.update((change.field, change.new) for change in row.changes)
    keys = []
    for name, number in values.items():
        if name.endswith("_nomor") and number:
            state = name.removesuffix("_nomor")
            keys.append((state, values.get(f"{state}_bank") or "", number))
    return keys


def _told(row: RowResult, key: tuple[str, str, str], other: Area) -> Problem:
    name = f"{key[0]}_nomor"
    source = row.source or Source()
    heading, cell = source.cells.get(name, (fields.label_of(name), ""))
    return Problem(
        source.row,
        heading,
        cell,
        " ".join(filter(None, (key[1], key[2]))),
        f"nomor ini sudah dipegang {other.kelurahan} ({other.kode})",
        "Periksa nomor kedua koperasi itu.",
        source.name,
    )
