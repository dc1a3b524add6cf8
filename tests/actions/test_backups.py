"""A verified copy of the register under a name of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.actions.backups import back_up
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office, state_of


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_a_folder_gets_a_copy_of_each_call(session: Session, tmp_path: Path) -> None:
    stem = f"register-cadangan-{settings.today().isoformat()}"
    names = [back_up(session, str(tmp_path)).target.name for _ in range(3)]
    assert names == [f"{stem}.db", f"{stem}-2.db", f"{stem}-3.db"]


def test_the_copy_holds_what_the_register_holds(
    pusat: Office, session: Session, tmp_path: Path
) -> None:
    made = back_up(session, str(tmp_path / "salinan.db"))
    assert (made.contents.cooperatives, made.contents.runs, made.replaces) == (44, 1, False)
    assert state_of(made.target) == pusat.state()


def test_an_earlier_copy_is_replaced_but_neither_another_register_nor_this_one(
    pusat: Office, session: Session, tmp_path: Path
) -> None:
    target = str(tmp_path / "salinan.db")
    back_up(session, target)
    assert back_up(session, target).replaces
    assert pusat.run("add", "Gambir", db=tmp_path / "lain.db").code == 0
    for taken in (tmp_path / "lain.db", pusat.register):
        before = taken.read_bytes()
        with pytest.raises(Refused, match="tidak ditimpa"):
            back_up(session, str(taken))
        assert taken.read_bytes() == before
