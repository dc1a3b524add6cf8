"""The options of `kkmp area import` that say how an official list is read."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.cli.options import list_reading
from kkmp_cli.cli.options.blocks import Function, with_options
from kkmp_cli.errors import Command


def with_area_list(command: Function) -> Function:
    """Gives a command these options; it receives what they come to in its parameter `asked`."""
    options = inspect.signature(_typed, eval_str=True).parameters.values()
    return with_options(command, "asked", options, _read)


def _typed(
    national: Annotated[
        bool, typer.Option("--nasional", help="Seluruh Indonesia (memerlukan tambahan `nasional`).")
    ] = False,
    sheet: list_reading.Sheet = None,
    maps: list_reading.Maps = None,
    cells: list_reading.Cells = None,
    skipped_rows: list_reading.SkippedRows = None,
    skip_errors: list_reading.SkipErrors = False,
    keep_spelling: Annotated[
        bool,
        typer.Option("--keep-spelling", help="Nama yang hanya beda huruf besar atau tanda tetap."),
    ] = False,
    delete: Annotated[
        bool,
        typer.Option(
            "--hapus", help="Hapus yang tidak ada di daftar, kecuali yang punya koperasi."
        ),
    ] = False,
) -> None:
    """The options as they are typed."""


def _read(given: dict[str, Any]) -> AreaListRequest:
    many = ("maps", "cells", "skipped_rows")
    return AreaListRequest(**{**given, **{name: tuple(given[name] or ()) for name in many}})


def call_of(request: AreaListRequest, *more: str) -> Command:
    """The call that reads this list in this way, whoever answered what."""
    file = [request.file] if request.file else []
    return Command("area", "import", *file, *_options(request), *more)


def _options(request: AreaListRequest) -> Iterator[str]:
    several = {
        "--map": request.maps,
        "--cell": request.cells,
        "--skip-row": request.skipped_rows,
    }
    switches = {
        "--nasional": request.national,
        "--skip-errors": request.skip_errors,
        "--keep-spelling": request.keep_spelling,
        "--hapus": request.delete,
    }
    return list_reading.as_typed(request.sheet, several, switches)
