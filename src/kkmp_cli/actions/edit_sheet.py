"""Which rows a workbook of cooperatives to be edited has, and what is held of them as it goes out.

Never enters: a file, the officer at the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.actions.forms import FormLine
from kkmp_cli.actions.named_areas import Scope, scope
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_persons
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import Vocabulary

Select = Callable[[Sequence[Cooperative]], Sequence[Cooperative]]
"""Those of the cooperatives that pass the filters."""


class EditSheet(NamedTuple):
    """The rows to be edited, of which place, and by id their cooperatives as they are now."""

    lines: Sequence[FormLine]
    place: str
    shown: Mapping[int, Cooperative]
    vocabulary: Vocabulary


class Wanted(NamedTuple):
    """Where to look, on which ISO day, with personal values or without."""

    kota: Sequence[str] | str | None
    kecamatan: str | None
    day: str
    personal: bool


def edit_sheet(session: Session, wanted: Wanted, select: Select) -> EditSheet:
    """The rows of the cooperatives that pass. Raises Refused where none does."""
    with session.reading() as register:
        refuse_persons(register, wanted.personal)
        where = scope(register, wanted.kota, wanted.kecamatan)
        everybody = register.cooperatives(
            where.prefixes, with_personal=wanted.personal, day=wanted.day
        )
        vocabulary = register.vocabulary
    passing = select(everybody)
    _refuse_none(passing)
    lines = [FormLine(one.area, one) for one in passing]
    shown = {one.id: one for one in passing}
    return EditSheet(lines, _place(where, passing), shown, vocabulary)


def _refuse_none(passing: Sequence[Cooperative]) -> None:
    if not passing:
        remedy = Advice("Longgarkan saringannya; lihat `{}`.", Command("list"))
        raise Refused("Tidak ada koperasi yang cocok.", remedy)


def _place(where: Scope, passing: Sequence[Cooperative]) -> str:
    if where.kecamatan:
        area = passing[0].area
        return f"{area.kota}, Kecamatan {area.kecamatan}"
    return ", ".join(name for _, name in where.kota) or "semua kota"
