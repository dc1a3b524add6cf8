"""What the register has held of the rows of a form whose hidden sheet was lost, by its issue.

Never enters: what the form states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from kkmp_cli.importing.printed_form import Held, Printed
from kkmp_cli.model.area import Area
from kkmp_cli.model.projection import project
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import log
from kkmp_cli.register.reader import Reader


def held_by(register: Reader, form: Printed) -> Held:
    """Every value of a day up to that of issue: of what is in force today, and of what was then."""
    areas = {area.id: area for area in _areas(register, form)}
    day = form.day.isoformat()
    now = log.field_events(register, areas)
    then = log.field_events(register, areas, form.day)
    return {
        area.kode: _values(
            [event for event in now.get(key, ()) if event.per <= day],
            then.get(key, []),
            vocabulary=register.vocabulary,
        )
        for key, area in areas.items()
    }


def _areas(register: Reader, form: Printed) -> Iterator[Area]:
    kodes = dict.fromkeys(cells[0] for _, cells in form.sheet.rows if cells)
    return filter(None, map(register.area, kodes))


def _values(*histories: list[FieldEvent], vocabulary: Vocabulary) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    stated = ((event.field, event.value) for event in chain.from_iterable(histories))
    states = [project(events, vocabulary).values for events in histories if events]
    shown = chain.from_iterable(values.items() for values in states)
    for name, value in chain(stated, shown):
        if value:
            values[name].add(value)
    return values
