"""`kkmp template`: forms filled with today's state, to be sent out and imported again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.extensions import format_of, suffix_of
from kkmp_cli.cli.options import day_options, place_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.errors import BadUsage, Unusable
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.words import written

if TYPE_CHECKING:
    from kkmp_cli.actions.forms import Form


def template(
    ctx: typer.Context,
    kota: place_options.Kota = None,
    kecamatan: place_options.Kecamatan = None,
    each: Annotated[
        bool, typer.Option("--per-kecamatan", help="Satu berkas per kecamatan; -o adalah folder.")
    ] = False,
    book_year: day_options.BookYear = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="BERKAS|FOLDER", help="isian.xlsx, atau folder."),
    ] = None,
) -> None:
    """Buat formulir isian; sel yang tidak diubah tidak menyatakan apa-apa saat diimpor.

    Contoh:
    kkmp template --kota jakpus --per-kecamatan -o isian/
    """
    from kkmp_cli.actions import forms

    target = _target(output, each, kecamatan)
    year = day_options.read_book_year(book_year, newest_book_year(settings.today()))
    command = session(ctx)
    rows = forms.lines(command, kota, kecamatan)
    if each:
        _write_each(command, forms.by_kecamatan(rows, target), year)
    else:
        one = forms.whole(rows, target)
        _write(one, year)
        command.done(written(one.target, f"{show(len(one.lines))} kelurahan, {one.place}"))


def _target(output: str | None, each: bool, kecamatan: str | None) -> Path:
    """The file or folder of `-o`. Raises BadUsage for one that cannot be meant."""
    if output is None:
        remedy = "Misalnya -o isian.xlsx, atau -o isian/ dengan --per-kecamatan."
        raise BadUsage("-o belum disebut.", remedy)
    if each and suffix_of(output) == "xlsx":
        words = "Dengan --per-kecamatan, -o adalah folder, bukan satu berkas .xlsx."
        raise BadUsage(words, "Misalnya -o isian/.")
    if not each:
        format_of(output, ("xlsx",))
    if each and kecamatan:
        raise BadUsage("--kecamatan dan --per-kecamatan tidak dapat bersama.", "Pakai salah satu.")
    return Path(output)


def _write_each(command: Terminal, forms: Sequence[Form], book_year: int) -> None:
    folder = forms[0].target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        remedy = "Periksa nama dan izinnya."
        raise Unusable(f"Folder {folder} tidak dapat dibuat.", remedy) from None
    for form in forms:
        _write(form, book_year)
    count = show(sum(len(form.lines) for form in forms))
    kota = forms[0].lines[0].area.kota
    command.done(written(folder, f"{len(forms)} formulir, {count} kelurahan, {kota}"))


def _write(form: Form, book_year: int) -> None:
    """Writes a form. Raises Refused where somebody has filled in the one of that name."""
    from kkmp_cli.actions.forms import refuse_filled
    from kkmp_cli.importing.form import form_fields
    from kkmp_cli.render.files import opened
    from kkmp_cli.render.formats import form_workbook

    refuse_filled(form.target, form.vocabulary)
    names = form_fields(book_year, form.vocabulary)
    day = settings.today().isoformat()
    issue = form_workbook.issued(form.lines, names, day, form.vocabulary)
    with opened(form.target) as file:
        form_workbook.write(issue, form.areas, form.place, file, form.vocabulary)
