"""A reader that opened a register just before a restore put another file under its name neither plays
back nor deletes the journal of whoever writes into the new one.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from running import Office

PAUSING = """
import sqlite3, sys

class Pausing(sqlite3.Connection):
    left = [sys.argv[1]]

    def execute(self, sql, *parameters):
        if self.left and sql.startswith(self.left[0]):
            self.left.clear()
            sys.stderr.write("opened\\n")
            sys.stderr.flush()
            sys.stdin.readline()
        return super().execute(sql, *parameters)

connect = sqlite3.connect
sqlite3.connect = lambda *arguments, **options: connect(*arguments, factory=Pausing, **options)
from kkmp_cli.cli import app
sys.exit(app.run(["--db", *sys.argv[2:]]))
"""


def reader(path: Path, statement: str) -> subprocess.Popen[bytes]:
    """`kkmp show` that stops before a statement, the file already open."""
    words = [sys.executable, "-c", PAUSING, statement, str(path), "show", "Gambir", "--json"]
    pipe = subprocess.PIPE
    child = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=pipe)
    assert child.stderr
    assert child.stderr.readline() == b"opened\n"
    return child


def has_open(child: subprocess.Popen[bytes], path: Path) -> bool:
    """True once it has opened the file that bears the name now."""
    return path in map(Path.resolve, Path(f"/proc/{child.pid}/fd").iterdir())


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
@pytest.mark.parametrize("statement", ["SELECT type", "BEGIN", "SELECT count(*) FROM sqlite"])
def test_the_journal_of_a_writer_of_the_new_file_is_let_be(pusat: Office, statement: str) -> None:
    path, beside = pusat.register, pusat.register.with_name("baru")
    shutil.copyfile(path, beside)
    pusat.good("update", "Gambir", "--anggota", "7")
    child = reader(path, statement)
    beside.replace(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size=1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE penuh AS SELECT * FROM areas")
    journal = path.with_name(f"{path.name}-journal")
    before = journal.read_bytes()
    assert before[:1] not in (b"", b"\0")
    assert child.stdin
    child.stdin.write(b"\n")
    child.stdin.flush()
    while child.poll() is None and not has_open(child, path):
        time.sleep(0.01)
    assert journal.is_file()
    assert journal.read_bytes() == before
    writer.execute("ROLLBACK")
    writer.close()
    out, told = child.communicate()
    assert (child.returncode, told) == (0, b"")
    assert json.loads(out)["anggota"] in (None, 7)
