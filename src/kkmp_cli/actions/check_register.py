"""All rules on a register: first that it is whole, then, where it is, the quality of its data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kkmp_cli import checks, settings
from kkmp_cli.actions import printed_head
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.session import Session
from kkmp_cli.checks.rule import Examined, Result
from kkmp_cli.errors import Refused
from kkmp_cli.model.own_field import NUMERIC
from kkmp_cli.model.run import Head
from kkmp_cli.register import conflicted_copies, heads, integrity, kept_heads, permissions
from kkmp_cli.register.location import Altered, Damaged, path_of
from kkmp_cli.register.reader import Reader


def examine(session: Session, kota: str | None, head: str | None = None) -> Sequence[Result]:
    """The result of every rule; the quality of data in one kota, or in all. Of a register with
    another schema that alone. `head` is that of a history, or a file that has one. Raises Refused.
    """
    try:
        return _examine(session, kota, head)
    except Altered:
        return [integrity.examine_schema(path_of(session.location))]


def contained(results: Sequence[Result]) -> str:
    """That the history asked for is there; nothing where it is not, or none was asked for."""
    first = results[0]
    return first.rule.sentence if first.rule.code == heads.RULE and not first.findings else ""


def _examine(session: Session, kota: str | None, head: str | None) -> Sequence[Result]:
    wanted = _head(head) if head is not None else None
    with session.reading() as register:
        results = [heads.examine(register, wanted)] if wanted else []
        results += integrity.examine(register)
        if not integrity.whole(results):
            return results
        try:
            examined = _examined(register, scope(register, kota).prefixes)
        except Damaged:  # told already by the rules of wholeness
            return results
        return [*results, *_beside(register), *checks.examine(examined)]


def _beside(register: Reader) -> Iterator[Result]:
    """The rules on what lies beside the file of a register."""
    if path := register.engine.path:
        yield conflicted_copies.examine(register, path)
        yield kept_heads.examine(register, path)
        yield permissions.examine(path)


def _head(text: str) -> Head:
    """The head that is typed, or that of the packet or backup of this name. Raises Refused."""
    file = Path(text).expanduser().absolute()
    if not text or not file.exists():
        return heads.read(text)
    return printed_head.read(file) or _of_backup(file)


def _of_backup(file: Path) -> Head:
    if head := heads.head_of(file):
        return head
    raise Refused(f"{file} belum mempunyai riwayat.", "Sebutkan cadangan yang berisi riwayat.")


def _asks_of_the_past(register: Reader) -> bool:
    """True where a rule holds a number against those before it."""
    return any(own.kind in NUMERIC for own in register.vocabulary.own)


def _examined(register: Reader, prefixes: Sequence[str] | None) -> Examined:
    day = settings.today().isoformat()
    snapshot = register.snapshot(prefixes, since="" if _asks_of_the_past(register) else day)
    aliases = tuple(
        (kode, alias)
        for kode, alias in register.aliases()
        if prefixes is None or kode.startswith(tuple(prefixes))
    )
    return Examined(
        snapshot.areas,
        snapshot.cooperatives,
        aliases,
        snapshot.followups,
        day,
        vocabulary=snapshot.vocabulary,
        stale_days=settings.stale_days(register.settings),
    )
