"""Published figures of many cooperatives out of a sheet: the plan, and the one run that records it.

What a sheet publishes is told in `importing.published_rows`. Never enters: a printed word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions import remembered_headings
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.office_records import made
from kkmp_cli.actions.published_values import ENTITY, values_of
from kkmp_cli.actions.record import read_reason
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.importing import HeadingMeanings, ImportOptions, ReadResult, read_rows
from kkmp_cli.importing.published_rows import (
    NOTHING_READ,
    OF_SIMKOPDES,
    FigurePlan,
    maps_of,
    passed_over,
    published,
    single,
)
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event
from kkmp_cli.model.figure import Figure
from kkmp_cli.planning.intent import Intent
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.register.writer import NewRun
from kkmp_cli.sheets import Sheet


class FigureRequest(NamedTuple):
    """What was asked for; `per` None where nobody named the day."""

    kota: str | None = None
    per: date | None = None
    source: str | None = None
    book_year: int | None = None
    maps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    reason: str | None = None


def knows(session: Session, maps: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells a heading that means something in such a sheet."""
    vocabulary, remembered = remembered_headings.known_by(session)
    year = newest_book_year(settings.today())
    meanings = HeadingMeanings(ImportOptions(vocabulary, year, maps=maps, remembered=remembered))
    return lambda text: text.strip() in OF_SIMKOPDES or meanings.knows(text)


def preview(session: Session, sheet: Sheet, request: FigureRequest) -> FigurePlan:
    """What would be recorded; writes nothing."""
    with session.reading() as register:
        return plan(register, sheet, request)


def record(session: Session, sheet: Sheet, request: FigureRequest) -> int | None:
    """Records what a sheet publishes, as one run; None where all of it is recorded."""
    with session.writing() as register:
        events = [*_events(plan(register, sheet, request), register.next_id(ENTITY))]
        if not events:
            return None
        register.keep_copy()
        run = NewRun(session.typed, read_reason(request.reason), (sheet.place,))
        return register.apply(events, run)


def plan(register: Reader, sheet: Sheet, request: FigureRequest) -> FigurePlan:
    """The plan of a sheet against a register. Raises Refused for one without a known column."""
    where = scope(register, request.kota)
    one_each, several = single(sheet)
    reading = _read(register, one_each, request, where)
    rows = _chosen(register, reading.intents, where)
    figures = published(reading.files[0], rows.registered, request.source)
    return _compared(register, figures)._replace(
        reading=reading,
        unregistered=rows.unregistered,
        elsewhere=len(reading.intents) - len(rows.registered) - len(rows.unregistered),
        several=several,
    )


class _Rows(NamedTuple):
    """The rows of the kota that is meant, and the areas of those without a cooperative."""

    registered: list[Intent]
    unregistered: tuple[Area, ...]


def _chosen(register: Reader, intents: Iterable[Intent], where: Scope) -> _Rows:
    kota, registered = {code for code, _ in where.kota}, register.registered_ids()
    inside = [each for each in intents if not kota or each.area.kota_code in kota]
    return _Rows(
        [each for each in inside if each.area.id in registered],
        tuple(each.area for each in inside if each.area.id not in registered),
    )


def _read(register: Reader, sheet: Sheet, request: FigureRequest, where: Scope) -> ReadResult:
    """The rows, with those columns alone that can be compared."""
    options = _options(register, sheet, request, where)
    index = AreaIndex(register.areas, register.aliases(), register.area)
    first = read_rows([sheet], index, options, settings.today())
    passed = (*passed_over(first.files[0].columns, register.vocabulary),)
    if not passed:
        return first
    return read_rows(
        [sheet], index, options._replace(maps=(*options.maps, *passed)), settings.today()
    )


def _options(register: Reader, sheet: Sheet, request: FigureRequest, where: Scope) -> ImportOptions:
    return ImportOptions(
        register.vocabulary,
        book_year=request.book_year or newest_book_year(request.per or settings.today()),
        per=request.per,
        kota=where.kota[0][0] if where.kota else None,
        maps=(*request.maps, *maps_of(sheet)),
        remembered=remembered_headings.remembered(register),
        words=request.words,
        remembered_words=remembered_headings.remembered_words(register),
    )


def _compared(register: Reader, figures: Iterable[Figure]) -> FigurePlan:
    """Figures by what is recorded of the same indicator, cooperative, day and source."""
    recorded = _recorded(register)
    pairs = [(recorded.get(_key(figure)), figure) for figure in figures]
    known = [(before, figure.nilai) for before, figure in pairs if before is not None]
    changed = tuple((before, value) for before, value in known if before.nilai != value)
    new = tuple(figure for before, figure in pairs if before is None)
    return FigurePlan(NOTHING_READ, new, changed, len(known) - len(changed))


def _recorded(register: Reader) -> dict[tuple[str, int | None, str, str | None], Figure]:
    rows = rows_of(register, ENTITY).items()
    return {_key(one): one for one in (Figure(number, **row) for number, row in rows)}


def _key(figure: Figure) -> tuple[str, int | None, str, str | None]:
    return figure.indikator, figure.koperasi, figure.per, figure.sumber


def _events(planned: FigurePlan, free: int) -> Iterator[Event]:
    """Nothing for a sheet with a problem."""
    if planned.problems:
        return
    day = settings.today().isoformat()
    for number, figure in enumerate(planned.new, free):
        yield made(ENTITY, number, values_of(figure))
    for figure, value in planned.changed:
        yield Event(ENTITY, figure.id, "nilai", figure.nilai, value, day)
