"""Many cooperatives: a table for the terminal, an array for JSON, rows for a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli.milestones import MILESTONES, SUDAH
from kkmp_cli.model.vocabulary import AREA, PER, STATE, Field, Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import objects as records
from kkmp_cli.render import words
from kkmp_cli.render.formats import csv_rows
from kkmp_cli.render.formats.export_rows import Extract
from kkmp_cli.render.harmless import harmless, json_text
from kkmp_cli.render.screens.plain_list import fitting
from kkmp_cli.render.words.sentences import STAGE_WORDS
from kkmp_cli.reports.counting import DayView, stage
from kkmp_cli.reports.ordering import in_order, key_of


class Listing(NamedTuple):
    """The cooperatives found, the day and tahun buku they were judged on, what their fields are;
    the `names` of the columns that were asked for, and the `place` for the page header.
    """

    found: Sequence[DayView]
    day: str
    book_year: int
    vocabulary: Vocabulary
    names: tuple[str, ...] = ()
    place: str = ""

    def texts(self, names: Sequence[str]) -> Iterator[Mapping[str, str | None]]:
        """The canonical texts of these fields, of each cooperative."""
        for one in self.found:
            yield records.text_values(one.cooperative, names, self.day, self.vocabulary)

    def ordered(self, field: Field, descending: bool) -> Listing:
        """The same in the order of a field."""
        texts = (each[field.name] for each in self.texts([field.name]))
        key = key_of(field, self.vocabulary)
        return self._replace(found=in_order(zip(texts, self.found, strict=True), key, descending))


def as_json(listing: Listing) -> str:
    """An array of objects with every field that is not personal, or those that were asked for."""
    if names := listing.names:
        rows = listing.texts(names)
        return json_text([records.typed(texts, listing.vocabulary) for texts in rows])
    years = _years(listing)
    objects = [
        records.as_object(
            one.cooperative, listing.day, years, listing.book_year, listing.vocabulary
        )
        for one in listing.found
    ]
    return json_text(objects)


def _years(listing: Listing) -> list[int]:
    return records.book_years([one.cooperative for one in listing.found], listing.book_year)


def as_text(listing: Listing) -> str:
    """A line each: code, kelurahan, kecamatan, how far, what is sudah, or the columns that were
    asked for; the count at the end.
    """
    lines = _of_columns(listing) if listing.names else _plain(listing)
    return harmless("\n".join([*lines, f"{show(len(listing.found))} koperasi"]))


def _plain(listing: Listing) -> list[str]:
    rows = [*map(_row, listing.found)]
    clear = [head != "Sudah" for head in _HEADS]
    return [*fitting(_HEADS, rows, clear, _ROOM)] if rows else []


_HEADS = ("Kode", "Kelurahan", "Kecamatan", "Sudah", "Sampai di mana")
_ROOM = 16
"""The room that the words of how far somebody is need at least."""


def _of_columns(listing: Listing) -> list[str]:
    fields = [listing.vocabulary.field(name) for name in listing.names]
    table = [
        [_cell(field, texts[field.name]) for field in fields]
        for texts in listing.texts(listing.names)
    ]
    clear = [field.kind == AREA for field in fields]
    heads = [_heading(field, listing.vocabulary) for field in fields]
    return [*fitting(heads, table, clear)] if table else []


def _heading(field: Field, vocabulary: Vocabulary) -> str:
    """Its words; of a day, whose it is."""
    if field.kind == PER:
        return f"Keadaan per ({vocabulary.label_of(field.owner)})"
    return field.title


def _cell(field: Field, text: str | None) -> str:
    if field.kind == STATE:
        return words.state(text)
    return printable(words.canonical(field, text)) if text else words.NOTHING


def _row(one: DayView) -> tuple[str, ...]:
    area = one.cooperative.area
    done = sum(state == SUDAH for state in one.states.values())
    how_far = (f"{done}/{len(MILESTONES)}", STAGE_WORDS[stage(one.states)])
    return (area.kode, area.kelurahan, area.kecamatan, *how_far)


def as_csv(listing: Listing) -> bytes:
    """The rows as in an export."""
    file = io.BytesIO()
    csv_rows.write(_extract(listing), file)
    return file.getvalue()


def as_workbook(listing: Listing) -> bytes:
    """The same as XLSX."""
    from kkmp_cli.render.formats import export_workbook

    file = io.BytesIO()
    export_workbook.write(_extract(listing), file)
    return file.getvalue()


def _extract(listing: Listing) -> Extract:
    names = listing.names or listing.vocabulary.register_fields(_years(listing))
    rows = ([*texts.values()] for texts in listing.texts(names))
    return Extract(names, rows, listing.day, listing.place, listing.vocabulary)


FORMATS: Mapping[str, Callable[[Any], str | bytes]] = {
    "terminal": as_text,
    "json": as_json,
    "csv": as_csv,
    "xlsx": as_workbook,
}
