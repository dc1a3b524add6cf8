"""The runs that were recorded while the clock of the computer was wrong, as `check` names them.

Never enters: what a run says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kkmp_cli import settings
from kkmp_cli.checks.rule import Finding
from kkmp_cli.parsing import dates
from kkmp_cli.register import log
from kkmp_cli.register.queries import Queries


def findings(register: Queries) -> Iterator[Finding]:
    """The first run that was recorded later than now, and the runs before which the clock went
    back, as far as they tell it.
    """
    now, latest = log.stamp(settings.now()), ""
    back: list[int] = []
    for run, when in register.connection.execute("SELECT id, waktu FROM runs ORDER BY id"):
        if when > now >= latest:
            yield Finding("", f"pekerjaan {run}", f"dicatat {_day(when)}, sesudah hari ini")
        if when <= latest:
            back.append(run)
        elif back:
            yield _went_back(back)
            back = []
        latest = max(latest, when)
    if back:
        yield _went_back(back)


def _went_back(runs: Sequence[int]) -> Finding:
    name = f"pekerjaan {runs[0]}" + (f" sampai {runs[-1]}" if len(runs) > 1 else "")
    return Finding("", name, f"jam komputer menunjukkan waktu sebelum pekerjaan {runs[0] - 1}")


def _day(when: str) -> str:
    return dates.show(datetime.fromisoformat(when).astimezone(settings.JAKARTA).date())
