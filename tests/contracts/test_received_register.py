"""A register from somebody else is opened like a foreign file: nothing beside it or in its schema
acts.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kkmp_cli.register import copies
from running import Office, opened, state_of
from tampering import journal_of, lay_journal, lay_super_journal, tampered

pytestmark = pytest.mark.on_a_file

COMMANDS = (("report",), ("list",), ("check",), ("update", "Cideng", "--nib", "sudah"), ("backup",))
ADDED = "CREATE TRIGGER lain AFTER INSERT ON runs BEGIN DELETE FROM targets; END"
BODY = "CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN DELETE FROM targets; END"
VIEW = (
    "CREATE VIEW v_isian AS SELECT a.kode, v.bidang, v.dari, v.sampai, '1' AS nilai, v.per"
    " FROM field_values v JOIN areas a ON a.id = v.cooperative_id"
)
SCHEMAS = {
    "trigger runs_no_update": ("DROP TRIGGER runs_no_update", BODY),
    "trigger events_no_delete": ("DROP TRIGGER events_no_delete",),
    "trigger lain": (ADDED,),
    "view v_isian": ("DROP VIEW v_isian", VIEW),
    "view v_nomor": ("DROP VIEW v_nomor",),
    "view v_lain": ("CREATE VIEW v_lain AS SELECT 1",),
    "index milestones_number": (
        "DROP INDEX milestones_number",
        "CREATE INDEX milestones_number ON milestones (milestone)",
    ),
    "index events_run": ("DROP INDEX events_run",),
    "table lain": ("CREATE TABLE lain (x)",),
    "table targets": ("ALTER TABLE targets ADD COLUMN x TEXT",),
}
"""What `check` names, and how it came to be."""


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_journal_that_names_another_file_deletes_nothing(
    pusat: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    victim = tmp_path / "skripsi.docx"
    victim.write_text("tidak boleh hilang")
    lay_super_journal(pusat.register, victim)
    done = pusat.refused(*arguments, code=3)
    assert "register.db-journal" in done.err
    assert victim.exists()
    journal_of(pusat.register).rename(tmp_path / "disingkirkan")
    pusat.good(*arguments)
    assert victim.exists()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_journal_does_not_put_another_register_in_place(
    pusat: Office, demo_template: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    alone = tmp_path / "sqlite-saja.db"
    alone.write_bytes(pusat.register.read_bytes())
    for path in (alone, pusat.register):
        lay_journal(path, demo_template)
    assert state_of(alone) == state_of(demo_template), "SQLite alone plays it back"
    pusat.refused(*arguments, code=3)
    assert journal_of(pusat.register).exists()


def test_a_wal_that_is_not_of_this_register_is_not_read(pusat: Office, tmp_path: Path) -> None:
    other = tmp_path / "lain.db"
    other.write_bytes(pusat.register.read_bytes())
    writer = sqlite3.connect(other, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("UPDATE cooperatives SET anggota = 99")
    beside = pusat.register.with_name("register.db-wal")
    beside.write_bytes(other.with_name("lain.db-wal").read_bytes())
    writer.close()
    assert "register.db-wal" in pusat.refused("report", code=3).err
    beside.unlink()
    assert pusat.good("list", "--json").json[0]["anggota"] is None


@pytest.mark.parametrize("tail", ["-journal", "-wal"])
def test_a_pipe_a_link_or_a_text_beside_it_is_not_touched(
    pusat: Office, tmp_path: Path, tail: str
) -> None:
    beside, other = pusat.register.with_name(f"register.db{tail}"), tmp_path / "surat.txt"
    other.write_text("surat")
    lays: tuple[Callable[[], object], ...] = (
        lambda: os.mkfifo(beside),
        lambda: beside.symlink_to(other),
        lambda: beside.hardlink_to(other),
        lambda: beside.write_text("surat"),
    )
    for lay in lays:
        lay()
        assert beside.name in pusat.refused("report", code=3).err
        assert pusat.run("update", "Cideng", "--nib", "sudah").code == 3
        assert other.read_text() == "surat"
        beside.unlink()


def test_a_backup_is_restored_from_a_copy_without_what_lies_beside_it(
    pusat: Office, demo_template: Path, tmp_path: Path
) -> None:
    backup, victim = tmp_path / "cadangan.db", tmp_path / "skripsi.docx"
    victim.write_text("tidak boleh hilang")
    pusat.good("backup", backup)
    wanted = state_of(backup)
    pusat.good("update", "Gambir", "--nib", "sudah")
    for lay, other in ((lay_super_journal, victim), (lay_journal, demo_template)):
        lay(backup, other)
        assert "cadangan.db-journal; itu tidak dibaca" in pusat.good("restore", backup).err
        assert victim.exists()
        assert journal_of(backup).exists()
        assert pusat.state() == wanted


def test_a_register_with_a_strange_journal_is_replaced_by_a_restore(
    pusat: Office, pusat_template: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "skripsi.docx"
    victim.write_text("tidak boleh hilang")
    lay_super_journal(pusat.register, victim)
    pusat.good("restore", pusat_template)
    pusat.good("forget", "Gambir")
    pusat.good("check")
    assert victim.exists()


def test_a_backup_is_not_put_beside_the_journal_of_something_else(
    pusat: Office, tmp_path: Path
) -> None:
    target = tmp_path / "cadangan.db"
    lay_super_journal(pusat.register, tmp_path / "x")
    journal_of(pusat.register).rename(journal_of(target))
    assert "cadangan.db-journal" in pusat.refused("backup", target).err
    assert not target.exists()


def test_a_register_is_not_made_beside_the_journal_of_something_else(
    office: Office, pusat_template: Path
) -> None:
    office.register.parent.mkdir()
    office.register.write_bytes(pusat_template.read_bytes())
    lay_journal(office.register, pusat_template)
    office.register.unlink()
    assert "register.db-journal" in office.refused("add", "Gambir", code=3).err
    assert not office.register.exists()


@pytest.mark.parametrize("version", [None, 0])
@pytest.mark.parametrize("part", SCHEMAS)
def test_another_schema_is_refused_and_named(pusat: Office, part: str, version: int | None) -> None:
    with opened(pusat.register) as connection:
        for statement in SCHEMAS[part]:
            connection.execute(statement)
        if version is not None:
            connection.execute(f"PRAGMA user_version = {version}")
    for arguments in (("update", "Gambir", "--nib", "sudah"), ("report",)):
        assert "diubah di luar kkmp" in pusat.refused(*arguments, code=3).err
    before = pusat.register.read_bytes()
    done = pusat.run("check")
    assert done.code == 1
    assert part in done.out
    assert pusat.register.read_bytes() == before


def test_a_register_with_another_schema_is_replaced_by_a_restore(
    pusat: Office, pusat_template: Path
) -> None:
    with opened(pusat.register) as connection:
        connection.execute(ADDED)
    assert "kkmp restore BERKAS" in pusat.refused("report", code=3).err
    pusat.good("restore", pusat_template)
    pusat.good("report")
    pusat.good("check")


def test_what_analyze_of_another_program_leaves_is_let_be(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        connection.execute("ANALYZE")
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("check")


def test_a_file_without_any_schema_is_no_register(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("DELETE FROM sqlite_master")
        connection.execute("PRAGMA user_version=0")
    pusat.refused("report", code=3)
    pusat.refused("add", "Gambir", code=3)


@pytest.mark.parametrize("version", [0, 1])
def test_a_migration_that_nobody_knows_is_told_in_words(pusat: Office, version: int) -> None:
    tampered(pusat.register, "UPDATE alembic_version SET version_num = 'zzz'")
    with opened(pusat.register) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    done = pusat.run("check")
    assert done.code == (1 if version else 3)
    assert ("alembic_version" if version else "rusak") in done.out + done.err
    assert "program kkmp sendiri" not in done.err


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_pipe_is_refused_at_once(
    office: Office, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    os.mkfifo(tmp_path / "pipa")
    for place in (tmp_path / "pipa", "/dev/zero", tmp_path):
        done = office.run(*arguments, db=place)
        assert (done.code, done.out) == (3, "")
        assert str(place) in done.err


def test_a_pipe_is_no_backup(pusat: Office, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    assert "bukan berkas biasa" in pusat.refused("restore", tmp_path / "pipa", code=3).err


CRAFTED = {
    "riwayat": ("UPDATE runs SET petugas = 'Orang Lain'",),
    "keadaan": ("UPDATE milestones SET keadaan = 'sudah'",),
    "target": ("UPDATE targets SET batas = '2027-01-01'",),
}


@pytest.mark.parametrize("statements", CRAFTED.values(), ids=CRAFTED)
def test_a_backup_that_does_not_hold_is_not_restored(
    demo: Office, tmp_path: Path, statements: tuple[str, ...]
) -> None:
    demo.good("backup", tmp_path / "cadangan.db")
    tampered(tmp_path / "cadangan.db", *statements)
    done = demo.refused("restore", tmp_path / "cadangan.db", code=3)
    assert "tidak dipulihkan" in done.err
    assert copies.automatic(demo.register) == copies.leftovers(demo.register) == []
