"""The register as rows of canonical text, field by field, ready for a file of any form.

What a cell holds reads back as itself. The signs that a spreadsheet could take for a formula are
guarded where a row becomes a file (`csv_rows`, `export_workbook`). Never enters: a filter, a
database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import (
    AREA,
    BANK,
    NUMBER,
    OBSTACLE,
    VALUE,
    Field,
    Vocabulary,
    built_in,
)
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text

Row = Sequence[str | None]

_MACHINE = frozenset(
    (
        *("kode", "status", "percontohan", "nik_koperasi", "anggota", "unit_usaha"),
        *("gerai_jenis", "lintang", "bujur"),
    )
)
"""Fields whose canonical text never begins with a sign of a formula."""


class Extract(NamedTuple):
    """What leaves the register: `names` of columns, a row per cooperative, the page header.

    `vocabulary`: by which the columns are known.
    """

    names: tuple[str, ...]
    rows: Iterable[Row]
    day: str
    place: str = ""
    vocabulary: Vocabulary = built_in()

    @property
    def fields(self) -> list[Field]:
        """What stands in each column."""
        return [self.vocabulary.field(name) for name in self.names]


def rows_of(
    cooperatives: Iterable[Cooperative], names: Sequence[str], day: str, vocabulary: Vocabulary
) -> Iterator[Row]:
    """The values of each cooperative on a day."""
    for cooperative in cooperatives:
        values = objects.text_values(cooperative, names, day, vocabulary)
        yield [values[name] for name in names]


def is_free(field: Field) -> bool:
    """True where a value is somebody's own words, so that it may begin with any sign."""
    if field.kind == NUMBER:
        return (
            field.milestone is None
            or field.milestone.number is None
            or field.milestone.number.free_text
        )
    return field.kind in (AREA, BANK, OBSTACLE, VALUE) and field.name not in _MACHINE


def json_pieces(
    cooperatives: Iterable[Cooperative],
    day: str,
    book_year: int,
    vocabulary: Vocabulary,
    personal: bool,
) -> Iterator[str]:
    """The array of `list --json`, cooperative by cooperative."""
    listed = list(cooperatives)
    years = objects.book_years(listed, book_year)
    before = "[\n  "
    for cooperative in listed:
        one = objects.as_object(cooperative, day, years, book_year, vocabulary, personal)
        yield before + json_text(one).replace("\n", "\n  ")
        before = ",\n  "
    yield "\n]\n" if listed else "[]\n"
