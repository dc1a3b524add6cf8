"""What an update came to, told to the officer: old → new, what was confirmed, what an older day
moved or left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kkmp_cli.cli.framework import out
from kkmp_cli.model import vocabulary
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.parsing import dates, numbers

if TYPE_CHECKING:
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.model.event import Event
    from kkmp_cli.planning.intent import Plan
    from kkmp_cli.register.writer import Writer

Told = Mapping[tuple[int, str], str]
"""By cooperative and field, the words for a change of an older day than what was held."""

_NAMED = 5
"""So many names stand before a change that concerns more."""


def older(register: Writer, planned: Plan, held: Mapping[int, Cooperative]) -> Told:
    """What the changes of an older day moved, or the newer record that they left as it was; asked
    after the writing.
    """
    from kkmp_cli.render.words import old_new

    found = [
        event
        for event in planned.events
        if event.field != REGISTERED and old_new.is_older(event.field, event.per, held[event.key])
    ]
    if not found:
        return {}
    ids = [event.key for event in found]
    after = {known.id: known for known in register.cooperatives(ids=ids, with_personal=True)}
    return {
        (event.key, event.field): _moved_or_left(event, held[event.key], after[event.key])
        for event in found
    }


def _moved_or_left(event: Event, before: Cooperative, after: Cooperative) -> str:
    from kkmp_cli.render.words import old_new
    from kkmp_cli.render.words import stated as in_words

    name = event.field
    if said := old_new.moved_by(name, event.new, event.per, before, after):
        return said
    stated, newer = in_words(name, event.new), in_words(name, after.values.get(name))
    since = dates.show(after.pers[name])
    return (
        f"{stated} per {dates.show(event.per)}; catatan yang lebih baru tetap berlaku: "
        f"{newer} (per {since})"
    )


def tell(planned: Plan, per: str, run: int | None, older: Told) -> None:
    """Prints each change once, with the cooperatives that it concerns; then the run and how to undo
    it.
    """
    if run is None:
        out("Sudah tercatat demikian; tidak ada yang berubah.")
        return
    from kkmp_cli.render.words import old_new

    grouped: dict[str, list[str]] = {}
    for result in planned.results:
        for event in result.events:
            if event.field != REGISTERED:
                said = older.get((event.key, event.field)) or old_new.plain(
                    event.field, event.old, event.new
                )
                words = f"{vocabulary.label_of(event.field)}: {said}"
                grouped.setdefault(words, []).append(result.area.kelurahan)
    for words, names in grouped.items():
        more = f" dan {numbers.show(len(names) - _NAMED)} lagi" if len(names) > _NAMED else ""
        out(f"{', '.join(names[:_NAMED])}{more}: {words}")
    changed = sum(bool(result.events) for result in planned.results)
    told = f"{numbers.show(changed)} koperasi diperbarui, keadaan per {dates.show(per)}"
    out(f"{told} (run {run}; batalkan: kkmp undo {run}).")
