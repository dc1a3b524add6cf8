"""`kkmp import --remember` and `--forget`: what a heading means in this office, kept in the
register.

Each is a record with its history, so `kkmp history` shows it and `kkmp undo` takes it back. How a
remembered heading is read is in `importing`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any, NamedTuple

from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.importing.maps import Map, read_map
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.register.location import path_of, taken
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.register.writer import Writer

ENTITY = "judul"


class ForgottenHeadings(NamedTuple):
    """Headings that are remembered no more, and the run."""

    headings: Sequence[str]
    run: int | None


def remembered(register: Reader) -> tuple[Map, ...]:
    """What the register remembers, in the order in which it was told."""
    return tuple(Map(heading, name) for heading, name in register.headings())


def remembered_by(session: Session) -> tuple[Map, ...]:
    """The same; nothing where there is no register yet."""
    if not taken(path_of(session.location)):
        return ()
    with session.reading() as register:
        return remembered(register)


def news(register: Reader, maps: Iterable[str]) -> tuple[Map, ...]:
    """The maps of a call that are not remembered yet, or otherwise; the last for a heading."""
    current = {one.key: one.name for one in remembered(register)}
    stated = {one.key: one for one in map(read_map, maps)}
    return tuple(one for key, one in stated.items() if current.get(key) != one.name)


def remembering(register: Writer, maps: Sequence[Map]) -> list[Event]:
    """The events by which these maps are remembered instead of what their headings meant."""
    if not maps:
        return []
    events = _forgetting(register, {one.key for one in maps})
    for number, one in enumerate(maps, register.next_id(ENTITY)):
        events.append(made(ENTITY, number, {"judul": clean(one.heading), "isian": one.name}))
    return events


def _forgetting(register: Reader, keys: Container[str]) -> list[Event]:
    return [
        taken_out(ENTITY, number, row)
        for number, row in rows_of(register, ENTITY).items()
        if match_key(row["judul"]) in keys
    ]


def forget(session: Session, names: Sequence[str]) -> ForgottenHeadings:
    """Takes headings out of what is remembered. Raises Refused for one that is not."""
    keys = {match_key(name): clean(name) for name in names}
    with session.writing() as register:
        current = {one.key: one.heading for one in remembered(register)}
        for name in (name for key, name in keys.items() if key not in current):
            raise _not_remembered(name, current.values())
        run = record(register, _forgetting(register, keys), session.typed)
    return ForgottenHeadings([current[key] for key in keys], run)


def _not_remembered(name: str, headings: Iterable[str]) -> Refused:
    known = ", ".join(f"`{heading}`" for heading in headings) or "belum ada"
    return Refused(f"Judul kolom `{name}` tidak diingat register ini.", f"Yang diingat: {known}.")


def rows(session: Session) -> list[dict[str, Any]]:
    """What is remembered, a row each."""
    with session.reading() as register:
        return [{"id": number, **row} for number, row in rows_of(register, ENTITY).items()]
