"""The filters that `list` and `export` share: their options, and what the words typed there mean.

Which cooperatives pass is told by `reports.selection`. Never enters: a register, a table.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kkmp_cli.cli.options import own_filters
from kkmp_cli.cli.options.blocks import OF_VOCABULARY, Function, option, with_options
from kkmp_cli.cli.options.day_options import BookYear, Per, read_book_year, read_day, read_past_day
from kkmp_cli.cli.options.place_options import KOTA, Kecamatan
from kkmp_cli.errors import BadUsage
from kkmp_cli.milestones import by_code, codes, newest_book_year
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.reports.selection import Filters

STAGE_NAMES = (
    "belum_dibentuk",
    "pembentukan",
    "legalitas",
    "siap",
    "beroperasi",
    "tidak_diketahui",
)

Names = list[str] | None
_STATES = {
    "sudah": ("--sudah", "TAHAP", "Tahap itu sudah, misalnya nib."),
    "belum": ("--belum", "TAHAP", "Dinyatakan belum."),
    "tidak_diketahui": ("--tidak-diketahui", "TAHAP", "Belum ada data."),
    "tanpa": ("--tanpa", "TAHAP", "Semua yang tidak sudah."),
    "terkendala": ("--terkendala", "TAHAP|semua", "Terkendala di tahap itu."),
}
"""The filters by a milestone, each under its name in `Filters`."""
_Stages = Annotated[Names, typer.Option("--tahap", metavar="KEADAAN", help=", ".join(STAGE_NAMES))]
_Pilot = Annotated[bool, typer.Option("--percontohan", help="Hanya koperasi percontohan.")]
_Unconfirmed = Annotated[
    str | None,
    typer.Option("--belum-dikonfirmasi", metavar="TANGGAL", help="Tanpa kabar sejak tanggal itu."),
]


class Choice(NamedTuple):
    """What the options come to: the words for the place, day, tahun buku, and who passes."""

    kota: Names
    kecamatan: str | None
    day: date
    book_year: int
    filters: Filters


def with_filters(command: Function) -> Function:
    """Gives a command the filters; it receives what they come to in its parameter `chosen`. Those
    of an office's own fields are there in what `OF_VOCABULARY` makes of it.
    """
    made = _with_filters_of(built_in(), command)
    made.__dict__[OF_VOCABULARY] = partial(_with_filters_of, command=command)
    return made


def _with_filters_of(vocabulary: Vocabulary, command: Function) -> Function:
    own = (own_filters.option_of(each) for each in vocabulary.own if not each.retired)
    chosen = partial(read, vocabulary=vocabulary)
    return with_options(command, "chosen", (*_options(), *own), chosen)


def _options() -> Iterator[inspect.Parameter]:
    yield option("kota", Annotated[Names, typer.Option("--kota", help=KOTA)])
    yield option("kecamatan", Kecamatan)
    for name, (typed, metavar, about) in _STATES.items():
        yield option(name, Annotated[Names, typer.Option(typed, metavar=metavar, help=about)])
    yield option("stages", _Stages)
    yield option("pilot", _Pilot, False)
    yield option("unconfirmed", _Unconfirmed)
    yield option("per", Per)
    yield option("book_year", BookYear)


def read(given: Mapping[str, Any], vocabulary: Vocabulary) -> Choice:
    """What was typed. Raises BadUsage for an unknown milestone or stage, Refused for no day."""
    day = read_day(given["per"])
    year = read_book_year(given["book_year"], newest_book_year(day))
    return Choice(given["kota"], given["kecamatan"], day, year, _filters(given, vocabulary))


def _filters(given: Mapping[str, Any], vocabulary: Vocabulary) -> Filters:
    from kkmp_cli.reports.selection import Filters

    since = read_past_day(given["unconfirmed"], "--belum-dikonfirmasi")
    own, others = own_filters.parted({name: given[name] or () for name in _STATES}, vocabulary)
    return Filters(
        **{name: _codes(name, words) for name, words in others.items()},
        tahap=_stages(given["stages"]),
        percontohan=given["pilot"],
        belum_dikonfirmasi=since.isoformat() if since else None,
        own=(*own, *own_filters.valued(given, vocabulary)),
    )


def _codes(name: str, words: Sequence[str]) -> tuple[str, ...]:
    also = {"terkendala": ("semua",)}.get(name, ())
    return tuple(milestone_code(word, also) for word in words)


def milestone_code(name: str, also: Sequence[str] = ()) -> str:
    """The milestone that a typed word names: its code, `sk` for short. Raises BadUsage."""
    word = clean(name).casefold().replace("-", "_")
    word = {"sk": "sk_kemenkop", "beroperasi": "usaha"}.get(word, word)
    milestone = by_code(word)
    if milestone is not None:
        return milestone.code
    if word in also:
        return word
    raise BadUsage(f"`{short(word)}` bukan tahap.", f"Yang ada: {', '.join((*codes(), *also))}.")


def _stages(names: Names) -> tuple[str, ...]:
    stages = {match_key(name): name for name in STAGE_NAMES}
    chosen = []
    for name in names or ():
        if match_key(name) not in stages:
            raise BadUsage(
                f"--tahap `{short(name)}` tidak dikenal.", f"Yang ada: {', '.join(STAGE_NAMES)}."
            )
        chosen.append(stages[match_key(name)])
    return tuple(chosen)
