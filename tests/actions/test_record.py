"""The last step of every action that states something: refused, or recorded as a run."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.office_records import made
from kkmp_cli.actions.record import not_registered, read_reason, record
from kkmp_cli.actions.session import Session
from kkmp_cli.register import copies
from running import Office

ALIAS = {"kode": "31.71.01.1001", "alias": "Gambier"}


def test_nothing_stated_is_no_run(pusat: Office) -> None:
    before = pusat.register.read_bytes()
    with Session(str(pusat.register), "kkmp uji").writing() as register:
        assert record(register, [], "kkmp uji", "alasan", bulk=True) is None
    assert pusat.register.read_bytes() == before
    assert [*copies.automatic(pusat.register)] == []


@pytest.mark.parametrize("bulk", [True, False])
def test_the_register_is_copied_before_a_bulk_change_alone(pusat: Office, bulk: bool) -> None:
    with Session(str(pusat.register), "kkmp uji").writing() as register:
        assert record(register, [made("alias", 900, ALIAS)], "kkmp uji", bulk=bulk) == 2
    assert len([*copies.automatic(pusat.register)]) == bulk


def test_the_run_keeps_what_was_typed_and_why(pusat: Office) -> None:
    with Session(str(pusat.register), "kkmp uji").writing() as register:
        record(register, [made("alias", 900, ALIAS)], "kkmp uji", "  rapat\tSudin ")
    run = pusat.good("history", "--json").json[0]
    assert (run["perintah"], run["alasan"]) == ("kkmp uji", "rapat Sudin")
    assert read_reason("") is None


def test_every_value_that_cannot_be_is_named_in_one_refusal(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012", "--npwp", "0123456789012345")
    numbers = ("--nib", "0123456789012", "--npwp", "0123456789012345")
    err = pusat.refused("update", "Cideng", *numbers).err
    assert "NIB" in err
    assert "NPWP" in err


def test_who_is_not_registered_is_named_with_the_way_in() -> None:
    refusal = not_registered(["Gambir", "Cideng"])
    assert refusal.message == "Belum ada di register: Gambir, Cideng."
    assert "kkmp add" in refusal.remedy
