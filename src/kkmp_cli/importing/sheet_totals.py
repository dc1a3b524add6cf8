"""The closing row's own numbers beside what was read above it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.headings.tick_columns import says
from kkmp_cli.importing.sheet_rows import Closing, SheetRows, row_of
from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.vocabulary import NUMBER, STATE
from kkmp_cli.parsing.states import split_state
from kkmp_cli.planning.intent import Intent
from kkmp_cli.sheets.sheet import cell_name

_COUNT = (
    r"(?ai)(\d{1,3}(?:\.\d{3})+|\d{1,12})"
    r"(?:\s*(?:kelurahan|desa|kkmp|kdmp|koperasi|orang|anggota|buah))?"
)


class Difference(NamedTuple):
    """A number of the closing row that is not what was read."""

    row: int
    heading: str
    cell: str
    field: str
    stated: int
    read: int


def differences(rows: SheetRows, columns: Sequence[FieldColumn]) -> Iterator[Difference]:
    """Where a JUMLAH row disagrees both with all rows that it may total, and with its part of them:
    those since the JUMLAH before it, or, where it stands on top, those up to the next kecamatan.

    Nothing is said while rows are rejected: what they would have counted is not known.
    """
    counted = [column for column in columns if column.field.name != "kode"]
    for total in rows.totals if not rows.rejected else ():
        every, part = _below(total, rows) if total.on_top else ([], [])
        if part:
            whole = total.row not in rows.parts and not _follows_part(total, rows)
            yield from _compared(total, counted, *((every, part) if whole else (part, every)))
        else:
            yield from _compared_with_above(total, rows, columns)


def _below(total: Closing, rows: SheetRows) -> tuple[list[Intent], list[Intent]]:
    """All rows of the table, and those from a total on top to the next kecamatan."""
    end = next((row for row in rows.parts if row > total.row), math.inf)
    return rows.intents, [each for each in rows.intents if total.row < row_of(each) < end]


def _follows_part(total: Closing, rows: SheetRows) -> bool:
    return any(row < total.row for row in rows.parts)


def _compared_with_above(
    total: Closing, rows: SheetRows, columns: Sequence[FieldColumn]
) -> Iterator[Difference]:
    above = [intent for intent in rows.intents if row_of(intent) < total.row]
    part, page = ([*_since(row, above)] for row in (total.since, total.page))
    is_last = total is rows.totals[-1]
    meant = part if total.since and not is_last else above
    whole = [*rows.earlier, *above] if is_last and _follows_total(total, rows) else meant
    others = (above, part, page, whole)
    yield from _compared(total, columns, meant, *others)


def _since(row: int, intents: Iterable[Intent]) -> Iterator[Intent]:
    return (intent for intent in intents if row_of(intent) > row)


def _follows_total(total: Closing, rows: SheetRows) -> bool:
    """True where no row stands between it and the total above: it may be that of all tables."""
    before = max((each.row for each in rows.totals if each.row < total.row), default=0)
    return bool(before) and all(not before < row_of(each) < total.row for each in rows.intents)


def _compared(
    total: Closing,
    columns: Sequence[FieldColumn],
    meant: Sequence[Intent],
    *others: Sequence[Intent],
) -> Iterator[Difference]:
    """Numbers of a JUMLAH row that are neither those of the rows `meant` nor of any `others`."""
    for column in columns:
        count, stated = _counter(column), _stated(total.cells, column)
        if count and stated is not None and stated not in map(count, (meant, *others)):
            place, name = cell_name(column.position, total.row), column.field.name
            yield Difference(total.row, column.heading, place, name, stated, read=count(meant))


def _stated(cells: Sequence[str], column: FieldColumn) -> int | None:
    """The number of a JUMLAH row; None where there is none."""
    text = cells[column.position].strip() if column.position < len(cells) else ""
    if match := re.fullmatch(_COUNT, text):
        return int(match[1].replace(".", ""))
    with suppress(CellError):
        return int(column.field.read(text, date.max)) if column.field.is_summed else None
    return None


def _counter(column: FieldColumn) -> Callable[[Sequence[Intent]], int] | None:
    name = column.field.name
    if name in ("kelurahan", "kode"):
        return len
    if column.field.is_summed:
        return lambda intents: sum(int(intent.values.get(name) or 0) for intent in intents)
    if column.field.kind == NUMBER:
        return lambda intents: sum(1 for intent in intents if intent.values.get(name))
    if column.field.kind == STATE:
        return lambda intents: sum(1 for intent in intents if _counts(intent, column))
    return None


def _counts(intent: Intent, column: FieldColumn) -> bool:
    name = column.field.name
    value = intent.values.get(name)
    if column.tick:
        return says(value, column.tick)
    if value is None:
        numbered = bool(intent.values.get(f"{name}_nomor")) and name not in intent.values
        return not column.dated and numbered
    state, day = split_state(value)
    return state == SUDAH and (not column.dated or day is not None)
