"""A unit of writing is complete or absent, and so is a new register."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register.connection import creating, ensure_current, publish, transaction
from kkmp_cli.register.location import SCHEMA, look
from running import Office, count


def test_what_fails_is_not_written_and_not_said_to_be(pusat: Office) -> None:
    saved: list[int] = []
    with (
        pytest.raises(LookupError),
        transaction(pusat.register, lambda: saved.append(1)) as connection,
    ):
        connection.execute("DELETE FROM aliases")
        raise LookupError
    assert count(pusat.register, "aliases")
    assert saved == []


def test_what_ends_well_is_written_and_said_once(pusat: Office) -> None:
    saved: list[int] = []
    with transaction(pusat.register, lambda: saved.append(1)) as connection:
        connection.execute("DELETE FROM aliases")
        assert saved == []
    assert count(pusat.register, "aliases") == 0
    assert saved == [1]


def test_a_new_register_takes_its_name_at_the_end_and_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "register.db"
    with creating(path) as temporary:
        assert not path.exists()
        assert temporary.parent == path.parent
    assert look(path) == SCHEMA
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*path.parent.iterdir()] == [path]
    ensure_current(path, pytest.fail)


def test_a_new_register_that_fails_leaves_no_file_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LookupError), creating(tmp_path / "a" / "b" / "register.db"):
        raise LookupError
    assert [*tmp_path.iterdir()] == []


def test_a_name_that_somebody_took_meanwhile_is_left_to_them(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "baru", tmp_path / "register.db"
    mine.write_text("mine")
    theirs.write_text("theirs")
    with pytest.raises(Unusable, match="baru saja dibuat"):
        publish(mine, theirs)
    assert theirs.read_text() == "theirs"


EMPTYING = """
import sys
from pathlib import Path
from kkmp_cli.register.connection import transaction

with transaction(Path(sys.argv[1])) as connection:
    connection.execute("DELETE FROM aliases")
"""


def waiting(path: Path) -> subprocess.Popen[bytes]:
    """A process of its own that waits for the lock of a register, to empty a table."""
    child = subprocess.Popen([sys.executable, "-c", EMPTYING, str(path)])
    opened = Path(f"/proc/{child.pid}/fd")
    while path not in map(Path.resolve, opened.iterdir()):
        time.sleep(0.01)
    time.sleep(0.5)
    return child


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
def test_who_waits_for_a_file_that_lost_its_name_leaves_the_journal_of_the_new_one(
    pusat: Office,
) -> None:
    path, beside = pusat.register, pusat.register.with_name("baru")
    shutil.copyfile(path, beside)
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("BEGIN IMMEDIATE")
    child = waiting(path)
    beside.replace(path)
    new = sqlite3.connect(path, isolation_level=None)
    new.execute("PRAGMA cache_size=1")
    new.execute("BEGIN IMMEDIATE")
    new.execute("CREATE TABLE penuh AS SELECT * FROM areas")
    journal = path.with_name(f"{path.name}-journal")
    assert journal.read_bytes()[:1] not in (b"", b"\0")
    old.close()
    time.sleep(0.5)
    assert journal.is_file()
    new.execute("ROLLBACK")
    new.close()
    assert child.wait() == 0
    assert count(path, "aliases") == 0
