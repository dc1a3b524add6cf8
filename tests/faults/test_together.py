"""Several at one register: nobody's word is lost, and a held lock is said in words."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from kkmp_cli.cli import app
from running import Office, opened, sound

PROCESSES, UPDATES = 8, 10


def _officer(register: Path, number: int, start: int) -> None:
    """One process: waits for the start, then updates its own and the common cooperative."""
    os.read(start, 1)
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(quiet, stream)
    code = 0
    for update in range(UPDATES):
        members = str(number * 100 + update)
        code |= app.run(["--db", str(register), "update", "Gambir", "--anggota", members])
    os._exit(code)


def test_eight_processes_lose_none_of_their_updates(pusat: Office) -> None:
    start, go = os.pipe()
    children = []
    for number in range(PROCESSES):
        child = os.fork()
        if child == 0:
            os.close(go)
            _officer(pusat.register, number, start)
        children.append(child)
    os.close(start)
    os.write(go, b"x" * PROCESSES)
    os.close(go)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * PROCESSES
    assert sound(pusat.register)
    with opened(pusat.register) as connection:
        found = connection.execute(
            "SELECT lama, baru FROM v_riwayat WHERE bidang = 'anggota' ORDER BY run"
        ).fetchall()
    said = {str(number * 100 + update) for number in range(PROCESSES) for update in range(UPDATES)}
    assert len(found) == PROCESSES * UPDATES
    assert {new for _, new in found} == said
    assert [old for old, _ in found[1:]] == [new for _, new in found[:-1]]
    shown = pusat.good("show", "Gambir", "--json").json
    assert shown["anggota"] == int(found[-1][1])


@pytest.mark.slow
def test_a_lock_held_too_long_is_refused_in_words(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        connection.execute("BEGIN IMMEDIATE")
        done = pusat.run("update", "Gambir", "--nib", "sudah")
        assert pusat.run("report", "--kota", "jakpus").code == 0
        connection.rollback()
    assert (done.code, done.out) == (3, "")
    assert "sedang dipakai" in done.err
    pusat.good("update", "Gambir", "--nib", "sudah")


def test_a_writer_waits_for_a_lock_that_is_given_back(pusat: Office) -> None:
    connection = sqlite3.connect(pusat.register, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.5, connection.rollback)
    timer.start()
    pusat.good("update", "Gambir", "--nib", "sudah")
    timer.join()
    connection.close()
