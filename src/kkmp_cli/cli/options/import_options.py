"""The options of `kkmp import` that say how files are read, and what was typed there."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kkmp_cli.cli.options.blocks import Function, with_options
from kkmp_cli.cli.options.day_options import read_named_year, read_stated_day
from kkmp_cli.cli.options.output_options import Reason
from kkmp_cli.cli.options.place_options import Kota
from kkmp_cli.errors import Advice, BadUsage, Command

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import ImportRequest
    from kkmp_cli.importing.import_result import ImportResult
    from kkmp_cli.model.own_field import OwnField


Maps = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="JUDUL=ISIAN", help="Arti satu judul kolom; JUDUL= mengabaikan."),
]
Words = Annotated[
    list[str] | None,
    typer.Option(
        "--arti", metavar="KATA=KEADAAN", help="Arti satu kata di sel sebuah tahap; usaha:x=belum."
    ),
]
BookYear = Annotated[
    str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku kolom RAT.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan rencananya.")]


PASSING = "kali ini: "
"""Begins what is settled for this call alone, not for its files."""


class Asked(NamedTuple):
    """What was typed: how to read, which sheets, headings to forget, whether to write at all; and
    by the command which files, and whether the result is told as JSON. `settled` are questions
    that were answered by what holds without an answer, so that they are not put again.
    """

    request: ImportRequest
    sheets: Sequence[str]
    forget: Sequence[str]
    dry_run: bool
    files: tuple[str, ...] = ()
    as_json: bool = False
    settled: frozenset[str] = frozenset()

    def command(self) -> Command:
        """The call that reads these files in this way, whoever answered what."""
        return Command("import", *self.files, *self._options())

    def commands(self, *more: str) -> tuple[Command, ...]:
        """All that does the same without a question: what declares the fields that were made at
        one and names that are known from now on, then the call itself, with `more` behind it.
        """
        declared = dict.fromkeys(map(_declaring, self.request.new_fields))
        calls = (Command(*words) for words in declared)
        return (*calls, *self.spellings(), Command(*self.command().words, *more))

    def _options(self) -> Iterator[str]:
        for name, given in self.values():
            yield from chain.from_iterable((name, str(value)) for value in given if value)
        request = self.request
        switches = {
            "--remember": request.remember,
            "--skip-errors": request.skip_errors,
            "--overwrite": request.overwrite,
        }
        yield from (name for name, switched in switches.items() if switched)

    def values(self) -> Iterator[tuple[str, Sequence[object]]]:
        """The options that take a value, each with those that were given."""
        request = self.request
        yield "--kota", [request.kota]
        yield "--per", [request.per]
        yield "--sheet", self.sheets
        yield "--tahun-buku", [request.book_year]
        yield "--map", request.maps
        yield "--arti", request.words
        yield "--kosong-belum", [",".join(request.empty_as_belum)]
        yield "--cell", request.cells
        yield "--skip-row", request.skipped_rows
        yield "--alasan", [request.reason]

    @property
    def names_no_file(self) -> bool:
        """True where nothing is asked for that needs no file."""
        alone = self.request.remember and not (self.request.maps or self.request.words)
        return not self.forget and not alone

    def spellings(self) -> Iterator[Command]:
        """The calls by which names of this conversation are known from now on."""
        yield from (Command("area", "alias", *pair) for pair in self.request.spellings)

    def onward(self) -> Advice:
        """How to go on from these answers."""
        return Advice("Lanjutkan dengan:{}", indented(self.commands()))

    def writes_rejects(self, result: ImportResult) -> bool:
        """True where the rows that are rejected are to stand beside their file."""
        left_out = result.left_out and not result.problems
        return (self.request.skip_errors or left_out) and not self.dry_run

    def of_files(self, files: Sequence[str], as_json: bool) -> Asked:
        """The same, of these files. Raises BadUsage where that asks for nothing or too much."""
        self.refuse_mixed(files)
        return self._replace(files=tuple(files), as_json=as_json)

    def of(self, day: date) -> Asked:
        """The same, of a day that was named since."""
        return self._replace(request=self.request._replace(per=day))

    def of_sheet(self, name: str) -> Asked:
        """The same, of one sheet of its workbook, or with `semua` of all."""
        return self._replace(sheets=(name,))

    def with_fields(self, fields: Sequence[OwnField]) -> Asked:
        """The same, with more fields that are declared before it is written."""
        declared = (*self.request.new_fields, *fields)
        return self._replace(request=self.request._replace(new_fields=declared))

    def with_maps(self, maps: Iterable[str]) -> Asked:
        """The same, with more of what headings mean."""
        explained = (*self.request.maps, *maps)
        return self._replace(request=self.request._replace(maps=explained))

    def with_words(self, words: Iterable[str]) -> Asked:
        """The same, with more of what words of cells mean."""
        explained = (*self.request.words, *words)
        return self._replace(request=self.request._replace(words=explained))

    def with_belum(self, fields: Iterable[str]) -> Asked:
        """The same, with more columns of which an empty cell means `belum`."""
        names = (*self.request.empty_as_belum, *fields)
        return self._replace(request=self.request._replace(empty_as_belum=names))

    def with_cells(self, cells: Mapping[str, str]) -> Asked:
        """The same, with these texts in these cells, instead of what was said of them before."""
        said = tuple(f"{place}=" for place in cells)
        others = (one for one in self.request.cells if not one.startswith(said))
        typed = (*others, *(f"{place}={text}" for place, text in cells.items()))
        return self._replace(request=self.request._replace(cells=typed))

    def without_rows(self, rows: Iterable[str]) -> Asked:
        """The same, with more rows that are left out."""
        left_out = dict.fromkeys((*self.request.skipped_rows, *rows))
        return self._replace(request=self.request._replace(skipped_rows=tuple(left_out)))

    def with_spelling(self, name: str, code: str) -> Asked:
        """The same, with a name that is known from now on."""
        spellings = (*self.request.spellings, (name, code))
        return self._replace(request=self.request._replace(spellings=spellings))

    def skipping(self) -> Asked:
        """The same, with every bad row left out."""
        return self._replace(request=self.request._replace(skip_errors=True))

    def settle(self, *questions: str) -> Asked:
        """The same, with questions that are not put again."""
        return self._replace(settled=self.settled.union(questions))

    def answers(self, typed: Asked) -> bool:
        """True where an answer has made it another call than the one that was typed."""
        return self._replace(settled=typed.settled) != typed

    def overwriting(self) -> Asked:
        """The same, with what is in conflict applied."""
        return self._replace(request=self.request._replace(overwrite=True))

    def remembering(self) -> Asked:
        """The same, with what headings and words mean kept for good."""
        return self._replace(request=self.request._replace(remember=True))

    def refuse_mixed(self, files: Sequence[str]) -> None:
        """Raises BadUsage where the switches ask for nothing, or for two things at once."""
        maps, remember = (*self.request.maps, *self.request.words), self.request.remember
        if self.forget and (files or maps or remember or self.dry_run):
            raise BadUsage(
                "--forget berdiri sendiri, tanpa BERKAS dan pilihan lain.",
                Advice("Misalnya {}.", Command("import", "--forget", "Mitra 2")),
            )
        if files and remember and not maps:
            raise _nothing_to_remember()
        if not files and not self.forget and (maps or not remember):
            remedy = Advice("Lihat `{}`.", Command("import", "--help"))
            raise BadUsage("BERKAS… belum disebut.", remedy)


def indented(commands: Sequence[Command]) -> Advice:
    """Commands under each other, each in a line of its own."""
    return Advice("\n  {}" * len(commands), *commands)


def _nothing_to_remember() -> BadUsage:
    return BadUsage(
        "--remember mengingat --map dan --arti, tetapi tidak ada --map atau --arti di sini.",
        Advice(
            'Tulis misalnya --map "Mitra 2=catatan" --remember. Yang sudah diingat: {}.',
            Command("import", "--remember"),
        ),
    )


def _declaring(own: OwnField) -> tuple[str, ...]:
    """The command that declares a field of the office, with its package if it is of one."""
    if own.package:
        return ("field", "add", "--paket", own.package)
    options = {
        "--kind": [own.kind],
        "--arti": [own.meaning],
        "--pilihan": [",".join(own.choices)] if own.choices else [],
        "--judul": own.headings,
    }
    pairs = ((name, value) for name, values in options.items() for value in values)
    return ("field", "add", own.key, own.label, *chain.from_iterable(pairs))


def with_request(command: Function) -> Function:
    """Gives a command these options; it receives what they come to in its parameter `asked`."""
    options = inspect.signature(_typed, eval_str=True).parameters.values()
    return with_options(command, "asked", options, read)


def _typed(
    kota: Kota = None,
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
    maps: Maps = None,
    words: Words = None,
    remember: Annotated[
        bool,
        typer.Option(
            "--remember",
            help="Ingat --map, --arti ini seterusnya; tanpa BERKAS: tampilkan yang diingat.",
        ),
    ] = False,
    forget: Annotated[
        list[str] | None,
        typer.Option("--forget", metavar="JUDUL", help="Lupakan yang diingat; tanpa BERKAS."),
    ] = None,
    empty_as_belum: Annotated[
        str | None,
        typer.Option(
            "--kosong-belum", metavar="TAHAP,…", help="Sel kosong kolom ini berarti belum."
        ),
    ] = None,
    cells: Annotated[
        list[str] | None,
        typer.Option(
            "--cell",
            metavar="SEL=ISI",
            help='Isi yang benar dari satu sel, boleh diulang: "E4=31/10/2025", "NOVEMBER!E4=".',
        ),
    ] = None,
    skipped_rows: Annotated[
        list[str] | None,
        typer.Option("--skip-row", metavar="BARIS", help="Tinggalkan baris ini, boleh diulang: 7."),
    ] = None,
    book_year: BookYear = None,
    reason: Reason = None,
    dry_run: DryRun = False,
    skip_errors: Annotated[
        bool, typer.Option("--skip-errors", help="Masukkan baris yang baik saja.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Terapkan juga yang bertentangan dengan catatan.")
    ] = False,
) -> None:
    """The options as they are typed."""


def read(given: dict[str, Any]) -> Asked:
    """What was typed. Raises Refused for a day or year that cannot be read."""
    return Asked(_request(given), given["sheet"] or (), given["forget"] or (), given["dry_run"])


def _request(given: dict[str, Any]) -> ImportRequest:
    from kkmp_cli.actions.import_sheets import ImportRequest

    as_given = ("kota", "overwrite", "skip_errors", "remember", "reason")
    same = {name: given[name] for name in as_given}
    repeated = ("maps", "words", "cells", "skipped_rows")
    same |= {name: tuple(given[name] or ()) for name in repeated}
    return ImportRequest(
        per=read_stated_day(given["per"], "--per"),
        book_year=read_named_year(given["book_year"]),
        empty_as_belum=_words(given["empty_as_belum"] or ""),
        **same,
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
