"""An answer at TAB: nothing is said, nothing is made, nothing heavy is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from completing import offered
from running import Office, process

CALLS = (["rep"], ["show", "G"], ["update", "Gambir", "--"], ["undo", ""], ["list", "--kota", "j"])
LOADED = """
import os, sys
os.environ |= {{"_KKMP_COMPLETE": "fish", "KKMP_DB": {db!r}}}
sys.argv = ["kkmp", "kkmp", *{words!r}]
from kkmp_cli.__main__ import main
main()
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""
HEAVY = {"typer", "rich", "sqlmodel", "sqlalchemy", "pydantic", "rapidfuzz", "alembic", "psycopg"}


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_no_library_is_loaded(demo: Office, words: list[str]) -> None:
    code = LOADED.format(db=str(demo.register), words=words)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(run.stdout.splitlines()) > 1
    loaded = set(run.stderr.split())
    assert loaded & HEAVY == set()
    assert not any(name.startswith("kkmp_cli.cli.commands") for name in loaded)


def test_what_is_no_register_says_nothing_and_stays(office: Office) -> None:
    assert "Gambir" in offered(office, "show", "Ga")
    assert not office.register.parent.exists()
    office.register.parent.mkdir()
    for content in (b"", b"bukan register", b"SQLite format 3\x00" + b"\xff" * 4_000):
        office.register.write_bytes(content)
        assert "Gambir" in offered(office, "show", "Ga")
        assert offered(office, "undo", "") == []
        assert office.register.read_bytes() == content
        assert [*office.register.parent.iterdir()] == [office.register]


def test_a_server_is_not_asked(office: Office) -> None:
    done = process(
        *("kkmp", "show", "Ga"),
        _KKMP_COMPLETE="fish",
        KKMP_DB="postgresql://nobody@192.0.2.1:1/kkmp?connect_timeout=60",
    )
    assert done.stdout.decode().splitlines()[1] == "Gambir\tGambir"
    assert done.stderr == b""


def test_a_shell_or_a_call_that_is_not_known_is_no_error(demo: Office) -> None:
    for shell in ("complete_bash", "", "cmd"):
        done = process("kkmp", "rep", _KKMP_COMPLETE=shell)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert offered(demo, "entah", "") == []
    assert offered(demo, "report", "--entah", "") == []


def test_the_register_that_is_typed_is_looked_into(pusat: Office, tmp_path: Path) -> None:
    assert offered(pusat, "--db", str(tmp_path / "lain.db"), "undo", "") == []
    assert offered(pusat, "--db", str(pusat.register), "undo", "") == ["1"]
    assert offered(pusat, f"--db={pusat.register}", "undo", "") == ["1"]


def test_a_write_that_is_going_on_is_no_obstacle(pusat: Office) -> None:
    from running import opened

    with opened(pusat.register) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert offered(pusat, "show", "Cid") == ["Cideng"]
