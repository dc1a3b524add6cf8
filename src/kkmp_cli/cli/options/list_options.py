"""The options of `kkmp training import` that say how an attendance list is read."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.cli.options import list_reading
from kkmp_cli.cli.options.blocks import Function, with_options
from kkmp_cli.errors import Command


def with_list(command: Function) -> Function:
    """Gives a command these options; it receives what they come to in its parameter `asked`: a
    request without training and file.
    """
    options = inspect.signature(_typed, eval_str=True).parameters.values()
    return with_options(command, "asked", options, _read)


def _typed(
    sheet: list_reading.Sheet = None,
    maps: list_reading.Maps = None,
    words: Annotated[
        list[str] | None,
        typer.Option(
            "--arti",
            metavar="JABATAN=ORGAN",
            help="Jabatan ini pengurus, pengawas, atau tidak (tidak dihitung).",
        ),
    ] = None,
    cells: list_reading.Cells = None,
    skipped_rows: list_reading.SkippedRows = None,
    skip_errors: list_reading.SkipErrors = False,
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
    several = {
        "--map": request.maps,
        "--arti": request.words,
        "--cell": request.cells,
        "--skip-row": request.skipped_rows,
    }
    switches = {"--skip-errors": request.skip_errors}
    return list_reading.as_typed(request.sheet, several, switches)
