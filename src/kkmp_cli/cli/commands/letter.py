"""`kkmp letter`: one letter per camat or lurah from the office's own template."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.cli import letter_writing, prompts
from kkmp_cli.cli.options import day_options, filter_options, output_options
from kkmp_cli.cli.output import PLAN_ALONE, Terminal, session, undo_with
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.words import written

if TYPE_CHECKING:
    from kkmp_cli.actions.write_letters import Letters, LettersWanted

_WEEK = 7


@filter_options.with_filters
def letter(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    template: Annotated[
        str | None,
        typer.Option("--templat", metavar="BERKAS", help="Templat surat: .docx, .md atau .txt."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FOLDER", help="Folder untuk suratnya.")
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--untuk", metavar="camat|lurah", help="Kepada siapa; satu surat masing-masing."
        ),
    ] = "camat",
    due: Annotated[
        str | None,
        typer.Option(
            "--batas", metavar="TANGGAL", help="Paling lambat dijawab; bila tidak diisi: seminggu."
        ),
    ] = None,
    own: Annotated[
        list[str] | None,
        typer.Option("--isi", metavar="NAMA=TEKS", help="Isi tanda lain, mis. nomor; berulang."),
    ] = None,
    follow_up: Annotated[
        bool, typer.Option("--tindak-lanjut", help="Catat setiap surat sebagai tindak lanjut.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Sebutkan suratnya; tidak ada yang ditulis.")
    ] = False,
    example: Annotated[
        str | None,
        typer.Option("--contoh", metavar="BERKAS", help="Tulis contoh templat, .docx atau .md."),
    ] = None,
    personal: output_options.Personal = False,
    yes: output_options.Yes = False,
) -> None:
    """Surat untuk setiap camat atau lurah, dari templat kantor sendiri.

    Contoh:
    kkmp letter --contoh surat.docx
    kkmp letter --belum rat --kota jakpus --templat surat.docx -o surat/
    """
    command = session(ctx)
    if example is not None:
        _write_example(command, example)
        return
    file, folder = _needed(template, output, dry_run)
    made = letter_writing.read_template(file, letter_writing.own_texts(own or ()), personal)
    order = Order(_addressee(to), _due(due), folder, follow_up, yes)
    _send(command, chosen, made, order, dry_run)


class Order(NamedTuple):
    """What is to become of the letters."""

    to: str
    due: date
    folder: Path
    follow_up: bool
    yes: bool


def _needed(template: str | None, output: str | None, dry_run: bool) -> tuple[str, Path]:
    """The template, and the folder for the letters. Raises BadUsage where one is not named."""
    if template is None:
        example = Command("letter", "--contoh", "surat.docx")
        raise BadUsage("--templat belum disebut.", Advice("Contoh templat: {}.", example))
    if output is None and not dry_run:
        raise BadUsage("-o belum disebut.", "Sebut foldernya, misalnya -o surat/.")
    return template, Path(output or "surat")


def _addressee(to: str) -> str:
    from kkmp_cli.reports.letters import CAMAT, LURAH

    word = to.strip().casefold()
    if word not in (CAMAT, LURAH):
        raise BadUsage(f"--untuk `{short(to)}` tidak dikenal.", "Pakai camat atau lurah.")
    return word


def _due(text: str | None) -> date:
    """By when to answer: a week from today where nothing was typed."""
    today = settings.today()
    return day_options.read_answer_day(text, today) if text else today + timedelta(days=_WEEK)


def _write_example(command: Terminal, file: str) -> None:
    """Raises Refused where a file of that name is there."""
    from kkmp_cli.render.files import write_file
    from kkmp_cli.render.formats.letter_example import example

    suffix, target = letter_writing.suffix_of_template(file), Path(file)
    if target.exists():
        raise Refused(f"{file} sudah ada; tidak ditimpa.", "Pilih nama lain.")
    write_file(target, example(suffix))
    whom = "--belum", "rat", "--kota", "…"
    send = Command("letter", *whom, "--templat", file, "-o", "surat")
    command.done(Advice("{}. Sunting, lalu {}", written(file, "contoh templat"), send))


def _send(
    command: Terminal,
    chosen: filter_options.Choice,
    template: letter_writing.Template,
    order: Order,
    dry_run: bool,
) -> None:
    from kkmp_cli.actions import write_letters
    from kkmp_cli.reports.letters import asked

    found = write_letters.find(command, _wanted(chosen, order.to, template.personal))
    files = write_letters.targets(found.listed, order.folder, template.suffix)
    names = asked(chosen.filters, chosen.book_year)
    _write(command, template, letter_writing.Batch(found, files, names), chosen.day, order, dry_run)
    if not dry_run:
        _follow(command, found, names, order)


def _write(
    command: Terminal,
    template: letter_writing.Template,
    batch: letter_writing.Batch,
    per: date,
    order: Order,
    dry_run: bool,
) -> None:
    """Writes the letters, or only lists them."""
    from kkmp_cli.render.letter_values import LetterDays

    days = LetterDays(settings.today(), per, order.due)
    letters = letter_writing.contents(template, batch, days)
    if blank := letter_writing.left_blank(template, batch.found):
        command.say(blank)
    lines, number = letter_writing.listing(batch), f"{show(len(letters))} surat"
    if dry_run:
        command.out_lines([f"{number}:", *lines, PLAN_ALONE])
        return
    letter_writing.write(batch.files, letters, template.personal)
    command.done_lines([*lines, written(order.folder, number)])


def _wanted(chosen: filter_options.Choice, to: str, personal: bool) -> LettersWanted:
    from kkmp_cli.actions.write_letters import LettersWanted

    return LettersWanted(
        chosen.kota,
        chosen.kecamatan,
        chosen.filters,
        chosen.day,
        chosen.book_year,
        to=to,
        personal=personal,
    )


def _follow(command: Terminal, found: Letters, names: tuple[str, ...], order: Order) -> None:
    """Records what was sent as follow-ups: as asked for, or on a yes at a terminal."""
    from kkmp_cli.actions import write_letters

    number, until = show(len(found.listed)), dates.show(order.due)
    question = f"Catat {number} surat ini sebagai tindak lanjut, batas {until}?"
    asks = not order.yes and prompts.interactive()
    if not (order.follow_up or (asks and prompts.agreed(question))):
        return
    run = write_letters.follow(command, found, names, order.due)
    said = f"{number} tindak lanjut dicatat, batas {until}"
    command.done(Advice("{}{}.", said, undo_with(run)))
