"""Sheets against a register: what they would change, and the one run that records it.

For `kkmp import` and for `kkmp demo`. Prints nothing but where a new register lies; asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import Problem, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.parsing.text import clean
from kkmp_cli.planning.intent import ADDED

if TYPE_CHECKING:
    from kkmp_cli.importing import ReadResult
    from kkmp_cli.importing.form import Returned
    from kkmp_cli.importing.maps import Map
    from kkmp_cli.model.area import Area
    from kkmp_cli.planning.intent import Intent, Plan
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer
    from kkmp_cli.render.progress import Watch
    from kkmp_cli.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, as typed."""

    kota: str | None = None
    per: str | None = None
    maps: tuple[str, ...] = ()
    empty_as_belum: str | None = None
    book_year: str | None = None
    overwrite: bool = False
    skip_errors: bool = False
    remember: bool = False

    def day(self, today: date) -> date | None:
        """The day that `--per` names, None without it. Raises Refused."""
        return field_options.read_day(self.per, today) if self.per is not None else None

    def year(self, today: date) -> int:
        """The tahun buku of a bare `RAT`. Raises Refused."""
        return field_options.read_book_year(
            self.book_year, newest_book_year(self.day(today) or today)
        )

    @property
    def fields_empty_as_belum(self) -> tuple[str, ...]:
        """The milestone fields of `--kosong-belum`."""
        return tuple(
            word.strip() for word in (self.empty_as_belum or "").split(",") if word.strip()
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What a call came to: what was read, the plan, who is not in the files; `run` None where
    nothing was written.

    `absent` is told for each file. `remembering` are the maps of this call that the register is to
    remember and does not yet.
    """

    reading: ReadResult
    plan: Plan
    absent: tuple[tuple[Area, ...], ...]
    run: int | None = None
    forms: Mapping[int, Returned] = field(default_factory=dict)
    remembering: tuple[Map, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: of the cells, then of what they would do to the register."""
        return (*self.reading.problems, *self.plan.problems)

    @property
    def work(self) -> int:
        """How many rows of the register are to be written: one for what is new, two for what is
        changed.
        """
        return sum(1 if row.outcome == ADDED else 2 for row in self.plan.results if row.events)

    def marks(self) -> dict[int, bytes]:
        """By cooperative, the digests of rows that say no more than what will be held."""
        plain = {number for number, file in enumerate(self.reading.files) if file.plain}
        return {
            area.id: source.mark
            for area, _, events, unapplied, notes, source in self.plan.results
            if source
            and source.mark
            and events
            and not unapplied
            and not notes
            and source.file in plain
        }

    def writable(self, skip_errors: bool) -> bool:
        """True where there is something to write and nothing forbids it."""
        if self.plan.empty and not self.remembering:
            return False
        return not self.reading.blocked and (skip_errors or not self.problems)


def take_in(register: Writer, files: Sequence[Path], request: Request, typed: str) -> Taken:
    """Files into an open register, all or nothing. Raises Refused with the first problem where one
    is found.
    """
    from kkmp_cli import sheets

    taken = judge(register, [sheets.read(path) for path in files], request)
    if taken.problems:
        problem = taken.problems[0]
        raise Refused(
            f"{problem.file} baris {problem.row}, {problem.column}: {problem.message}.",
            problem.remedy,
        )
    return write(register, taken, typed, None, files=[path.name for path in files])


def judge(
    register: Reader, found: Sequence[Sheet], request: Request, watch: Watch | None = None
) -> Taken:
    """The plan of sheets against a register. Writes nothing."""
    from kkmp_cli.actions import remembered_headings
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.areas.index import AreaIndex
    from kkmp_cli.importing import Options, absent, read_rows
    from kkmp_cli.importing.form import confirmed, stating
    from kkmp_cli.planning.merge import MergePolicy
    from kkmp_cli.planning.plan import build_plan

    today = settings.today()
    where = scope(register, request.kota).kota
    index = AreaIndex(register.areas, register.aliases(), register.area)
    options = Options(
        request.year(today),
        request.day(today),
        where[0][0] if where else None,
        request.maps,
        request.fields_empty_as_belum,
        remembered_headings.remembered(register),
    )
    forms = _returned(found, today, per_named=request.per is not None)
    if forms and request.fields_empty_as_belum:
        raise Refused(
            "--kosong-belum tidak berlaku untuk formulir: sel yang dibiarkan tidak menyatakan "
            "apa-apa.",
            "Impor formulirnya tanpa --kosong-belum.",
        )
    reading = read_rows(
        [forms[at].sheet if at in forms else sheet for at, sheet in enumerate(found)],
        index,
        options,
        today,
        {} if forms else register.fingerprints(),
    )
    held = register.present([intent.area.id for intent in reading.intents])
    if forms:
        reading = replace(reading, intents=tuple(stating(reading.intents, held, forms)))
    intents = [*reading.intents]
    count, passing = len(intents), _each_once(intents)
    reading = replace(reading, intents=())
    counted = watch.over(passing, "Membandingkan dengan catatan", count) if watch else passing
    planned = build_plan(
        counted, held, MergePolicy(overwrite=request.overwrite), register.numbers(), reading.faulty
    )
    planned = replace(planned, passed=reading.passed)
    if forms:
        pers = {at: file.per.isoformat() for at, file in enumerate(reading.files)}
        planned = confirmed(planned, held, forms, pers)
    everybody = register.registered_count() == len(held) + sum(reading.passed.values())
    left = () if everybody else register.registered_ids().difference(*reading.named)
    return Taken(
        reading,
        planned,
        absent(reading, register.areas_among(left), register.areas),
        forms=forms,
        remembering=remembered_headings.news(register, request.maps) if request.remember else (),
    )


def _each_once(intents: list[Intent]) -> Iterator[Intent]:
    """Hands them over and forgets them: those of a national file and what becomes of them need not
    lie side by side.
    """
    intents.reverse()
    while intents:
        yield intents.pop()


def _returned(found: Sequence[Sheet], today: date, *, per_named: bool) -> dict[int, Returned]:
    """The forms of ours among the files, by their index."""
    from kkmp_cli.importing.form import returned

    forms = {
        at: returned(sheet, today, per_named=per_named)
        for at, sheet in enumerate(found)
        if sheet.hidden
    }
    return {at: form for at, form in forms.items() if form is not None}


def write(
    register: Writer,
    taken: Taken,
    typed: str,
    reason: str | None,
    *,
    files: Sequence[str],
    watch: Watch | None = None,
) -> Taken:
    """Records a plan and what is to be remembered as one run, after a copy of the register; nothing
    for nothing.
    """
    from kkmp_cli.actions import record, remembered_headings
    from kkmp_cli.model.bulk import Events
    from kkmp_cli.register.writer import NewRun

    if taken.plan.empty and not taken.remembering:
        return taken
    register.keep_copy()
    events = Events(
        [*taken.plan.events.parts, remembered_headings.remembering(register, taken.remembering)]
    )
    why = clean(reason, 2_000) if reason else None
    with watch.step("Menulis", taken.work) if watch else nullcontext() as register.tick:
        run = register.apply(events, NewRun(typed, why, tuple(files)), taken.marks())
    if run == 1:
        record.announce(register)
    return replace(taken, run=run)
