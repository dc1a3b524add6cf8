"""The closing row's own numbers beside what was read above it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kkmp_cli.importing.columns import Column
from kkmp_cli.importing.read_so_far import Found
from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.vocabulary import NUMBER, STATE
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.intent import Intent
from kkmp_cli.sheets.sheet import cell_name

_COUNT = re.compile(
    r"(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:\s*(?:kelurahan|desa|kkmp|kdmp|koperasi|orang|anggota|buah))?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A number of the closing row that is not what was read."""

    row: int
    heading: str
    cell: str
    field: str
    stated: int
    read: int


def differences(found: Found, columns: Sequence[Column]) -> Iterator[Difference]:
    """Where a JUMLAH row disagrees both with all rows above it, and with those since the JUMLAH
    before it.

    Nothing is said while rows are rejected: what they would have counted is not known.
    """
    for total in found.totals if not found.rejected else ():
        above = [intent for intent in found.intents if _row(intent) < total.row]
        part = [intent for intent in above if _row(intent) > total.since]
        for column in columns:
            count = _counter(column)
            cell = total.cells[column.position] if column.position < len(total.cells) else ""
            match = _COUNT.fullmatch(cell.strip())
            if count is None or match is None:
                continue
            stated, read = int(match[1].replace(".", "")), count(above)
            if stated not in (read, count(part)):
                place = cell_name(column.position, total.row)
                shown = count(part) if total.since and total is not found.totals[-1] else read
                yield Difference(total.row, column.heading, place, column.field.name, stated, shown)


def _row(intent: Intent) -> int:
    return intent.source.row if intent.source else 0


def _counter(column: Column) -> Callable[[Sequence[Intent]], int] | None:
    name = column.field.name
    if name in ("kelurahan", "kode"):
        return len
    if name == "anggota":
        return lambda intents: sum(int(intent.values.get(name) or 0) for intent in intents)
    if column.field.kind == NUMBER:
        return lambda intents: sum(1 for intent in intents if intent.values.get(name))
    if column.field.kind == STATE:
        return lambda intents: sum(1 for intent in intents if _counts(intent, name, column.dated))
    return None


def _counts(intent: Intent, name: str, dated: bool) -> bool:
    value = intent.values.get(name)
    if value is None:
        return not dated and bool(intent.values.get(f"{name}_nomor")) and name not in intent.values
    state, day = split_state(value)
    return state == SUDAH and (not dated or day is not None)
