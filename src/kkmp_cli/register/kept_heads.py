"""The heads of the copies and backups of a register that lie at hand: what they hold and it does
not was cut off, or a restore has replaced it.

Never enters: a backup that is elsewhere (`check --kepala`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from kkmp_cli.checks.rule import INTEGRITY, WARNING, Finding, Result, Rule
from kkmp_cli.errors import Advice, Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register import copies, heads
from kkmp_cli.register.location import RESTORE, connect_alone, look_alone
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.sqlite import SqliteFile

RULE = "riwayat_salinan"
_LOOKED_AT = 10
"""So many of the newest copies and of the newest backups are asked for their heads."""


def examine(register: Queries, path: Path) -> Result:
    """The rule that the history holds the heads of its copies and backups that lie at hand, that is
    beside the file of the register or where backups were noted.
    """
    sentence = "Salinan atau cadangan memuat pekerjaan yang tidak ada di register ini"
    words = (
        "Wajar bila register ini pernah dipulihkan dari cadangan yang lebih lama. Jika tidak, "
        "riwayat di sini dipotong: {}"
    )
    findings = tuple(
        Finding("", file.name, f"memuat riwayat sampai pekerjaan {held.run}")
        for file, held in _kept(register, path)
    )
    remedy = Advice(words, RESTORE)
    return Result(Rule(RULE, INTEGRITY, WARNING, sentence, remedy, lambda _: ()), findings)


def _kept(register: Queries, path: Path) -> Iterator[tuple[Path, Head]]:
    """The copies and backups of this register whose heads stand neither here nor in what a restore
    has replaced.
    """
    automatic = copies.automatic(path)
    replaced = [file for file in automatic if file.stem.endswith(copies.REPLACED)]
    noted = [Path(name) for name in copies.noted(path)][-_LOOKED_AT:]
    for file in [*automatic[:_LOOKED_AT], *noted]:
        held = _own(register, file)
        if not held or heads.contains(register, held) or any(_holds(one, held) for one in replaced):
            continue
        yield file, held


def _own(register: Queries, file: Path) -> Head | None:
    """The head of a file that is a copy of this register; None for any other, and a damaged one."""
    sql = "SELECT id FROM register"
    try:
        look_alone(file)
        with closing(connect_alone(file)) as connection:
            other = Queries(connection, SqliteFile(file))
            return heads.head(other) if other.rows(sql) == register.rows(sql) else None
    except (Unusable, sqlite3.Error):
        return None


def _holds(file: Path, wanted: Head) -> bool:
    """True for a file whose history contains a head."""
    try:
        with closing(connect_alone(file)) as connection:
            return bool(heads.contains(Queries(connection, SqliteFile(file)), wanted))
    except (Unusable, sqlite3.Error):
        return False
