"""Days and book years as options, and what the words typed there mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.errors import CellError, Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, ended

TruePer = Annotated[
    str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan itu benar.")
]
Per = Annotated[
    str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")
]
BookYear = Annotated[
    str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")
]
BookYearOfRat = Annotated[
    str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku --rat.")
]


def read_day(text: str | None) -> date:
    """`--per`: a day at most today; today where nothing was typed. Raises Refused."""
    return read_past_day(text, "--per") or settings.today()


def read_past_day(text: str | None, option: str) -> date | None:
    """A day at most today, None where nothing was typed. Raises Refused."""
    if text is None:
        return None
    try:
        return dates.read_per(clean(text), settings.today())
    except CellError as error:
        raise _refusal(text, option, error) from None


def read_stated_day(text: str | None, option: str = "--per") -> date | None:
    """The day stated, if any: at most today, not before the first KKMP. Raises Refused."""
    day = read_past_day(text, option)
    if text is not None:
        read_day_since_first(text, option)
    return day


def read_day_since_first(text: str, option: str) -> str:
    """A date that may lie ahead, and not before the first KKMP, ISO. Raises Refused."""
    try:
        return str(dates.read_since_first(clean(text), settings.today()))
    except CellError as error:
        raise _refusal(text, option, error) from None


def read_any_day(text: str, option: str) -> str:
    """A date that may lie ahead (a due date), ISO, as precise as typed. Raises Refused."""
    try:
        return str(dates.read(clean(text)))
    except CellError as error:
        raise _refusal(text, option, error) from None


def _refusal(text: str, option: str, error: CellError) -> Refused:
    return Refused(ended(f"{option} `{short(text)}`: {error.message}"), error.remedy)


def read_exact_day(text: str, option: str) -> str:
    """A full date that may lie ahead, ISO. Raises Refused for a month or a year alone."""
    day = read_any_day(text, option)
    if len(day) != len("2026-03-10"):
        raise Refused(f"{option} `{short(text)}`: perlu tanggal lengkap.", dates.REMEDY)
    return day


_DAYS_TO_ANSWER = 3
_SATURDAY = 5


def read_answer_day(text: str | None, today: date) -> date:
    """`--batas` of what asks for an answer: not before today; where nothing was typed three days
    from today, or the Monday after them. Raises Refused.
    """
    if text is not None:
        day = date.fromisoformat(read_exact_day(text, "--batas"))
        if day < today:
            raise Refused(
                f"--batas `{short(text)}` sudah lewat.", "Sebut hari ini atau sesudahnya."
            )
        return day
    day = today + timedelta(days=_DAYS_TO_ANSWER)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def read_book_year(text: str | None, default: int) -> int:
    """`--tahun-buku`, `default` where nothing was typed. Raises Refused."""
    return read_named_year(text) or default


def read_named_year(text: str | None) -> int | None:
    """A tahun buku from 2025 on, None where nothing was typed. Raises Refused."""
    if text is None:
        return None
    word = clean(text)
    if not (word.isascii() and word.isdigit() and 2025 <= int(word) <= 2099):
        remedy = "Tulis tahun mulai 2025, misalnya 2025."
        raise Refused(f"--tahun-buku `{short(word)}` bukan tahun buku.", remedy)
    return int(word)
