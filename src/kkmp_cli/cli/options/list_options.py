"""The options of `kkmp training import` that say how an attendance list is read."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.cli.options.blocks import Function, with_options
from kkmp_cli.errors import Command


def with_list(command: Function) -> Function:
    """Gives a command these options; it receives what they come to in its parameter `asked`: a
    request without training and file.
    """
    options = inspect.signature(_typed, eval_str=True).parameters.values()
    return with_options(command, "asked", options, _read)


def _typed(
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="LEMBAR", help="Lembar buku kerja.")
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="JUDUL=ISIAN", help="Arti satu judul kolom."),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--arti",
            metavar="JABATAN=ORGAN",
            help="Jabatan ini pengurus, pengawas, atau tidak (tidak dihitung).",
        ),
    ] = None,
    cells: Annotated[
        list[str] | None,
        typer.Option("--cell", metavar="SEL=ISI", help="Isi yang benar dari satu sel: B4=Cideng."),
    ] = None,
    skipped_rows: Annotated[
        list[str] | None,
        typer.Option("--skip-row", metavar="BARIS", help="Tinggalkan baris ini, boleh diulang: 7."),
    ] = None,
    skip_errors: Annotated[
        bool, typer.Option("--skip-errors", help="Masukkan baris yang baik saja.")
    ] = False,
) -> None:
    """The options as they are typed."""


def _read(given: dict[str, Any]) -> ListRequest:
    many = ("maps", "words", "cells", "skipped_rows")
    lists = {name: tuple(given[name] or ()) for name in many}
    return ListRequest(0, "", given["sheet"], skip_errors=given["skip_errors"], **lists)


def call(request: ListRequest, *more: str) -> Command:
    """The call that reads this list in this way, whoever answered what."""
    return Command("training", "import", request.training, request.file, *_options(request), *more)


def _options(request: ListRequest) -> Iterator[str]:
    if request.sheet is not None:
        yield from ("--sheet", request.sheet)
    given = {
        "--map": request.maps,
        "--arti": request.words,
        "--cell": request.cells,
        "--skip-row": request.skipped_rows,
    }
    for option, texts in given.items():
        for text in texts:
            yield from (option, text)
    if request.skip_errors:
        yield "--skip-errors"
