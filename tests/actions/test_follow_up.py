"""Tindak lanjut: whom a new one concerns, and which concern a kota."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.follow_up import Concerned, add, concerning
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage, Refused
from running import Office

WHAT = {"uraian": "Dampingi", "penanggung_jawab": "Sudin", "batas": "2026-12-31"}


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_it_concerns_those_that_lack_a_milestone_when_it_is_made(
    pusat: Office, session: Session
) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "belum")
    assert add(session, WHAT, Concerned((), "jakpus", "nib")).cooperatives == 2
    pusat.good("update", "Gambir", "--nib", "sudah")
    (one,) = pusat.good("followup", "list", "--json").json
    assert one["kode"] == ["31.71.01.1001", "31.71.01.1002"]


def test_what_nobody_lacks_and_who_is_not_registered_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match="dinyatakan belum"):
        add(session, WHAT, Concerned((), "jakpus", "nib"))
    with pytest.raises(Refused, match="Belum ada di register: Pluit"):
        add(session, WHAT, Concerned(["Gambir", "Pluit"], None, None))
    with pytest.raises(BadUsage, match="satu kota"):
        add(session, WHAT, Concerned((), "semua", None))


def test_those_of_a_kota_and_of_its_cooperatives_concern_it_the_earliest_due_first(
    pusat: Office, session: Session
) -> None:
    add(session, WHAT, Concerned((), "jakpus", None))
    add(session, WHAT | {"batas": "2026-01-31"}, Concerned(["Gambir"], None, None))
    with session.reading() as register:
        assert [item.batas for item in concerning(register, ["31.71"])] == [
            "2026-01-31",
            "2026-12-31",
        ]
        assert len(concerning(register, [])) == 2
        assert concerning(register, ["31.72"]) == []
