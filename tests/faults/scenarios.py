"""The writing commands that are made to fail: on what they run, and what must hold after whatever
happened.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from faults.injecting import plain, unfinished
from kkmp_cli.cli import app
from kkmp_cli.register import integrity, restoring
from kkmp_cli.register.reader import open_reader
from running import count, opened, sound, state_of

NAMES = ("update", "import", "undo", "restore", "backup", "export", "forget", "add")
_ARGUMENTS: dict[str, tuple[str, ...]] = {
    "update": ("update", "--kota", "jakpus", "--all", "--nib", "sudah", "--yes"),
    "import": ("import", "{folder}/isian.csv", "--kota", "jakpus", "--yes"),
    "undo": ("undo", "--yes"),
    "restore": ("restore", "{folder}/cadangan.db", "--yes"),
    "backup": ("backup", "{folder}/baru.db"),
    "export": ("export", "-o", "{folder}/keluar.csv"),
    "forget": ("forget", "Gambir", "--yes"),
    "add": ("--db", "{folder}/lain.db", "add", "--kota", "jaksel", "--all", "--yes"),
}


@dataclass(frozen=True)
class Scenario:
    """A command, the folder it begins with, and the two states that are allowed after it."""

    name: str
    template: Path
    before: Any
    after: Any

    def placed(self, folder: Path) -> tuple[Path, tuple[str, ...]]:
        """A fresh copy of the folder: the register that is watched, and the command."""
        if folder.exists():
            shutil.rmtree(folder)
        shutil.copytree(self.template, folder)
        return _watched(self.name, folder), _command(self.name, folder)

    def check(self, register: Path) -> str:
        """Asserts that the register and what was written are whole; `before` or `after`. The next
        command works.
        """
        found = _seen(register)
        assert found in (self.before, self.after), (
            f"{self.name}: the register is neither as before nor as after"
        )
        for name in ("baru.db", "keluar.csv"):
            _whole(register.parent / name, self)
        if register.exists():
            with open_reader(str(register)) as held:
                assert not [result for result in integrity.examine(held) if result.findings]
            assert app.run(
                [
                    "--db",
                    str(register),
                    "update",
                    "31.74.01.1001",
                    "31.71.01.1001",
                    "--npwp",
                    "sudah",
                ]
            ) in (
                0,
                1,
            )
            assert app.run(["--db", str(register), "report"]) == 0
        return "after" if found == self.after else "before"


def prepared(name: str, pusat: Path, folder: Path) -> Scenario:
    """A scenario, its allowed states found by running the command once without a fault."""
    template = folder / "awal"
    template.mkdir(parents=True)
    _furnish(pusat, template)
    trial = folder / "coba"
    shutil.copytree(template, trial)
    register = _watched(name, trial)
    before = _seen(register)
    done = plain(trial / "register.db", _command(name, trial), folder)
    assert done.code == 0, done.err
    return Scenario(name, template, before, _seen(register))


def _furnish(pusat: Path, folder: Path) -> None:
    register = folder / "register.db"
    shutil.copyfile(pusat, register)
    shutil.copyfile(pusat, folder / "cadangan.db")
    run = ["--db", str(register), "update"]
    assert app.run([*run, "Gambir", "--ketua", "Budi Rahasia", "--telepon", "081234567890"]) == 0
    assert app.run([*run, "--kota", "jakpus", "--all", "--musyawarah", "2025-05-31", "--yes"]) == 0
    with opened(register) as connection:
        rows = connection.execute("SELECT kode, kelurahan FROM v_koperasi").fetchall()
    lines = ["kode,kelurahan,nib,usaha", *(f"{kode},{name},sudah,belum" for kode, name in rows)]
    (folder / "isian.csv").write_text("\n".join(lines) + "\n")


def _watched(name: str, folder: Path) -> Path:
    return folder / ("lain.db" if name == "add" else "register.db")


def _command(name: str, folder: Path) -> tuple[str, ...]:
    return tuple(word.format(folder=folder) for word in _ARGUMENTS[name])


def _seen(register: Path) -> Any:
    if not register.exists():
        return None
    assert sound(register)
    return state_of(register), count(register, "runs"), count(register, "personal_values")


def _whole(file: Path, scenario: Scenario) -> None:
    """A file that a command was writing is there whole or not at all."""
    if file.suffix == ".db" and file.exists():
        assert restoring.contents(file).runs == scenario.before[1]
    elif file.exists():
        assert len(file.read_text(encoding="utf-8-sig").splitlines()) == 45


def left_over(register: Path) -> list[Path]:
    """What a command left unfinished beside the register."""
    return list(unfinished(register))


@pytest.fixture(scope="session")
def scenario(
    tmp_path_factory: pytest.TempPathFactory, pusat_template: Path
) -> Iterator[Callable[[str], Scenario]]:
    """Scenarios by name, each prepared once."""
    held: dict[str, Scenario] = {}

    def find(name: str) -> Scenario:
        if name not in held:
            held[name] = prepared(name, pusat_template, tmp_path_factory.mktemp(name))
        return held[name]

    yield find
