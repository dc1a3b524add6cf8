"""What is written since a plan was made concerns it, or does not."""

from __future__ import annotations

import pytest

from kkmp_cli.model.run import Head
from kkmp_cli.register import heads
from kkmp_cli.register.later_runs import leave_alone
from kkmp_cli.register.reader import open_reader
from running import Office

pytestmark = pytest.mark.both_engines
NIB = ("--nib-nomor", "1234567890123")


def planned_on(office: Office) -> tuple[Head | None, frozenset[int]]:
    """The head, and what a plan about Gambir and Cideng is about."""
    with open_reader(office.location) as register:
        areas = [one for one in register.areas("31.71") if one.kelurahan in ("Gambir", "Cideng")]
        return heads.head(register), frozenset(area.id for area in areas)


def stands(office: Office, head: Head | None, ids: frozenset[int]) -> bool:
    with open_reader(office.location) as register:
        return leave_alone(register, head, ids)


def test_a_plan_stands_until_its_own_cooperatives_are_spoken_of(pusat: Office) -> None:
    head, ids = planned_on(pusat)
    assert stands(pusat, head, ids)
    pusat.good("update", "Cikini", "--anggota", 30)
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-01-10")
    assert stands(pusat, head, ids)
    pusat.good("update", "Cideng", "--anggota", 30)
    assert not stands(pusat, head, ids)
    assert stands(pusat, planned_on(pusat)[0], ids)


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "Cikini", *NIB),
        ("undo", "--yes"),
        ("area", "alias", "Gambirr", "31.71.01.1001"),
        ("field", "add", "kios", "Kios", "--kind", "jumlah", "--arti", "kios"),
    ],
    ids=["number", "undo", "spelling", "field"],
)
def test_a_number_an_undo_and_what_names_mean_concern_every_plan(
    pusat: Office, arguments: tuple[str, ...]
) -> None:
    pusat.good("update", "Cikini", "--anggota", 30)
    head, ids = planned_on(pusat)
    pusat.good(*arguments)
    assert not stands(pusat, head, ids)


def test_another_history_is_not_the_one_that_was_planned_on(pusat: Office) -> None:
    head, ids = planned_on(pusat)
    assert head
    assert not stands(pusat, None, ids)
    assert not stands(pusat, Head(head.run, "0" * 64), ids)
