"""What the rows above a heading say: the day of which the sheet speaks (`Keadaan per 31 Oktober 2025`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kkmp_cli import dates
from kkmp_cli.errors import CellError, Problem
from kkmp_cli.sheets.sheet import Row, cell_name

_PER = re.compile(
    r"(?:\b(?:per|posisi|keadaan|kondisi|s\.?\s?[/.]?\s?d\.?|sampai(?:\s+dengan)?|hingga)\b[\s:.]*)+"
    r"(?:(?:pada|tanggal|tgl)\b\.?[\s:]*)*",
    re.IGNORECASE,
)
_LONGEST = 5


def stated_per(titles: Iterable[Row], today: date, file: str) -> tuple[date | None, list[Problem]]:
    """The day named in the title rows, None where none is. Problems: a day to come, two different days."""
    found: dict[date, str] = {}
    problems = []
    for row, cells in titles:
        for position, cell in enumerate(cells):
            following = next((text for text in cells[position + 1:] if text.strip()), "")
            text = _day_text(cell, following)
            if text is None:
                continue
            try:
                found.setdefault(dates.read_per(text, today), text)
            except CellError as error:
                problems.append(Problem(row, "", cell_name(position, row), cell.strip()[:200], error.message,
                                        "Perbaiki judul itu, atau sebut tanggalnya dengan --per.", file))  # fmt: skip
            if len(found) > 1:
                problems.append(Problem(row, "", cell_name(position, row), cell.strip()[:200],
                                        "judul berkas menyebut dua tanggal keadaan yang berbeda",
                                        "Sebut yang benar dengan --per.", file))  # fmt: skip
                return None, problems
    return next(iter(found), None), problems


def _day_text(cell: str, following: str) -> str | None:
    """The words of a title cell that are its day: the longest run of words after `per` that is a date."""
    for match in _PER.finditer(cell[:500]):
        words = (cell[match.end():].strip() or following.strip()).split()[:_LONGEST]
        for count in range(len(words), 0, -1):
            text = " ".join(words[:count]).strip(" .,;:()")
            if dates.is_date(text):
                return text
    return None
