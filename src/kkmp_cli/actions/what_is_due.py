"""What is due in a place on a day, out of the register."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import heads
from kkmp_cli.register.reader import Reader
from kkmp_cli.reports.due import DueList, due_list


class Due(NamedTuple):
    """The list with what it takes to name and to number it: the place, the words of the register,
    its id, and the newest run.
    """

    listed: DueList
    place: str
    vocabulary: Vocabulary
    register: str
    run: int


def what_is_due(session: Session, kota: list[str] | None, kecamatan: str | None, day: date) -> Due:
    """Of these kota, or of every one that has a cooperative. Raises Refused for no such place."""
    with session.reading() as register:
        where = scope(register, kota, kecamatan)
        listed = due_list(
            _snapshot(register, where, day), day, settings.stale_days(register.settings)
        )
        head, rows = heads.head(register), register.rows("SELECT id FROM register")
        place = _named(register, where)
        return Due(listed, place, register.vocabulary, str(rows[0][0]), head.run if head else 0)


def _snapshot(register: Reader, where: Scope, day: date) -> Snapshot:
    prefixes = where.prefixes or [code for code, _ in register.registered_kota()]
    snapshot = register.snapshot(prefixes, day=day.isoformat())
    return snapshot.of_kecamatan(where.kecamatan) if where.kecamatan else snapshot


def _named(register: Reader, where: Scope) -> str:
    """The place in words."""
    if not where.kecamatan:
        return where.names
    area = register.areas(where.kecamatan)[0]
    return f"Kecamatan {area.kecamatan}, {area.kota}"
