"""A record is made, altered or taken out, each in a run of its own."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.office_records import add, existing, remove, update
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office

TARGET = {"milestone": "nib", "batas": "2026-12-31", "ditetapkan": "2026-01-01"}


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_a_record_is_of_one_kota_or_of_all(session: Session) -> None:
    first, second = add(session, "target", TARGET, "jakpus"), add(session, "target", TARGET, None)
    assert (first.key, first.run, second.key, second.run) == (1, 2, 2, 3)
    assert first.place.endswith("Jakarta Pusat")
    assert second.place == "semua kota"


def test_only_what_differs_is_written(session: Session) -> None:
    add(session, "target", TARGET, "jakpus")
    run, values = update(session, "target", 1, lambda row: {"batas": row["batas"]})
    assert (run, values) == (None, {"batas": "2026-12-31"})
    run, _ = update(session, "target", 1, lambda _: {"batas": "2027-01-31"})
    assert run == 3
    with session.reading() as register:
        assert existing(register, "target", 1)["batas"] == "2027-01-31"


def test_a_record_that_was_taken_out_is_missing_and_its_number_is_not_given_again(
    session: Session,
) -> None:
    add(session, "target", TARGET, "jakpus")
    assert remove(session, "target", 1) == 3
    with pytest.raises(Refused, match="Tidak ada target nomor 1"):
        remove(session, "target", 1)
    assert add(session, "target", TARGET, "jakpus").key == 2
