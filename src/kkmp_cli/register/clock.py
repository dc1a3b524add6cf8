"""What the clock of the computer did to the history: a run is never recorded before the one before
it, and what was recorded with a clock that was wrong is named.

Never enters: what a run says, but for the days of which it speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kkmp_cli import settings
from kkmp_cli.checks.rule import Finding
from kkmp_cli.errors import Advice, Command
from kkmp_cli.parsing import dates
from kkmp_cli.register import log
from kkmp_cli.register.queries import Queries


def next_instant(register: Queries) -> str:
    """When the next run is recorded: now, or when the last one was, whichever is later. Raises
    Damaged where that is no instant.
    """
    now = log.stamp(settings.now())
    for run, when in register.rows("SELECT id, waktu FROM runs ORDER BY id DESC LIMIT 1"):
        log.time_and_files(run, when, "[]")
        return max(now, str(when))
    return now


def is_ahead(register: Queries) -> bool:
    """True where the newest run was recorded later than now."""
    return next_instant(register) > log.stamp(settings.now())


def ahead(register: Queries) -> list[int]:
    """The runs in force that speak of a day after today, newest first."""
    void, day = log.void_runs(register), settings.today().isoformat()
    runs = register.rows("SELECT DISTINCT run FROM events WHERE per > ? ORDER BY run DESC", (day,))
    return [run for (run,) in runs if run not in void]


def undoing(runs: Sequence[int]) -> Advice:
    """The commands that take back what speaks of days to come."""
    order = ", ".join("`{}`" for _ in runs)
    return Advice(
        f"Betulkan jam komputer, lalu batalkan yang bertanggal sesudah hari ini: {order}.",
        *(Command("undo", run) for run in runs),
    )


def findings(register: Queries) -> Iterator[Finding]:
    """The first run that was recorded later than now, and the runs before which the clock went
    back, as far as they tell it.
    """
    now, latest = log.stamp(settings.now()), ""
    back: list[int] = []
    for run, when in register.connection.execute("SELECT id, waktu FROM runs ORDER BY id"):
        if when > now >= latest:
            yield Finding("", f"run {run}", f"dicatat {_day(when)}, sesudah hari ini")
        if when <= latest:
            back.append(run)
        elif back:
            yield _went_back(back)
            back = []
        latest = max(latest, when)
    if back:
        yield _went_back(back)


def _went_back(runs: Sequence[int]) -> Finding:
    name = f"run {runs[0]}" + (f" sampai {runs[-1]}" if len(runs) > 1 else "")
    return Finding("", name, f"jam komputer menunjukkan waktu sebelum run {runs[0] - 1}")


def _day(when: str) -> str:
    return dates.show(datetime.fromisoformat(when).astimezone(settings.JAKARTA).date())
