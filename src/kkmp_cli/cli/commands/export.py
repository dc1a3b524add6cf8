"""`kkmp export`: the register, or a part of it, as a file that reads back as itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import say, session
from kkmp_cli.cli.options import filter_options
from kkmp_cli.errors import BadUsage
from kkmp_cli.model import vocabulary
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.actions.named_areas import Scope
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.render.formats.export_rows import Extract
    from kkmp_cli.render.progress import Watch

_WORDS = "Mengekspor"
CSV, XLSX, JSON = "csv", "xlsx", "json"


@filter_options.with_filters
def export(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    columns: Annotated[
        str | None, typer.Option("--kolom", metavar="A,B", help="Hanya kolom ini, urut begini.")
    ] = None,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="csv, xlsx atau json.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="CSV dengan koma, tanpa BOM.")] = False,
    personal: Annotated[
        bool, typer.Option("--with-personal", help="Sertakan ketua dan telepon.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Keluarkan isi register; mengimpornya kembali tidak mengubah apa pun.

    Contoh: kkmp export --kota jakpus -o jakpus.xlsx
    """
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render import objects, progress
    from kkmp_cli.render.formats import export_rows
    from kkmp_cli.reports.selection import Filters, select

    today, day, year = settings.today(), chosen.day, chosen.book_year
    wanted = _format(as_format, as_json, output)
    if wanted == JSON and columns is not None:
        raise BadUsage("--kolom berlaku untuk csv dan xlsx.", "JSON selalu berisi semua isian.")
    if plain and wanted != CSV:
        raise BadUsage("--plain berlaku untuk csv.", "Hapus --plain.")
    request = _Request(day, year, wanted, plain, personal, columns, output)
    watch = ctx.with_resource(progress.watched(output is not None or not sys.stdout.isatty()))
    with open_reader(session(ctx).location) as register:
        where = scope(register, chosen.kota, chosen.kecamatan)
        if chosen.filters == Filters() and day == today and wanted != JSON:
            _stream(register, where, request, watch)
            return
        found = register.cooperatives(where.prefixes, with_personal=personal)
    if chosen.filters != Filters():
        found = [one.cooperative for one in select(found, chosen.filters, day.isoformat(), year)]
    if wanted == JSON:
        pieces = export_rows.json_pieces(found, day.isoformat(), year, personal)
        counted = watch.over(pieces, _WORDS, len(found))
        _deliver(request, lambda file: _write_json(counted, file))
        return
    names = _columns(request, objects.book_years(found, year))
    rows = export_rows.rows_of(
        watch.over(found, _WORDS, len(found)), names, day.isoformat(), past=day < today
    )
    _write(request, export_rows.Extract(names, rows, day.isoformat(), _place(where)))


@dataclass(frozen=True, slots=True)
class _Request:
    """What was asked for."""

    day: date
    book_year: int
    format: str
    plain: bool
    personal: bool
    columns: str | None
    output: str | None


def _stream(register: Reader, where: Scope, request: _Request, watch: Watch) -> None:
    """The whole register as it is today, row by row from the tables to the file."""
    from kkmp_cli.register import extracts
    from kkmp_cli.render.formats.export_rows import Extract

    names = _columns(
        request, sorted(extracts.book_years(register, where.prefixes) | {request.book_year})
    )
    day = request.day.isoformat()
    total = extracts.count(register, where.prefixes) if watch.seen else None
    rows = watch.over(extracts.rows(register, names, where.prefixes), _WORDS, total)
    _write(request, Extract(names, rows, day, _place(where)))


def _format(named: str | None, as_json: bool, output: str | None) -> str:
    if as_json and named and named.casefold() != JSON:
        raise BadUsage("--json dan --format menyebut bentuk yang berbeda.", "Pakai salah satu.")
    suffix = Path(output).suffix.lstrip(".").casefold() if output else ""
    name = (
        JSON if as_json else (named or "").casefold() or (suffix if suffix in (XLSX, JSON) else CSV)
    )
    if name not in (CSV, XLSX, JSON):
        raise BadUsage(
            f"Bentuk `{clean(name, None)[:20]}` tidak dikenal.", "Yang ada: csv, xlsx, json."
        )
    return name


def _columns(request: _Request, years: Sequence[int]) -> tuple[str, ...]:
    """The fields of `--kolom` in their order, else all. Raises BadUsage for a name that is no
    field.
    """
    if request.columns is None:
        return vocabulary.register_fields(years, with_personal=request.personal)
    names = []
    for word in request.columns.split(","):
        name = clean(word).casefold().replace("-", "_")
        field = vocabulary.by_name(
            vocabulary.in_year({"sk": "sk_kemenkop"}.get(name, name), request.book_year)
        )
        if field is None:
            raise BadUsage(
                f"--kolom: `{clean(word)[:40]}` bukan nama isian.",
                "Misalnya --kolom kode,kelurahan,nib.",
            )
        if field.personal and not request.personal:
            raise BadUsage(
                f"--kolom: {field.name} adalah data pribadi.",
                "Tambahkan --with-personal bila perlu.",
            )
        names.append(field.name)
    return tuple(dict.fromkeys(names))


def _place(where: Scope) -> str:
    return ", ".join(name for _, name in where.kota) or "semua kota"


def _write(request: _Request, extract: Extract) -> None:
    if request.format == CSV:
        from kkmp_cli.render.formats import csv_rows

        _deliver(request, lambda file: csv_rows.write(extract, file, request.plain))
        if request.output:
            say(
                "Excel membuang nol di depan nomor bila CSV disimpan ulang; untuk Excel pakai "
                "-o BERKAS.xlsx."
            )
        return
    from kkmp_cli.render.formats import export_workbook

    if not request.output and sys.stdout.isatty():
        raise BadUsage(
            "XLSX tidak dapat ditampilkan di layar.", "Sebut berkasnya, misalnya -o register.xlsx."
        )
    _deliver(request, lambda file: export_workbook.write(extract, file))


def _write_json(pieces: Iterable[str], file: BinaryIO) -> None:
    for piece in pieces:
        file.write(piece.encode("utf-8"))


def _deliver(request: _Request, write: Callable[[BinaryIO], object]) -> None:
    """Gives `write` the place to write to: the file of `-o`, whole or not at all, else standard
    output.
    """
    from kkmp_cli.render.files import opened

    sys.stdout.flush()
    output = request.output
    target: AbstractContextManager[BinaryIO] = (
        opened(Path(output)) if output else nullcontext(sys.stdout.buffer)
    )
    with target as file:
        write(file)
        file.flush()
