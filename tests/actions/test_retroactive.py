"""Which statements of a history were of an older day than what was held."""

from __future__ import annotations

from kkmp_cli.actions.retroactive import retroactive
from kkmp_cli.actions.session import Session
from running import Office


def moved(office: Office) -> set[tuple[int, str]]:
    with Session(str(office.register), "kkmp uji").reading() as register:
        found = retroactive(register, register.runs())
    return {(run, name) for run, _, name in found}


def test_a_statement_of_an_older_day_is_one_and_a_newer_is_none(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "50", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--anggota", "55", "--per", "2026-03-02")
    assert moved(pusat) == set()
    pusat.good("update", "Gambir", "--anggota", "40", "--per", "2026-01-05")
    assert moved(pusat) == {(4, "anggota")}


def test_it_is_of_its_cooperative_and_field_alone(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "50", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-01-05")
    pusat.good("update", "Cideng", "--anggota", "40", "--per", "2026-01-05")
    assert moved(pusat) == set()


def test_one_that_was_undone_is_none(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "50", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--anggota", "40", "--per", "2026-01-05")
    pusat.good("undo")
    assert moved(pusat) == set()


def test_before_and_after_hold_the_newer_value(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "50", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--anggota", "40", "--per", "2026-01-05")
    with Session(str(pusat.register), "kkmp uji").reading() as register:
        (around,) = retroactive(register, register.runs()).values()
    assert [one.values["anggota"] for one in around] == ["50", "50"]
