"""A backup takes the place of the register, and what it replaces is kept."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.register import copies, restoring
from kkmp_cli.register.location import MAGIC
from kkmp_cli.register.restoring import contents, restore
from running import Office, opened, sound, state_of
from windows_like import refusing


@pytest.fixture
def backup(pusat: Office, tmp_path: Path) -> Path:
    path = tmp_path / "cadangan.db"
    copies.copy(pusat.register, path)
    pusat.good("update", "Gambir", "--nib", "sudah")
    return path


def test_a_whole_register_is_replaced_and_kept(pusat: Office, backup: Path) -> None:
    after = pusat.state()
    restored = restore(backup, pusat.register)
    assert restored.contents == contents(backup)
    assert (restored.contents.cooperatives, restored.contents.runs) == (44, 1)
    assert not restored.damaged
    assert pusat.state() == state_of(backup)
    assert restored.kept
    assert state_of(restored.kept) == after
    assert copies.leftovers(pusat.register) == []


def test_a_system_that_replaces_no_open_file_does_so_once_the_lock_is_let_go(
    pusat: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", refusing(os.replace, 0, 1))
    with opened(pusat.register), pytest.raises(Unusable, match="tidak ada izin"):
        restore(backup, pusat.register)
    after = pusat.state()
    assert after != state_of(backup)
    restored = restore(backup, pusat.register)
    assert pusat.state() == state_of(backup)
    assert restored.kept and state_of(restored.kept) == after


def test_what_is_written_once_the_lock_is_let_go_is_not_replaced(
    pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Lock(sqlite3.Connection):
        def close(self) -> None:
            super().close()
            pusat.good("update", "Cideng", "--nib", "sudah")

    monkeypatch.setattr(os, "replace", refusing(os.replace, 0, 1))
    new, lock = tmp_path / "baru", sqlite3.connect(pusat.register, factory=Lock)
    new.write_bytes(b"baru")
    with pytest.raises(PermissionError):
        restoring._take_place(new, pusat.register, lock)
    assert pusat.good("list", "--sudah", "nib", "--json").json


def test_a_damaged_one_is_kept_as_it_is(pusat: Office, backup: Path) -> None:
    pusat.register.write_bytes(b"rusak")
    restored = restore(backup, pusat.register)
    assert restored.damaged
    assert restored.kept
    assert restored.kept.read_bytes() == b"rusak"
    assert sound(pusat.register)


def test_a_missing_one_is_made_in_its_folder(backup: Path, tmp_path: Path) -> None:
    path = tmp_path / "lain" / "register.db"
    assert restore(backup, path).kept is None
    assert state_of(path) == state_of(backup)


def test_a_backup_that_is_not_whole_replaces_nothing(pusat: Office, tmp_path: Path) -> None:
    before, source = pusat.register.read_bytes(), tmp_path / "palsu.db"
    for head in (b"", b"teks", MAGIC + bytes(84)):
        source.write_bytes(head)
        with pytest.raises(Unusable):
            restore(source, pusat.register)
    with pytest.raises(Unusable, match="tidak ada"):
        restore(tmp_path / "hilang.db", pusat.register)
    assert pusat.register.read_bytes() == before


def test_the_register_does_not_replace_itself(pusat: Office) -> None:
    with pytest.raises(Refused, match="register itu sendiri"):
        restore(pusat.register, pusat.register)


def test_what_takes_the_place_of_a_register_was_synced_before(
    pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, real = set(), os.fsync

    def fsync(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        real(handle)

    pusat.good("backup", tmp_path / "cadangan.db")
    pusat.good("update", "Cideng", "--nib", "sudah")
    monkeypatch.setattr(os, "fsync", fsync)
    pusat.good("restore", tmp_path / "cadangan.db", "--yes")
    assert pusat.register.stat().st_ino in synced
    assert pusat.register.parent.stat().st_ino in synced
