"""A colleague with a register of his own, in a file beside that of the desk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from running import Done, Office


@dataclass(frozen=True)
class Colleague:
    """Runs `kkmp` on his register, under his own name; always a file, whatever keeps the desk's."""

    office: Office
    register: Path
    officer: str

    def good(self, *arguments: object) -> Done:
        """A command that must succeed."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KKMP_PETUGAS", self.officer)
            done = self.office.run(*arguments, db=self.register)
        assert done.code == 0, done.err + done.out
        return done


def colleague(
    office: Office, template: Path, name: str = "sudin", officer: str = "Siti Aminah"
) -> Colleague:
    """One whose register begins as a template."""
    folder = office.register.parent.parent / "kiriman"
    folder.mkdir(exist_ok=True)
    place = folder / f"{name}.db"
    shutil.copyfile(template, place)
    return Colleague(office, place, officer)
