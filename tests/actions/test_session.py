"""One call of the program as its actions see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.actions.office_records import add_to
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register.engine import Engine
from running import Office


class Listening(Session):
    """A session that keeps which runs it heard of."""

    def __init__(self, location: str, typed: str) -> None:
        super().__init__(location, typed)
        self.heard: list[tuple[int, Path | None]] = []

    def saved(self, run: Head, engine: Engine) -> None:
        self.heard.append((run.run, engine.path))


def test_a_register_that_is_missing_is_made_only_where_that_is_asked_for(office: Office) -> None:
    session = Session(str(office.register), "kkmp uji")
    with pytest.raises(Unusable), session.reading():
        pass
    with pytest.raises(Unusable), session.writing():
        pass
    assert not office.register.exists()


def test_planning_on_a_missing_register_leaves_nothing_behind(office: Office) -> None:
    with Session(str(office.register), "kkmp uji").planning() as register:
        assert len(register.areas("31.71")) == 44
    assert not office.register.exists()


def test_a_run_is_heard_of_once_it_counts(pusat: Office) -> None:
    session = Listening(str(pusat.register), "kkmp uji")
    with session.writing() as register:
        add_to(register, "alias", {"kode": "31.71.01.1001", "alias": "Gambier"}, session.typed)
        assert session.heard == []
    assert session.heard == [(2, pusat.register)]


def test_a_writing_that_fails_is_neither_kept_nor_heard_of(pusat: Office) -> None:
    session, before = Listening(str(pusat.register), "kkmp uji"), pusat.state()
    with pytest.raises(LookupError), session.writing() as register:
        add_to(register, "alias", {"kode": "31.71.01.1001", "alias": "Gambier"}, session.typed)
        raise LookupError
    assert (session.heard, pusat.state()) == ([], before)
