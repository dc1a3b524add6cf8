"""Published figures of single cooperatives: recorded, and listed beside what the register has.

Never enters: a figure of a whole kota, a printed word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.named_areas import areas_named
from kkmp_cli.actions.office_records import add_to
from kkmp_cli.actions.record import not_registered
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import CellError, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.vocabulary import Field, Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, ended
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.cooperative_figures import beside, is_comparable

ENTITY = "angka"
_COMPARED = ("kode", "kelurahan", "register", "register_per", "selisih", "sama")
"""What stands beside a figure of a cooperative in the list."""


class PublishedValue(NamedTuple):
    """As typed: what is published and its value; the ISO day, month or year, and by whom."""

    indicator: str
    value: str
    per: str
    source: str | None


class AddedValue(NamedTuple):
    """A new figure of a cooperative: its id, its run, its indicator and value, and of which."""

    key: int
    run: int | None
    indicator: str
    value: str
    name: str


def add(session: Session, stated: PublishedValue, kelurahan: str, kota: str | None) -> AddedValue:
    """Records a figure of one cooperative. Raises Refused where it, the indicator or the value is
    not known.
    """
    with session.writing() as register:
        (area,) = areas_named(register, [kelurahan], kota, None)
        if area.id not in register.registered_ids():
            raise not_registered([area.distinct_name])
        figure = _figure(stated, area, register.vocabulary)
        key, run = add_to(register, ENTITY, values_of(figure), session.typed)
    return AddedValue(key, run, figure.indikator, figure.nilai, area.distinct_name)


def _figure(stated: PublishedValue, area: Area, vocabulary: Vocabulary) -> Figure:
    field = _field(stated, vocabulary)
    value = _value(stated.value, field, vocabulary)
    figure = Figure(0, field.name, value, area.kota_code, stated.per, stated.source)
    return figure._replace(koperasi=area.id)


def values_of(figure: Figure) -> dict[str, object]:
    """What is recorded of a figure: all but its number."""
    values = figure._asdict()
    del values["id"]
    return values


def _field(stated: PublishedValue, vocabulary: Vocabulary) -> Field:
    name = clean(stated.indicator).casefold().replace("-", "_")
    name = {"sk": "sk_kemenkop", "beroperasi": "usaha"}.get(name, name)
    year = newest_book_year(date.fromisoformat(last_day(stated.per)))
    field = vocabulary.by_name(vocabulary.in_year(name, year))
    if field is None or not is_comparable(field, vocabulary):
        raise Refused(
            f"Indikator `{short(name)}` tidak dikenal untuk satu koperasi.",
            "Misalnya nib, usaha, rat, anggota.",
        )
    return field


def _value(text: str, field: Field, vocabulary: Vocabulary) -> str:
    try:
        value = vocabulary.read(field, clean(text), settings.today()).get(field.name)
    except CellError as error:
        raise Refused(ended(f"Nilai `{short(text)}`: {error.message}"), error.remedy) from None
    if value is None:
        raise Refused(f"Nilai `{short(text)}` tidak menyatakan {field.label}.", field.about)
    return value


def rows(
    register: Reader, codes: Collection[str], differing: bool = False
) -> Iterator[dict[str, Any]]:
    """All figures of these kota, or of any; those of a cooperative with what the register has of
    their day. `differing`: only those of which that is something else.
    """
    figures = [Figure(key, **row) for key, row in rows_of(register, ENTITY).items()]
    mine = [one for one in figures if not codes or one.kota in codes]
    compared = _beside(register, [one for one in mine if one.koperasi is not None])
    for one in mine:
        row = one._asdict()
        del row["koperasi"]
        more = compared.get(one.id, {})
        if not differing or more.get("sama") is False:
            yield {**row, **more}


def _beside(register: Reader, figures: list[Figure]) -> Mapping[int, dict[str, Any]]:
    """By id what a figure of a cooperative is compared with."""
    if not figures:
        return {}
    first = min(last_day(one.per) for one in figures)
    ids = sorted({one.koperasi for one in figures if one.koperasi is not None})
    registered = {one.id: one for one in register.cooperatives(ids=ids, day=first)}
    return {
        one.id: _compared(one, registered[one.koperasi])
        for one in figures
        if one.koperasi in registered
    }


def _compared(figure: Figure, one: Cooperative) -> dict[str, Any]:
    row = beside(figure, one)._asdict()
    return {name: row[name] for name in _COMPARED}
