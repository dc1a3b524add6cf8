"""What is told of a training: the options of `training add` and `update`, and their reading."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any

import typer

from kkmp_cli.cli.options import day_options
from kkmp_cli.cli.options.blocks import Function, option, with_options
from kkmp_cli.cli.options.record_options import read_people, read_source
from kkmp_cli.errors import Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.lists import read_names
from kkmp_cli.parsing.text import clean

_PEOPLE = ("--peserta", "N")
_OPTIONS = {
    "selesai": ("--selesai", "TANGGAL", "Hari terakhir."),
    "tempat": ("--tempat", "TEKS", "Tempat."),
    "penyelenggara": ("--penyelenggara", "TEKS", "Penyelenggara."),
    "materi": ("--materi", "A,B", "Materi, dipisah koma."),
    "peserta": (*_PEOPLE, ""),
    "sumber": ("--sumber", "TEKS", "Sumber keterangan."),
}


def with_details(people: str) -> Callable[[Function], Function]:
    """Gives a command what may be told of a training; it receives the typed words in its parameter
    `details`. `people`: the help of the number of people.
    """
    return lambda command: with_options(command, "details", _options(people), dict)


def _options(people: str) -> Iterator[inspect.Parameter]:
    for name, (typed, metavar, about) in (_OPTIONS | {"peserta": (*_PEOPLE, people)}).items():
        declared = typer.Option(typed, metavar=metavar, help=about)
        yield option(name, Annotated[str | None, declared])


def read_training(
    title: str | None, start: str | None, details: Mapping[str, str | None]
) -> dict[str, Any]:
    """The columns of a training, None for what was not typed. Raises Refused."""
    first, last = _days(start, details["selesai"])
    if title is not None and not clean(title):
        raise Refused("Judul pelatihan kosong.", "Tulis judulnya.")
    topics = details["materi"]
    return {
        "judul": _text(title),
        "mulai": first,
        "selesai": last,
        "tempat": _text(details["tempat"]),
        "penyelenggara": _text(details["penyelenggara"]),
        "materi": read_names(topics) if topics else None,
        "peserta": read_people(details["peserta"], "--peserta"),
        "sumber": read_source(details["sumber"]),
    }


def _text(text: str | None) -> str | None:
    return clean(text) if text else None


def _days(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """First and last day as typed. Raises Refused where they are the wrong way round."""
    first = day_options.read_day_since_first(start, "--mulai") if start else None
    last = day_options.read_day_since_first(end, "--selesai") if end else None
    if first and last and dates.read(last).last_day < dates.read(first).first_day:
        raise Refused("--selesai lebih awal dari --mulai.", "Periksa kedua tanggalnya.")
    return first, last
