"""`kkmp import`: files from everybody → the register, all of a call in one transaction."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import dates, settings
from kkmp_cli.commands import stating
from kkmp_cli.commands.cli import ask, interactive, out, say, session
from kkmp_cli.errors import Problem, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.planning import ADDED
from kkmp_cli.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.areas import Area, AreaIndex
    from kkmp_cli.forms import Returned
    from kkmp_cli.importing import Reading
    from kkmp_cli.importing.maps import Map
    from kkmp_cli.planning import Intent, Plan
    from kkmp_cli.register.reading import Reader
    from kkmp_cli.register.store import Writer
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
        return stating.read_day(self.per, today) if self.per is not None else None

    def year(self, today: date) -> int:
        """The tahun buku of a bare `RAT`. Raises Refused."""
        return stating.read_book_year(self.book_year, newest_book_year(self.day(today) or today))

    @property
    def fields_empty_as_belum(self) -> tuple[str, ...]:
        """The milestone fields of `--kosong-belum`."""
        return tuple(word.strip() for word in (self.empty_as_belum or "").split(",") if word.strip())


@dataclass(frozen=True, slots=True)
class Taken:
    """What a call came to: what was read, the plan, who is not in the files; `run` None where nothing was written.

    `remembering` are the maps of this call that the register is to remember and does not yet.
    """

    reading: Reading
    plan: Plan
    absent: tuple[Area, ...]
    run: int | None = None
    forms: Mapping[int, Returned] = field(default_factory=dict)
    remembering: tuple[Map, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems: of the cells, then of what they would do to the register."""
        return (*self.reading.problems, *self.plan.problems)

    @property
    def work(self) -> int:
        """How many rows of the register are to be written: one for what is new, two for what is changed."""
        return sum(1 if row.outcome == ADDED else 2 for row in self.plan.results if row.changes)

    def marks(self) -> dict[int, bytes]:
        """By cooperative, the digests of rows that say no more than what will be held."""
        return {
            row.area.id: row.source.mark for row in self.plan.results
            if row.changes and not row.unapplied and not row.notes and row.source and row.source.mark
            and self.reading.files[row.source.file].plain
        }  # fmt: skip

    def writable(self, skip_errors: bool) -> bool:
        """True where there is something to write and nothing forbids it."""
        if self.plan.empty and not self.remembering:
            return False
        return not self.reading.blocked and (skip_errors or not self.problems)


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="BERKAS…", help="CSV, XLSX, XLS, ODS; folder; pola; - untuk stdin.")
    ] = None,
    kota: Annotated[str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")] = None,
    per: Annotated[str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan isinya benar.")] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option("--sheet", metavar="LEMBAR", help="Lembar buku kerja, boleh diulang; `semua`: setiap tabelnya."),
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="JUDUL=ISIAN", help="Arti satu judul kolom; JUDUL= mengabaikan."),
    ] = None,
    remember: Annotated[
        bool, typer.Option("--remember", help="Ingat --map ini untuk seterusnya; tanpa BERKAS: tampilkan yang diingat.")
    ] = False,
    forget: Annotated[
        list[str] | None, typer.Option("--forget", metavar="JUDUL", help="Lupakan judul yang diingat; tanpa BERKAS.")
    ] = None,
    empty_as_belum: Annotated[
        str | None, typer.Option("--kosong-belum", metavar="M,…", help="Sel kosong kolom ini berarti belum.")
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku kolom RAT.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan rencananya.")] = False,
    skip_errors: Annotated[bool, typer.Option("--skip-errors", help="Masukkan baris yang baik saja.")] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Terapkan juga yang bertentangan dengan catatan.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Masukkan isian dari berkas; satu sel salah, tidak ada yang ditulis.

    Contoh: kkmp import isian.csv --kota jakpus --per 2026-03-10
    """
    from kkmp_cli import sheets
    from kkmp_cli.commands import headings, rejected
    from kkmp_cli.commands.sources import expanded
    from kkmp_cli.importing import Options, Vocabulary
    from kkmp_cli.render import progress

    command = session(ctx)
    headings.refuse_mixed(files or (), maps or (), remember, forget or (), dry_run)
    if not files:
        headings.without_files(command, forget or (), as_json)
        return
    request = Request(kota, per, tuple(maps or ()), empty_as_belum, book_year, overwrite, skip_errors, remember)
    known = headings.remembered_at(command.location)
    knows = Vocabulary(Options(request.year(settings.today()), maps=request.maps, remembered=known)).knows
    found = [each for path in expanded(files) for each in sheets.tabs(path, sheet or (), knows)]
    watch = ctx.with_resource(progress.watched())
    found = [replace(each, rows=watch.over(each.rows, "Membaca isian", length_hint(each.rows))) for each in found]
    asking = interactive() and not yes
    with looking(command.location) as reader:
        taken, tip = judge(reader, found, request, watch), reader.tip()
    if not dry_run and taken.writable(skip_errors) and (not asking or _agreed(taken)):
        from kkmp_cli.register.store import writing

        with writing(command.location, create=True) as register:
            if register.tip() != tip:
                taken = _judged_again(register, found, request, taken if asking else None, watch)
            if taken.writable(skip_errors):
                files_read = [each.place for each in found]
                why = _why(reason, request)
                taken = write(register, taken, command.typed, why, files=files_read, watch=watch)
    _finish(taken, dry_run, as_json)
    if skip_errors and not dry_run:
        rejected.write(taken, found)
    if taken.problems:
        raise typer.Exit(1)


def _judged_again(
    register: Writer, found: Sequence[Sheet], request: Request, agreed: Taken | None, watch: Watch
) -> Taken:
    """The plan on the register as somebody left it meanwhile. Raises Refused where another one was agreed to."""
    again = judge(register, found, request, watch)
    if agreed is not None and again.plan.changes != agreed.plan.changes:
        raise Refused("Register berubah sewaktu menunggu jawaban; tidak ada yang ditulis.", "Ulangi perintahnya.")
    return again


def _why(reason: str | None, request: Request) -> str | None:
    """The reason of the run; that empty cells were taken as `belum` is always part of it."""
    empty = request.fields_empty_as_belum
    said = f"sel kosong dianggap belum: {', '.join(empty)}" if empty else ""
    return "; ".join(filter(None, (reason, said))) or None


def _agreed(taken: Taken) -> bool:
    """Shows the count and asks, where more than one cooperative would change; True where there is nothing to ask."""
    touched = sum(bool(result.changes) for result in taken.plan.results)
    if touched < 2:
        return True
    if match_key(ask(f"Tulis perubahan pada {touched} koperasi? [y/T] ")) in ("y", "ya", "yes"):
        return True
    raise Refused("Dibatalkan; tidak ada yang ditulis.")


def _finish(taken: Taken, dry_run: bool, as_json: bool) -> None:
    from kkmp_cli.render import plan as plan_words

    for at, form in taken.forms.items():
        day = dates.show(form.issue.day)
        say(f"{taken.reading.files[at].place}: formulir yang dikeluarkan {day}; {form.touched} sel diisi atau diubah, "
            f"{len(form.checked)} baris dicek tetap. Sel lain tidak menyatakan apa-apa.")  # fmt: skip
    out(plan_words.as_json(taken) if as_json else plan_words.as_text(taken, dry_run))


def take_in(register: Writer, files: Sequence[Path], request: Request, typed: str) -> Taken:
    """Files into an open register, all or nothing. Raises Refused with the first problem where one is found."""
    from kkmp_cli import sheets

    taken = judge(register, [sheets.read(path) for path in files], request)
    if taken.problems:
        problem = taken.problems[0]
        raise Refused(f"{problem.file} baris {problem.row}, {problem.column}: {problem.message}.", problem.remedy)
    return write(register, taken, typed, None, files=[path.name for path in files])


def judge(register: Reader, found: Sequence[Sheet], request: Request, watch: Watch | None = None) -> Taken:
    """The plan of sheets against a register. Writes nothing."""
    from kkmp_cli.areas import AreaIndex
    from kkmp_cli.commands import headings
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.forms import confirmed, stating
    from kkmp_cli.importing import Options, absent, read_rows
    from kkmp_cli.judging import Rule, plan
    from kkmp_cli.planning import SAME, RowResult, Source

    today = settings.today()
    where = scope(register, request.kota).kota
    index = AreaIndex(register.areas(), register.aliases())
    options = Options(
        request.year(today),
        request.day(today),
        where[0][0] if where else None,
        request.maps,
        request.fields_empty_as_belum,
        headings.remembered(register),
    )
    forms = _returned(found, today, per_named=request.per is not None)
    if forms and request.fields_empty_as_belum:
        raise Refused("--kosong-belum tidak berlaku untuk formulir: sel yang dibiarkan tidak menyatakan apa-apa.",
                      "Impor formulirnya tanpa --kosong-belum.")  # fmt: skip
    reading = read_rows(
        [forms[at].sheet if at in forms else sheet for at, sheet in enumerate(found)], index, options, today,
        {} if forms else _known(register, index),
    )
    held = register.present([intent.area.id for intent in reading.intents])
    if forms:
        reading = replace(reading, intents=tuple(stating(reading.intents, held, forms)))
    intents = list(reading.intents)
    reading = replace(reading, intents=())
    count, passing = len(intents), _each_once(intents)
    counted = watch.over(passing, "Membandingkan dengan catatan", count) if watch else passing
    planned = plan(counted, held, Rule(overwrite=request.overwrite), register.numbers(), reading.faulty)
    if forms:
        pers = {at: file.per.isoformat() for at, file in enumerate(reading.files)}
        planned = confirmed(planned, held, forms, pers)
    same = (RowResult(area, SAME, source=Source(file, row)) for file, row, area in reading.same)
    planned = replace(planned, results=(*planned.results, *same))
    unnamed = register.registered_ids() - reading.named.keys()
    missing = absent(reading, (area for area in index.areas if area.id in unnamed)) if unnamed else []
    return Taken(reading, planned, tuple(missing), forms=forms,
                 remembering=headings.news(register, request.maps) if request.remember else ())  # fmt: skip


def _known(register: Reader, index: AreaIndex) -> dict[bytes, Area]:
    """The cooperatives of which a row with a known digest would say nothing new."""
    marks = register.fingerprints()
    areas = {area.id: area for area in index.areas} if marks else {}
    return {mark: areas[key] for mark, key in marks.items()}


def _each_once(intents: list[Intent]) -> Iterator[Intent]:
    """Hands them over and forgets them: those of a national file and what becomes of them need not lie side by side."""
    intents.reverse()
    while intents:
        yield intents.pop()


def _returned(found: Sequence[Sheet], today: date, *, per_named: bool) -> dict[int, Returned]:
    """The forms of ours among the files, by their index."""
    from kkmp_cli.forms import returned

    forms = {at: returned(sheet, today, per_named=per_named) for at, sheet in enumerate(found) if sheet.hidden}
    return {at: form for at, form in forms.items() if form is not None}


def write(
    register: Writer, taken: Taken, typed: str, reason: str | None, *, files: Sequence[str], watch: Watch | None = None
) -> Taken:
    """Records a plan and what is to be remembered as one run, after a copy of the register; nothing for nothing."""
    from kkmp_cli.changes import Changes
    from kkmp_cli.commands import headings, writes
    from kkmp_cli.register.store import NewRun

    if taken.plan.empty and not taken.remembering:
        return taken
    register.keep_copy()
    changes = Changes([*taken.plan.changes.parts, headings.remembering(register, taken.remembering)])
    why = clean(reason, 2_000) if reason else None
    with watch.step("Menulis", taken.work) if watch else nullcontext() as register.tick:
        run = register.apply(changes, NewRun(typed, why, tuple(files)), taken.marks())
    if run == 1:
        writes.announce(register)
    return replace(taken, run=run)


@contextmanager
def looking(location: str) -> Iterator[Reader]:
    """The register to plan against; where there is none yet, a new one that is thrown away."""
    from kkmp_cli.register.location import path_of
    from kkmp_cli.register.reading import reading

    if path_of(location).exists():
        with reading(location) as register:
            yield register
        return
    from kkmp_cli.register.store import writing

    with tempfile.TemporaryDirectory(prefix="kkmp-") as folder, writing(f"{folder}/baru.db", create=True) as register:
        yield register
