"""Which cooperative holds which number after a whole call; the same one on two of them is refused.

Judged on the state that the call leaves behind, so that one import can swap two numbers. Never
enters: a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kkmp_cli.errors import Problem
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import fields_of
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import NUMBER_FIELDS, NUMBER_PARTS, built_in
from kkmp_cli.planning import bulk
from kkmp_cli.planning.intent import Intent, NumberKey, Numbers, RowResult, Source


def duplicates(
    rows: Sequence[RowResult],
    registered: Mapping[int, Cooperative],
    numbers: Numbers,
    faulty: Sequence[Intent] = (),
) -> tuple[dict[int, list[Problem]], list[Problem]]:
    """Rows whose number would stand on two cooperatives after the whole call, each naming the other
    holder.

    `faulty` are rows refused for other cells: what their numbers clash with is told as well, and
    they hold none.
    """
    if not faulty and bulk.numbers_apart(rows, numbers):
        return {}, []
    after = _restated(rows, registered)
    holders = _Holders(numbers, {rows[i].area.id for i in after})
    problems = {i: list(_claim(rows[i], keys, holders)) for i, keys in after.items()}
    return {i: own for i, own in problems.items() if own}, [
        problem for intent in faulty for problem in _clashes(intent, holders)
    ]


class _Holders:
    """Who holds a number after the call; `free`: whose numbers the call tells anew."""

    def __init__(self, numbers: Numbers, free: set[int]) -> None:
        self._numbers, self._free = numbers or {}, free
        self._new: dict[NumberKey, Area] = {}

    def take(self, key: NumberKey, area: Area) -> Area:
        """Gives the number to a cooperative unless somebody holds it; returns who does now."""
        if key not in self._new:
            self._new[key] = self._registered(key) or area
        return self._new[key]

    def holder(self, key: NumberKey) -> Area | None:
        """Who holds it, in the register or by this call."""
        return self._registered(key) or self._new.get(key)

    def _registered(self, key: NumberKey) -> Area | None:
        area = self._numbers.get(key)
        return None if area is None or area.id in self._free else area


def _restated(
    rows: Sequence[RowResult], registered: Mapping[int, Cooperative]
) -> dict[int, list[NumberKey]]:
    """Place of a row that states a number or bank → its cooperative's numbers after the call."""
    return {
        i: _numbers_after(row, registered.get(row.area.id))
        for i, row in enumerate(rows)
        if not NUMBER_PARTS.isdisjoint(fields_of(row.events))
    }


def _claim(row: RowResult, keys: Sequence[NumberKey], holders: _Holders) -> Iterator[Problem]:
    """Takes each number for the row's cooperative; a problem for each that another holds."""
    for key in keys:
        other = holders.take(key, row.area)
        if other.id != row.area.id:
            yield _problem(row.source, key, other)


def _clashes(intent: Intent, holders: _Holders) -> Iterator[Problem]:
    for number, bank, state in NUMBER_FIELDS:
        if nomor := intent.values.get(number):
            key = (state, intent.values.get(bank) or "", nomor)
            other = holders.holder(key)
            if other and other.id != intent.area.id:
                yield _problem(intent.source, key, other)


def _numbers_after(row: RowResult, registered: Cooperative | None) -> list[NumberKey]:
    values: dict[str, str | None] = dict(registered.values) if registered else {}
    values.update((event.field, event.new) for event in row.events)
    return [
        (state, values.get(bank) or "", nomor)
        for number, bank, state in NUMBER_FIELDS
        if (nomor := values.get(number))
    ]


def _problem(source: Source | None, key: NumberKey, other: Area) -> Problem:
    name = f"{key[0]}_nomor"
    source = source or Source()
    heading, cell = source.cells.get(name, (built_in().label_of(name), ""))
    return Problem(
        row=source.row,
        column=heading,
        cell=cell,
        content=" ".join(filter(None, (key[1], key[2]))),
        message=f"nomor ini sudah dipegang {other.distinct_name} ({other.kode})",
        remedy="Periksa nomor kedua koperasi itu.",
        file=source.name,
    )
