"""The own fields of other registers beside those of the register at hand: which are declared here,
and which are another thing under the same key, so that nothing of them is taken.

Never enters: a value.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.actions import own_fields
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.importing.foreign_register import ForeignRegister
from kkmp_cli.model.declaration import once
from kkmp_cli.model.own_field import OwnField, choice_key


class FieldsTaken(NamedTuple):
    """The fields that are to be declared; `left`: register and key of those of which nothing is
    taken, and why.
    """

    new: tuple[OwnField, ...]
    left: Mapping[tuple[int, str], str]


def taken(
    known: Sequence[OwnField],
    registers: Sequence[ForeignRegister],
    used: Sequence[Collection[str]],
) -> FieldsTaken:
    """What becomes of the fields that the registers use, each of its own."""
    union = _FieldUnion(known)
    for number, (register, keys) in enumerate(zip(registers, used, strict=True)):
        for own in (one for one in register.vocabulary.own if one.key in keys):
            union.take(number, own, register.place)
    return FieldsTaken(tuple(union.new.values()), union.left)


class _FieldUnion:
    """The fields that are here, and those that come."""

    def __init__(self, known: Sequence[OwnField]) -> None:
        self.known = {own.key: own for own in known}
        self.new: dict[str, OwnField] = {}
        self.left: dict[tuple[int, str], str] = {}

    def take(self, number: int, own: OwnField, place: str) -> None:
        """A field that a register uses: as it is here, to be declared, or left out."""
        known = self.known.get(own.key) or self.new.get(own.key)
        why = _against(known, own, place) if known else self._clash(own, place)
        if why:
            self.left[number, own.key] = why
        elif own.key not in self.known:
            self.new[own.key] = _with_choices(known, own)

    def _clash(self, own: OwnField, place: str) -> str:
        """Why a field cannot be declared here."""
        try:
            own_fields.refuse_clashes([own], self.known | self.new)
        except Refused as refusal:
            template = "Bidang {} dari {} tidak dapat dibuat, isiannya tidak diambil: {} {}"
            return Advice(template, own.key, place, refusal.message, refusal.remedy)
        return ""


def _with_choices(planned: OwnField | None, own: OwnField) -> OwnField:
    """A field that two registers have and this one has not: with the choices of both."""
    if planned is None:
        return own._replace(id=0)
    return planned._replace(choices=once((*planned.choices, *own.choices), choice_key))


def _against(known: OwnField, own: OwnField, place: str) -> str:
    """Why nothing of a field is taken that has its key here; empty where it can be."""
    if known.kind != own.kind:
        kinds = f"{own.key} di {place} berjenis {own.kind}, di sini {known.kind}"
        see = Command("field", "list")
        return Advice("Bidang {}: isiannya tidak diambil. Lihat `{}`.", kinds, see)
    choices = {*map(choice_key, known.choices)}
    missing = ",".join(each for each in own.choices if choice_key(each) not in choices)
    if not missing or known.id == 0:
        return ""
    add = Command("field", "update", own.key, "--pilihan", missing)
    more = f"{own.key} di {place} punya pilihan {missing}"
    return Advice("Bidang {}: isiannya tidak diambil. Tambahkan dulu: `{}`", more, add)
