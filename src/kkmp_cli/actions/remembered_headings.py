"""`kkmp import --remember` and `--forget`: what a heading means in this office, kept in the
register.

Each is a record with its history, so `kkmp history` shows it and `kkmp undo` takes it back. How a
remembered heading is read is in `importing`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.cli.framework import Session, out, say
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import WHOLE
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.importing.maps import Map
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

ENTITY = "judul"


def remembered(register: Reader) -> tuple[Map, ...]:
    """What the register remembers, in the order in which it was told."""
    from kkmp_cli.importing.maps import Map

    return tuple(Map(heading, name) for heading, name in register.headings())


def remembered_at(location: str) -> tuple[Map, ...]:
    """The same of the register at a place; nothing where there is none yet."""
    from kkmp_cli.register.location import path_of, taken
    from kkmp_cli.register.reader import open_reader

    if not taken(path_of(location)):
        return ()
    with open_reader(location) as register:
        return remembered(register)


def news(register: Reader, maps: Iterable[str]) -> tuple[Map, ...]:
    """The maps of a call that the register does not remember yet, or otherwise; of two on one
    heading the last.
    """
    from kkmp_cli.importing.maps import read_map

    held = {one.key: one.name for one in remembered(register)}
    told = {one.key: one for one in map(read_map, maps)}
    return tuple(one for key, one in told.items() if held.get(key) != one.name)


def remembering(register: Writer, maps: Sequence[Map]) -> list[Event]:
    """The changes by which the register remembers these maps; what it remembered of their headings
    goes.
    """
    from kkmp_cli.register.records import to_json

    if not maps:
        return []
    events = _forgetting(register, {one.key for one in maps})
    for number, one in enumerate(maps, register.next_id(ENTITY)):
        made = to_json({"judul": clean(one.heading), "isian": one.name})
        events.append(Event(ENTITY, number, WHOLE, None, made, settings.today().isoformat()))
    return events


def _forgetting(register: Reader, keys: Iterable[str]) -> list[Event]:
    from kkmp_cli.register.records import rows_of, to_json

    day = settings.today().isoformat()
    return [
        Event(ENTITY, number, WHOLE, to_json(row), None, day)
        for number, row in rows_of(register, ENTITY).items()
        if match_key(row["judul"]) in keys
    ]


def refuse_mixed(
    files: Sequence[str], maps: Sequence[str], remember: bool, forget: Sequence[str], dry_run: bool
) -> None:
    """Raises BadUsage where the switches ask for nothing, or for two things at once."""
    if forget and (files or maps or remember or dry_run):
        raise BadUsage(
            "--forget berdiri sendiri, tanpa BERKAS dan pilihan lain.",
            'Misalnya kkmp import --forget "Mitra 2".',
        )
    if files and remember and not maps:
        raise BadUsage(
            "--remember mengingat --map, tetapi tidak ada --map di perintah ini.",
            Advice(
                'Tulis misalnya --map "Mitra 2=catatan" --remember. Yang sudah diingat: {}.',
                Command("import", "--remember"),
            ),
        )
    if not files and not forget and (maps or not remember):
        raise BadUsage("BERKAS… belum disebut.", Advice("Lihat `{}`.", Command("import", "--help")))


def without_files(command: Session, forget: Sequence[str], as_json: bool) -> None:
    """What `kkmp import` does where no file is named: forgets what is named, else tells what is
    remembered.
    """
    if forget:
        _forget(command, forget)
    else:
        _tell(command, as_json)


def _forget(command: Session, names: Sequence[str]) -> None:
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    with open_writer(command.location) as register:
        held = {one.key: one.heading for one in remembered(register)}
        keys = {match_key(name): clean(name) for name in names}
        if unknown := [name for key, name in keys.items() if key not in held]:
            known = ", ".join(f"`{heading}`" for heading in held.values()) or "belum ada"
            raise Refused(
                f"Judul kolom `{unknown[0]}` tidak diingat register ini.", f"Yang diingat: {known}."
            )
        run = record.record(register, _forgetting(register, keys), command.typed)
    told = ", ".join(f"`{held[key]}`" for key in keys)
    out(f"Dilupakan sebagai run {run}: {told}. Batalkan dengan `kkmp undo {run}`.")


def _tell(command: Session, as_json: bool) -> None:
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.records import rows_of
    from kkmp_cli.render.screens import plain_list

    with open_reader(command.location) as register:
        rows = [{"id": number, **row} for number, row in rows_of(register, ENTITY).items()]
    if as_json:
        out(plain_list.records(rows, as_json, ()))
        return
    out(
        plain_list.records(
            [row | {"isian": row["isian"] or "(diabaikan)"} for row in rows],
            as_json,
            ("judul", "isian"),
        )
    )
    if rows:
        say(f'Lupakan dengan `kkmp import --forget "{rows[0]["judul"]}"`.')
    else:
        say('Ingat arti sebuah judul dengan `kkmp import BERKAS --map "JUDUL=isian" --remember`.')
