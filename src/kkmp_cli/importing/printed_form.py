"""A form whose hidden sheet was lost on the way, as in a CSV file: known by what is printed on it.

It is read as of its day of issue, and a cell that holds what the register has held by then states
nothing, as one that comes back untouched. Never enters: a register.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from kkmp_cli.errors import Refused
from kkmp_cli.importing.form import (
    ASKED_PER,
    CHECKED,
    FormRow,
    Issue,
    Returned,
    given_back,
)
from kkmp_cli.importing.headings.columns import REASON
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.sheet import Row, Sheet

Held = Mapping[str, Mapping[str, Collection[str]]]
"""By kode and field, every value that has been held."""

_DEPTH = 20
_ISSUED = r"(?i)dikeluarkan\s+(\d.*)"
_CHECKED = match_key(CHECKED)
_KODE = match_key(built_in().label_of("kode"))


class Printed(NamedTuple):
    """A form without its hidden sheet, and its day of issue."""

    sheet: Sheet
    day: date


def printed(sheet: Sheet, per: date | None, today: date) -> Printed | None:
    """The form that a sheet is by its headings; None for any other, the rejected rows of one among
    them. `per`: the day that an officer names. Raises Refused where nothing tells its day.
    """
    top = [*islice(sheet.rows, _DEPTH)]
    keys = next((keys for keys in map(_keys, top) if {_CHECKED, _KODE} <= keys), None)
    if keys is None or match_key(REASON) in keys:
        return None
    day = _issued(top, today) or per
    if day is None:
        raise Refused(
            f"{sheet.place}: formulir kkmp ini kehilangan lembar tersembunyinya dan tanggal "
            f"dikeluarkannya.",
            "Sebut tanggal formulir itu dikeluarkan dengan --per.",
        )
    return Printed(sheet, day)


def _keys(row: Row) -> set[str]:
    return {match_key(text) for text in row[1]}


def _issued(top: Sequence[Row], today: date) -> date | None:
    for text in chain.from_iterable(cells for _, cells in top):
        match = re.fullmatch(_ISSUED, text.strip())
        if match and dates.is_date(match[1]):
            return dates.read_per(match[1], today)
    return None


def as_returned(form: Printed, current: Held, today: date, vocabulary: Vocabulary) -> Returned:
    """What it states: the cells that hold anything else than what has been held."""
    years = range(FIRST_BOOK_YEAR, today.year + 1)
    names = vocabulary.register_fields(years, with_personal=True)
    issue = Issue(form.day.isoformat(), names, {}, current)
    rows = [_dated((number, list(cells)), issue.day) for number, cells in form.sheet.rows]
    return given_back(form.sheet, rows, issue, today, vocabulary)


def _dated(row: FormRow, day: str) -> FormRow:
    """The row with the day of issue in the cell for that of the rows."""
    number, cells = row
    if cells and match_key(cells[0]) == match_key(ASKED_PER):
        return number, [cells[0], day]
    if cells and re.fullmatch(_ISSUED, cells[0].strip()):
        return number, [ASKED_PER, day]
    return row
