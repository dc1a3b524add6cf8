"""What lies beside a register and must not act is told; what an interrupted write left is let be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kkmp_cli.register import sidecars
from running import Office, opened
from tampering import journal_of, lay_journal, lay_super_journal


@pytest.fixture
def interrupted(pusat: Office, tmp_path: Path) -> Path:
    """A register as a killed write left it: all pages written, the journal still there."""
    path = tmp_path / "terputus.db"
    with opened(pusat.register) as connection:
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("UPDATE cooperatives SET anggota = 7")
        journal = journal_of(pusat.register).read_bytes()
        connection.commit()
        shutil.copyfile(pusat.register, path)
    journal_of(path).write_bytes(journal)
    return path


def why(path: Path) -> str:
    found = sidecars.foreign(path, path.read_bytes()[:100])
    return found[1] if found else ""


def test_nothing_beside_is_nothing_to_say(pusat: Office) -> None:
    assert sidecars.present(pusat.register) == []
    assert why(pusat.register) == ""


def test_an_empty_journal_and_one_of_zeros_say_nothing(pusat: Office) -> None:
    for content in (b"", bytes(512)):
        journal_of(pusat.register).write_bytes(content)
        assert why(pusat.register) == ""


def test_a_journal_that_names_another_file_or_is_none_is_told(pusat: Office) -> None:
    lay_super_journal(pusat.register, pusat.register.with_name("lain"))
    assert sidecars.strange(pusat.register) == (
        journal_of(pusat.register),
        "menunjuk ke berkas lain",
    )
    journal_of(pusat.register).write_text("surat")
    assert why(pusat.register) == "bukan jurnal SQLite"


def test_a_journal_of_another_register_is_told(pusat: Office, demo_template: Path) -> None:
    lay_journal(pusat.register, demo_template)
    assert why(pusat.register) == "bukan sisa penulisan register ini"


def test_a_journal_that_takes_the_newest_run_back_is_let_be(pusat: Office, tmp_path: Path) -> None:
    for runs in range(2):
        older = tmp_path / f"{runs}.db"
        shutil.copyfile(pusat.register, older)
        pusat.good("update", "Gambir", "--anggota", runs)
        lay_journal(pusat.register, older)
        assert why(pusat.register) == ""
        journal_of(pusat.register).unlink()
    lay_journal(pusat.register, tmp_path / "0.db")
    assert why(pusat.register) == "bukan sisa penulisan register ini"


def test_what_an_interrupted_write_left_is_let_be(interrupted: Path) -> None:
    assert journal_of(interrupted).read_bytes()
    assert why(interrupted) == ""


_HOLD = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print(flush=True)
sys.stdin.read()
"""


def test_a_journal_of_somebody_who_writes_is_let_be(pusat: Office, demo_template: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, pusat.register], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        lay_journal(pusat.register, demo_template)
        assert why(pusat.register) == ""
        journal_of(pusat.register).unlink()
