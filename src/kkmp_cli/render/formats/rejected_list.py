"""The rows of an attendance list that were rejected, whole, with the reason behind them: to be
corrected and taken in again.

Never enters: a rule, how a row is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.errors import Problem
from kkmp_cli.importing.attendance import Attended
from kkmp_cli.importing.attendance.attendance_headings import meaning
from kkmp_cli.importing.attendance.attendance_list import filled
from kkmp_cli.importing.headings.columns import REASON
from kkmp_cli.render.formats.rejects_file import RejectsPage, rejected_rows
from kkmp_cli.sheets import Sheet, guard

_LEFT_OUT = "ditinggalkan karena diminta"


def page(sheet: Sheet, attended: Attended) -> RejectsPage:
    """The rejected rows of a list."""
    understood = attended.seen.columns
    headings = [*_headings(attended)]
    rows = rejected_rows(
        filled(sheet, understood), understood.table.row, len(headings), _problems(attended)
    )
    return RejectsPage("Ditolak", [[*map(guard, headings), REASON]], [*rows])


def _headings(attended: Attended) -> Iterator[str]:
    """The headings, each as it says by itself what its column means."""
    understood = attended.seen.columns
    meant = {column.position: column.name for column in understood.columns}
    words = {one.position: one.text for one in understood.table.headings}
    for at in range(max(words, default=-1) + 1):
        heading, name = words.get(at, ""), meant.get(at)
        yield name if name and meaning(heading) != name else heading


def _problems(attended: Attended) -> Iterator[Problem]:
    yield from attended.problems
    wrong = {problem.row for problem in attended.problems}
    for row, area in attended.held_back.items():
        if row not in wrong:
            yield Problem(row, "", "", "", f"ikut ditahan: baris lain {area.kelurahan} salah", "")
    for row in attended.left_out:
        yield Problem(row, "", "", "", _LEFT_OUT, "")
