"""What is taken of the registers of colleagues, as the object that `import --json` promises: a file
of it for each register.

Never enters: a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kkmp_cli.importing.foreign_register import Taken, Thing
from kkmp_cli.model.event import Event
from kkmp_cli.planning.intent import CONFLICT, OUTCOMES, STALE
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.screens.import_json import details, errors, place, worded_whole

_OF_SHEETS: Mapping[str, Any] = {
    "lembar": None,
    "baris_judul": None,
    "penyandian": None,
    "pemisah": None,
    "per": None,
    "kolom": {},
    "diabaikan": [],
}
"""What a register does not have, as its statements each have a day of their own."""


def as_json(taken: Taken, worded: Callable[[str], str] = str) -> str:
    """The object. `worded` makes what is printed of each text."""
    run = taken.result.run
    whole = {
        "berkas": [_file(taken, at) for at in range(len(taken.registers))],
        **_beside(taken),
        "ditulis": run is not None,
        "run": run,
    }
    return json_text(worded_whole(whole, worded))


def _beside(taken: Taken) -> dict[str, Any]:
    """What is of no cooperative, and what is left out."""
    return {
        "bidang_baru": [own.key for own in taken.fields],
        "catatan_kantor": [*map(_record, (*taken.new, *taken.altered))],
        "tidak_diambil": [*taken.told],
        "tidak_ada_di_daftar_wilayah": [*map(place, taken.unknown)],
        "dibatalkan_di_sana": [*_withdrawn(taken)],
    }


def _file(taken: Taken, at: int) -> dict[str, Any]:
    name = taken.registers[at].place
    problems = [one for one in taken.result.problems if one.file in ("", name)]
    return {
        "berkas": name,
        "jenis": "register",
        **_OF_SHEETS,
        **_outcomes(taken, at),
        "tidak_ada_di_berkas": [],
        "galat": errors(problems),
    }


def _outcomes(taken: Taken, at: int) -> dict[str, Any]:
    rows = [row for row in taken.result.plan.results if row.source and row.source.file == at]
    counts = Counter(row.outcome for row in rows)
    return {
        **{outcome: counts[outcome] for outcome in OUTCOMES},
        **_said(taken, [event for row in rows for event in row.events]),
        "rincian_konflik": details(taken.result, rows, CONFLICT),
        "rincian_usang": details(taken.result, rows, STALE),
    }


def _said(taken: Taken, events: Sequence[Event]) -> dict[str, Any]:
    """How much of it completes the days before what is held, and who said all of it."""
    past = {*taken.past}
    return {
        "melengkapi_riwayat": sum(event in past for event in events),
        "dicatat_oleh": [*_officers(taken, events)],
    }


def _officers(taken: Taken, events: Iterable[Event]) -> Iterator[dict[str, Any]]:
    counts = Counter(map(taken.origin, events))
    for origin, count in sorted(counts.items(), key=lambda one: one[0].at):
        yield {**objects.origin(origin), "catatan": count}


def _record(thing: Thing) -> dict[str, Any]:
    news = {name: value for name, (_, value) in thing.news.items()}
    return {"entitas": thing.kind, "id": thing.id, "dilengkapi": news or None}


def _withdrawn(taken: Taken) -> Iterator[dict[str, Any]]:
    for one in taken.withdrawn:
        yield {**place(one.area), "field": one.field, "nilai": one.value, "per": one.per}
