"""A form that goes out filled with today's state and comes back: what it asks, what it carried,
what was touched.

A cell that comes back as it was issued states nothing, so that a form of 1 March never undoes a
call of 5 March. What a form looks like is told in `render.workbook_form`. Never enters: a register,
a file's bytes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model import vocabulary
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import AREA, BANK, NUMBER, OBSTACLE, PLAN, STATE
from kkmp_cli.parsing import dates, state_words
from kkmp_cli.parsing.text import match_key
from kkmp_cli.planning.confirm import confirmations
from kkmp_cli.planning.intent import CONFIRMED, SAME, Intent, Plan
from kkmp_cli.sheets.sheet import Sheet

KEYS = ("kode", "kelurahan", "kecamatan")
"""The columns by which a row is known; nobody may change them."""
ASKED_PER = "Keadaan per tanggal"
CHECKED = "Sudah dicek, tidak berubah"
_MARK, _VERSION = "kkmp isian", "1"
_PROFILE = ("anggota", "unit_usaha", "mitra", "catatan")


@dataclass(frozen=True, slots=True)
class Issue:
    """What a form carried: the day, its fields, and by kode the canonical values that stood in
    it.
    """

    day: str
    names: tuple[str, ...]
    values: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back: its sheet without the untouched cells; which rows say that nothing has
    changed.
    """

    sheet: Sheet
    issue: Issue
    checked: Mapping[int, str] = field(default_factory=dict)
    touched: int = 0


def form_fields(book_year: int) -> tuple[str, ...]:
    """What a form asks: of every milestone its state and papers; plan and kendala of those that run
    on.
    """
    names: list[str] = []
    for milestone in MILESTONES:
        code = field_code(milestone, book_year)
        goes_on = milestone.stops or milestone.yearly
        kinds = (STATE, NUMBER, BANK, *((PLAN, OBSTACLE) if goes_on else ()))
        own = [
            each
            for each in vocabulary.all_fields()
            if each.milestone == milestone and each.kind in kinds
        ]
        own.sort(key=lambda each: kinds.index(each.kind))
        names += [code + each.name[len(milestone.code) :] for each in own]
    return (*names, *_PROFILE)


def carried(issue: Issue) -> list[list[str]]:
    """The rows of the hidden sheet."""
    rows = [[_MARK, _VERSION, issue.day], ["kode", *issue.names]]
    return rows + [
        [kode, *(held.get(name, "") for name in issue.names)] for kode, held in issue.values.items()
    ]


def issue_of(sheet: Sheet) -> Issue | None:
    """What a sheet's hidden companion carried; None where it is no form of ours."""
    rows = [list(row) for _, row in sheet.hidden]
    if len(rows) < 2 or rows[0][:2] != [_MARK, _VERSION] or len(rows[0]) < 3:
        return None
    names = tuple(name for name in rows[1][1:] if name)
    values = {
        row[0]: {name: text for name, text in zip(names, row[1:], strict=False) if text}
        for row in rows[2:]
        if row and row[0]
    }
    return Issue(rows[0][2], names, values)


def returned(sheet: Sheet, today: date, *, per_named: bool) -> Returned | None:
    """A form that came back, as statements; None for any other sheet.

    Raises Refused where the form's day was wiped out and no other is named, or where its heading is
    gone.
    """
    issue = issue_of(sheet)
    if issue is None:
        return None
    rows = [(number, list(row)) for number, row in sheet.rows]
    at, columns, checked_at = _heading(rows, issue, sheet.file)
    if not per_named:
        _demand_per(rows[:at], sheet.file)
    checked, touched = {}, 0
    for number, row in rows[at + 1 :]:
        kode = row[columns["kode"]] if columns["kode"] < len(row) else ""
        touched += _wipe(row, issue.values.get(kode, {}), columns, today)
        if _says_yes(row, checked_at):
            checked[number] = kode
    if checked_at is not None:
        for _, row in rows[at:]:
            row[checked_at : checked_at + 1] = [""] * (checked_at < len(row))
    return Returned(replace(sheet, rows=rows, hidden=(), form=True), issue, checked, touched)


def _heading(
    rows: Sequence[tuple[int, list[str]]], issue: Issue, file: str
) -> tuple[int, dict[str, int], int | None]:
    """The index of the heading row, the place of each field, and of the column of those that were
    checked.
    """
    names = {match_key(vocabulary.label_of(name)): name for name in (*KEYS, *issue.names)}
    for at, (_, row) in enumerate(rows[:20]):
        found = {
            names[key]: position
            for position, text in enumerate(row)
            if (key := match_key(text)) in names
        }
        if "kode" in found and len(found) > 2:
            wanted = match_key(CHECKED)
            return (
                at,
                found,
                next((place for place, text in enumerate(row) if match_key(text) == wanted), None),
            )
    raise Refused(
        f"{file}: judul kolom formulir ini tidak lengkap lagi.",
        "Kembalikan baris judulnya dari aslinya.",
    )


def _demand_per(above: Sequence[tuple[int, list[str]]], file: str) -> None:
    for _, row in above:
        if row and match_key(row[0]) == match_key(ASKED_PER):
            day = next((text for text in row[1:] if text.strip()), "")
            if dates.is_date(day):
                return
    raise Refused(
        f"{file}: sel `{ASKED_PER}` tidak berisi tanggal.", "Isi tanggalnya, atau sebut --per."
    )


def _wipe(
    row: list[str], issued: Mapping[str, str], columns: Mapping[str, int], today: date
) -> int:
    """Empties the cells of a row that still hold what was issued; returns how many others hold
    something.
    """
    said = 0
    for name, position in columns.items():
        if name in KEYS or position >= len(row) or not row[position].strip():
            continue
        if _untouched(name, row[position], issued.get(name), today):
            row[position] = ""
        else:
            said += 1
    return said


def _untouched(name: str, text: str, issued: str | None, today: date) -> bool:
    if issued is None:
        return False
    if text.strip() == issued:
        return True
    known = vocabulary.by_name(name)
    if known is None or known.kind == AREA:
        return False
    try:
        return vocabulary.read(known, text, today) == {name: issued}
    except CellError:
        return False


def _says_yes(row: Sequence[str], position: int | None) -> bool:
    """True for a mark in the column of those that were checked; a word for no is none."""
    text = row[position].strip() if position is not None and position < len(row) else ""
    if state_words.states_nothing(text):
        return False
    try:
        return state_words.read_yes_no(text) == "ya"
    except CellError:
        return text.casefold() == "x"


def stating(
    intents: Iterable[Intent], held: Container[int], forms: Container[int]
) -> Iterator[Intent]:
    """The intents without those of untouched rows where no cooperative is: a form alone registers
    nothing.

    `held` are the ids of registered cooperatives, `forms` the indexes of the files that are forms.
    """
    for intent in intents:
        if (
            intent.values
            or intent.area.id in held
            or intent.source is None
            or intent.source.file not in forms
        ):
            yield intent


def confirmed(
    planned: Plan,
    held: Mapping[int, Cooperative],
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
        source, known = result.source, held.get(result.area.id)
        form = forms.get(source.file) if source else None
        kode = form.checked.get(source.row) if form and source else None
        if form is None or known is None or kode is None or source is None:
            results.append(result)
            continue
        taken = {event.field for event in result.events}
        shown = form.issue.values.get(kode, {})
        more = [
            event
            for event in confirmations(known, taken, pers[source.file])
            if shown.get(event.field) == event.new
        ]
        more = [event._replace(file=source.file, row=source.row) for event in more]
        outcome = CONFIRMED if more and result.outcome == SAME else result.outcome
        results.append(result._replace(outcome=outcome, events=(*result.events, *more)))
    return replace(planned, results=tuple(results))
