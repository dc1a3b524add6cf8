"""Which past days, and which published figures, change as a file takes back a `sudah`.

It would say that the `sudah` never was, from the day on which it began. Never
enters: whether it is applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kkmp_cli import settings
from kkmp_cli.importing.import_result import Correction
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.vocabulary import Field
from kkmp_cli.parsing import dates
from kkmp_cli.planning.equality import corrected_since, is_correction
from kkmp_cli.planning.intent import CHANGED, CONFLICT, Plan
from kkmp_cli.register import records
from kkmp_cli.register.reader import Reader

Taken = tuple[int, str, str | None]
"""The id of a cooperative, a field of it, and the value that would take back what is held."""


def corrections(register: Reader, plan: Plan, overwrite: bool) -> tuple[Correction, ...]:
    """What the plan takes back, as it may, or would if its conflicts were applied."""
    taken = sorted({*(_applied(plan) if overwrite else _left(plan))}, key=lambda one: one[:2])
    if not taken:
        return ()
    return tuple(filter(None, _corrections(register, taken, records.figures(register))))


def _corrections(
    register: Reader, taken: Sequence[Taken], figures: Sequence[Figure]
) -> Iterator[Correction | None]:
    ids = sorted({key for key, _, _ in taken})
    day = settings.today().isoformat()
    current = {one.id: one for one in register.cooperatives(ids=ids, since=day)}
    for key, name, value in taken:
        yield _correction(current[key], register.vocabulary.field(name), value, figures)


def _left(plan: Plan) -> Iterator[Taken]:
    for one in chain.from_iterable(row.unapplied for row in plan.results):
        if one.outcome == CONFLICT:
            yield one.area.id, one.field, one.stated


def _applied(plan: Plan) -> Iterator[Taken]:
    for event in chain.from_iterable(row.events for row in plan.results if row.outcome == CHANGED):
        if is_correction(plan.vocabulary.field(event.field), event.old, event.new):
            yield event.key, event.field, event.new


def _correction(
    current: Cooperative, field: Field, value: str | None, figures: Sequence[Figure]
) -> Correction | None:
    since, name = corrected_since(current, field, value), field.name
    if since is None:
        return None
    return Correction(current.area, name, since, _on(figures, current.area.kota_code, name, since))


def _on(figures: Sequence[Figure], kota: str, name: str, since: str) -> tuple[Figure, ...]:
    """The figures of a kota on these days that are about this milestone."""
    from kkmp_cli.reports.published import is_about  # an import without conflicts needs no report

    return tuple(
        figure
        for figure in figures
        if figure.is_of(kota)
        and is_about(figure.indikator, name)
        and dates.read(figure.per).last_day.isoformat() >= since
    )
