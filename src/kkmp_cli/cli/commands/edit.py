"""`kkmp edit`: many cells at once, in the spreadsheet program; what changed there is imported."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kkmp_cli.cli.extensions import format_of
from kkmp_cli.cli.options import field_options, filter_options, output_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.cli.prompts import interactive
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.model.vocabulary import AREA, PERSONAL, Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.words import written

if TYPE_CHECKING:
    from kkmp_cli.actions.edit_sheet import EditSheet
    from kkmp_cli.actions.import_sheets import ImportRequest
    from kkmp_cli.cli.sheet_editing import SheetEditing
    from kkmp_cli.importing.form import Issue
    from kkmp_cli.model.cooperative import Cooperative


@filter_options.with_filters
def edit(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    columns: field_options.Columns = None,
    personal: output_options.Personal = False,
    reason: output_options.Reason = None,
    output: output_options.Output = None,
    yes: output_options.Yes = False,
) -> None:
    """Sunting daftar koperasi di program lembar kerja; hanya yang diubah yang dicatat.

    Contoh:
    kkmp edit --kota jakpus --belum usaha --kolom usaha,anggota
    """
    command = session(ctx)
    target = _named(command, output)
    names = _fields(command.vocabulary(), columns, chosen.book_year, personal)
    sheet = _sheet(command, chosen, personal)
    day = chosen.day.isoformat()
    target = target or _temporary(day)
    issue = _write(sheet, names, day, target)
    command.done(_told(sheet, target))
    editing = _editing(ctx, target, issue, _request(sheet, reason))
    _hand_over(editing, yes, keep=output is not None)


def _hand_over(editing: SheetEditing, yes: bool, keep: bool) -> None:
    """Waits for what is edited; tells how it comes back where nobody sits or nothing opens it."""
    if interactive() and editing.open():
        editing.run(yes, keep)
        return
    back = Command("import", editing.workbook.path)
    editing.command.out(Advice("Sesudah disunting dan disimpan: {}", back))


def _told(sheet: EditSheet, target: Path) -> str:
    return written(target, f"{show(len(sheet.lines))} koperasi, {sheet.place}")


def _sheet(command: Terminal, chosen: filter_options.Choice, personal: bool) -> EditSheet:
    from kkmp_cli.actions.edit_sheet import Wanted, edit_sheet

    wanted = Wanted(chosen.kota, chosen.kecamatan, chosen.day.isoformat(), personal)
    return edit_sheet(command, wanted, partial(_passing, chosen))


def _request(sheet: EditSheet, reason: str | None) -> ImportRequest:
    from kkmp_cli.actions.import_sheets import ImportRequest

    return ImportRequest(reason=reason, shown=sheet.shown)


def _temporary(day: str) -> Path:
    return Path(tempfile.mkdtemp(prefix="kkmp-")) / f"suntingan-{day}.xlsx"


def _editing(
    ctx: typer.Context, target: Path, issue: Issue, request: ImportRequest
) -> SheetEditing:
    from kkmp_cli.cli.sheet_editing import SheetEditing
    from kkmp_cli.render import progress

    watch = ctx.with_resource(progress.watched())
    return SheetEditing.of(session(ctx), target, issue, request, watch)


def _fields(
    vocabulary: Vocabulary, columns: str | None, book_year: int, personal: bool
) -> tuple[str, ...]:
    """The fields to be edited; those that tell which row it is are in every sheet."""
    from kkmp_cli.importing.form import form_fields

    if columns is None:
        people = PERSONAL if personal else ()
        return (*form_fields(book_year, vocabulary), *people)
    named = field_options.columns_named(columns, book_year, personal, vocabulary)
    names = tuple(name for name in named if vocabulary.kind_of(name) != AREA)
    if not names:
        remedy = "Misalnya --kolom usaha,anggota."
        raise BadUsage("--kolom: nama dan kode wilayah tidak disunting di sini.", remedy)
    return names


def _named(command: Terminal, output: str | None) -> Path | None:
    """The file of `-o`. Raises BadUsage for another form, Refused where somebody filled one in."""
    from kkmp_cli.actions.forms import refuse_filled

    if output is None:
        return None
    format_of(output, ("xlsx",))
    refuse_filled(Path(output), command.vocabulary())
    return Path(output)


def _passing(
    chosen: filter_options.Choice, everybody: Sequence[Cooperative]
) -> Sequence[Cooperative]:
    from kkmp_cli.reports.selection import select

    views = select(everybody, chosen.filters, chosen.day.isoformat(), chosen.book_year)
    return [view.cooperative for view in views]


def _write(sheet: EditSheet, names: tuple[str, ...], day: str, target: Path) -> Issue:
    """Writes the workbook, for the officer's eyes alone where it holds personal values."""
    from kkmp_cli.render.files import opened
    from kkmp_cli.render.formats import form_workbook

    issue = form_workbook.issued(sheet.lines, names, day, sheet.vocabulary)
    private = not set(PERSONAL).isdisjoint(names)
    with opened(target, private) as file:
        areas = [line.area for line in sheet.lines]
        form_workbook.write(issue, areas, sheet.place, file, sheet.vocabulary)
    return issue
