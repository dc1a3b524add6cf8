"""Copies that a service which synchronises a folder has put beside the register, because two
computers wrote into it: which they are, and what each of them holds.

A copy is a register of the same id under a name made of this one's. Changes nothing; never enters:
a backup that this program made.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kkmp_cli.checks.rule import INTEGRITY, WARNING, Finding, Result, Rule
from kkmp_cli.errors import Advice, Command, Unusable
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import copies
from kkmp_cli.register.engine import Connection
from kkmp_cli.register.location import connect_alone, look
from kkmp_cli.register.reader import Reader
from kkmp_cli.settings import JAKARTA

_BY_A_SERVICE = re.compile(
    r"conflict|konflik|bentrok|\(\d+\)$|\s\d+$|^(?:copy of|salinan)\b", re.IGNORECASE
)
"""Dropbox, Nextcloud, Syncthing; Google Drive; iCloud; a copy made in the browser."""
_BY_A_COMPUTER = re.compile(r"-(?=.*[A-Z])[A-Z0-9][A-Z0-9-]*$")
"""What OneDrive appends: the name of the other computer."""
_OURS = re.compile(r"-cadangan-\d{4}-\d{2}-\d{2}(?:-\d+)?$|-rusak$")

Runs = Mapping[str, str]
"""The digest of each run → when it was recorded."""


class ConflictedCopy(NamedTuple):
    """A register beside the register, with the runs of both."""

    path: Path
    there: Runs
    here: Runs

    @property
    def only_there(self) -> int:
        """How many runs only the copy has."""
        return len(self.there.keys() - self.here.keys())

    @property
    def only_here(self) -> int:
        """How many runs only the register has."""
        return len(self.here.keys() - self.there.keys())


def examine(register: Reader, path: Path) -> Result:
    """The rule that there is none; its remedy is that of the copy of which most could be lost."""
    found = beside(register, path)
    remedy = _remedy(found[0]) if found else ""
    sentence = "Salinan bentrok di samping register (folder yang disinkronkan)"
    rule = Rule("salinan_bentrok", INTEGRITY, WARNING, sentence, remedy, lambda _: ())
    return Result(rule, tuple(_finding(one, path) for one in found))


def _finding(one: ConflictedCopy, path: Path) -> Finding:
    names = f"{one.path.name} ({_last_day(one.there)}) dan {path.name} ({_last_day(one.here)})"
    return Finding("", names, _difference(one))


def _difference(one: ConflictedCopy) -> str:
    if not one.only_there:
        return "semua isi salinan itu ada di register ini"
    there = f"{show(one.only_there)} pekerjaan hanya ada di salinan itu"
    return f"{there}, {show(one.only_here)} pekerjaan hanya di register ini"


def _remedy(one: ConflictedCopy) -> str:
    """What to do so that nothing is lost."""
    if not one.only_there:
        return "Pindahkan salinan itu ke folder lain; tidak ada yang hilang."
    if not one.only_here:
        words = "Salinan itu melanjutkan register ini. Pakai isinya: {}"
        return Advice(words, Command("restore", one.path))
    history = Command("history").on(str(one.path))
    return f"Catat ulang di register ini yang hanya ada di sana, lalu pindahkan. Lihat: {history}"


def _last_day(runs: Runs) -> str:
    if not runs:
        return "belum ada pekerjaan"
    moment = datetime.fromisoformat(max(runs.values()).replace("Z", "+00:00"))
    return f"pekerjaan terakhir {dates.show(moment.astimezone(JAKARTA).date())}"


def beside(register: Reader, path: Path) -> list[ConflictedCopy]:
    """The copies beside a register, that with most of its own first."""
    key, here = _held(register.connection)
    files = []
    for file in _alike(path):
        try:
            look(file)
            with closing(connect_alone(file)) as connection:
                other, there = _held(connection)
        except (Unusable, sqlite3.Error):
            continue
        if other == key:
            files.append(ConflictedCopy(file, there, here))
    return sorted(files, key=lambda one: (-one.only_there, one.path.name))


def _held(connection: Connection) -> tuple[str, dict[str, str]]:
    """The id of a register and its runs."""
    (key,) = connection.execute("SELECT max(id) FROM register").fetchone()
    return str(key), dict(connection.execute("SELECT intisari, waktu FROM runs").fetchall())


def _alike(path: Path) -> Iterator[Path]:
    """The files beside a register whose names a service made of its name."""
    backups = {Path(noted) for noted in copies.noted(path)}
    try:
        files = sorted(path.parent.iterdir())
    except OSError:
        return
    for file in files:
        if file.name == path.name or file.name.startswith(".") or file in backups:
            continue
        if file.is_file() and _is_made_of(file.stem, path.stem):
            yield file


def _is_made_of(name: str, stem: str) -> bool:
    if stem.casefold() not in name.casefold() or _OURS.search(name):
        return False
    return bool(_BY_A_SERVICE.search(name) or _BY_A_COMPUTER.search(name))
