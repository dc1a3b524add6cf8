"""Sheets against a register: what they would change, and the one run that records it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from kkmp_cli import settings
from kkmp_cli.actions import corrected_sheets, remembered_headings
from kkmp_cli.actions.coded_areas import CodedAreas
from kkmp_cli.actions.corrected_sheets import as_corrected
from kkmp_cli.actions.corrections import corrections
from kkmp_cli.actions.imported_files import remembering_files
from kkmp_cli.actions.lost_forms import held_by
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.record import read_reason
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_areas, refuse_persons
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Refused, pasted
from kkmp_cli.importing import ImportOptions, ReadResult, absent, read_rows
from kkmp_cli.importing.form import Returned, confirmed, returned, stating
from kkmp_cli.importing.headings.maps import Map
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.importing.printed_form import as_returned, printed
from kkmp_cli.importing.sheet_look import Answer
from kkmp_cli.importing.uncounted import uncounted
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import Events
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.run import Head, RecordedValue
from kkmp_cli.model.vocabulary import PERSONAL, Vocabulary
from kkmp_cli.planning.equality import says_nothing_new
from kkmp_cli.planning.intent import Intent, Plan
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import checkpoints, heads, later_runs
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import NewRun, Writer
from kkmp_cli.sheets import Sheet

T = TypeVar("T")


class Progress(Protocol):
    """Who watches how far long work has come."""

    def step(self, words: str, total: int | None) -> AbstractContextManager[Callable[[int], None]]:
        """One step of `total` things; what it gives is told how many more are done."""

    def over(self, items: Iterable[T], words: str, total: int | None) -> Iterable[T]:
        """The items, each walk through them a step."""


class ImportRequest(NamedTuple):
    """What was asked for; `per` is None where nobody named the day, `book_year` where nobody said
    that of a bare `RAT`. `shown`: by id the cooperatives that the sheet shows, where what was
    recorded of them since is in conflict with it. `cells` are read as if they held another text,
    `skipped_rows` are rejected, both as an officer types them. `new_fields` are planned as if they
    were declared, `spellings` (a name and the code that it means) as if they were recorded.
    `answers`: the options by which the files are known again; None where they are not to be.
    """

    kota: str | None = None
    per: date | None = None
    book_year: int | None = None
    maps: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    empty_as_belum: tuple[str, ...] = ()
    overwrite: bool = False
    skip_errors: bool = False
    remember: bool = False
    reason: str | None = None
    shown: Mapping[int, Cooperative] = MappingProxyType({})
    new_fields: tuple[OwnField, ...] = ()
    cells: tuple[str, ...] = ()
    skipped_rows: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    answers: tuple[Answer, ...] | None = None

    @property
    def year(self) -> int:
        """The tahun buku of a bare `RAT`."""
        return self.book_year or newest_book_year(self.per or settings.today())

    @property
    def why(self) -> str | None:
        """The reason of the run; that empty cells were taken as `belum` is always part of it."""
        empty = ", ".join(self.empty_as_belum)
        note = f"sel kosong dianggap belum: {empty}" if empty else None
        return read_reason("; ".join(filter(None, (self.reason, note))))


class Preview(NamedTuple):
    """A plan, and the newest run of the register that it was made on."""

    result: ImportResult
    head: Head | None


def preview(
    session: Session, sheets: Sequence[Sheet], request: ImportRequest, progress: Progress
) -> Preview:
    """The plan of sheets; writes nothing."""
    with session.planning() as register:
        if request.new_fields:
            own = (*register.vocabulary.own, *request.new_fields)
            register.vocabulary = Vocabulary(own)
        result, head = plan_import(register, sheets, request, progress), heads.head(register)
        reading = _with_offers(result.reading) if head else result.reading
        return Preview(result._replace(reading=reading), head)


def _with_offers(reading: ReadResult) -> ReadResult:
    """What was read, every unread column with the field that a shipped package has for it."""
    if not any(file.unknown or file.unclear for file in reading.files):
        return reading
    from kkmp_cli.actions import package_offers  # many sheets have no such column

    return package_offers.with_offers(reading)


def import_previewed(
    session: Session,
    seen: Preview,
    sheets: Sequence[Sheet],
    request: ImportRequest,
    progress: Progress,
    agreed: bool,
) -> ImportResult:
    """Records what was seen; planned again where somebody has written meanwhile of what it is
    about.

    Raises Refused where an officer has `agreed` to another plan than the one that it would be now.
    """
    with session.writing(create=True) as register:
        result = seen.result
        if not _stands(register, seen):
            result = plan_import(register, sheets, request, progress)
            if agreed and result.plan.events != seen.result.plan.events:
                words = "Register berubah sewaktu menunggu jawaban; tidak ada yang ditulis."
                raise Refused(words, "Ulangi perintahnya.")
        if not result.writable(request.skip_errors):
            return result
        run = new_run(session.typed, request, [sheet.place for sheet in sheets])
        return write(register, result, run, progress)


def _stands(register: Writer, seen: Preview) -> bool:
    """True where nobody has written meanwhile of what the plan is about, nor will before it is
    recorded.
    """
    ids = frozenset().union(*seen.result.reading.named)
    register.claim_areas(ids)
    return later_runs.leave_alone(register, seen.head, ids)


def new_run(typed: str, request: ImportRequest, files: Sequence[str]) -> NewRun:
    """What the run of an import says of itself."""
    return NewRun(typed, request.why, tuple(files))


def plan_import(
    register: Reader,
    sheets: Sequence[Sheet],
    request: ImportRequest,
    progress: Progress | None = None,
) -> ImportResult:
    """The plan of sheets against a register. Writes nothing."""
    sheets = as_corrected(sheets, request.cells, request.skipped_rows)
    forms = _returned(register, sheets, request)
    reading = _read(register, sheets, forms, request)
    current = _current(register, reading)
    intents = _stated(register, reading, current, forms)
    reading = reading._replace(intents=())
    plan = _planned(register, intents, current, request, reading, progress)
    result = _result(register, request, reading, plan, current)
    return _confirmed(result._replace(forms=forms), current)


def _stated(
    register: Reader,
    reading: ReadResult,
    current: Mapping[int, Cooperative],
    forms: Mapping[int, Returned],
) -> list[Intent]:
    """What the rows state. Raises Refused for values of persons from who may not read them, with
    the way to leave them out.
    """
    intents = [*stating(reading.intents, current, forms)]
    if not register.sight.persons:
        _refuse_persons(register, intents, reading)
    return intents


def _refuse_persons(register: Reader, intents: Sequence[Intent], reading: ReadResult) -> None:
    stated = any({*intent.values} & {*PERSONAL} for intent in intents)
    columns = (column for file in reading.files for column in file.columns)
    headings = {column.heading: "" for column in columns if column.field.name in PERSONAL}
    left_out = " ".join(pasted("--map", f"{heading}=") for heading in headings)
    refuse_persons(register, stated, f"Lewati kolomnya: {left_out}")


def _result(
    register: Reader,
    request: ImportRequest,
    reading: ReadResult,
    plan: Plan,
    current: Mapping[int, Cooperative],
) -> ImportResult:
    """A plan with what is to be told beside it."""
    return ImportResult(
        reading,
        plan,
        _absent(register, reading, len(current)),
        remembering=_news(register, request),
        corrections=corrections(register, plan, request.overwrite),
        uncounted=tuple(uncounted(plan, reading.files, current)),
        answers=request.answers,
    )


def _current(register: Reader, reading: ReadResult) -> Mapping[int, Cooperative]:
    return register.present([intent.area.id for intent in reading.intents])


def _news(register: Reader, request: ImportRequest) -> tuple[Map, ...]:
    if not request.remember:
        return ()
    return remembered_headings.news(register, request.maps, request.words)


def _confirmed(result: ImportResult, current: Mapping[int, Cooperative]) -> ImportResult:
    """With what the ticks in forms confirm."""
    if not result.forms:
        return result
    pers = {at: file.per.isoformat() for at, file in enumerate(result.reading.files)}
    return result._replace(plan=confirmed(result.plan, current, result.forms, pers))


def _returned(
    register: Reader, sheets: Sequence[Sheet], request: ImportRequest
) -> dict[int, Returned]:
    """Our forms among the sheets, by their index. Raises Refused for `--kosong-belum` with them."""
    read = {at: _form(register, sheet, request.per) for at, sheet in enumerate(sheets)}
    forms = {at: form for at, form in read.items() if form is not None}
    if forms and request.empty_as_belum:
        raise Refused(
            "--kosong-belum tidak berlaku untuk formulir: sel yang dibiarkan tidak menyatakan "
            "apa-apa.",
            "Impor formulirnya tanpa --kosong-belum.",
        )
    return forms


def _form(register: Reader, sheet: Sheet, per: date | None) -> Returned | None:
    """The form of ours that a sheet is, with the hidden sheet or by what is printed on it."""
    today = settings.today()
    vocabulary, named = register.vocabulary, per is not None
    form = returned(sheet, today, vocabulary, per_named=named) if sheet.hidden else None
    if form or not (printed_form := printed(sheet, per, today)):
        return form
    return as_returned(printed_form, held_by(register, printed_form), today, vocabulary)


def _read(
    register: Reader, sheets: Sequence[Sheet], forms: Mapping[int, Returned], request: ImportRequest
) -> ReadResult:
    """What the sheets say. Raises Refused for a cooperative that who asks may not read."""
    options, coded = _options(register, request), CodedAreas(register, sheets)
    reading = read_rows(
        [forms[at].sheet if at in forms else sheet for at, sheet in enumerate(sheets)],
        AreaIndex(lambda: coded.all, spellings(register, request), coded),
        options,
        settings.today(),
        {} if forms else register.fingerprints(),
    )
    refuse_areas(register, (intent.area for intent in reading.intents))
    return reading


def spellings(register: Reader, request: ImportRequest) -> list[tuple[str, str]]:
    """Code and spelling of those that the register knows, and of those that it is to know."""
    return [*register.aliases(), *((code, name) for name, code in request.spellings)]


def _options(register: Reader, request: ImportRequest) -> ImportOptions:
    """How the files are to be read, with what the register remembers."""
    where = scope(register, request.kota)
    return ImportOptions(
        register.vocabulary,
        book_year=request.year,
        per=request.per,
        kota=where.only,
        maps=request.maps,
        empty_as_belum=request.empty_as_belum,
        remembered=remembered_headings.remembered(register),
        words=request.words,
        remembered_words=remembered_headings.remembered_words(register),
    )


def _planned(
    register: Reader,
    intents: list[Intent],
    current: Mapping[int, Cooperative],
    request: ImportRequest,
    reading: ReadResult,
    progress: Progress | None,
) -> Plan:
    """The plan of the intents, which are used up."""
    recorded = _recorded(register, intents, current)
    count, passing = len(intents), _each_once(intents)
    words = "Membandingkan dengan catatan"
    counted = progress.over(passing, words, count) if progress else passing
    changed = frozenset(_changed_since(intents, current, request.shown))
    policy = MergePolicy(overwrite=request.overwrite, recorded=recorded, changed=changed)
    plan = build_plan(
        counted, current, policy, register.numbers(), register.vocabulary, reading.faulty
    )
    return replace(plan, passed=reading.passed)


def _recorded(
    register: Reader, intents: Sequence[Intent], current: Mapping[int, Cooperative]
) -> frozenset[RecordedValue]:
    """What was ever stated of cooperatives of which a row says something else, each of its own day:
    an export that comes back must not undo what was recorded since.
    """
    differing = [
        intent.area.id
        for intent in intents
        if intent.pers
        and (registered := current.get(intent.area.id))
        and not says_nothing_new(intent, registered)
    ]
    return checkpoints.stated_values(register, differing) if differing else frozenset()


def _changed_since(
    intents: Iterable[Intent], current: Mapping[int, Cooperative], shown: Mapping[int, Cooperative]
) -> Iterator[tuple[int, str]]:
    """What intents state of fields that hold another value than as they were shown."""
    for intent in intents if shown else ():
        key = intent.area.id
        before, now = (
            several[key].values if key in several else {} for several in (shown, current)
        )
        yield from ((key, name) for name in intent.values if before.get(name) != now.get(name))


def _each_once(intents: list[Intent]) -> Iterator[Intent]:
    """Hands them over and forgets them: those of a national file need not lie twice in memory."""
    intents.reverse()
    while intents:
        yield intents.pop()


def _absent(register: Reader, reading: ReadResult, current: int) -> tuple[tuple[Area, ...], ...]:
    """For each file, the registered cooperatives of its area that no row names."""
    everybody = register.registered_count() == current + sum(reading.passed.values())
    left = () if everybody else register.registered_ids().difference(*reading.named)
    return absent(reading, register.areas_among(left), register.areas)


def write(
    register: Writer, result: ImportResult, run: NewRun, progress: Progress | None = None
) -> ImportResult:
    """Records a plan and what to remember as one run, after a copy; nothing for nothing."""
    if result.plan.empty and not result.remembering:
        return result
    register.keep_copy()
    remembering = remembered_headings.remembering(register, result.remembering)
    read_so = corrected_sheets.events(result, run.files)
    files = remembering_files(register, result)
    events = Events([read_so, *result.plan.events.parts, remembering, files])
    with progress.step("Menulis", result.work) if progress else nullcontext() as register.tick:
        number = register.apply(events, run, result.marks())
    return result._replace(run=number)
