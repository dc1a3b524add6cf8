"""A register that others may write is told, with the command that closes it."""

from __future__ import annotations

import os
import pwd
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.register import permissions
from running import Office


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "kan tor"
    folder.mkdir(mode=0o700)
    path = folder / "register.db"
    path.touch(mode=0o600)
    if os.geteuid() == 0:  # a group of several, not that of one user
        for place in (folder, path):
            os.chown(place, 0, 65_533)
    return path


def test_the_file_and_its_folder_count_and_the_command_closes_both(register: Path) -> None:
    assert permissions.open_to_others(register) == []
    register.chmod(0o666)
    register.parent.chmod(0o777)
    assert permissions.open_to_others(register) == [register, register.parent]
    subprocess.run(["sh", "-c", permissions.closing([register, register.parent])], check=True)
    assert permissions.open_to_others(register) == []
    assert register.stat().st_mode & 0o777 == 0o644


def test_where_a_group_may_write_not_everybody_may(register: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("needs root to name a group")
    register.chmod(0o660)
    assert permissions.open_to_others(register) == [register]
    assert permissions.open_to_others(register, to_all=True) == []


def test_the_group_of_one_user_is_that_user(register: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("needs root to name a group")
    root = pwd.getpwuid(0)
    os.chown(register, 0, root.pw_gid)
    register.chmod(0o660)
    assert permissions.open_to_others(register) == []


def test_check_tells_and_the_printed_command_mends(pusat: Office) -> None:
    def rule() -> dict[str, Any]:
        done = pusat.run("check", "--json").json["aturan"]
        (one,) = (each for each in done if each["kode"] == "izin_register")
        return dict(one)

    assert rule()["jumlah"] == 0
    pusat.register.chmod(0o666)
    assert rule()["jumlah"] == 1
    assert "Register dapat diubah pengguna lain" in pusat.run("check").out
    command = rule()["saran"].removeprefix("Tutup bagi yang lain: ")
    subprocess.run(["sh", "-c", command], check=True)
    assert rule()["jumlah"] == 0


def test_a_writing_command_tells_once_that_everybody_may_write(pusat: Office) -> None:
    pusat.register.parent.chmod(0o777)
    done = pusat.good("update", "Cideng", "--nib", "sudah")
    told = f"dapat diubah pengguna lain. Tutup: chmod go-w {pusat.register.parent}"
    assert done.err.count(told) == 1
    assert told not in pusat.good("list", "--kota", "jakpus").err
    pusat.register.parent.chmod(0o700)
    assert told not in pusat.good("update", "Cideng", "--nib", "belum").err
