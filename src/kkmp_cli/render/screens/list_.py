"""Many cooperatives: a table for the terminal, an array for JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli.milestones import MILESTONES, SUDAH
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render import objects as records
from kkmp_cli.render.harmless import harmless, json_text
from kkmp_cli.render.words.sentences import STAGE_WORDS
from kkmp_cli.reports.counting import DayView, stage


class Listing(NamedTuple):
    """The cooperatives found, the day and tahun buku they were judged on, what their fields are."""

    found: Sequence[DayView]
    day: str
    book_year: int
    vocabulary: Vocabulary


def as_json(listing: Listing) -> str:
    """An array of objects with every field that is not personal."""
    years = records.book_years([one.cooperative for one in listing.found], listing.book_year)
    objects = [
        records.as_object(
            one.cooperative, listing.day, years, listing.book_year, listing.vocabulary
        )
        for one in listing.found
    ]
    return json_text(objects)


def as_text(listing: Listing) -> str:
    """A line each: code, kelurahan, kecamatan, how far, what is sudah; the count at the end."""
    rows = [("Kode", "Kelurahan", "Kecamatan", "Sudah", "Tahap"), *map(_row, listing.found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return harmless(
        "\n".join([*(lines if listing.found else []), f"{show(len(listing.found))} koperasi"])
    )


def _row(one: DayView) -> tuple[str, ...]:
    area = one.cooperative.area
    done = sum(state == SUDAH for state in one.states.values())
    how_far = (f"{done}/{len(MILESTONES)}", STAGE_WORDS[stage(one.states)])
    return (area.kode, area.kelurahan, area.kecamatan, *how_far)


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
