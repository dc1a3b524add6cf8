"""An older register comes to today's schema: a verified copy first, then all steps or none; its
copies are kept and read.

There is one schema yet, so a register of it is stamped as older and a made-up step brings it back.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import alembic.command
import pytest

from kkmp_cli.register import copies
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.schema import upgrade
from running import Office, count, opened

WRITE = ("area", "alias", "Gambirr", "31.71.01.1001")
FROZEN = Path(__file__).parent / "frozen" / "0001.sql"
OLDER = 0


def step(config: Any, _revision: str, *more: str) -> None:
    """A migration that does no more than to say that it was done."""
    connection = config.attributes["connection"]
    for sql in (*more, f"PRAGMA user_version = {SCHEMA}"):
        connection.exec_driver_sql(sql)


@pytest.fixture
def first(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A register of an older schema that nobody has opened since."""
    office.register.parent.mkdir(mode=0o700)
    connection = sqlite3.connect(office.register)
    connection.executescript(FROZEN.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA user_version = {OLDER}")
    connection.close()
    monkeypatch.setattr(alembic.command, "upgrade", step)
    return office


def version(path: Path) -> int:
    with opened(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def stepping(monkeypatch: pytest.MonkeyPatch, *more: str) -> None:
    """The step does something besides."""
    monkeypatch.setattr(alembic.command, "upgrade", lambda *told: step(*told, *more))


def test_one_of_todays_schema_is_let_be(first: Office) -> None:
    first.good(*WRITE)
    before = first.register.read_bytes()
    upgrade.upgrade(first.register)
    assert first.register.read_bytes() == before


def test_a_step_that_cannot_read_says_so_and_pushes_no_copy_out(
    first: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(alembic.command, "upgrade", broken)
    for command in (("check",), WRITE):
        done = first.refused(*command, code=3)
        assert f"Register {first.register} rusak." in done.err
        assert "kkmp restore" in done.err
    assert copies.automatic(first.register) == []


def test_a_step_that_leaves_an_orphan_is_taken_back(
    first: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = "(SELECT min(id) FROM cooperatives)"
    stepping(monkeypatch, f"UPDATE areas SET id = 999999 WHERE id = {owner}")
    for command in (("list",), WRITE):
        assert "tanpa induk" in first.refused(*command, code=3).err
    assert version(first.register) == OLDER


def test_the_copy_made_before_is_of_the_old_schema_and_is_cleaned_of_what_is_forgotten(
    first: Office,
) -> None:
    first.good(*WRITE)
    (copy,) = copies.automatic(first.register)
    assert version(copy) == OLDER
    assert b"Nama Lain" in copy.read_bytes()
    done = first.good("forget", "Gambir")
    assert "ditulis ulang" in done.err
    assert copies.automatic(first.register) == [copy]
    assert version(copy) == OLDER
    assert b"Nama Lain" not in copy.read_bytes()
    assert b"Nama Lain" not in first.register.read_bytes()


def test_a_backup_of_the_old_schema_is_named_only_where_it_holds_what_is_forgotten(
    first: Office,
) -> None:
    held, clean = (first.register.with_name(name) for name in ("berisi.db", "bersih.db"))
    for path in (held, clean):
        path.write_bytes(first.register.read_bytes())
    with opened(clean) as connection:
        connection.execute("DELETE FROM personal_values")
    said = first.good("forget", "Gambir").err
    assert "berisi.db" in said
    assert "bersih.db" not in said


KEPT = (
    "runs",
    "cooperatives",
    "areas",
    "aliases",
    "trainings",
    "attendances",
    "targets",
    "figures",
    "followups",
    "personal_values",
    "events",
)


@pytest.mark.parametrize("table", KEPT)
def test_a_migration_that_would_lose_a_row_is_taken_back(
    first: Office, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    assert count(first.register, table) > 0
    stepping(
        monkeypatch,
        f"DROP TRIGGER IF EXISTS {table}_no_delete",
        f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})",
    )
    for command in (("list",), WRITE):
        assert "tidak jadi diperbarui: semula" in first.refused(*command, code=3).err
    assert version(first.register) == OLDER
    assert copies.automatic(first.register) == []
    stepping(monkeypatch)
    first.good(*WRITE)


def test_who_reads_gets_a_copy_and_who_writes_brings_the_register_itself(first: Office) -> None:
    backup = first.register.with_name("cadangan.db")
    backup.write_bytes(first.register.read_bytes())
    read = f"Register {first.register} bersusunan lama; yang dibaca salinan sementaranya, "
    assert first.good("list", "--json").err == f"{read}registernya tetap.\n"
    assert first.register.read_bytes() == backup.read_bytes()
    written = first.good(*WRITE).err
    (copy,) = copies.automatic(first.register)
    assert written.startswith(
        f"Memperbarui susunan register {first.register} …\n"
        f"Susunannya kini yang baru; register seperti semula disimpan di {copy}.\n"
    )
    assert version(copy) == OLDER
    assert "susunan" not in first.good("list").err
    restored = first.good("restore", backup, "--yes").err
    assert f"Memperbarui susunan cadangan {backup} …\n" in restored
    new = first.register.with_name("baru.db")
    assert "susunan" not in first.run("add", "--kota", "jakpus", "--all", db=new).err
