"""Cooperatives new to the register, one or all of a kota, with whatever is known of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.record import planned, record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import Area
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.planning.merge import MergePolicy

_OFFICER = MergePolicy(officer=True)


class Registered(NamedTuple):
    """The areas that have a cooperative now, how many had one before, and the run, if any."""

    areas: list[Area]
    skipped: int
    run: int | None


def count_new(session: Session, choice: AreaChoice) -> int:
    """How many cooperatives a choice would register."""
    with session.planning() as register:
        areas = choice.areas(register)
        return len(areas) - len(register.registered_areas([area.kode for area in areas]))


def register(
    session: Session, choice: AreaChoice, stated: GivenValues, reason: str | None
) -> Registered:
    """Registers those of a choice that are not yet. Raises Refused where one that was named is."""
    with session.writing(create=True) as writer:
        areas = choice.areas(writer)
        registered = writer.registered_areas([area.kode for area in areas])
        if not choice.everything:
            _refuse_registered(registered)
        new = [area for area in areas if area not in registered]
        events = planned(writer, [*map(stated.about, new)], {}, _OFFICER).events
        run = record(writer, events, session.typed, reason, bulk=choice.everything)
    return Registered(new, len(registered), run)


def _refuse_registered(areas: Collection[Area]) -> None:
    if areas:
        names = ", ".join(f"{area.distinct_name} ({area.kode})" for area in areas)
        remedy = Advice("Untuk mengubah isinya pakai `{}`.", Command("update"))
        raise Refused(f"Sudah ada di register: {names}.", remedy)
