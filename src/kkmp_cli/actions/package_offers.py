"""Which unread columns a shipped package of fields would read, where the office can take it over.

Never enters: what is declared, a question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from kkmp_cli.actions import field_tables, own_fields
from kkmp_cli.importing.headings.heading_hints import Shipped, Unknown
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.own_field import OwnField, headings_of
from kkmp_cli.parsing.text import match_key

Offers = Mapping[str, Shipped]
"""The key of a heading → the field that reads it."""


def with_offers(reading: ReadResult) -> ReadResult:
    """What was read, every unread column with the field of a package that its heading names."""
    open_ones = [one for file in reading.files for one in (*file.unknown, *file.unclear)]
    offers = _offers({match_key(one.heading) for one in open_ones}, reading) if open_ones else {}
    if not offers:
        return reading
    return reading._replace(files=tuple(_offered(file, offers) for file in reading.files))


def _offered(file: Understanding, offers: Offers) -> Understanding:
    return file._replace(
        unknown=tuple(_with_offer(one, offers) for one in file.unknown),
        unclear=tuple(_with_offer(one, offers) for one in file.unclear),
    )


def _with_offer(one: Unknown, offers: Offers) -> Unknown:
    return one._replace(shipped=offers.get(match_key(one.heading)))


@lru_cache(maxsize=1)
def _packages() -> tuple[tuple[str, tuple[OwnField, ...]], ...]:
    return tuple((name, tuple(field_tables.package(name))) for name in field_tables.packages())


def _offers(asked: Collection[str], reading: ReadResult) -> Offers:
    """What the packages read of these headings, of those that can be taken over whole."""
    known, offers = reading.files[0].vocabulary.own, dict[str, Shipped]()
    for name, fields in _packages():
        read = _headings(name, fields, {own.key for own in known})
        if not read.keys().isdisjoint(asked) and own_fields.can_be_added(fields, known):
            offers |= read
    return offers


def _headings(name: str, fields: Iterable[OwnField], known: set[str]) -> Offers:
    """What a package reads by fields that the office does not have; one that it has stays as it is,
    and so reads no more than before.
    """
    return {
        match_key(heading): Shipped(name, own.key, own.label, own.meaning)
        for own in fields
        if own.key not in known
        for heading in headings_of(own)
    }
