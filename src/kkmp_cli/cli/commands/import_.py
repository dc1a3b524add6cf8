"""`kkmp import`: files from everybody → the register, all of a call in one transaction."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.conversation import Conversation, Talked, without_asking
from kkmp_cli.cli.options import import_options, output_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.cli.prompts import interactive
from kkmp_cli.cli.settings_file import ask_once
from kkmp_cli.errors import Advice, Command, KkmpError, Unusable, reason
from kkmp_cli.parsing import numbers

if TYPE_CHECKING:
    from pathlib import Path

    from kkmp_cli.actions.rejects import RejectsFile
    from kkmp_cli.importing.import_result import ImportResult


@import_options.with_request
def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BERKAS…",
            help="CSV, XLSX, XLS, ODS, register (.db); folder; *.xlsx; - untuk CSV dari pipa.",
        ),
    ] = None,
    *,
    asked: import_options.Asked,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
    yes: output_options.Yes = False,
) -> None:
    """Masukkan isian dari berkas, atau register rekan; satu sel salah, tidak ada yang ditulis.

    Contoh:
    kkmp import isian.csv --kota jakpus --per 2026-03-10
    kkmp import isian.csv --kota jakpus --dry-run
    """
    from kkmp_cli.render import progress

    command, asking = session(ctx), interactive() and not yes
    chooses = not files and asking and not as_json and asked.names_no_file
    asked = asked if chooses else asked.of_files(files or (), as_json)
    if not files and not chooses:
        _without_files(command, asked.forget, as_json)
        return
    ask_once(command, yes or asked.dry_run)
    watch = ctx.with_resource(progress.watched())
    (_choose if chooses else _hold)(Conversation(command, watch, asking, asked))


def _hold(talk: Conversation) -> None:
    """Takes in the files that were named, all of them or none."""
    if not _holds_registers(talk):
        _finish(talk.command, _told(talk.command, talk.held()))


def _holds_registers(talk: Conversation) -> bool:
    """Takes in the registers among the files; False where they are sheets."""
    from kkmp_cli.actions.sources import registers

    if not (places := registers(talk.typed.files)):
        return False
    from kkmp_cli.cli.register_talk import take_in

    take_in(talk, places)
    return True


def _choose(talk: Conversation) -> None:
    """Asks which files, and takes them in one after the other, each with its own yes."""
    from kkmp_cli.cli.questions.file_question import chosen_files

    command = talk.command
    *before, last = chosen_files(command)
    for name in before:
        try:
            _import_chosen(talk, name)
        except KkmpError as error:
            command.say(Advice("{}\n→ {}", error.message, error.remedy))
        except typer.Exit:
            pass
        command.say("")
    _import_chosen(talk, last)


def _import_chosen(talk: Conversation, name: str) -> None:
    about = talk._replace(typed=talk.typed.of_files([name], as_json=False))
    if _holds_registers(about):
        return
    _finish(talk.command, _told(talk.command, about.held())._replace(answered=True))


def _finish(command: Terminal, talked: Talked) -> None:
    """The bad rows into their file, and what does the same without asking where that was."""
    if talked.asked.writes_rejects(talked.result):
        _write_rejects(command, talked.result, talked.asked)
    if talked.answered:
        refused = talked.result.problems and talked.result.run is None
        command.say(talked.asked.onward() if refused else without_asking(talked))
    if talked.result.incomplete:
        raise typer.Exit(1)


def _told(command: Terminal, talked: Talked) -> Talked:
    """What was written; before it all that led there, unless it was shown already."""
    from kkmp_cli.render.screens import import_ as screen

    result, asked = talked.result, talked.asked
    told = talked.shown and sys.stdout.isatty() and not asked.as_json
    if not told:
        command.say_all(screen.forms(result))
    sentence = screen.result(result, asked.dry_run, asked.request.skip_errors)
    command.done(sentence, None if told else _whole(command, result, asked))
    return talked


def _whole(command: Terminal, result: ImportResult, asked: import_options.Asked) -> str:
    """All of an import, in words or as JSON."""
    if asked.as_json:
        from kkmp_cli.render.screens import import_json

        return import_json.as_json(result, command.worded)
    from kkmp_cli.render.screens import import_ as screen

    how = asked.dry_run, asked.request.skip_errors
    return command.with_head(screen.as_text(result, *how, command.worded))


def _without_files(command: Terminal, forget: Sequence[str], as_json: bool) -> None:
    """Forgets the headings that are named, else tells what is remembered."""
    from kkmp_cli.actions import remembered_headings

    if forget:
        done = remembered_headings.forget(command, forget)
        names = ", ".join(f"`{heading}`" for heading in done.headings)
        undo = Command("undo", done.run)
        template = "Dilupakan sebagai pekerjaan {}: {}. Batalkan dengan `{}`."
        command.done(Advice(template, done.run, names, undo))
        return
    _tell_remembered(command, as_json)


def _tell_remembered(command: Terminal, as_json: bool) -> None:
    from kkmp_cli.actions import remembered_headings
    from kkmp_cli.render.screens import plain_list

    rows = remembered_headings.rows(command)
    if as_json:
        command.page(plain_list.records(rows, as_json, ()), as_json)
        return
    shown = [row | {"isian": _meant(row["isian"])} for row in rows]
    command.page(plain_list.records(shown, as_json, ("judul", "isian")))
    command.say(_next_step([row["judul"] for row in rows]))


def _meant(name: str) -> str:
    from kkmp_cli.render.screens import understanding

    return understanding.meaning(name) if name else "(diabaikan)"


def _next_step(headings: Sequence[str]) -> Advice:
    if headings:
        return Advice("Lupakan dengan `{}`.", Command("import", "--forget", headings[0]))
    remember = Command("import", "BERKAS", "--map", "JUDUL KOLOM=isian", "--remember")
    return Advice("Ingat arti sebuah judul dengan `{}`.", remember)


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
    stands = f"Impor tetap berlaku (pekerjaan {run})" if run else "Tidak ada baris yang masuk"
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
