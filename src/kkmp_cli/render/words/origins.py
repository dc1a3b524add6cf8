"""Who said, in another register, what was taken of it: his name, the run and the day there.

Never enters: what was said.
"""

from __future__ import annotations

from datetime import date, datetime

from kkmp_cli import settings
from kkmp_cli.model.statement import ForeignRun
from kkmp_cli.parsing import dates


def day_of(origin: ForeignRun) -> date:
    """The day in Jakarta on which it was said."""
    return datetime.fromisoformat(origin.at).astimezone(settings.JAKARTA).date()


def said_by(origin: ForeignRun) -> str:
    """`Siti Aminah, 2 Juli 2026, pekerjaan 12 di jakut.db`."""
    return (
        f"{origin.officer}, {dates.show(day_of(origin))}, pekerjaan {origin.run} di {origin.file}"
    )
