"""A form that goes out filled with today's state and comes back: what it asks, what it carried,
what was touched.

A cell that comes back as it was issued states nothing, so that a form of 1 March never undoes a
call of 5 March. What a form looks like is told in `render.formats.form_workbook`. Never enters: a
register, a file's bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.milestones import MILESTONES, Milestone, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.field import milestone_fields
from kkmp_cli.model.vocabulary import (
    AREA,
    BANK,
    NUMBER,
    OBSTACLE,
    PLAN,
    STATE,
    Vocabulary,
)
from kkmp_cli.parsing import dates, state_words
from kkmp_cli.parsing.text import match_key
from kkmp_cli.planning.confirm import confirmations
from kkmp_cli.planning.intent import CONFIRMED, SAME, Intent, Plan, RowResult, Source
from kkmp_cli.sheets.sheet import Sheet

KEYS = ("kode", "kelurahan", "kecamatan")
"""The columns by which a row is known; nobody may change them."""
ASKED_PER = "Keadaan per tanggal"
CHECKED = "Sudah dicek, tidak berubah"
_MARK, _VERSION = "kkmp isian", "1"
_DEPTH = 20
"""So many rows are looked at for the heading."""
_NO_HEADING = (
    "judul kolom formulir ini tidak lengkap lagi.",
    "Kembalikan baris judulnya dari aslinya.",
)
_PROFILE = ("gerai_jenis", "anggota", "unit_usaha", "mitra", "catatan")


FormRow = tuple[int, list[str]]
Untouched = Callable[[str, str, Collection[str]], bool]
"""True where the text of a field says what may have been issued of it."""


class Issue(NamedTuple):
    """What a form carried: the day, its fields, and by kode the canonical values that stood in it.

    `possible`: where that was lost, all values that may have stood in it.
    """

    day: str
    names: tuple[str, ...]
    values: Mapping[str, Mapping[str, str]]
    possible: Mapping[str, Mapping[str, Collection[str]]] | None = None

    @property
    def lost(self) -> bool:
        """True where only what is printed on the form is left."""
        return self.possible is not None

    def may_show(self, kode: str, name: str) -> Collection[str]:
        """The values that the cell of a field may have held as the form went out."""
        if self.possible is not None:
            return self.possible.get(kode, {}).get(name, ())
        value = self.values.get(kode, {}).get(name)
        return () if value is None else (value,)


class Returned(NamedTuple):
    """A form that came back: its sheet without untouched cells, and the rows that are unchanged."""

    sheet: Sheet
    issue: Issue
    checked: Mapping[int, str] = MappingProxyType({})
    touched: int = 0


def form_fields(book_year: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a form asks: states and papers; plan and kendala of milestones that run on; then the
    office's own fields.
    """
    asked = (_asked_of(milestone, field_code(milestone, book_year)) for milestone in MILESTONES)
    own = (_asked_of_own(vocabulary, key) for key in vocabulary.own_keys)
    return (*chain.from_iterable(asked), *_PROFILE, *chain.from_iterable(own))


def _asked_of_own(vocabulary: Vocabulary, key: str) -> list[str]:
    state = vocabulary.kind_of(key) == STATE
    return [key, f"{key}_rencana", f"{key}_kendala"] if state else [key]


def _asked_of(milestone: Milestone, code: str) -> list[str]:
    goes_on = milestone.stops or milestone.yearly
    kinds = (STATE, NUMBER, BANK, *((PLAN, OBSTACLE) if goes_on else ()))
    asked = [field for field in milestone_fields(milestone, code) if field.kind in kinds]
    asked.sort(key=lambda field: kinds.index(field.kind))
    return [field.name for field in asked]


def carried(issue: Issue) -> list[list[str]]:
    """The rows of the hidden sheet."""
    rows = [[_MARK, _VERSION, issue.day], ["kode", *issue.names]]
    return rows + [
        [kode, *(shown.get(name, "") for name in issue.names)]
        for kode, shown in issue.values.items()
    ]


def issue_of(sheet: Sheet) -> Issue | None:
    """What a sheet's hidden companion carried; None where it is no form of ours."""
    rows = [list(row) for _, row in sheet.hidden]
    if len(rows) < 2 or rows[0][:2] != [_MARK, _VERSION] or len(rows[0]) < 3:
        return None
    names = tuple(filter(None, rows[1][1:]))
    values = {row[0]: _issued(names, row[1:]) for row in rows[2:] if row and row[0]}
    return Issue(rows[0][2], names, values)


def _issued(names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    return {name: text for name, text in zip(names, texts, strict=False) if text}


def returned(
    sheet: Sheet, today: date, vocabulary: Vocabulary, *, per_named: bool
) -> Returned | None:
    """A form that came back, as statements; None for any other sheet.

    Raises Refused where the form's day was wiped out and no other is named, or where its heading is
    gone.
    """
    issue = issue_of(sheet)
    if issue is None:
        return None
    rows = [(number, list(row)) for number, row in sheet.rows]
    if not per_named:
        _demand_per(rows[: _heading(rows, issue, sheet.file, vocabulary).at], sheet.file)
    return given_back(sheet, rows, issue, today, vocabulary)


def given_back(
    sheet: Sheet, rows: Sequence[FormRow], issue: Issue, today: date, vocabulary: Vocabulary
) -> Returned:
    """The form with only the cells that differ from what was issued. Raises Refused."""
    heading = _heading(rows, issue, sheet.file, vocabulary)
    untouched = partial(_untouched, today=today, vocabulary=vocabulary)
    checked, touched = _walked(rows[heading.at + 1 :], issue, heading, untouched)
    heading.empty_checked(rows)
    return Returned(sheet._replace(rows=rows, hidden=(), form=True), issue, checked, touched)


def _walked(
    rows: Iterable[FormRow], issue: Issue, heading: _FormHeading, untouched: Untouched
) -> tuple[dict[int, str], int]:
    """Which rows were checked, and how many cells were touched; all others are emptied."""
    checked, touched = {}, 0
    for number, row in rows:
        kode = _text(row, heading.columns["kode"])
        touched += _wipe(row, partial(issue.may_show, kode), heading.columns, untouched)
        if _says_yes(_text(row, heading.checked)):
            checked[number] = kode
    return checked, touched


class _FormHeading(NamedTuple):
    """The index of the heading row, the place of each field, and that of `CHECKED`, if any."""

    at: int
    columns: dict[str, int]
    checked: int | None

    def empty_checked(self, rows: Iterable[FormRow]) -> None:
        """The column of rows that were checked states nothing."""
        for _, row in rows:
            if self.checked is not None and self.checked < len(row):
                row[self.checked] = ""


def _heading(
    rows: Sequence[FormRow], issue: Issue, file: str, vocabulary: Vocabulary
) -> _FormHeading:
    names = _labels(issue, vocabulary)
    for at, (_, row) in enumerate(rows[:_DEPTH]):
        places = {match_key(text): position for position, text in enumerate(row)}
        columns = {name: places[key] for key, name in names.items() if key in places}
        if "kode" in columns and len(columns) > 2:
            return _FormHeading(at, columns, places.get(match_key(CHECKED)))
    raise Refused(f"{file}: {_NO_HEADING[0]}", _NO_HEADING[1])


def _labels(issue: Issue, vocabulary: Vocabulary) -> dict[str, str]:
    """The key of each heading of a form → its field."""
    return {match_key(vocabulary.label_of(name)): name for name in (*KEYS, *issue.names)}


def _text(row: Sequence[str], position: int | None) -> str:
    return row[position] if position is not None and position < len(row) else ""


def _demand_per(above: Sequence[FormRow], file: str) -> None:
    for _, row in above:
        if row and match_key(row[0]) == match_key(ASKED_PER):
            day = next((text for text in row[1:] if text.strip()), "")
            if dates.is_date(day):
                return
    raise Refused(
        f"{file}: sel `{ASKED_PER}` tidak berisi tanggal.", "Isi tanggalnya, atau sebut --per."
    )


def _wipe(
    row: list[str],
    issued: Callable[[str], Collection[str]],
    columns: Mapping[str, int],
    untouched: Untouched,
) -> int:
    """Empties the cells of a row that hold what was issued; how many others hold something."""
    touched = 0
    for name, position in columns.items():
        if name in KEYS or position >= len(row) or not row[position].strip():
            continue
        if untouched(name, row[position], issued(name)):
            row[position] = ""
        else:
            touched += 1
    return touched


def _untouched(
    name: str, text: str, issued: Collection[str], today: date, vocabulary: Vocabulary
) -> bool:
    if not issued or text.strip() in issued or _without_groups(text.strip()) in issued:
        return bool(issued)
    field = vocabulary.by_name(name)
    if field is None or field.kind == AREA:
        return False
    try:
        stated = vocabulary.read(field, text, today)
        return set(stated) == {name} and stated[name] in issued
    except CellError:
        return False


def _without_groups(text: str) -> str:
    """A number as an English spreadsheet shows it, `12,500`, in bare digits; any other text."""
    return text.replace(",", "") if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+", text, re.ASCII) else text


def _says_yes(cell: str) -> bool:
    """True for a mark in the column of those that were checked; a word for no is none."""
    text = cell.strip()
    if state_words.states_nothing(text):
        return False
    try:
        return state_words.read_yes_no(text) == "ya"
    except CellError:
        return text.casefold() == "x"


def stating(
    intents: Iterable[Intent], registered: Container[int], forms: Container[int]
) -> Iterator[Intent]:
    """The intents without those of untouched rows where no cooperative is: a form alone registers
    nothing.

    `registered` are the ids of registered cooperatives, `forms` the indexes of the files that are
    forms.
    """
    for intent in intents:
        issued = intent.source is not None and intent.source.file in forms
        if intent.values or intent.area.id in registered or not issued:
            yield intent


def confirmed(
    planned: Plan,
    registered: Mapping[int, Cooperative],
    forms: Mapping[int, Returned],
    pers: Mapping[int, str],
) -> Plan:
    """`Sudah dicek`: what is open and still as the form showed it is confirmed on the row's day.

    `forms` are the forms of a call by the index of their file, `pers` the ISO day of which each
    speaks. What the register has learnt since the form went out is not confirmed: nobody looked at
    it.
    """
    results = []
    for result in planned.results:
        cooperative, source = registered.get(result.area.id), result.source
        if cooperative and source and source.file in forms:
            form, per = forms[source.file], pers[source.file]
            result = _checked(result, cooperative, source, form, per, planned.vocabulary)
        results.append(result)
    return replace(planned, results=tuple(results))


def _checked(
    result: RowResult,
    cooperative: Cooperative,
    source: Source,
    form: Returned,
    per: str,
    vocabulary: Vocabulary,
) -> RowResult:
    """The result of a row with what it confirms, if it says that it was checked."""
    kode = form.checked.get(source.row)
    if kode is None:
        return result
    still = confirmations(cooperative, {event.field for event in result.events}, per, vocabulary)
    more = [*_as_shown(still, form.issue.values.get(kode, {}), source)]
    confirming = bool(more) and result.outcome == SAME
    outcome = CONFIRMED if confirming else result.outcome
    return result._replace(outcome=outcome, events=(*result.events, *more))


def _as_shown(events: Iterable[Event], shown: Mapping[str, str], source: Source) -> Iterator[Event]:
    """Those of the confirmations whose value the form showed."""
    for event in events:
        if shown.get(event.field) == event.new:
            yield event._replace(file=source.file, row=source.row)
