"""When a run is recorded: never before the one before it, whatever the clock of the computer shows;
and what a clock that ran ahead left to undo.

Never enters: what a run says, but for the days of which it speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command
from kkmp_cli.parsing import dates
from kkmp_cli.register import log
from kkmp_cli.register.queries import Queries

NEWEST = "SELECT id, waktu FROM runs ORDER BY id DESC LIMIT 1"
"""The newest run and when it was recorded."""


def next_instant(register: Queries) -> str:
    """When the next run is recorded: now, or when the last one was, whichever is later. Raises
    Damaged where that is no instant.
    """
    now = log.stamp(settings.now())
    for run, when in register.rows(NEWEST):
        log.time_and_files(run, when, "[]")
        return max(now, str(when))
    return now


def is_ahead(register: Queries) -> bool:
    """True where the newest run was recorded later than now."""
    return next_instant(register) > log.stamp(settings.now())


def ahead(register: Queries) -> list[int]:
    """The runs in force that speak of a day after today, newest first."""
    void, day = log.void_runs(register), settings.today().isoformat()
    runs = {
        run for (run,) in register.rows("SELECT DISTINCT run FROM events WHERE per > ?", (day,))
    }
    recorded = log.entries(register, "e.run >= ?", (_first_ahead(register),))
    runs.update(entry.run for entry in recorded if entry.per > day)
    return sorted(runs - void, reverse=True)


def _first_ahead(register: Queries) -> int:
    """The first run that was recorded later than now; the next to come, where there is none."""
    sql = "SELECT min(id) FROM runs WHERE waktu > ?"
    ((first,),) = register.rows(sql, (log.stamp(settings.now()),))
    return int(first or log.last_run(register, None) + 1)


def left_out(register: Queries) -> str:
    """What a wrong clock keeps out of every past that is asked for; nothing where it does not."""
    if not is_ahead(register):
        return ""
    first, newest = _first_ahead(register), log.last_run(register, None)
    runs = f"Pekerjaan {first} sampai {newest}" if newest > first else f"Pekerjaan {first}"
    day = datetime.fromisoformat(next_instant(register)).astimezone(settings.JAKARTA).date()
    words = "sebelum hari itu tidak termuat dalam --seperti-tercatat"
    return f"{runs} tercatat {dates.show(day)}: {words}."


def undoing(runs: Sequence[int]) -> Advice:
    """The commands that take back what speaks of days to come."""
    order = ", ".join("`{}`" for _ in runs)
    return Advice(
        f"Betulkan jam komputer, lalu batalkan yang bertanggal sesudah hari ini: {order}.",
        *(Command("undo", run) for run in runs),
    )
