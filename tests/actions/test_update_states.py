"""What an officer states of cooperatives that are registered."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.update_states import UpdateRequest, chosen, state, try_out
from kkmp_cli.errors import Refused
from kkmp_cli.planning.merge import MergePolicy
from running import Office

GAMBIR = AreaChoice(["Gambir"], None, None, False)


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def request(session: Session, *, bulk: bool = False, **values: str) -> UpdateRequest:
    stated = GivenValues(values, {}, date(2026, 3, 10), True, 2025)
    intents = [stated.about(one.area) for one in chosen(session, GAMBIR)]
    return UpdateRequest(intents, MergePolicy(officer=True), bulk=bulk)


def test_all_of_a_kota_are_the_active_ones_but_a_named_one_is_meant(
    pusat: Office, session: Session
) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2026-02-01")
    assert len(chosen(session, AreaChoice((), "jakpus", None, True))) == 43
    assert [one.area.kelurahan for one in chosen(session, GAMBIR)] == ["Gambir"]


def test_one_that_is_not_registered_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="Belum ada di register: Pluit"):
        chosen(session, AreaChoice(["Pluit"], None, None, False))
    with pytest.raises(Refused, match="Belum ada koperasi di sana"):
        chosen(session, AreaChoice((), "jakut", None, True))


def test_a_statement_knows_what_stood_before_it_and_a_second_one_is_no_run(
    session: Session,
) -> None:
    first = state(session, request(session, nib="sudah"))
    assert first.run == 2
    assert [one.values.get("nib") for one in first.before.values()] == [None]
    assert state(session, request(session, nib="sudah")).run is None


def test_trying_out_writes_nothing(pusat: Office, session: Session) -> None:
    before = pusat.register.read_bytes()
    (gambir,) = chosen(session, GAMBIR)
    try_out(session, request(session, nib="sudah"), gambir)
    assert pusat.register.read_bytes() == before


def test_a_registration_that_was_undone_meanwhile_is_told(pusat: Office, session: Session) -> None:
    asked = request(session, nib="sudah")
    pusat.good("undo", 1)
    with pytest.raises(Refused, match="Sementara itu pendaftarannya dibatalkan: Gambir"):
        state(session, asked)
