"""`kkmp field`: the office's own fields declared, altered, retired, taken out, a run for each.

What a declaration may hold is in `model.declaration`. Never enters: a value of a cooperative.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, CellError, Command, Refused
from kkmp_cli.importing.headings.heading_owners import refuse_owned, refuse_shared
from kkmp_cli.importing.headings.own_headings import again
from kkmp_cli.model.declaration import MOST_FIELDS
from kkmp_cli.model.event import Event
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.parsing.text import clean, ended
from kkmp_cli.register.declared_fields import row_of
from kkmp_cli.register.field_history import ENTITY, said_of
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import Writer


class Declared(NamedTuple):
    """What a call came to: its run, the fields that are new, those altered, those that stood so."""

    run: int | None
    added: tuple[OwnField, ...] = ()
    altered: tuple[OwnField, ...] = ()
    same: tuple[OwnField, ...] = ()


def listed(session: Session) -> tuple[OwnField, ...]:
    """Every declared field, the retired ones among them."""
    with session.reading() as register:
        return register.vocabulary.own


def add(session: Session, wanted: OwnField) -> Declared:
    """Declares one field. Raises Refused where its key is declared already."""
    return add_all(session, [wanted])


def _declared_already(own: OwnField) -> Refused:
    message = f"Bidang {own.key} sudah ada: {own.label}, {own.kind}"
    if own.retired:
        return Refused(f"{message}, pensiun.", Advice("Pakai lagi dengan `{}`.", again(own.key)))
    remedy = Advice("Ubah dengan `{}`.", Command("field", "update", own.key, "…"))
    return Refused(f"{message}.", remedy)


def add_package(session: Session, wanted: Sequence[OwnField]) -> Declared:
    """Declares the fields of a package; one that is there already stays as it is. Raises Refused
    where that is of another kind.
    """
    with session.writing() as register:
        known = _by_key(register)
        _refuse_other_kinds(wanted, known)
        new = [one for one in wanted if one.key not in known]
        done = _take_over(register, new, session.typed)
        return done._replace(same=tuple(known[one.key] for one in wanted if one.key in known))


def can_be_added(wanted: Sequence[OwnField], known: Sequence[OwnField]) -> bool:
    """True where the fields of a package can be declared beside those that are."""
    table = {own.key: own for own in known}
    try:
        _refuse_other_kinds(wanted, table)
        refuse_clashes([one for one in wanted if one.key not in table], table)
    except Refused:
        return False
    return True


def add_all(session: Session, wanted: Sequence[OwnField]) -> Declared:
    """Declares several fields in one run. Raises Refused where one is declared already."""
    with session.writing() as register:
        known = _by_key(register)
        for one in wanted:
            if one.key in known:
                raise _declared_already(known[one.key])
        return _take_over(register, wanted, session.typed)


def take_in(session: Session, wanted: Sequence[OwnField]) -> Declared:
    """Declares the fields of a file, or makes them as it tells them; a choice that it does not tell
    stays. Raises Refused where one is of another kind.
    """
    with session.writing() as register:
        known = _by_key(register)
        _refuse_other_kinds(wanted, known)
        merged = [_merged(one, known[one.key]) if one.key in known else one for one in wanted]
        return _take_over(register, merged, session.typed)


def update(session: Session, key: str, change: Callable[[OwnField], OwnField]) -> Declared:
    """Alters one field. Raises Refused where there is none of that key."""
    with session.writing() as register:
        return _take_over(register, [change(_existing(register, key))], session.typed)


def remove(session: Session, key: str) -> tuple[OwnField, int | None]:
    """Takes out a field of which nothing was ever said. Raises Refused for any other."""
    with session.writing() as register:
        own = _existing(register, key)
        if any(True for _ in said_of(register, own)):
            remedy = Advice("Pensiunkan dengan `{}`.", Command("field", "retire", own.key))
            raise Refused(f"Bidang {own.key} sudah pernah diisi atau dipakai.", remedy)
        event = taken_out(ENTITY, own.id, row_of(own))
        return own, record(register, [event], session.typed)


def _by_key(register: Reader) -> dict[str, OwnField]:
    return {own.key: own for own in register.vocabulary.own}


def _existing(register: Reader, key: str) -> OwnField:
    own = _by_key(register).get(key)
    if own is None:
        remedy = Advice("Lihat `{}`.", Command("field", "list"))
        raise Refused(f"Tidak ada bidang {clean(key, None)[:60]}.", remedy)
    return own


def _refuse_other_kinds(wanted: Sequence[OwnField], known: Mapping[str, OwnField]) -> None:
    """Raises Refused for a field that is there with another kind, which is fixed."""
    for one in wanted:
        present = known.get(one.key, one)
        if present.kind != one.kind:
            remedy = Advice(
                "Bila belum pernah diisi, hapus dulu dengan `{}`; bila sudah, pakai kunci lain.",
                Command("field", "remove", one.key),
            )
            words = f"Bidang {one.key} sudah ada sebagai {present.kind}, bukan {one.kind}."
            raise Refused(words, remedy)


def _merged(wanted: OwnField, known: OwnField) -> OwnField:
    choices = dict.fromkeys((*wanted.choices, *known.choices))
    return wanted._replace(id=known.id, choices=tuple(choices))


def _take_over(register: Writer, fields: Sequence[OwnField], typed: str) -> Declared:
    """Records what is new and what differs. Raises Refused for what another field has."""
    known = _by_key(register)
    refuse_clashes(fields, known)
    new = tuple(one for one in fields if one.key not in known)
    same = tuple(one for one in fields if one == known.get(one.key))
    altered = tuple(one for one in fields if one not in (*new, *same))
    events = [*declarations(register, new)]
    for one in altered:
        events += _differences(known[one.key], one)
    return Declared(record(register, events, typed), new, altered, same)


def declarations(register: Writer, fields: Sequence[OwnField]) -> Iterator[Event]:
    """The events by which new fields are declared."""
    for number, own in enumerate(fields, register.next_id(ENTITY)):
        yield made(ENTITY, number, row_of(own))


def _differences(known: OwnField, wanted: OwnField) -> Iterator[Event]:
    day, old = settings.today().isoformat(), row_of(known)
    for name, value in row_of(wanted).items():
        if value != old[name]:
            yield Event(ENTITY, known.id, name, old[name], value, day)


def refuse_clashes(fields: Sequence[OwnField], known: Mapping[str, OwnField]) -> None:
    """Raises Refused for a heading of another field, and for too many fields."""
    after = {**known, **{one.key: one for one in fields}}
    for one in fields:
        with refused(one.key):
            refuse_owned(one, [other for key, other in after.items() if key != one.key])
    count = sum(not one.retired for one in after.values())
    if count > MOST_FIELDS:
        remedy = Advice("Pensiunkan yang tidak dipakai: `{}`.", Command("field", "retire", "…"))
        words = f"Bidang sendiri yang dipakai paling banyak {MOST_FIELDS}; ini menjadi {count}."
        raise Refused(words, remedy)


def refuse_shared_headings(fields: Sequence[OwnField]) -> None:
    """Raises Refused where two fields have one heading, as after an undo."""
    for at, one in enumerate(fields):
        with refused(one.key):
            refuse_shared(one, fields[:at])


@contextmanager
def refused(key: str) -> Iterator[None]:
    """Raises Refused for what cannot be said of the field of a key."""
    try:
        yield
    except CellError as error:
        raise Refused(ended(f"Bidang {key}: {error.message}"), error.remedy) from None
