"""Personal values of one cooperative leave the register, its history and its copies."""

from __future__ import annotations

import pytest

from kkmp_cli.actions import forgetting
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahasia")
    return Session(str(pusat.register), "kkmp uji")


def test_an_area_is_known_by_every_code_that_it_had(pusat: Office, session: Session) -> None:
    pusat.good("area", "recode", "Gambir", "31.71.01.1099")
    area, codes = forgetting.subject(session, "Gambir", None, None)
    assert area.kode == "31.71.01.1099"
    assert {*codes} == {"31.71.01.1001", "31.71.01.1099"}
    with pytest.raises(Refused):
        forgetting.subject(session, "Entah Berantah", None, None)


def test_no_byte_is_left_once_the_file_is_written_anew(pusat: Office, session: Session) -> None:
    area, codes = forgetting.subject(session, "Gambir", None, None)
    assert forgetting.forget(session, area, codes).values == 1
    forgetting.overwrite(session)
    assert b"Siti Rahasia" not in pusat.register.read_bytes()


def test_the_automatic_copies_lose_it_too(pusat: Office, session: Session) -> None:
    pusat.good("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah")
    area, codes = forgetting.subject(session, "Gambir", None, None)
    forgetting.forget(session, area, codes)
    copies, backups = forgetting.scrub(session, codes)
    assert (len(copies.rewritten), [*copies.left], [*backups]) == (1, [], [])
    assert forgetting.forget(session, area, codes).run is None


def test_the_files_beside_it_that_hold_a_value_are_found(
    pusat: Office, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pusat.register.parent)
    pusat.good("export", "--with-personal", "-o", "data.csv")
    area, codes = forgetting.subject(session, "Gambir", None, None)
    done = forgetting.forget(session, area, codes)
    assert done.texts == {"Siti Rahasia"}
    found = forgetting.files_beside(session, done.texts)
    assert [file.name for file in found.holding] == ["data.csv"]
