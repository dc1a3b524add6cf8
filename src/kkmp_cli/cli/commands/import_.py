"""`kkmp import`: files from everybody → the register, all of a call in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from operator import length_hint
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.options import import_options, output_options
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.cli.prompts import confirm, interactive
from kkmp_cli.cli.questions import with_answer
from kkmp_cli.errors import Advice, Command, Unusable, reason
from kkmp_cli.parsing import dates, numbers

if TYPE_CHECKING:
    from pathlib import Path

    from kkmp_cli.actions.import_sheets import ImportRequest
    from kkmp_cli.actions.rejects import RejectsFile
    from kkmp_cli.importing.import_result import ImportResult
    from kkmp_cli.model.own_field import OwnField
    from kkmp_cli.render.progress import Watch
    from kkmp_cli.sheets import Sheet


@import_options.with_request
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="BERKAS…", help="CSV, XLSX, XLS, ODS; folder; pola; - untuk stdin."),
    ] = None,
    *,
    asked: import_options.Asked,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
    yes: output_options.Yes = False,
) -> None:
    """Masukkan isian dari berkas; satu sel salah, tidak ada yang ditulis.

    Contoh: kkmp import isian.csv --kota jakpus --per 2026-03-10
    """
    from kkmp_cli.render import progress

    command = session(ctx)
    asked = asked.of_files(files or (), as_json)
    if not files:
        _without_files(command, asked.forget, as_json)
        return
    watch = ctx.with_resource(progress.watched())
    sheets = _read(command, files, asked, watch)
    result = _result(command, sheets, asked, watch, interactive() and not yes)
    _tell(command, result, asked)
    if asked.writes_rejects:
        _write_rejects(command, result, asked)
    if result.problems:
        raise typer.Exit(1)


def _tell(command: Terminal, result: ImportResult, asked: import_options.Asked) -> None:
    from kkmp_cli.render.screens import import_ as screen
    from kkmp_cli.render.screens import import_json

    _say_forms(command, result)
    how = asked.dry_run, asked.request.skip_errors
    shown = (
        import_json.as_json(result, command.worded)
        if asked.as_json
        else command.with_head(screen.as_text(result, *how, command.worded))
    )
    command.done(screen.result(result, *how), shown)


def _without_files(command: Terminal, forget: Sequence[str], as_json: bool) -> None:
    """Forgets the headings that are named, else tells what is remembered."""
    from kkmp_cli.actions import remembered_headings

    if forget:
        done = remembered_headings.forget(command, forget)
        names = ", ".join(f"`{heading}`" for heading in done.headings)
        undo = Command("undo", done.run)
        template = "Dilupakan sebagai run {}: {}. Batalkan dengan `{}`."
        command.done(Advice(template, done.run, names, undo))
        return
    _tell_remembered(command, as_json)


def _tell_remembered(command: Terminal, as_json: bool) -> None:
    from kkmp_cli.actions import remembered_headings
    from kkmp_cli.render.screens import plain_list

    rows = remembered_headings.rows(command)
    if as_json:
        command.out(plain_list.records(rows, as_json, ()))
        return
    shown = [row | {"isian": _meant(row["isian"])} for row in rows]
    command.out(plain_list.records(shown, as_json, ("judul", "isian")))
    command.say(_next_step([row["judul"] for row in rows]))


def _meant(name: str) -> str:
    from kkmp_cli.render.screens import understanding

    return understanding.meaning(name) if name else "(diabaikan)"


def _next_step(headings: Sequence[str]) -> Advice:
    if headings:
        return Advice("Lupakan dengan `{}`.", Command("import", "--forget", headings[0]))
    remember = Command("import", "BERKAS", "--map", "JUDUL KOLOM=isian", "--remember")
    return Advice("Ingat arti sebuah judul dengan `{}`.", remember)


def _read(
    command: Terminal, files: Sequence[str], asked: import_options.Asked, watch: Watch
) -> list[Sheet]:
    from kkmp_cli import sheets
    from kkmp_cli.actions.sources import expanded

    command.warn_of_clock()
    knows = _knows(command, asked.request)
    sources = expanded(files)
    if sources.passed_over:
        passed = ", ".join(sources.passed_over)
        mended = "Yang sudah diperbaiki diimpor dengan menyebut namanya."
        command.say(f"Dilewati: {passed}. {mended}")
    tabs = (each for path in sources.files for each in sheets.tabs(path, asked.sheets, knows))
    return _counted([*tabs], watch)


def _knows(command: Terminal, request: ImportRequest) -> Callable[[str], bool]:
    """Tells a heading that means something, by this call or by the register."""
    from kkmp_cli.actions import remembered_headings
    from kkmp_cli.importing import HeadingMeanings, ImportOptions

    vocabulary, remembered = remembered_headings.known_by(command)
    return HeadingMeanings(
        ImportOptions(vocabulary, request.year, maps=request.maps, remembered=remembered)
    ).knows


def _counted(sheets: Sequence[Sheet], watch: Watch) -> list[Sheet]:
    words = "Membaca isian"
    return [
        sheet._replace(rows=watch.over(sheet.rows, words, length_hint(sheet.rows)))
        for sheet in sheets
    ]


def _result(
    command: Terminal,
    sheets: Sequence[Sheet],
    asked: import_options.Asked,
    watch: Watch,
    asking: bool,
) -> ImportResult:
    """The plan, recorded where nothing forbids it and, where `asking`, an officer agrees."""
    from kkmp_cli.actions.import_sheets import import_previewed, preview

    request = asked.request
    seen = preview(command, sheets, request, watch)
    if more := with_answer(command, seen, asked) if asking else None:
        return _result(command, sheets, more, watch, asking)
    if asked.dry_run or not seen.result.writable(request.skip_errors):
        _say_undeclared(command, request.new_fields)
        return seen.result
    _confirm(seen.result.touched, asking)
    _declare(command, request.new_fields)
    return import_previewed(command, seen, sheets, request, watch, asking)


def _say_undeclared(command: Terminal, fields: Sequence[OwnField]) -> None:
    if fields:
        keys = ", ".join(own.key for own in fields)
        command.say(f"Bidang baru belum dibuat ({keys}): isian berkas belum dapat ditulis.")


def _declare(command: Terminal, fields: Iterable[OwnField]) -> None:
    from kkmp_cli.actions import own_fields

    for own in fields:
        run = own_fields.add(command, own).run
        named = f"{own.key} ({own.label}, {own.kind})"
        command.say(Advice("Bidang baru: {}{}.", named, undo_with(run)))


def _confirm(touched: int, asking: bool) -> None:
    if touched > 1:
        confirm(f"Tulis perubahan pada {numbers.show(touched)} koperasi?", not asking)


def _say_forms(command: Terminal, result: ImportResult) -> None:
    for at, form in result.forms.items():
        day, place = dates.show(form.issue.day), result.reading.files[at].place
        touched, checked = numbers.show(form.touched), numbers.show(len(form.checked))
        command.say(
            f"{place}: formulir yang dikeluarkan {day}; {touched} sel diisi atau diubah, "
            f"{checked} baris dicek tetap. Sel lain tidak menyatakan apa-apa."
        )
        if form.issue.lost:
            command.say(
                f"  Lembar tersembunyinya hilang: dibaca per {day}, dan sel yang sama dengan "
                f"catatan sampai hari itu dianggap tidak diubah. Kirim kembali berkas .xlsx "
                f"aslinya bila masih ada."
            )


def _write_rejects(command: Terminal, result: ImportResult, asked: import_options.Asked) -> None:
    """The bad rows beside their files. Where a `--map` of this call said what a heading means, the
    headings of the new file say that by themselves.
    """
    from kkmp_cli.actions import rejects

    unwritten = []
    for one in rejects.files(result):
        try:
            command.say(_written(one, asked))
        except (OSError, Unusable) as error:
            unwritten.append(_why(error, one.target))
    _say_lost_ticks(command, rejects.lost_ticks(result))
    if unwritten:
        raise _without_rejects(result.run, unwritten)


def _written(one: RejectsFile, asked: import_options.Asked) -> Advice:
    """What is said of a file of bad rows that was written. Raises Unusable, OSError."""
    from kkmp_cli.actions import rejects
    from kkmp_cli.render.files import write_file
    from kkmp_cli.render.formats import rejects_file

    as_file = rejects_file.as_csv if one.piped else rejects_file.as_xlsx
    content = as_file(one.parts)
    kept = rejects.set_aside(one.target, content)
    write_file(one.target, content, private=True)
    return _mend(one, asked, kept)


def _mend(one: RejectsFile, asked: import_options.Asked, kept: Path | None) -> Advice:
    """Where the bad rows are, and the command that takes them once they are mended."""
    again = Command("import", one.target, *_again(one, asked))
    how = " dengan --sheet semua" * _has_sheets(one)
    how += " tanpa --map" * bool(asked.request.maps)
    template = "{}. Perbaiki di sana, lalu impor berkas itu{}.\n→ {}"
    return Advice(template, _where(one, kept), how, again)


def _has_sheets(one: RejectsFile) -> bool:
    return len(one.parts) > 1 and not one.piped


def _again(one: RejectsFile, asked: import_options.Asked) -> Iterator[str]:
    """The options with which the corrected rows mean what they meant."""
    if _has_sheets(one):
        yield from ("--sheet", "semua")
    if asked.request.kota:
        yield from ("--kota", asked.request.kota)
    for word in asked.request.words:
        yield from ("--arti", word)
    if asked.request.empty_as_belum:
        yield from ("--kosong-belum", ",".join(asked.request.empty_as_belum))


def _why(error: OSError | Unusable, target: Path) -> str:
    return f"{target}: {reason(error)}" if isinstance(error, OSError) else error.message.rstrip(".")


def _without_rejects(run: int | None, unwritten: Sequence[str]) -> Unusable:
    """The good rows stand, the bad ones lie nowhere: what is said of that."""
    stands = f"Impor tetap berlaku (run {run})" if run else "Tidak ada baris yang masuk"
    return Unusable(
        f"{stands}; baris yang ditolak tidak tersimpan: {'; '.join(unwritten)}.",
        "Salin berkas asalnya ke folder yang dapat ditulis, lalu impor salinan itu dengan pilihan "
        "yang sama: yang sudah masuk terbaca sama, yang ditolak ditulis di sampingnya.",
    )


def _where(one: RejectsFile, kept: Path | None) -> str:
    older = f" (yang lama disimpan sebagai {kept.name})" if kept else ""
    return f"{numbers.show(one.rows)} baris yang ditolak ditulis ke {one.target}{older}"


def _say_lost_ticks(command: Terminal, lost: Iterable[tuple[Sequence[str], date]]) -> None:
    for codes, per in lost:
        template = (
            "Tanda `Sudah dicek` pada {} baris yang ditolak tidak ikut ke sana; sesudah "
            "diperbaiki, catat:\n  {}"
        )
        command_for_them = Command("update", *codes, "--tetap", "--per", per.isoformat())
        command.say(Advice(template, numbers.show(len(codes)), command_for_them))
