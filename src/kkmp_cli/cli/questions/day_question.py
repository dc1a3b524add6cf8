"""Asks at a terminal of which day files speak, where only a hint is there: a day in a title or in a
name, or the day on which a file that names none was saved.

Never enters: how a file is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli import settings
from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.errors import Advice, CellError
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import match_key, printable

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing import Understanding

_TODAY = match_key("hari ini")
_FRESH = timedelta(days=1)
"""What was saved no longer ago speaks of today."""


class _Hint(NamedTuple):
    """The days that may be meant, and what tells them."""

    days: Sequence[date]
    words: str


def with_day(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, of the day that an officer names; None where there is nothing to ask: a
    file names its own day, or they hint at more than one.
    """
    files = seen.result.reading.files
    hint = _named(files) or (None if _dated(seen, asked) else _saved(files))
    if hint is None:
        return None
    name = printable(PurePath(files[0].file).name)
    command.say(broken(f"{name}: {hint.words}. Keadaan per tanggal berapa?"))
    return asked.of(_answered(command, hint.days))


def _named(files: Sequence[Understanding]) -> _Hint | None:
    """The days that titles or names of files hold, where all hold the same."""
    from kkmp_cli.render.screens.understanding import days_of

    hinted = {file.mentioned for file in files}
    days = next(iter(hinted)) if len(hinted) == 1 else ()
    return _Hint(days, days_of(files[0])) if days else None


def _dated(seen: Preview, asked: Asked) -> bool:
    """True where the day is known: it was named, or the rows, or a form of ours, tell it."""
    from kkmp_cli.importing.sheet_layout import BY_DEFAULT

    files = seen.result.reading.files
    told = any(file.per_from != BY_DEFAULT or file.answers.days for file in files)
    return bool(asked.request.per or seen.result.forms or told)


def _saved(files: Sequence[Understanding]) -> _Hint | None:
    """The day on which a file that names none was saved, unless that was just now."""
    from kkmp_cli.sheets.saved_day import saved_day

    days = {saved_day(Path(file.file)) for file in files}
    day = days.pop() if len(days) == 1 else None
    if day is None or day.year < FIRST_BOOK_YEAR or settings.today() - day <= _FRESH:
        return None
    return _Hint([day], f"tidak menyebut tanggal; terakhir disimpan {dates.show(day)}")


def _answered(command: Terminal, days: Sequence[date]) -> date:
    """Asks until a day is named; Enter takes the one that is hinted at."""
    only = f"Enter untuk {dates.show(days[0])}, atau " if len(days) == 1 else ""
    while True:
        answer = ask(broken(f"  [{only}tanggal lain, atau `hari ini`]: "))
        if not answer and only:
            return days[0]
        if match_key(answer) == _TODAY:
            return settings.today()
        try:
            dates.read_since_first(answer, settings.today())
            return dates.read_per(answer, settings.today())
        except CellError as error:
            command.say(Advice("  {}. {}", error.message, error.remedy))
