"""Asks at a terminal of which day files speak, where only a hint is there: a day in a title or in a
name.

Never enters: how a file is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.errors import Advice, CellError
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import match_key, printable

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing import Understanding

_TODAY = match_key("hari ini")


def with_day(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, of the day that an officer names; None where there is nothing to ask."""
    day = _asked_day(command, seen.result.reading.files)
    return asked.of(day) if day else None


def _asked_day(command: Terminal, files: Sequence[Understanding]) -> date | None:
    """The day that an officer names; None where there is nothing to ask: a file names its own day,
    or they hint at more than one.
    """
    from kkmp_cli.render.screens.understanding import days_of

    hinted = {file.mentioned for file in files}
    days = next(iter(hinted)) if len(hinted) == 1 else ()
    if not days:
        return None
    first = files[0]
    command.say(f"{printable(first.file)}: {days_of(first)}. Keadaan per tanggal berapa?")
    return _answered(command, days)


def _answered(command: Terminal, days: Sequence[date]) -> date:
    """Asks until a day is named; Enter takes the one that is hinted at."""
    only = f"Enter untuk {dates.show(days[0])}, atau " if len(days) == 1 else ""
    while True:
        answer = ask(f"  [{only}tanggal lain, atau `hari ini`]: ")
        if not answer and only:
            return days[0]
        if match_key(answer) == _TODAY:
            return settings.today()
        try:
            dates.read_since_first(answer, settings.today())
            return dates.read_per(answer, settings.today())
        except CellError as error:
            command.say(Advice("  {}. {}", error.message, error.remedy))
