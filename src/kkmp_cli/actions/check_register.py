"""All rules on a register: first that it is whole, then, where it is, the quality of its data."""

from __future__ import annotations

from collections.abc import Sequence

from kkmp_cli import checks, settings
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.session import Session
from kkmp_cli.checks.rule import Examined, Result
from kkmp_cli.register import conflicted_copies, integrity
from kkmp_cli.register.location import Altered, path_of
from kkmp_cli.register.reader import Reader


def examine(session: Session, kota: str | None) -> Sequence[Result]:
    """The result of every rule; the quality of data in one kota, or in all. Of a register with
    another schema that alone. Raises Refused.
    """
    try:
        return _examine(session, kota)
    except Altered:
        return [integrity.examine_schema(path_of(session.location))]


def _examine(session: Session, kota: str | None) -> Sequence[Result]:
    with session.reading() as register:
        results = integrity.examine(register)
        if not integrity.whole(results):
            return results
        examined = _examined(register, scope(register, kota).prefixes)
        return [*results, conflicted_copies.examine(register), *checks.examine(examined)]


def _examined(register: Reader, prefixes: Sequence[str] | None) -> Examined:
    snapshot = register.snapshot(prefixes)
    aliases = tuple(
        (kode, alias)
        for kode, alias in register.aliases()
        if prefixes is None or kode.startswith(tuple(prefixes))
    )
    day = settings.today().isoformat()
    return Examined(snapshot.areas, snapshot.cooperatives, aliases, snapshot.followups, day)
