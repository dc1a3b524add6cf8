"""`kkmp training import`: an attendance list against the register, and the run that records it.

Rows that are rejected, with those that have to wait for them, are told. Never enters: a question,
how a row is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.attendance import (
    People,
    Replaced,
    Row,
    attendance,
    recorded_at,
    replaced_by,
)
from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.actions.office_records import existing
from kkmp_cli.actions.record import not_registered, record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import Area, AreaIndex
from kkmp_cli.errors import Problem, Refused
from kkmp_cli.register.reader import Reader

if TYPE_CHECKING:
    from kkmp_cli.importing.attendance import Attended
    from kkmp_cli.importing.attendance.list_meanings import ListMeanings
    from kkmp_cli.sheets import Sheet


class ListResult(NamedTuple):
    """What an attendance list came to; `rows` are those recorded before it, by cooperative.

    `already` are cooperatives of a file of rejected rows of which others are recorded: they are
    left as they are.
    """

    sheet: Sheet
    attended: Attended
    rows: Mapping[int, Row] = {}
    replaced: Sequence[Replaced] = ()
    already: Mapping[Area, People] = {}
    run: int | None = None

    @property
    def writable(self) -> bool:
        """True where nothing forbids to record who can be recorded."""
        attended = self.attended
        return not attended.problems or attended.partial

    @property
    def incomplete(self) -> bool:
        """True where a row does not go in, or none does."""
        return bool(self.attended.problems or self.attended.left_out)


def planned(session: Session, request: ListRequest) -> ListResult:
    """What the list would record. Raises BadUsage for an option that says nothing, and Refused
    where somebody is not registered or there is no such training.
    """
    from kkmp_cli.importing.attendance.list_meanings import read_meanings

    meanings = read_meanings(request.words, request.maps)
    sheet = _sheet(request, meanings)
    with session.reading() as register:
        attended = _read(register, request.training, sheet, meanings)
        if attended.problems and not request.skip_errors:
            return ListResult(sheet, attended)
        attended.hold_back()
        _refuse_missing(register, attended)
        return _compared(register, request.training, ListResult(sheet, attended))


def recorded(session: Session, training: int, plan: ListResult) -> ListResult:
    """Records a plan. Raises Refused where the training is gone."""
    people = plan.attended.people
    with session.writing() as writer:
        existing(writer, "pelatihan", training)
        came = {area.id: organs for area, organs in people.items()}
        run = record(writer, attendance(writer, training, came), session.typed)
    return plan._replace(run=run)


def candidates(
    session: Session, training: int, plan: ListResult, problem: Problem
) -> dict[str, Area]:
    """The cooperatives that a wrong name may mean, the likeliest first, by what names each in its
    place; none for another cell.
    """
    name = _name_at(plan, problem)
    if not name:
        return {}
    with session.reading() as register:
        kota = existing(register, "pelatihan", training)["kota"]
        index = AreaIndex(register.areas(), register.aliases())
    return {_named(index, area, kota): area for area in index.candidates(name, kota)}


def _name_at(plan: ListResult, problem: Problem) -> str:
    """The name or code of a cooperative in the cell of a problem; nothing for another cell."""
    from kkmp_cli.importing.attendance.attendance_headings import KEYS
    from kkmp_cli.sheets.sheet import position_of

    at = position_of(problem.cell)
    keys = {one.position for one in plan.attended.seen.columns.columns if one.name in KEYS}
    cells = dict(plan.sheet.rows).get(problem.row, ()) if at in keys else ()
    return cells[at].strip() if at < len(cells) else ""


def _named(index: AreaIndex, area: Area, kota: str) -> str:
    """The name of an area where that finds it within the kota, else its code."""
    try:
        alone = index.find(area.kelurahan, default_kota=kota) == area
    except Refused:
        alone = False
    return area.kelurahan if alone else area.kode


def _sheet(request: ListRequest, meanings: ListMeanings) -> Sheet:
    """The list as it is to be read. Raises SeveralTables where its sheet is left open."""
    from kkmp_cli import sheets
    from kkmp_cli.actions.corrected_sheets import as_corrected
    from kkmp_cli.importing.attendance.attendance_headings import meaning

    knows = partial(meaning, maps=meanings.headings)
    sheet = sheets.read(request.file, request.sheet, lambda heading: knows(heading) is not None)
    (sheet,) = as_corrected([sheet], request.cells, request.skipped_rows)
    return sheet


def _read(register: Reader, training: int, sheet: Sheet, meanings: ListMeanings) -> Attended:
    from kkmp_cli.importing import attendance as lists

    kota = existing(register, "pelatihan", training)["kota"]
    index = AreaIndex(register.areas(), register.aliases())
    return lists.read(sheet, index, kota, meanings)


def _compared(register: Reader, training: int, result: ListResult) -> ListResult:
    """The list beside what is recorded; of a file of rejected rows without who is recorded."""
    recorded_rows, people = recorded_at(register, training), result.attended.people
    rows = {cooperative: row for cooperative, (_, row) in recorded_rows.items()}
    already: dict[Area, People] = {}
    if result.attended.seen.columns.of_rejected:
        already = {area: people.pop(area) for area in [*people] if area.id in rows}
    replaced = [*replaced_by(recorded_rows, people)]
    return result._replace(rows=rows, replaced=replaced, already=already)


def _refuse_missing(register: Reader, attended: Attended) -> None:
    areas = register.registered_areas([area.kode for area in attended.people])
    registered = {area.id for area in areas}
    missing = [area.distinct_name for area in attended.people if area.id not in registered]
    if missing:
        raise not_registered(missing)
