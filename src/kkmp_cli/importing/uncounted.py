"""Rows on cooperatives that are dissolved or merged on the day of the rows: recorded like any
others, in no count.

Never enters: what such a row states.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kkmp_cli.importing.read_result import Understanding
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import ACTIVE
from kkmp_cli.planning.intent import Plan, RowResult


def uncounted(
    plan: Plan, files: Sequence[Understanding], current: Mapping[int, Cooperative]
) -> Iterator[tuple[Area, str]]:
    """Each such cooperative with its status."""
    for row in plan.results:
        registered = current.get(row.area.id)
        if registered and STATUS in registered.values and row.source and not _states_status(row):
            status = registered.status(files[row.source.file].per.isoformat())
            if status != ACTIVE:
                yield row.area, status


def _states_status(row: RowResult) -> bool:
    return any(event.field == STATUS for event in row.events)
