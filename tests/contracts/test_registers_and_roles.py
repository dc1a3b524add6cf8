"""A colleague's register is taken onto a server by who may see its kota, and by nobody else."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import colleagues
from colleague import Colleague
from running import Office


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def officer(pusat: Office) -> Iterator[Colleague]:
    """One of Jakarta Pusat, who reads nothing else and no names."""
    made = Colleague(pusat, "petugas", "31.71")
    yield made
    made.leave()


def test_a_role_takes_its_own_kota_by_the_command_that_is_told(
    officer: Colleague, pusat: Office, pusat_template: Path
) -> None:
    other = colleagues.colleague(pusat, pusat_template)
    other.good("add", "Ancol", "--anggota", 9)
    other.good("update", "Gambir", "--anggota", 135, "--ketua", "Pak Budi", "--per", "2026-06-30")
    other.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    told = officer.refused("import", other.register)
    assert "tidak terlihat oleh peran Anda" in told
    command = shlex.split(told.partition("`kkmp ")[2].partition("`")[0])
    officer.good(*command[command.index("import") :])
    assert pusat.good("show", "Gambir", "--json").json["anggota"] == 135
    assert "tidak ada" in officer.good(*command[command.index("import") :]).casefold()
    assert pusat.run("show", "Ancol").code == 1
