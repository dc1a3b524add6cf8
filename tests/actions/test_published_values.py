"""Figures of single cooperatives as they are recorded and listed."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.published_values import PublishedValue, add, rows
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.register.reader import open_reader
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_a_bare_rat_is_that_of_the_book_year_of_its_day(session: Session) -> None:
    added = add(session, PublishedValue("RAT", "sudah", "2026-03", None), "Cideng", "jakpus")
    assert (added.indicator, added.value, added.name) == ("rat_2025", "sudah", "Cideng")


def test_what_is_listed_of_a_kota_is_its_own(pusat: Office, session: Session) -> None:
    add(session, PublishedValue("nib", "sudah", "2026-03-10", "X"), "Cideng", "jakpus")
    with open_reader(str(pusat.register)) as register:
        assert [one["kode"] for one in rows(register, {"31.71"})] == ["31.71.01.1002"]
        assert [*rows(register, {"31.72"})] == []
        assert [*rows(register, (), differing=True)] == []


def test_a_value_that_says_nothing_is_refused(session: Session) -> None:
    with pytest.raises(Refused):
        add(session, PublishedValue("nib", "(kosongkan)", "2026-03-10", None), "Cideng", "jakpus")
