"""What a synchronised folder leaves beside a register is told from a backup and from another
register.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kkmp_cli.register.conflicted_copies import beside
from kkmp_cli.register.reader import open_reader
from running import Office

NAMES = (
    "register (conflicted copy 2026-11-29).db",
    "register (Budi's conflicted copy 2026-11-29).db",
    "register (conflicted copy 2026-11-29 101010).db",
    "register_conflict-20261129-101010.db",
    "register (salinan konflik 2026-11-29).db",
    "register.sync-conflict-20261129-101010-ABCDEFG.db",
    "register-LAPTOP.db",
    "register-DESKTOP-7QK2A-2.db",
    "register (1).db",
    "register 2.db",
    "Salinan register.db",
    "Copy of register.db",
)
OTHERS = (
    "register-cadangan-2026-11-29.db",
    "register-cadangan-2026-11-29-2.db",
    "register-jakut.db",
    "lain (1).db",
    ".register (1).db",
)


def found(office: Office) -> list[str]:
    with open_reader(str(office.register)) as register:
        return [one.path.name for one in beside(register, office.register)]


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_the_services_are_known(pusat: Office, name: str) -> None:
    shutil.copyfile(pusat.register, pusat.register.with_name(name))
    assert found(pusat) == [name]


def test_a_backup_or_a_register_under_another_name_is_none(pusat: Office) -> None:
    for name in OTHERS:
        shutil.copyfile(pusat.register, pusat.register.with_name(name))
    pusat.good("backup", pusat.register.with_name("register (9).db"))
    assert found(pusat) == []


def test_another_register_and_a_file_that_is_none_are_passed_over(
    pusat: Office, tmp_path: Path
) -> None:
    other = pusat.register.with_name("register (1).db")
    assert pusat.run("add", "Penjaringan", "--kota", "jakut", db=other).code == 0
    pusat.register.with_name("register (2).db").write_bytes(b"bukan register")
    pusat.register.with_name("register (3).db").mkdir()
    assert found(pusat) == []


def test_the_one_with_most_runs_of_its_own_comes_first(pusat: Office) -> None:
    first, second = (pusat.register.with_name(f"register ({number}).db") for number in (1, 2))
    shutil.copyfile(pusat.register, first)
    shutil.copyfile(pusat.register, second)
    pusat.run("update", "Cideng", "--nib", "sudah", db=second)
    with open_reader(str(pusat.register)) as register:
        one, other = beside(register, pusat.register)
    assert (one.path, one.only_there, one.only_here) == (second, 1, 0)
    assert (other.path, other.only_there) == (first, 0)
