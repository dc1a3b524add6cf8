"""What the rows above a heading, or the name of the file, say: the day of which the sheet speaks
(`Keadaan per 31 Oktober 2025`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from kkmp_cli.errors import CellError, Problem
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.sheets.sheet import Row, cell_name

_PER = (
    r"(?i)(?:\b(?:per|posisi|keadaan|kondisi|s\.?\s?[/.]?\s?d\.?|sampai(?:\s+dengan)?|hingga)\b[\s:.]*)+"
    r"(?:(?:pada|tanggal|tgl|akhir|bulan)\b\.?[\s:]*)*"
)
_MONTHLY = r"(?i)(?:\b(?:bulan|periode)\b[\s:.]*)+"
"""A report of a month speaks of its last day, where no title names a day."""
_BETWEEN_DIGITS = r"(?a)(?<=\d)_(?=\d)"
_COMPACT = r"(?a)(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)"
_REVERSED = r"(?a)(?<!\d)([0-2]\d|3[01])(0[1-9]|1[0-2])(20\d\d)(?!\d)"
_DAY = r"(?<!\w)(\d{1,2})[ .\-]?([^\W\d_]{3,})(?!\w|[ .\-]*\d{4})"
"""What days look like in the names of files: `20261125`, `25112026`, `25 Nop`."""
_LONGEST = 5
_MEND = "Perbaiki judul itu, atau sebut tanggalnya dengan --per."
_TWO_DAYS = CellError(
    "judul berkas menyebut dua tanggal keadaan yang berbeda", "Sebut yang benar dengan --per."
)


def stated_per(titles: Iterable[Row], today: date, file: str) -> tuple[date | None, list[Problem]]:
    """The day named in the title rows, else the end of the month that they report on, None where
    neither is named.

    Problems: a day to come, two different days.
    """
    titles = list(titles)
    day, problems = _stated(titles, today, file, _PER)
    if day is None and not problems:
        day, _ = _stated(titles, today, file, _MONTHLY)
    return day, problems


def mentioned(titles: Iterable[Row], today: date) -> tuple[date, ...]:
    """Every day or month in the titles that is not to come, also a meeting's or a signature's."""
    days: dict[date, None] = {}
    for _, cells in titles:
        for cell in cells:
            words, at = cell[:500].split(), 0
            while at < len(words):
                day, count = _date_at(words, at, today)
                if day:
                    days[day] = None
                at += count
    return tuple(days)


def in_name(file: str, today: date) -> tuple[date, ...]:
    """Every day or month in the name of a file that is not to come (`… (09 Maret 2026).xlsx`); of a
    day without a year (`Tambora 25 Nop.xlsx`) the newest.
    """
    words = re.sub(_COMPACT, r"\1-\2-\3", re.sub(_BETWEEN_DIGITS, "-", Path(file).stem))
    words = re.sub(_REVERSED, r"\1-\2-\3", words).replace("_", " ")
    days = mentioned([(1, [words])], today)
    return days or tuple(
        filter(None, (_newest(match, today) for match in re.finditer(_DAY, words)))
    )


def _newest(match: re.Match[str], today: date) -> date | None:
    """The newest day of that day and month."""
    for year in (today.year, today.year - 1):
        with suppress(CellError):
            return dates.read_past(f"{match[1]} {match[2]} {year}", today).first_day
    return None


def _date_at(words: Sequence[str], at: int, today: date) -> tuple[date | None, int]:
    """The date that begins with a word, if any, and how many words it takes."""
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        text = " ".join(words[at : at + count]).strip(" .,;:()")
        if not text.isdigit() and dates.is_date(text):
            with suppress(CellError):
                dates.read_since_first(text, today)
                return dates.read_per(text, today), count
            return None, count
    return None, 1


def _stated(
    titles: Iterable[Row], today: date, file: str, after: str
) -> tuple[date | None, list[Problem]]:
    days: set[date] = set()
    problems = []
    for row, place, cell, text in _day_texts(titles, after):
        if error := _add_day(days, text, today):
            shown = short(cell, 200)
            problems.append(Problem(row, "", place, shown, error.message, error.remedy, file=file))
        if len(days) > 1:
            return None, problems
    return next(iter(days), None), problems


def _add_day(days: set[date], text: str, today: date) -> CellError | None:
    """Adds a day that a title names; returns what is wrong with it."""
    try:
        dates.read_since_first(text, today)
        days.add(dates.read_per(text, today))
    except CellError as error:
        return CellError(error.message, _MEND)
    return _TWO_DAYS if len(days) > 1 else None


def _day_texts(titles: Iterable[Row], after: str) -> Iterator[tuple[int, str, str, str]]:
    """Row, name and text of each title cell that names a day, and the words of it that do."""
    for row, cells in titles:
        for position, cell in enumerate(cells):
            following = next((text for text in cells[position + 1 :] if text.strip()), "")
            if text := _day_text(cell, following, after):
                yield row, cell_name(position, row), cell, text


def _day_text(cell: str, following: str, after: str) -> str | None:
    """The words of a title that are its day: the longest run after `per` that is a date."""
    for match in re.finditer(after, cell[:500]):
        words = (cell[match.end() :].strip() or following.strip()).split()[:_LONGEST]
        for count in range(len(words), 0, -1):
            text = " ".join(words[:count]).strip(" .,;:()")
            if dates.is_date(text) and not (after == _MONTHLY and text.isdigit()):
                return text
    return None
