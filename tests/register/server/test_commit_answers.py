"""What became of a commit whose answer never came is asked of the server, and waited for."""

from __future__ import annotations

import threading

import pytest

from kkmp_cli.errors import Advice
from kkmp_cli.model.run import Head
from kkmp_cli.register import heads
from kkmp_cli.register.location import APPLICATION_ID
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.server import address, commit_answers
from running import Office


@pytest.fixture
def engine() -> str:
    return "server"


def test_a_run_is_found_by_its_number_and_its_digest(pusat: Office) -> None:
    assert pusat.shared
    place = address.read(pusat.shared.url, "-c search_path=kkmp")
    with open_reader(pusat.shared.url) as register:
        there = heads.head(register)
    assert there
    assert commit_answers.find(place, there, 0) is True
    assert commit_answers.find(place, Head(there.run, "0" * 64), 0) is False


def test_who_asks_waits_for_the_unit_that_has_not_ended(pusat: Office) -> None:
    """As long as that holds the lock of the chain, nobody knows what becomes of it."""
    assert pusat.shared
    place = address.read(pusat.shared.url, "-c search_path=kkmp -c lock_timeout=100")
    hold = f"SELECT pg_advisory_xact_lock({APPLICATION_ID}); SELECT pg_sleep(1)"
    holder = threading.Thread(target=pusat.shared.ask, args=[hold])
    holder.start()
    held = f"SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = {APPLICATION_ID}"
    while not pusat.shared.ask(held):
        pass
    assert commit_answers.find(place, Head(9, "0" * 64), 0) is None
    assert commit_answers.find(place, Head(9, "0" * 64), 30) is False
    holder.join()


def test_nobody_knows_and_how_to_find_out() -> None:
    told = commit_answers.unknown("kantor", Head(7, "ab" * 32))
    assert isinstance(told.remedy, Advice)
    assert "kkmp --db D history --run 7`" in told.remedy.on("D")
    assert "[7-abababababababab]" in told.remedy
    assert "ulangi" in commit_answers.unknown("kantor").remedy
