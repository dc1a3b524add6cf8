"""Whatever kills a writing command, the register holds all of it or nothing, and the next command
works.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.cli import app
from running import LIMIT, Asked, Office, sound, state_of

BULK = (
    "update",
    "--kota",
    "jakpus",
    "--all",
    "--musyawarah",
    "2025-05-31",
    "--nib",
    "sudah",
    "--yes",
)


def killed_at(register: Path, arguments: tuple[str, ...], moment: int) -> bool:
    """Runs a command in a process of its own that kills itself before its `moment`-th statement;
    True where it did.
    """
    child = os.fork()
    if child == 0:
        _silently(lambda: _count_down(moment))
        os._exit(app.run(["--db", str(register), *arguments]))
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _silently(prepare: Callable[[], None]) -> None:
    quiet = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(quiet, stream)
    prepare()


def _count_down(moment: int) -> None:
    left = [moment]
    connect = sqlite3.connect

    def die(_statement: str) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(die)
        return connection

    setattr(sqlite3, "connect", watched)  # noqa: B010 - one of many forms of it


@pytest.mark.parametrize(
    "arguments",
    [BULK, ("undo", "--yes"), ("add", "--kota", "jaksel", "--all", "--yes")],
    ids=" ".join,
)
def test_killed_before_any_statement_it_wrote_nothing_or_all(
    gambir: Office, arguments: tuple[str, ...]
) -> None:
    gambir.good("update", "Gambir", "--npwp", "sudah")
    before = state_of(gambir.register)
    other = gambir.register.with_name("lain.db")
    shutil.copyfile(gambir.register, other)
    assert gambir.run(*arguments, db=other).code == 0
    after, moments = state_of(other), 0
    while state_of(gambir.register) == before and killed_at(
        gambir.register, arguments, moments + 1
    ):
        moments += 1
        assert sound(gambir.register)
        assert state_of(gambir.register) in (before, after), moments
    assert moments >= 5
    assert state_of(gambir.register) == after
    gambir.good("report", "--kota", "jakpus")


def test_killed_while_a_register_is_made_there_is_none(office: Office) -> None:
    moments = 0
    while killed_at(office.register, ("add", "Gambir"), moments + 1):
        moments += 3
        assert not office.register.exists()
    assert moments > 20
    assert sound(office.register)


@pytest.mark.parametrize("share", [0.5, 0.8, 0.9, 0.95])
def test_killed_at_any_time_it_is_before_or_after(pusat: Office, share: float) -> None:
    command = [sys.executable, "-m", "kkmp_cli", "--db", str(pusat.register), *BULK]
    before = state_of(pusat.register)
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    whole = time.monotonic() - begun
    after = state_of(pusat.register)
    pusat.good("undo")
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(whole * share)
    child.kill()
    child.wait()
    assert sound(pusat.register)
    assert state_of(pusat.register) in (before, after)
    pusat.good("update", "Gambir", "--npwp", "sudah")


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_interrupted_at_its_question_it_writes_nothing_and_says_so(
    pusat: Office, number: signal.Signals
) -> None:
    before = state_of(pusat.register)
    asked = Asked("--db", pusat.register, *BULK[:-1])
    asked.until("[y/T]")
    asked.interrupt(number)
    assert asked.end() == 130
    assert "tidak ada yang ditulis" in asked.said
    assert state_of(pusat.register) == before


@pytest.mark.parametrize(
    ("answer", "code"), [("y", 0), ("ya", 0), ("", 1), ("t", 1), ("no", 1), ("\x04", 130)]
)
def test_only_a_yes_is_a_yes(pusat: Office, answer: str, code: int) -> None:
    before = state_of(pusat.register)
    asked = Asked("--db", pusat.register, *BULK[:-1])
    asked.until("[y/T]")
    asked.answer(answer if answer == "\x04" else answer + "\n")
    assert asked.end() == code
    assert (state_of(pusat.register) == before) == (code != 0)


def _lets_read(register: Path) -> bool:
    """False once a writer is at its end and waits for those who read: no other process may begin
    to.
    """
    look = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute(sys.argv[2])"
    words = [sys.executable, "-c", look, str(register), "SELECT count(*) FROM runs"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_stopped_while_it_was_being_saved_it_says_that_it_was(pusat: Office) -> None:
    reader = sqlite3.connect(pusat.register, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM runs").fetchone()
    command = [
        sys.executable,
        "-m",
        "kkmp_cli",
        "--db",
        str(pusat.register),
        "update",
        "Gambir",
        "--anggota",
        "5",
    ]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while _lets_read(pusat.register):
        assert child.poll() is None
    child.send_signal(signal.SIGTERM)
    reader.close()
    _, told = child.communicate(timeout=LIMIT)
    assert (child.returncode, b"tersimpan sebagai pekerjaan 2" in told) == (130, True)
    assert pusat.good("show", "Gambir", "--json").json["anggota"] == 5
