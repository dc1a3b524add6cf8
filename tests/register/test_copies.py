"""A backup is whole, for its owner alone, and takes nobody else's place; a restore keeps what it
replaces.
"""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.register import copies
from kkmp_cli.register.writer import open_writer
from running import LIMIT, Office, count, opened, sound, state_of


def test_a_backup_holds_everything_and_is_for_its_owner_alone(demo: Office, tmp_path: Path) -> None:
    done = demo.good("backup", tmp_path / "cadangan.db")
    assert "214 koperasi" in done.out
    assert state_of(tmp_path / "cadangan.db") == demo.state()
    assert count(tmp_path / "cadangan.db", "events") == count(demo.register, "events")
    assert (tmp_path / "cadangan.db").stat().st_mode & 0o777 == 0o600


def test_without_a_name_it_lies_beside_the_register_and_bears_the_day(pusat: Office) -> None:
    for _ in range(2):
        pusat.good("backup")
    names = sorted(path.name for path in pusat.register.parent.glob("register-cadangan-*.db"))
    assert len(names) == 2
    assert names[0].endswith("-2.db")


def test_a_folder_takes_the_dated_name(pusat: Office, tmp_path: Path) -> None:
    (tmp_path / "stik").mkdir()
    pusat.good("backup", tmp_path / "stik")
    assert len(list((tmp_path / "stik").glob("register-cadangan-*.db"))) == 1


def test_an_earlier_backup_of_the_same_register_is_brought_up_to_date(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("backup", tmp_path / "cadangan.db")
    pusat.good("update", "Gambir", "--nib", "sudah")
    assert "diperbarui" in pusat.good("backup", tmp_path / "cadangan.db").out
    assert state_of(tmp_path / "cadangan.db") == pusat.state()


def test_nothing_else_is_overwritten(pusat: Office, demo_template: Path, tmp_path: Path) -> None:
    (tmp_path / "lain.db").write_bytes(demo_template.read_bytes())
    (tmp_path / "surat.txt").write_text("rahasia")
    os.mkfifo(tmp_path / "pipa")
    for name in ("lain.db", "surat.txt", "pipa", pusat.register):
        before = (tmp_path / name).read_bytes() if (tmp_path / name).is_file() else b""
        pusat.refused("backup", tmp_path / name)
        assert ((tmp_path / name).read_bytes() if (tmp_path / name).is_file() else b"") == before


def test_a_folder_that_is_not_there_is_said(pusat: Office, tmp_path: Path) -> None:
    assert "foldernya tidak ada" in pusat.refused("backup", tmp_path / "tiada" / "x.db", code=3).err


def test_a_missing_register_has_no_backup_and_none_is_made(office: Office, tmp_path: Path) -> None:
    office.refused("backup", tmp_path / "x.db", code=3)
    assert not office.register.exists()
    assert not (tmp_path / "x.db").exists()


def test_a_backup_is_made_while_somebody_writes(pusat: Office, tmp_path: Path) -> None:
    stop = threading.Event()

    def reading_on() -> None:
        while not stop.is_set():
            copies.copy(pusat.register, tmp_path / "terus.db")
            assert sound(tmp_path / "terus.db")

    reader = threading.Thread(target=reading_on)
    reader.start()
    for number in range(5):
        pusat.good("update", "--kota", "jakpus", "--all", "--anggota", number)
    stop.set()
    reader.join()


def test_ten_automatic_copies_are_kept(pusat: Office) -> None:
    for number in range(copies.KEEP + 3):
        pusat.good("update", "--kota", "jakpus", "--all", "--anggota", number)
    assert len(copies.automatic(pusat.register)) == copies.KEEP
    assert copies.copies_folder(pusat.register).stat().st_mode & 0o777 == 0o700


def test_a_copy_made_beside_a_bulk_change_is_what_was_there_before_to_the_byte(
    pusat: Office,
) -> None:
    before = pusat.register.read_bytes()
    pusat.good("update", "--kota", "jakpus", "--all", "--anggota", 7)
    (kept,) = copies.automatic(pusat.register)
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o777 == 0o600


_TRY = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    other.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_nobody_else_may_write_once_the_copy_is_made_though_the_file_was_read_as_one(
    pusat: Office,
) -> None:
    with open_writer(str(pusat.register)) as register:
        register.keep_copy()
        while not copies.automatic(pusat.register):
            time.sleep(0.01)
        done = subprocess.run(
            [sys.executable, "-c", _TRY, pusat.register], capture_output=True, text=True, check=True
        )
        assert done.stdout == "database is locked\n"
    done = subprocess.run(
        [sys.executable, "-c", _TRY, pusat.register], capture_output=True, text=True, check=True
    )
    assert done.stdout == ""


def test_a_copy_is_whole_where_another_program_has_set_another_journal_mode(pusat: Office) -> None:
    with sqlite3.connect(pusat.register, isolation_level=None) as other:
        other.execute("PRAGMA journal_mode=wal")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM runs").fetchone()
        pusat.good("update", "Gambir", "--nib", "sudah")
        held = count(pusat.register, "runs")
        pusat.good("update", "--kota", "jakpus", "--all", "--anggota", 7)
        assert count(copies.automatic(pusat.register)[0], "runs") == held
    other.close()


def test_interrupts_in_quick_succession_leave_no_half_copy(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, done, stopped = copies._verify, list[bool](), list[bool]()
    original, waited_for = threading.Event.wait, threading.Semaphore(0)

    def waiting(*asked: Any) -> None:
        for _ in range(4):
            waited_for.acquire(timeout=LIMIT)
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        slow(*asked)
        done.append(True)

    def interrupt(*_: object) -> None:
        stopped.append(True)
        raise KeyboardInterrupt

    def wait(event: threading.Event, timeout: float | None = None) -> bool:
        if stopped:
            waited_for.release()
        return original(event, timeout)

    monkeypatch.setattr(copies, "_verify", waiting)
    monkeypatch.setattr("kkmp_cli.register.writer.Writer.apply", interrupt)
    monkeypatch.setattr(threading.Event, "wait", wait)
    assert pusat.run("update", "--kota", "jakpus", "--all", "--anggota", 7).code == 130
    assert done == [True]
    assert [*copies.copies_folder(pusat.register).iterdir()] == []


def test_where_the_change_fails_there_is_no_copy(pusat: Office) -> None:
    with pytest.raises(ZeroDivisionError), open_writer(str(pusat.register)) as register:
        register.keep_copy()
        raise ZeroDivisionError
    assert [*copies.copies_folder(pusat.register).iterdir()] == []


def test_where_the_copy_fails_nothing_is_written(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    before = pusat.state()
    monkeypatch.setattr(copies, "_duplicate", full)
    done = pusat.refused("update", "--kota", "jakpus", "--all", "--anggota", 7, code=3)
    assert "Salinan" in done.err
    assert "Periksa ruang disk" in done.err
    assert pusat.state() == before


def test_a_restore_brings_the_backup_and_keeps_what_it_replaced(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("backup", tmp_path / "cadangan.db")
    before = pusat.state()
    pusat.good("update", "--kota", "jakpus", "--all", "--nib", "sudah")
    after = pusat.state()
    done = pusat.good("restore", tmp_path / "cadangan.db")
    assert "44 koperasi" in done.out
    assert pusat.state() == before
    kept = copies.automatic(pusat.register)[0]
    assert str(kept) in done.err
    assert state_of(kept) == after
    pusat.good("restore", kept)
    assert pusat.state() == after
    assert pusat.register.stat().st_mode & 0o777 == 0o600


def test_a_missing_register_is_made_by_restore(office: Office, pusat_template: Path) -> None:
    office.good("restore", pusat_template)
    assert office.state() == state_of(pusat_template)
    assert office.register.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", [b"", b"bukan register", None], ids=["empty", "noise", "half"])
def test_a_damaged_register_is_replaced_and_kept_as_it_is(
    pusat: Office, pusat_template: Path, damage: bytes | None
) -> None:
    whole = pusat.register.read_bytes()
    spoilt = whole[: len(whole) // 2] if damage is None else damage
    pusat.register.write_bytes(spoilt)
    done = pusat.good("restore", pusat_template)
    assert "rusak disimpan" in done.err
    assert pusat.state() == state_of(pusat_template)
    (kept,) = copies.copies_folder(pusat.register).glob("*-rusak.db")
    assert kept.read_bytes() == spoilt
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_stale_journal_does_not_come_back_over_the_backup(
    pusat: Office, pusat_template: Path
) -> None:
    """A hot journal of the damaged file would roll foreign pages into the restored one."""
    for tail in ("-journal", "-wal"):
        pusat.register.with_name(f"register.db{tail}").write_bytes(
            b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 4096
        )
    pusat.register.write_bytes(b"rusak")
    pusat.good("restore", pusat_template)
    assert pusat.state() == state_of(pusat_template)
    assert sorted(path.name for path in pusat.register.parent.iterdir()) == [
        "register.db",
        "register.db.salinan",
    ]


def test_another_programs_file_a_newer_register_and_a_folder_are_not_replaced(
    pusat: Office, pusat_template: Path, tmp_path: Path
) -> None:
    with opened(pusat.register) as connection:
        connection.execute("PRAGMA user_version=99")
    assert "lebih baru" in pusat.refused("restore", pusat_template, code=3).err
    pusat.register.unlink()
    with opened(pusat.register) as connection:
        connection.execute("CREATE TABLE lain (x)")
    assert "program lain" in pusat.refused("restore", pusat_template, code=3).err
    pusat.register.unlink()
    pusat.register.mkdir()
    assert pusat.run("restore", pusat_template).code == 3


def test_what_is_no_backup_is_not_restored(pusat: Office, tmp_path: Path) -> None:
    (tmp_path / "kosong.db").write_bytes(b"")
    (tmp_path / "separuh.db").write_bytes(pusat.register.read_bytes()[:70_000])
    for name in ("kosong.db", "separuh.db", "tiada.db"):
        pusat.refused("restore", tmp_path / name, code=3)
    pusat.refused("restore", pusat.register)
    assert [path.name for path in pusat.register.parent.iterdir()] == ["register.db"]


def test_a_writer_that_waited_for_a_restore_writes_into_the_restored_register(
    pusat: Office, tmp_path: Path
) -> None:
    from kkmp_cli.register import connection as database

    pusat.good("backup", tmp_path / "cadangan.db")
    waiting = threading.Event()
    seen: list[int] = []

    def write() -> None:
        waiting.set()
        with database.transaction(pusat.register) as connection:
            seen.append(pusat.register.stat().st_ino)
            connection.execute("UPDATE cooperatives SET anggota = 7")

    with opened(pusat.register) as holder:
        holder.execute("BEGIN IMMEDIATE")
        writer = threading.Thread(target=write)
        writer.start()
        waiting.wait()
        other = tmp_path / "baru.db"
        other.write_bytes((tmp_path / "cadangan.db").read_bytes())
        other.replace(pusat.register)
        holder.rollback()
    writer.join()
    assert seen == [pusat.register.stat().st_ino]
    with opened(pusat.register) as connection:
        assert connection.execute("SELECT DISTINCT anggota FROM cooperatives").fetchall() == [(7,)]
