"""Reading never rewrites a register of an older schema; a writing command does, and says so. The
newer program is this one with one more migration.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import kkmp_cli
from kkmp_cli.register import copies, expected_schema
from kkmp_cli.register.location import SCHEMA
from running import Office, mounted, process

pytestmark = pytest.mark.on_a_file

PROGRAM = Path(kkmp_cli.__file__).parent
NEWER = SCHEMA + 1
CHANGE = "ALTER TABLE register ADD COLUMN uji TEXT"
MIGRATION = f'''"""One more column."""

from alembic import op

revision = "{NEWER:04}"
down_revision = "{SCHEMA:04}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("{CHANGE}")
    op.execute("PRAGMA user_version = {NEWER}")
'''
READING = """
report
report --kota jakpus --per 2026-03-10 --seperti-tercatat 2026-03-10 --json
report --kota jakpus --format pesan
list
show Cideng
check
history
export -o {folder}/keluar.csv
template --kota jakpus -o {folder}/isian.xlsx
area list --kota jakpus
training list
training show 1
target list
figure list
followup list
import {folder}/data.csv --dry-run
import {folder}/salah.csv
training import 1 {folder}/hadir.csv --dry-run
area import {folder}/wilayah.csv --dry-run
update Nowhere --nib sudah
backup {folder}/cadangan.db
backup {folder}/cadangan.db
"""
SCRIPT = """
import contextlib, io, json, sys
from pathlib import Path
from kkmp_cli.cli import app

register, before = Path(sys.argv[1]), Path(sys.argv[1]).read_bytes()
done = []
for words in json.loads(sys.argv[2]):
    said = io.StringIO()
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(out):
        code = app.run(["--db", str(register), *words])
    done.append([code, said.getvalue(), register.read_bytes() == before])
print(json.dumps(done))
"""
"""Runs commands one after the other, and says of each how it ended and whether the file stayed."""
REFUSED = ("import {folder}/salah.csv", "update Nowhere --nib sudah")


def digest(register: Path, change: str) -> str:
    """What the schema of a register comes to after a change."""
    with closing(sqlite3.connect(register)) as connection:
        connection.execute(change)
        return expected_schema.digest(connection)


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory, pusat_template: Path) -> Path:
    """The folder of a program with a newer schema."""
    folder = tmp_path_factory.mktemp("newer")
    program = folder / "src" / "kkmp_cli"
    shutil.copytree(PROGRAM, program, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "data").symlink_to(PROGRAM.parents[1] / "data")
    location = program / "register" / "location.py"
    text = location.read_text(encoding="utf-8")
    assert f"\nSCHEMA = {SCHEMA}\n" in text
    location.write_text(text.replace(f"\nSCHEMA = {SCHEMA}\n", f"\nSCHEMA = {NEWER}\n"))
    known = program / "register" / "expected_schema.py"
    changed = digest(shutil.copyfile(pusat_template, folder / "register.db"), CHANGE)
    text = known.read_text(encoding="utf-8")
    known.write_text(text.replace("DIGESTS = {", f'DIGESTS = {{{NEWER}: "{changed}", '))
    versions = program / "register" / "schema" / "migrations" / "versions"
    (versions / f"{NEWER:04}_one_more.py").write_text(MIGRATION)
    return folder / "src"


def older(pusat: Office, folder: Path) -> Office:
    """A register with some records, and the files that the commands name."""
    pusat.good("training", "add", "Umum", "--kota", "jakpus", "--mulai", "2026-02-01")
    (folder / "data.csv").write_text("kelurahan,nib\nCideng,sudah\nDuri Pulo,belum\n")
    (folder / "salah.csv").write_text("kelurahan,nib\nCideng,entahlah\n")
    (folder / "hadir.csv").write_text("kelurahan,jumlah,organ\nCideng,2,pengurus\n")
    (folder / "wilayah.csv").write_text(
        "kode,kelurahan,kecamatan,kota,provinsi\n31.71.01.1002,Cideng,Gambir,"
        "Kota Administrasi Jakarta Pusat,Daerah Khusus Ibukota Jakarta\n"
    )
    return pusat


def version(register: Path) -> int:
    return int.from_bytes(register.read_bytes()[60:64], "big")


def test_no_reading_command_changes_a_byte_of_an_older_register(
    pusat: Office, newer: Path, tmp_path: Path
) -> None:
    register = older(pusat, tmp_path).register
    before, beside = register.read_bytes(), sorted(register.parent.iterdir())
    lines = READING.strip().splitlines()
    words = [line.format(folder=tmp_path).split() for line in lines]
    command = [sys.executable, "-c", SCRIPT, str(register), json.dumps(words)]
    environment = {**os.environ, "PYTHONPATH": str(newer)}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    for line, (code, said, same) in zip(lines, json.loads(done.stdout), strict=True):
        assert code == (1 if line in REFUSED else 0), (line, said)
        assert same, line
        assert "bersusunan lama" in said or line.startswith("backup"), line
    assert register.read_bytes() == before
    left = {copies.copies_folder(register), *beside}
    assert set(register.parent.iterdir()) <= left
    assert version(tmp_path / "cadangan.db") == SCHEMA


def test_an_older_register_on_read_only_media_is_read_and_a_write_says_why_not(
    pusat: Office, newer: Path, tmp_path: Path
) -> None:
    with mounted(tmp_path / "cd", "size=4m", "mode=0700") as place:
        register = Path(shutil.copyfile(pusat.register, place / "register.db"))
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        for line in ("report", "check"):
            done = process("--db", register, line, PYTHONPATH=str(newer))
            assert done.returncode == 0, done.stderr
        words = ("update", "Cideng", "--nib", "sudah")
        done = process("--db", register, *words, PYTHONPATH=str(newer))
        assert (done.returncode, b"Traceback" in done.stderr) == (3, False)
        assert register.read_bytes() == pusat.register.read_bytes()


def test_a_writing_command_migrates_the_register_and_says_so(
    pusat: Office, newer: Path, tmp_path: Path
) -> None:
    register = older(pusat, tmp_path).register
    before = pusat.good("report", "--json").out
    done = process(
        "--db", register, "import", tmp_path / "data.csv", "--yes", PYTHONPATH=str(newer)
    )
    assert done.returncode == 0, done.stderr
    said = done.stderr.decode()
    assert f"Memperbarui susunan register {register}" in said
    kept = next(one for one in copies.automatic(register) if str(one) in said)
    assert (version(register), version(kept)) == (NEWER, SCHEMA)
    with sqlite3.connect(register) as connection:
        assert connection.execute("SELECT uji FROM register").fetchall() == [(None,)]
    connection.close()
    undone = process("--db", register, "undo", "--yes", PYTHONPATH=str(newer))
    assert b"susunan" not in undone.stderr
    after = process("--db", register, "report", "--json", PYTHONPATH=str(newer))
    assert after.stdout.decode() == before


def test_a_backup_of_an_older_schema_is_replaced_by_a_newer_one_and_not_migrated(
    pusat: Office, newer: Path, tmp_path: Path
) -> None:
    older(pusat, tmp_path)
    backup = tmp_path / "cadangan.db"
    pusat.good("backup", backup)
    line = ("--db", pusat.register, "area", "alias", "Cidengg", "31.71.01.1002")
    assert process(*line, PYTHONPATH=str(newer)).returncode == 0
    read = process("--db", backup, "list", PYTHONPATH=str(newer))
    assert (read.returncode, version(backup)) == (0, SCHEMA)
    again = process("--db", pusat.register, "backup", backup, PYTHONPATH=str(newer))
    assert again.returncode == 0, again.stderr
    assert b"diperbarui" in again.stdout
    assert version(backup) == NEWER
