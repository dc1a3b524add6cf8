"""What was done: the runs asked for, newest first, and what their older statements moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.retroactive import Retroactive, retroactive
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.model.run import Run
    from kkmp_cli.model.vocabulary import Vocabulary
    from kkmp_cli.register.log import HistoryFilter
    from kkmp_cli.register.reader import Reader


class RunFilter(NamedTuple):
    """Which runs are asked for; `days` are the first and the last, `limit` how many at most."""

    kelurahan: str | None
    kota: str | None
    officer: str | None
    run: int | None
    days: tuple[date | None, date | None]
    limit: int | None


class PastRuns(NamedTuple):
    """The runs, how many there are without a limit, and what their older statements moved."""

    runs: Iterable[Run]
    total: int
    retroactive: Retroactive
    vocabulary: Vocabulary


@contextmanager
def history(session: Session, asked: RunFilter, most: int | None) -> Iterator[PastRuns]:
    """The runs asked for; with `most`, of each run so many changes, and what its older ones moved.

    Without it they are read from the register one by one, while it is open. Raises Refused for a
    name that is not found.
    """
    from kkmp_cli.register import log

    with session.reading() as register:
        wanted = _wanted(register, asked, most)
        log.ask_ahead(register, wanted)
        total = log.count(register, wanted)
        runs = log.each_run(register, wanted)
        listed = tuple(runs) if most else ()
        moved = retroactive(register, listed)
        yield PastRuns(listed or runs, total, moved, register.vocabulary)


def _wanted(register: Reader, asked: RunFilter, most: int | None) -> HistoryFilter:
    from kkmp_cli.register import log

    named = [asked.kelurahan] if asked.kelurahan else ()
    subjects = areas_named(register, named, asked.kota, None) if named else ()
    return log.HistoryFilter(
        subject=subjects[0].id if subjects else None,
        officers=_officers(register, asked.officer),
        run=asked.run,
        since=asked.days[0],
        until=asked.days[1],
        limit=asked.limit,
        most=most,
    )


def _officers(register: Reader, name: str | None) -> list[str] | None:
    """The recorded names that hold what was typed. Raises Refused where there is none."""
    from kkmp_cli.register import log

    if name is None:
        return None
    recorded, key = log.officers(register), match_key(name)
    matches = [each for each in recorded if key and key in match_key(each)]
    if not matches:
        names = ", ".join(recorded[:10]) or "belum ada"
        raise Refused(f"Tidak ada petugas `{short(name)}` di riwayat.", f"Yang ada: {names}.")
    return matches
