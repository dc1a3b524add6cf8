"""Cooperatives new to the register, one or all of a kota."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.actions.given_values import GivenValues
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.actions.registration import count_new, register
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office

EMPTY = GivenValues({}, {}, date(2026, 3, 10), True, 2025)
ALL = AreaChoice((), "jakpus", None, True)


@pytest.fixture
def session(office: Office) -> Session:
    return Session(str(office.register), "kkmp uji")


def test_counting_makes_no_register(office: Office, session: Session) -> None:
    assert count_new(session, ALL) == 44
    assert not office.register.exists()


def test_all_of_a_kota_are_those_that_are_new(session: Session) -> None:
    register(session, AreaChoice(["Gambir"], None, None, False), EMPTY, None)
    assert count_new(session, ALL) == 43
    done = register(session, ALL, EMPTY, None)
    assert (len(done.areas), done.skipped, done.run) == (43, 1, 2)
    assert register(session, ALL, EMPTY, None).run is None


def test_one_that_was_named_and_is_registered_refuses_all(office: Office, session: Session) -> None:
    register(session, AreaChoice(["Gambir"], None, None, False), EMPTY, None)
    before = office.state()
    with pytest.raises(Refused, match=r"Sudah ada di register: Gambir \(31.71.01.1001\)"):
        register(session, AreaChoice(["Cideng", "Gambir"], None, None, False), EMPTY, None)
    assert office.state() == before


def test_what_is_known_is_recorded_with_its_day(office: Office, session: Session) -> None:
    stated = EMPTY._replace(values={"nib": "sudah"})
    register(session, AreaChoice(["Gambir"], None, None, False), stated, "rapat")
    shown = office.good("show", "Gambir", "--json").json
    assert (shown["nib"], shown["nib_per"]) == ("sudah", "2026-03-10")
