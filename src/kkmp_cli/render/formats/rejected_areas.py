"""The rows of an area list that were rejected, with the reason behind them, below the rows of their
kota and kecamatan: to be corrected and taken in again.

Never enters: a rule, how a row is read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kkmp_cli.areas.official_lists import REASON, AreaListing, parents
from kkmp_cli.errors import Problem
from kkmp_cli.render.formats.rejects_file import RejectsPage, rejected_rows
from kkmp_cli.sheets import Sheet, guard


def page(sheet: Sheet, listing: AreaListing, left_out: Collection[int]) -> RejectsPage:
    """The rejected rows of a list."""
    table = listing.table
    names = {at: name for name, at in table.columns.items()}
    headings = [names.get(at, heading) for at, heading in enumerate(table.heading)]
    problems = [*_problems(sheet, listing, left_out)]
    rows = rejected_rows(sheet, table.heading_row, len(headings), problems)
    return RejectsPage("Ditolak", [[*map(guard, headings), REASON]], [*rows])


def _problems(sheet: Sheet, listing: AreaListing, left_out: Collection[int]) -> Iterator[Problem]:
    wrong = {problem.row for problem in listing.problems} | {*left_out}
    yield from listing.problems
    for row in left_out:
        yield Problem(row, "", "", "", "ditinggalkan karena diminta", "")
    for row in parents(sheet.rows, listing.table, wrong):
        yield Problem(row, "", "", "", "baris induk, ikut supaya daftarnya utuh", "")
