"""`kkmp export`: the register, or a part of it, as a file that reads back as itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.cli.extensions import format_of
from kkmp_cli.cli.options import filter_options, output_options
from kkmp_cli.cli.options.field_options import Columns, columns_named
from kkmp_cli.cli.output import Terminal, asked_format, session
from kkmp_cli.errors import BadUsage
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.named_areas import Scope
    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.render.formats.export_rows import Extract
    from kkmp_cli.render.progress import Watch

_WORDS = "Mengekspor"
_FORMATS = CSV, XLSX, JSON = "csv", "xlsx", "json"


@filter_options.with_filters
def export(
    ctx: typer.Context,
    chosen: filter_options.Choice,
    columns: Columns = None,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="csv, xlsx atau json.")
    ] = None,
    as_json: output_options.SameAsJson = False,
    plain: Annotated[bool, typer.Option("--plain", help="CSV dengan koma, tanpa BOM.")] = False,
    personal: output_options.Personal = False,
    output: output_options.Output = None,
) -> None:
    """Keluarkan isi register; mengimpornya kembali tidak mengubah apa pun.

    Contoh:
    kkmp export --kota jakpus -o jakpus.xlsx
    """
    from kkmp_cli.render import progress

    command, wanted = session(ctx), _format(as_format, as_json, output)
    _refuse_unfitting(wanted, columns, plain)
    request = _Request(chosen, wanted, plain, personal, columns, output)
    watch = ctx.with_resource(progress.watched(output is not None or not sys.stdout.isatty()))
    _Export(command, request, watch).run()


class _Request(NamedTuple):
    """What was asked for."""

    chosen: filter_options.Choice
    format: str
    plain: bool
    personal: bool
    columns: str | None
    output: str | None

    @property
    def day(self) -> str:
        """The day of the states, ISO."""
        return self.chosen.day.isoformat()

    def passing(self, cooperatives: Sequence[Cooperative]) -> Sequence[Cooperative]:
        """Those that pass the filters."""
        from kkmp_cli.reports.selection import Filters, select

        existing = [one for one in cooperatives if one.area.exists_on(self.day)]
        if self.chosen.filters == Filters():
            return existing
        matches = select(existing, self.chosen.filters, self.day, self.chosen.book_year)
        return [match.cooperative for match in matches]

    @property
    def whole(self) -> bool:
        """True for the register as it is today, without a filter."""
        from kkmp_cli.reports.selection import Filters

        return self.chosen.filters == Filters() and self.chosen.day == settings.today()


def _format(named: str | None, as_json: bool, output: str | None) -> str:
    name = asked_format(named, as_json)
    if name and name not in _FORMATS:
        raise BadUsage(
            f"Bentuk `{short(name)}` tidak dikenal.", f"Yang ada: {', '.join(_FORMATS)}."
        )
    return (format_of(output, _FORMATS, name) if output else "") or name or CSV


def _refuse_unfitting(wanted: str, columns: str | None, plain: bool) -> None:
    if wanted == JSON and columns is not None:
        raise BadUsage("--kolom berlaku untuk csv dan xlsx.", "JSON selalu berisi semua isian.")
    if plain and wanted != CSV:
        raise BadUsage("--plain berlaku untuk csv.", "Hapus --plain.")


class _Export(NamedTuple):
    """One export: what is said beside it, what was asked for, who watches."""

    command: Terminal
    request: _Request
    watch: Watch

    def run(self) -> None:
        """Writes what was asked for; the whole register of today row by row from its tables."""
        from kkmp_cli.actions.named_areas import scope
        from kkmp_cli.actions.unseen import refuse_persons

        request = self.request
        with self.command.reading() as register:
            refuse_persons(register, request.personal)
            where = scope(register, request.chosen.kota, request.chosen.kecamatan)
            if request.whole and request.format != JSON:
                self._stream(register, where)
                return
            vocabulary = register.vocabulary
            cooperatives = register.cooperatives(
                where.prefixes, with_personal=request.personal, day=request.day
            )
        self._selected(request.passing(cooperatives), where, vocabulary)

    def _stream(self, register: Reader, where: Scope) -> None:
        from kkmp_cli.register import export_query

        years = export_query.book_years(register, where.prefixes) | {self.request.chosen.book_year}
        names = _columns(self.request, sorted(years), register.vocabulary)
        total = export_query.count(register, where.prefixes)
        rows = export_query.rows(register, names, where.prefixes)
        counted = self.watch.over(rows, _WORDS, total)
        self._write(self._extract(names, counted, where, register.vocabulary), total)

    def _selected(
        self, cooperatives: Sequence[Cooperative], where: Scope, vocabulary: Vocabulary
    ) -> None:
        from kkmp_cli.render import objects
        from kkmp_cli.render.formats import export_rows

        request, chosen = self.request, self.request.chosen
        if request.format == JSON:
            self._write_json(cooperatives, vocabulary)
            return
        names = _columns(request, objects.book_years(cooperatives, chosen.book_year), vocabulary)
        counted = self.watch.over(cooperatives, _WORDS, len(cooperatives))
        rows = export_rows.rows_of(counted, names, request.day, vocabulary)
        self._write(self._extract(names, rows, where, vocabulary), len(cooperatives))

    def _write_json(self, cooperatives: Sequence[Cooperative], vocabulary: Vocabulary) -> None:
        from kkmp_cli.render.formats import export_rows

        request = self.request
        year, personal = request.chosen.book_year, request.personal
        pieces = export_rows.json_pieces(cooperatives, request.day, year, vocabulary, personal)
        counted = self.watch.over(pieces, _WORDS, len(cooperatives))
        _deliver(request, lambda file: file.writelines(map(str.encode, counted)))
        self._say_written(len(cooperatives))

    def _extract(
        self,
        names: tuple[str, ...],
        rows: Iterable[Sequence[str | None]],
        where: Scope,
        vocabulary: Vocabulary,
    ) -> Extract:
        from kkmp_cli.render.formats.export_rows import Extract

        return Extract(names, rows, self.request.day, where.names, vocabulary)

    def _write(self, extract: Extract, count: int) -> None:
        """Writes `count` cooperatives as CSV or XLSX, and says so of a file."""
        if self.request.format == XLSX:
            _write_workbook(self.request, extract)
            self._say_written(count)
            return
        from kkmp_cli.render.formats import csv_rows

        _deliver(self.request, lambda file: csv_rows.write(extract, file, self.request.plain))
        self._say_written(count)
        if self.request.output:
            self.command.say(
                "Excel membuang nol di depan nomor bila CSV disimpan ulang; untuk Excel pakai "
                "-o BERKAS.xlsx."
            )

    def _say_written(self, count: int) -> None:
        if self.request.output:
            self.command.written(self.request.output, f"{show(count)} koperasi")


def _columns(request: _Request, years: Sequence[int], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The fields of `--kolom` in their order, else all. Raises BadUsage for what is no field."""
    if request.columns is None:
        return vocabulary.register_fields(years, with_personal=request.personal)
    return columns_named(request.columns, request.chosen.book_year, request.personal, vocabulary)


def _write_workbook(request: _Request, extract: Extract) -> None:
    from kkmp_cli.render.formats import export_workbook

    if not request.output and sys.stdout.isatty():
        remedy = "Sebut berkasnya, misalnya -o register.xlsx."
        raise BadUsage("XLSX tidak dapat ditampilkan di layar.", remedy)
    _deliver(request, lambda file: export_workbook.write(extract, file))


def _deliver(request: _Request, write: Callable[[BinaryIO], object]) -> None:
    """Gives `write` where to write: the file of `-o`, whole or not at all, else stdout."""
    from kkmp_cli.render.files import opened

    sys.stdout.flush()
    output = request.output
    target: AbstractContextManager[BinaryIO] = (
        opened(Path(output), request.personal) if output else nullcontext(sys.stdout.buffer)
    )
    with target as file:
        write(file)
        file.flush()
