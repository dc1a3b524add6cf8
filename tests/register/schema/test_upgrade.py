"""An older register comes to today's schema: what was wrong in it is still found, and its copies
are kept and read.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import alembic.command
import pytest

from kkmp_cli.register import copies
from kkmp_cli.register.location import SCHEMA
from running import Office, count, opened

FROZEN = Path(__file__).parent / "frozen" / "0001.sql"
WORDS = "id, waktu, petugas, perintah, alasan, berkas, membatalkan, jumlah, sebelum"
SAID = "entitas, subjek, bidang, lama, baru, per, berkas, baris"


@pytest.fixture
def first(office: Office) -> Office:
    """A register of the first schema that nobody has opened since."""
    office.register.parent.mkdir(mode=0o700)
    connection = sqlite3.connect(office.register)
    connection.executescript(FROZEN.read_text(encoding="utf-8"))
    connection.close()
    return office


def version(path: Path) -> int:
    with opened(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def found(office: Office) -> list[str]:
    """The tests of wholeness that find anything."""
    rules = office.run("check", "--json").json["aturan"]
    return [rule["kode"] for rule in rules if rule["jumlah"] and rule["kelompok"] == "keutuhan"]


def forge(path: Path, sql: str, *runs: int) -> None:
    """Changes the history past its locks, and makes the digests of these runs anew as the first
    schema made them.
    """
    with opened(path) as connection:
        locks = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in locks:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(sql)
        for run in runs:
            words = connection.execute(f"SELECT {WORDS} FROM runs WHERE id = ?", (run,)).fetchone()
            said = connection.execute(
                f"SELECT {SAID} FROM changes WHERE run = ? ORDER BY id", (run,)
            ).fetchall()
            text = json.dumps([words, said], separators=(",", ":"))
            digest = hashlib.sha256(text.encode()).hexdigest()
            connection.execute("UPDATE runs SET intisari = ? WHERE id = ?", (digest, run))
        for _, lock in locks:
            connection.execute(lock)


@pytest.mark.parametrize(
    ("sql", "runs"),
    [
        ("UPDATE runs SET petugas = 'orang lain' WHERE id = 3", ()),
        ("UPDATE runs SET petugas = 'orang lain' WHERE id = 3", (3,)),
        ("UPDATE runs SET sebelum = intisari WHERE id = 1", (1,)),
        ("UPDATE runs SET jumlah = jumlah + 1 WHERE id = 20", (20,)),
    ],
    ids=["words", "words and digest, not the link", "the first link", "the number of changes"],
)
def test_a_history_that_was_changed_before_is_still_found(
    first: Office, sql: str, runs: tuple[int, ...]
) -> None:
    forge(first.register, sql, *runs)
    assert "riwayat_berubah" in found(first)
    assert version(first.register) == SCHEMA


def test_a_digest_made_anew_as_it_was_is_no_finding(first: Office) -> None:
    forge(first.register, "UPDATE runs SET petugas = petugas", *range(1, 21))
    assert found(first) == []


@pytest.mark.parametrize("what", ["VIEW v_nomor", "INDEX changes_subject"])
def test_a_view_or_an_index_that_is_missing_is_made_again(first: Office, what: str) -> None:
    with opened(first.register) as connection:
        connection.execute(f"DROP {what}")
    first.good("list")
    assert found(first) == []


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER lain AFTER UPDATE ON cooperatives BEGIN DELETE FROM aliases; END",
        "DROP TABLE targets",
    ],
)
def test_one_with_a_foreign_trigger_or_without_a_table_is_refused_untouched(
    first: Office, sql: str
) -> None:
    with opened(first.register) as connection:
        connection.execute(sql)
    first.refused("list", code=3)
    assert version(first.register) == 1


@pytest.mark.parametrize(
    "sql",
    ["UPDATE cooperatives SET per = 'x'", "UPDATE milestones SET nilai = x'ff00', tanggal = x'ff'"],
)
def test_one_that_cannot_be_read_says_so_and_pushes_no_copy_out(first: Office, sql: str) -> None:
    with opened(first.register) as connection:
        connection.execute(sql)
    done = first.refused("check", code=3)
    assert "rusak" in done.err
    assert "kkmp restore" in done.err
    assert copies.automatic(first.register) == []


def test_the_copy_made_before_is_of_the_old_schema_and_is_cleaned_of_what_is_forgotten(
    first: Office,
) -> None:
    first.good("list")
    (copy,) = copies.automatic(first.register)
    assert version(copy) == 1
    assert b"Nama Lain" in copy.read_bytes()
    done = first.good("forget", "Gambir")
    assert "ditulis ulang" in done.err
    assert copies.automatic(first.register) == [copy]
    assert version(copy) == 1
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


def test_what_was_said_after_forgetting_comes_back_with_an_old_backup(first: Office) -> None:
    forgot = (
        "INSERT INTO runs SELECT 21, waktu, petugas, 'kkmp forget 31.71.01.1001', NULL, '[]', "
        "NULL, 0, intisari, ''"
        " FROM runs WHERE id = 20"
    )
    forge(first.register, forgot, 21)
    backup = first.register.with_name("cadangan.db")
    backup.write_bytes(first.register.read_bytes())
    done = first.good("restore", backup, "--yes")
    assert "tetap dihapus" not in done.out + done.err
    assert "Nama Lain" in first.good("show", "Gambir", "--with-personal").out
    assert len(first.good("history", "--json").json) == 21
    assert found(first) == []


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
    "changes",
)


@pytest.mark.parametrize("table", KEPT)
def test_a_migration_that_would_lose_a_row_is_taken_back(
    first: Office, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    assert count(first.register, table) > 0
    upgrade = alembic.command.upgrade

    def losing(config: Any, revision: str) -> None:
        upgrade(config, revision)
        connection = config.attributes["connection"]
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_no_delete")
        connection.exec_driver_sql(
            f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})"
        )

    monkeypatch.setattr(alembic.command, "upgrade", losing)
    done = first.refused("list", code=3)
    assert "tidak jadi diperbarui: semula" in done.err
    assert version(first.register) == 1
    assert copies.automatic(first.register) == []
    monkeypatch.undo()
    first.good("list")


def test_that_a_register_is_brought_to_todays_schema_is_said_once(first: Office) -> None:
    backup = first.register.with_name("cadangan.db")
    backup.write_bytes(first.register.read_bytes())
    said = f"Memperbarui susunan register {first.register} …\n"
    assert first.good("list", "--json").err == said
    assert first.good("list").err == ""
    assert (
        f"Memperbarui susunan cadangan {backup} …\n" in first.good("restore", backup, "--yes").err
    )
    new = first.register.with_name("baru.db")
    assert "susunan" not in first.run("add", "--kota", "jakpus", "--all", db=new).err
