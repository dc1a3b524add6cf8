"""The last step of every command that states something: judge, refuse or record, and say what is
worth saying.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kkmp_cli import settings
from kkmp_cli.cli.framework import say
from kkmp_cli.errors import BadUsage, Problem, Refused
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import WHOLE
from kkmp_cli.parsing.text import clean
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan

if TYPE_CHECKING:
    from pathlib import Path

    from kkmp_cli.model.cooperative import Cooperative
    from kkmp_cli.planning.intent import Intent, Plan
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer


@contextmanager
def looking(location: str) -> Iterator[Reader]:
    """The register to plan against; where there is none yet, a new one that is thrown away."""
    from kkmp_cli.register.location import path_of
    from kkmp_cli.register.reader import open_reader

    if path_of(location).exists():
        with open_reader(location) as register:
            yield register
        return
    from kkmp_cli.register.writer import open_writer

    with (
        tempfile.TemporaryDirectory(prefix="kkmp-") as folder,
        open_writer(f"{folder}/baru.db", create=True) as register,
    ):
        yield register


def carry_out(
    register: Writer,
    intents: Sequence[Intent],
    held: Mapping[int, Cooperative],
    policy: MergePolicy,
    typed: str,
    reason: str | None = None,
    *,
    bulk: bool = False,
) -> int | None:
    """Judges the officer's word and records it; the run's number, None where nothing changes.

    Raises Refused naming every value that cannot be.
    """
    planned = judged(register, intents, held, policy)
    return record(register, planned.events, typed, reason, bulk=bulk)


def judged(
    register: Writer,
    intents: Sequence[Intent],
    held: Mapping[int, Cooperative],
    policy: MergePolicy,
) -> Plan:
    """The plan of the officer's word. Raises Refused naming every value that cannot be."""
    planned = build_plan(intents, held, policy, register.numbers())
    if planned.problems:
        raise Refused(*_problems(planned.problems))
    return planned


def record(
    register: Writer,
    events: Sequence[Event],
    typed: str,
    reason: str | None = None,
    *,
    bulk: bool = False,
) -> int | None:
    """Writes changes as one run, with a copy of the register first where it is a bulk change; None
    for no changes.
    """
    from kkmp_cli.register.writer import NewRun

    if not events:
        return None
    if bulk:
        register.keep_copy()
    number = register.apply(events, NewRun(typed, clean(reason, 2_000) if reason else None))
    if number == 1:
        announce(register)
    return number


def announce(register: Writer) -> None:
    """Said once, at the first write: where the register lies and under which name the history
    runs.
    """
    if register.quiet:
        return
    say(f"Register baru: {register.path}")
    warn_of_place(register.path)
    say(f"Riwayat mencatat Anda sebagai `{clean(settings.officer())}` (ganti dengan KKMP_PETUGAS).")


def warn_of_place(path: Path) -> None:
    """Said once, where a register is made on a network drive or in a folder that a service
    synchronises.
    """
    from kkmp_cli.register.network_folder import doubtful

    if place := doubtful(path):
        say(
            f"Perhatian: letaknya di {place}. Kunci berkas di sana tidak dapat dipercaya: dua "
            f"petugas yang menulis"
        )
        say(
            "bersamaan dapat merusak register. Taruh di disk komputer ini (--db), dan bagikan "
            "cadangannya."
        )


def _problems(problems: Sequence[Problem]) -> tuple[str, str]:
    lines = [
        f"{problem.column}{f' `{problem.content}`' if problem.content else ''}: {problem.message}."
        for problem in problems
    ]
    return "\n".join(dict.fromkeys(lines)), problems[0].remedy


def create_record(register: Writer, entity: str, values: Mapping[str, object], typed: str) -> int:
    """Records one new training, target, figure or follow-up as a run; returns its id."""
    from kkmp_cli.register.records import to_json

    key = register.next_id(entity)
    run = record(
        register,
        [Event(entity, key, WHOLE, None, to_json(values), settings.today().isoformat())],
        typed,
    )
    if not register.quiet:
        say(f"Tercatat sebagai run {run}; batalkan: kkmp undo {run}")
    return key


def remove_record(
    register: Writer, entity: str, key: int, typed: str, before: Sequence[Event] = ()
) -> int | None:
    """Takes one record out, with history, after the changes `before`; the run. Raises Refused where
    there is none.
    """
    from kkmp_cli.register.records import to_json

    held = existing(register, entity, key)
    event = Event(entity, key, WHOLE, to_json(held), None, settings.today().isoformat())
    return record(register, [*before, event], typed)


def update_record(
    register: Writer, entity: str, key: int, values: Mapping[str, object], typed: str
) -> int | None:
    """Changes fields of one record, each with its history; returns the run, None where nothing
    differs.
    """
    held = existing(register, entity, key)
    day = settings.today().isoformat()
    events = [
        Event(entity, key, name, _as_text(held[name]), _as_text(value), day)
        for name, value in values.items()
        if held[name] != value
    ]
    return record(register, events, typed)


_GROUPS = {
    "pelatihan": "training",
    "target": "target",
    "tindak_lanjut": "followup",
    "angka": "figure",
}
"""The commands of each kind of record."""


def existing(register: Reader, entity: str, key: int) -> dict[str, Any]:
    """The record of an id. Raises Refused where there is none."""
    from kkmp_cli.register.records import rows_of

    held = rows_of(register, entity).get(key)
    if held is None:
        remedy = f"Lihat nomornya dengan `kkmp {_GROUPS[entity]} list`."
        raise Refused(f"Tidak ada {entity.replace('_', ' ')} nomor {key}.", remedy)
    return held


def read_id(text: str) -> int:
    """The id typed after `update`, `remove`, `done`. Raises BadUsage for what is no number."""
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        remedy = "Lihat nomornya dengan `list` dari kelompok perintah ini."
        raise BadUsage(f"`{clean(text, None)[:20]}` bukan nomor.", remedy)
    return int(text)


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)
