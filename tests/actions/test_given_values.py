"""What an officer states of cooperatives."""

from __future__ import annotations

from datetime import date

from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.actions.session import Session
from running import Office


def test_the_same_is_said_of_each_cooperative(pusat: Office) -> None:
    stated = GivenValues(
        {"nib": "sudah", "ketua": None}, {"nib": "2026-03-01"}, date(2026, 3, 10), True, 2025
    )
    with Session(str(pusat.register), "kkmp uji").reading() as register:
        areas = register.areas("31.71.01")
    intents = [*map(stated.about, areas)]
    assert [intent.area for intent in intents] == areas
    for intent in intents:
        assert (intent.values, intent.pers) == (stated.values, stated.pers)
        assert (intent.per, intent.explicit) == (date(2026, 3, 10), True)
