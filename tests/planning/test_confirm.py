"""What is confirmed where an officer says that nothing has changed."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.confirm import confirmations, is_open
from snapshots import areas_of

AREA = areas_of("31.71")[0]
OLD, DAY = "2026-01-31", "2026-03-10"


@pytest.mark.parametrize("state", ["belum", "proses", "terkendala", "sudah", "2025-08-01"])
def test_open_is_what_is_not_reached_or_can_stop(state: str) -> None:
    reached = state == "sudah" or state[0].isdigit()
    for milestone in MILESTONES:
        name = f"{milestone.code}_2025" if milestone.yearly else milestone.code
        assert is_open(built_in().known(name), state) is (milestone.stops or not reached)


@pytest.mark.parametrize("stop", ["berhenti", "berhenti 2026-01-01"])
def test_what_has_stopped_is_not_open(stop: str) -> None:
    assert not any(is_open(built_in().known(one.code), stop) for one in MILESTONES if one.stops)


@pytest.mark.parametrize("name", ["anggota", "nib_nomor", "catatan", "bukan_isian"])
def test_nothing_but_a_state_is_open(name: str) -> None:
    assert not is_open(built_in().field(name), "belum")


def test_what_was_said_since_or_is_said_now_is_not_confirmed_again() -> None:
    values = {"nib": "belum", "npwp": "proses", "usaha": "sudah", "gerai": "belum", "anggota": "5"}
    pers = dict.fromkeys(values, OLD) | {"gerai": DAY}
    known = Cooperative(AREA.id, AREA, values, pers)
    found = [*confirmations(known, {"npwp"}, DAY, built_in())]
    assert [(one.field, one.old, one.new, one.per) for one in found] == [
        ("nib", "belum", "belum", DAY),
        ("usaha", "sudah", "sudah", DAY),
    ]
