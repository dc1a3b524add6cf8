"""A run taken back whole; an undo of an undo brings it in force again."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.session import Session
from kkmp_cli.actions.undo_run import candidate, undo
from kkmp_cli.errors import Refused
from kkmp_cli.register import copies
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "Gambir", "--nib", "belum", "--koreksi")
    return Session(str(pusat.register), "kkmp undo")


def test_the_newest_in_force_that_is_no_undo_is_meant(session: Session) -> None:
    assert candidate(session, None).id == 3
    assert undo(session, 3, None) == 4
    assert candidate(session, None).id == 2
    assert candidate(session, 4).undoes == 3


def test_a_run_is_not_taken_back_twice_nor_below_a_later_one(
    pusat: Office, session: Session
) -> None:
    before = pusat.state()
    with pytest.raises(Refused):
        undo(session, 2, None)
    undo(session, 3, None)
    with pytest.raises(Refused):
        undo(session, 3, None)
    undo(session, 4, None)
    assert pusat.state() == before


def test_the_register_is_copied_first_and_the_reason_kept(pusat: Office, session: Session) -> None:
    undo(session, 3, " salah ")
    assert len([*copies.automatic(pusat.register)]) == 1
    assert pusat.good("history", "--json").json[0]["alasan"] == "salah"
