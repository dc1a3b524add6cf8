"""What an update came to: old → new, what was confirmed, what an older day moved or left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.errors import Advice, Command
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.vocabulary import Field
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.planning.intent import Plan
from kkmp_cli.render.words import old_new, some
from kkmp_cli.render.words import stated as in_words

_NAMED = 5
"""So many names stand before a change that concerns more."""

Cooperatives = Mapping[int, Cooperative]
"""By id."""


def lines(
    plan: Plan, per: str, run: int | None, before: Cooperatives, after: Cooperatives
) -> Iterator[str]:
    """Each change once, with the cooperatives that it concerns; then the run and how to undo it.

    `after` is needed of those of which an older day was stated.
    """
    if run is None:
        yield "Sudah tercatat demikian; tidak ada yang berubah."
        return
    for words, names in _grouped(plan, before, after).items():
        yield f"{some(names, _NAMED)}: {words}"
    count = numbers.show(sum(bool(result.events) for result in plan.results))
    done = f"{count} koperasi diperbarui, keadaan per {dates.show(per)}"
    yield Advice("{} (pekerjaan {}; batalkan: {}).", done, run, Command("undo", run))


def _grouped(plan: Plan, before: Cooperatives, after: Cooperatives) -> dict[str, list[str]]:
    """The words of each change → the names of the cooperatives that it concerns."""
    grouped: dict[str, list[str]] = {}
    for result in plan.results:
        for event in result.events:
            if event.field != REGISTERED:
                field = plan.vocabulary.field(event.field)
                change = _words(field, event, before[event.key], after.get(event.key))
                words = f"{field.title}: {change}"
                grouped.setdefault(words, []).append(result.area.distinct_name)
    return grouped


def _words(field: Field, event: Event, before: Cooperative, after: Cooperative | None) -> str:
    """What a change did; of an older day, what it moved, or the newer record that it left."""
    name = field.name
    if after is None or not old_new.is_older(name, event.per, before):
        return old_new.newest(field, event.old, event.new, before)
    if moved := old_new.moved_by(field, event.new, event.per, before, after):
        return moved
    stated, newer = in_words(field, event.new), in_words(field, after.values.get(name))
    since = dates.show(after.pers[name])
    return (
        f"{stated} per {dates.show(event.per)}; catatan yang lebih baru tetap berlaku: "
        f"{newer} (per {since})"
    )
