"""What an officer confirms with `--tetap`: every open state, and what runs and could stop."""

from __future__ import annotations

from collections.abc import Container, Iterator

from kkmp_cli.milestones import BERHENTI, SUDAH
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.model.vocabulary import STATE, Field, Vocabulary


def confirmations(
    known: Cooperative, taken: Container[str], per: str, vocabulary: Vocabulary
) -> Iterator[Event]:
    """A confirmation on the ISO day `per` of each open state not in `taken` stated before."""
    for name, value in known.values.items():
        left = name not in taken and known.pers.get(name, "") < per
        if left and is_open(vocabulary.field(name), value):
            yield Event(COOPERATIVE, known.id, name, value, value, per)


def is_open(field: Field, value: str) -> bool:
    """True for a state that can still change: not reached or stopped, or running and stoppable."""
    if field.kind != STATE or field.milestone is None:
        return False
    done = value == SUDAH or value[0].isdigit()
    return not value.startswith(BERHENTI) and (field.milestone.stops or not done)
