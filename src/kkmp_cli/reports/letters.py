"""Whom a letter goes to, and about which cooperatives: one for each camat, or each lurah.

Never enters: a word that is printed; who passes a filter (`selection`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import SUDAH, by_code, field_code
from kkmp_cli.model.area import Area, distinct_name
from kkmp_cli.reports.counting import NOT_OWED, DayView, grouped
from kkmp_cli.reports.selection import ANY_MILESTONE, Filters, own_state

CAMAT, LURAH = "camat", "lurah"
_DESA = frozenset("23")
"""How the fourth part of the code of a desa begins."""


class Concern(NamedTuple):
    """A cooperative in a letter: what is open there, each field with its state; `ketua` and
    `telepon` only where they were asked for.
    """

    id: int
    kode: str
    nama: str
    kelurahan: str
    terbuka: tuple[tuple[str, str], ...]
    ketua: str | None = None
    telepon: str | None = None


class Letter(NamedTuple):
    """A letter to the `jabatan` of a place; `kode` is that of the kecamatan or kelurahan."""

    kode: str
    jabatan: str
    tempat: str
    kecamatan: str
    kota: str
    provinsi: str
    koperasi: tuple[Concern, ...]

    @property
    def addressee(self) -> str:
        """`Camat Gambir`."""
        return f"{self.jabatan} {self.tempat}"


def asked(filters: Filters, book_year: int) -> tuple[str, ...]:
    """The fields that the filters are about, each with its year; none where they name none."""
    named = (*filters.belum, *filters.tanpa, *filters.tidak_diketahui, *filters.terkendala)
    milestones = (by_code(code) for code in dict.fromkeys(named) if code != ANY_MILESTONE)
    fields = [field_code(milestone, book_year) for milestone in milestones if milestone]
    own = (one.own.key for one in filters.own if not one.values)
    return tuple(dict.fromkeys((*fields, *own)))


def letters(
    matches: Sequence[DayView], filters: Filters, book_year: int, to: str
) -> tuple[Letter, ...]:
    """One for each camat or lurah who has any of these cooperatives, in the order of the codes."""
    by_place = grouped((_place(one.cooperative.area, to), one) for one in matches)
    return tuple(_letter(kode, those, filters, book_year) for kode, those in by_place.items())


def _place(area: Area, to: str) -> str:
    return area.kecamatan_code if to == CAMAT else area.kode


def _letter(kode: str, those: Sequence[DayView], filters: Filters, book_year: int) -> Letter:
    area = those[0].cooperative.area
    whole = kode == area.kecamatan_code
    head = "Kepala Desa" if kode[-4:-3] in _DESA else "Lurah"
    return Letter(
        kode,
        "Camat" if whole else head,
        area.kecamatan if whole else distinct_name(area.kelurahan),
        area.kecamatan,
        kota=area.kota,
        provinsi=area.provinsi,
        koperasi=tuple(_concern(one, filters, book_year) for one in those),
    )


def _concern(one: DayView, filters: Filters, book_year: int) -> Concern:
    area = one.cooperative.area
    return Concern(
        one.cooperative.id,
        area.kode,
        one.cooperative.name,
        distinct_name(area.kelurahan),
        tuple(_open(one, filters, book_year)),
        ketua=one.value("ketua"),
        telepon=one.value("telepon"),
    )


def _open(one: DayView, filters: Filters, book_year: int) -> Iterator[tuple[str, str]]:
    """What the letter is about there; where the filters name nothing, what is stated not to be."""
    wanted = asked(filters, book_year)
    own = {each.own.key: each.own for each in filters.own}
    for code in one.states:
        milestone = by_code(code)
        name = field_code(milestone, book_year) if milestone else code
        if name in wanted or (not wanted and one.is_stated_not(code)):
            yield from _unless_done(name, one.states[code])
    for key in wanted:
        if key in own:
            yield from _unless_done(key, own_state(one, own[key]))


def _unless_done(name: str, state: str) -> Iterator[tuple[str, str]]:
    if state not in (SUDAH, NOT_OWED):
        yield name, state
