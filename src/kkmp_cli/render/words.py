"""Canonical values as people read them. One place for the printed words of states, lists and
dates.
"""

from __future__ import annotations

from kkmp_cli.milestones import SUDAH, UNKNOWN
from kkmp_cli.model import vocabulary
from kkmp_cli.model.vocabulary import OBSTACLE, PER, PLAN, START, STATE
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.states import split_obstacle, split_state

UNITS = {"simpan_pinjam": "simpan pinjam", "cold_storage": "cold storage"}


def state(value: str | None) -> str:
    """A milestone's canonical value: `sudah, 15 Agustus 2025`, `berhenti sejak 10 Januari 2026`,
    `belum ada data`.
    """
    if value is None or value == UNKNOWN:
        return "belum ada data"
    word, day = split_state(value)
    if day is None:
        return word
    return f"{word}, {dates.show(day)}" if word == SUDAH else f"{word} sejak {dates.show(day)}"


def obstacle(value: str) -> str:
    """A kendala: `modal (kurang 20 juta)`; what has no category of its own is its text."""
    category, note = split_obstacle(value)
    if category == "lainnya" and note:
        return note
    return f"{category} ({note})" if note else category


def canonical(name: str, value: str) -> str:
    """Any field's canonical value as printed."""
    field = vocabulary.by_name(name)
    kind = field.kind if field else ""
    if kind == STATE:
        return state(value)
    if kind == OBSTACLE:
        return obstacle(value)
    if kind in (PLAN, START, PER):
        return dates.show(value)
    if name == "status":
        word, _, day = value.partition(" ")
        return f"{word} sejak {dates.show(day)}" if day else word
    if name == "anggota":
        return show(int(value))
    if field is not None and field.many:
        return ", ".join(UNITS.get(item, item) for item in split_list(value))
    return value


def held(name: str, value: str | None, nothing: str = "—") -> str:
    """One side of a change: where nothing is stated, the default that is then shown, else
    `nothing`.
    """
    shown = vocabulary.DEFAULTS.get(name) if value is None else value
    return nothing if shown is None else canonical(name, shown)
