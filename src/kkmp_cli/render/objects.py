"""Cooperatives as objects with the keys of the vocabulary: what `list --json`, `show --json` and
exports hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model import projection, timeline, vocabulary
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import AREA, OBSTACLE, PER, PLAN, START, STATE
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.reports.counting import see, stage


def book_years(cooperatives: Iterable[Cooperative], always: int) -> list[int]:
    """Every tahun buku that any of them has a word on, and the one asked about."""
    found = {always}
    for cooperative in cooperatives:
        for name in cooperative.pers:
            field = vocabulary.by_name(name)
            if field and field.milestone and field.milestone.yearly and field.state_field:
                found.add(int(field.state_field[-4:]))
    return sorted(found)


def text_values(cooperative: Cooperative, names: Sequence[str], day: str) -> dict[str, str | None]:
    """Field → canonical text on a day, defaults shown; None where nothing is known. As an export
    cell holds it.
    """
    area = cooperative.area
    places = {
        "kode": area.kode,
        "kelurahan": area.kelurahan,
        "kecamatan": area.kecamatan,
        "kota": area.kota,
        "provinsi": area.provinsi,
        "nama": cooperative.name,
    }
    found: dict[str, str | None] = {}
    for name in names:
        if name in places:
            found[name] = places[name]
        else:
            found[name] = _on_day(cooperative, name, day)
    return found


def _on_day(cooperative: Cooperative, name: str, day: str) -> str | None:
    field = vocabulary.by_name(name)
    if field is None or field.kind == AREA:
        return None
    if field.kind == STATE:
        span = cooperative.span(name, day)
        return projection.state_text(span) if span else None
    code = field.state_field or ""
    if field.kind in (OBSTACLE, PLAN):
        held = cooperative.obstacles if field.kind == OBSTACLE else cooperative.plans
        attached = timeline.on_day(held.get(code, ()), day)
        return attached.value if attached else None
    if field.kind == PER:
        per = cooperative.pers.get(code)
        if per is None or per <= day:
            return per
        return day if cooperative.span(code, day) else None  # the later word is not of that day
    if field.kind == START:
        spans = tuple(span for span in cooperative.states.get(code, ()) if span.since <= day)
        return projection.present({code: spans}, {}, {}).get(name)
    return cooperative.values.get(name) or vocabulary.DEFAULTS.get(name)


def as_object(
    cooperative: Cooperative, day: str, years: Sequence[int], year: int, personal: bool = False
) -> dict[str, Any]:
    """One cooperative as JSON: numbers as numbers, lists as arrays, `null` where nothing is
    known.
    """
    names = vocabulary.register_fields(years, with_personal=personal)
    values: dict[str, Any] = dict(text_values(cooperative, names, day))
    for name in names:
        field = vocabulary.by_name(name)
        if field and field.many:
            values[name] = split_list(values[name])
        elif name == "anggota" and values[name] is not None:
            values[name] = int(values[name])
    seen = see([cooperative], day, year)
    values["tahap"] = stage(seen[0].states) if seen else UNKNOWN
    return values
