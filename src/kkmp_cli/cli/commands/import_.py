"""`kkmp import`: files from everybody → the register, all of a call in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import length_hint
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.actions.import_sheets import Request, Taken, judge, write
from kkmp_cli.actions.record import looking
from kkmp_cli.cli.framework import ask, interactive, out, say, session
from kkmp_cli.errors import Refused
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.register.writer import Writer
    from kkmp_cli.render.progress import Watch
    from kkmp_cli.sheets import Sheet


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="BERKAS…", help="CSV, XLSX, XLS, ODS; folder; pola; - untuk stdin."),
    ] = None,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan isinya benar.")
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            metavar="LEMBAR",
            help="Lembar buku kerja, boleh diulang; `semua`: setiap tabelnya.",
        ),
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="JUDUL=ISIAN", help="Arti satu judul kolom; JUDUL= mengabaikan."
        ),
    ] = None,
    remember: Annotated[
        bool,
        typer.Option(
            "--remember",
            help="Ingat --map ini untuk seterusnya; tanpa BERKAS: tampilkan yang diingat.",
        ),
    ] = False,
    forget: Annotated[
        list[str] | None,
        typer.Option("--forget", metavar="JUDUL", help="Lupakan judul yang diingat; tanpa BERKAS."),
    ] = None,
    empty_as_belum: Annotated[
        str | None,
        typer.Option("--kosong-belum", metavar="M,…", help="Sel kosong kolom ini berarti belum."),
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku kolom RAT.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan rencananya.")] = False,
    skip_errors: Annotated[
        bool, typer.Option("--skip-errors", help="Masukkan baris yang baik saja.")
    ] = False,
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
    from kkmp_cli.actions import rejects, remembered_headings
    from kkmp_cli.actions.sources import expanded
    from kkmp_cli.importing import Options, Vocabulary
    from kkmp_cli.render import progress
    from kkmp_cli.render.screens import import_ as plan_words
    from kkmp_cli.render.screens import import_json

    command = session(ctx)
    remembered_headings.refuse_mixed(files or (), maps or (), remember, forget or (), dry_run)
    if not files:
        remembered_headings.without_files(command, forget or (), as_json)
        return
    request = Request(
        kota, per, tuple(maps or ()), empty_as_belum, book_year, overwrite, skip_errors, remember
    )
    known = remembered_headings.remembered_at(command.location)
    knows = Vocabulary(
        Options(request.year(settings.today()), maps=request.maps, remembered=known)
    ).knows
    found = [each for path in expanded(files) for each in sheets.tabs(path, sheet or (), knows)]
    watch = ctx.with_resource(progress.watched())
    found = [
        replace(each, rows=watch.over(each.rows, "Membaca isian", length_hint(each.rows)))
        for each in found
    ]
    asking = interactive() and not yes
    with looking(command.location) as reader:
        taken, tip = judge(reader, found, request, watch), reader.head()
    if not dry_run and taken.writable(skip_errors) and (not asking or _agreed(taken)):
        from kkmp_cli.register.writer import open_writer

        with open_writer(command.location, create=True) as register:
            if register.head() != tip:
                taken = _judged_again(register, found, request, taken if asking else None, watch)
            if taken.writable(skip_errors):
                files_read = [each.place for each in found]
                why = _why(reason, request)
                taken = write(register, taken, command.typed, why, files=files_read, watch=watch)
    _tell_forms(taken)
    out(import_json.as_json(taken) if as_json else plan_words.as_text(taken, dry_run, skip_errors))
    if skip_errors and not dry_run:
        rejects.write(taken, found, mapped=bool(maps))
    if taken.problems:
        raise typer.Exit(1)


def _judged_again(
    register: Writer, found: Sequence[Sheet], request: Request, agreed: Taken | None, watch: Watch
) -> Taken:
    """The plan on the register as somebody left it meanwhile. Raises Refused where another one was
    agreed to.
    """
    again = judge(register, found, request, watch)
    if agreed is not None and again.plan.events != agreed.plan.events:
        raise Refused(
            "Register berubah sewaktu menunggu jawaban; tidak ada yang ditulis.",
            "Ulangi perintahnya.",
        )
    return again


def _why(reason: str | None, request: Request) -> str | None:
    """The reason of the run; that empty cells were taken as `belum` is always part of it."""
    empty = request.fields_empty_as_belum
    said = f"sel kosong dianggap belum: {', '.join(empty)}" if empty else ""
    return "; ".join(filter(None, (reason, said))) or None


def _agreed(taken: Taken) -> bool:
    """Shows the count and asks, where more than one cooperative would change; True where there is
    nothing to ask.
    """
    touched = sum(bool(result.events) for result in taken.plan.results)
    if touched < 2:
        return True
    if match_key(ask(f"Tulis perubahan pada {numbers.show(touched)} koperasi? [y/T] ")) in (
        "y",
        "ya",
        "yes",
    ):
        return True
    raise Refused("Dibatalkan; tidak ada yang ditulis.")


def _tell_forms(taken: Taken) -> None:
    for at, form in taken.forms.items():
        day = dates.show(form.issue.day)
        touched, checked = numbers.show(form.touched), numbers.show(len(form.checked))
        say(
            f"{taken.reading.files[at].place}: formulir yang dikeluarkan {day}; {touched} sel "
            f"diisi atau diubah, "
            f"{checked} baris dicek tetap. Sel lain tidak menyatakan apa-apa."
        )
