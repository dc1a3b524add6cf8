"""A file is written whole or not at all, and never over a register."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.render import files


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "laporan.md"
    target.write_bytes(b"lama")
    target.chmod(0o640)
    files.write_file(target, b"baru")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"baru", 0o640)
    assert [*tmp_path.iterdir()] == [target]


def test_where_the_writing_fails_the_old_file_stands_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "laporan.md"
    target.write_bytes(b"lama")
    with pytest.raises(Unusable), files.opened(target) as file:
        file.write(b"setengah")
        raise OSError(28, "No space left on device")
    assert target.read_bytes() == b"lama"
    assert [*tmp_path.iterdir()] == [target]


def test_a_register_is_never_written_over(tmp_path: Path) -> None:
    register = tmp_path / "kkmp.db"
    register.write_bytes(b"SQLite format 3\x00 dan seterusnya")
    with pytest.raises(Unusable, match="tidak ditimpa"):
        files.write_file(register, b"x")
    assert register.read_bytes().startswith(b"SQLite format 3")


def test_personal_data_are_for_their_owner_only(tmp_path: Path) -> None:
    files.write_file(tmp_path / "isian.xlsx", b"x", private=True)
    assert (tmp_path / "isian.xlsx").stat().st_mode & 0o077 == 0


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="adalah folder"):
        files.write_file(tmp_path, b"x")


def test_the_folder_is_synced_after_the_name_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, real = [], os.fsync

    def fsync(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        synced.append((folder, (tmp_path / "laporan.md").exists()))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files.write_file(tmp_path / "laporan.md", b"baru")
    assert synced == [(False, False), (True, True)]
