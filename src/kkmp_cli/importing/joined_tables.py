"""Rows on one cooperative in several tables of a sheet, each about other fields: one statement.

Offices put `A. Legalitas` above `B. Operasional`. Never enters: two rows of one table, other files,
tables that disagree; those stay rows on one cooperative, of which none can be believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kkmp_cli.importing.sheet_rows import SheetRows, row_of
from kkmp_cli.parsing.text import NOTE_LIMIT
from kkmp_cli.planning.intent import Intent, Source


def join(tables: Sequence[SheetRows]) -> None:
    """Puts what further tables say of a cooperative into the row of the first that names it."""
    for at, table in enumerate(tables):
        table.earlier = [intent for above in tables[:at] for intent in above.intents]
        for above in tables[:at]:
            _join(above, table)


def _join(above: SheetRows, below: SheetRows) -> None:
    good = {id(each) for each in (*above.intents, *below.intents)}
    joined: dict[int, Intent] = {}
    for first, second, together in _pairs(above, below):
        below.joined.add(row := row_of(second))
        if {id(first), id(second)} <= good:
            joined[id(first)] = together
            below.elsewhere.add(row)
    above.intents = [joined.get(id(one), one) for one in above.intents]


def _pairs(above: SheetRows, below: SheetRows) -> Iterator[tuple[Intent, Intent, Intent]]:
    """What each says of one cooperative, and both together, where they agree."""
    upper, lower = _once(above), _once(below)
    for key in upper.keys() & lower.keys():
        if together := _together(upper[key], lower[key]):
            yield upper[key], lower[key], together


def _once(table: SheetRows) -> dict[int, Intent]:
    """What a table says of the cooperatives that it names once, good and bad rows alike."""
    often = Counter(area.id for _, area in table.named)
    every = (*table.intents, *table.faulty)
    return {intent.area.id: intent for intent in every if often[intent.area.id] == 1}


def _together(first: Intent, second: Intent) -> Intent | None:
    """Both as one; None where they disagree."""
    note = _note(first, second)
    if not _agree(first, second) or len(note) > NOTE_LIMIT:
        return None
    values = {**first.values, **second.values, **({"catatan": note} if note else {})}
    pers = {**first.pers, **second.pers}
    return first._replace(values=values, pers=pers, source=_source(first.source, second.source))


def _agree(first: Intent, second: Intent) -> bool:
    """True where both speak of one day, and of what both state alike; notes may differ."""
    shared = (first.values.keys() & second.values.keys()) - {"catatan"}
    alike = all(first.values[name] == second.values[name] for name in shared)
    return alike and (first.per, first.explicit) == (second.per, second.explicit)


def _note(first: Intent, second: Intent) -> str:
    notes = (each.values.get("catatan") for each in (first, second))
    return "; ".join(dict.fromkeys(filter(None, notes)))


def _source(first: Source | None, second: Source | None) -> Source | None:
    """The place of both: the first row, with the cells of the other behind its own."""
    if first is None or second is None:
        return first
    return first._replace(cells={**second.cells, **first.cells}, mark=b"")
