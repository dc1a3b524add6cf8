"""What one statement did to what was held of a cooperative, in words: old → new, or what an older
day moved or left.

A statement of an older day than the one held may change nothing, or only the day from which a state
counts. Never enters: how a statement is recorded, which cooperative it is about.
"""

from __future__ import annotations

from collections.abc import Mapping

from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.vocabulary import NUMBER, Field
from kkmp_cli.parsing import dates
from kkmp_cli.planning.equality import Facts, corrected_since, word_of
from kkmp_cli.render.words import stated

_LONGEST = 120

Effects = Mapping[tuple[int, int, str], tuple[Facts, Facts]]
"""By run, cooperative and field: what was held before and after an older statement."""


def is_older(name: str, per: str, before: Facts) -> bool:
    """True for a statement of an older day than what was held of that field."""
    return per < before.pers.get(name, "")


def newest(field: Field, old: str | None, new: str | None, before: Facts) -> str:
    """A statement of the newest day, with the days that it changes where it is a correction."""
    since = corrected_since(before, field, new)
    return f"{plain(field, old, new)}; {correction(since)}" if since else plain(field, old, new)


def correction(since: str) -> str:
    """What taking back a `sudah` that began on an ISO day does to what was counted."""
    return f"koreksi, mengubah angka sejak {dates.show(since)}"


def field_label(field: Field) -> str:
    """A field's words; an identifier that bears its milestone's name is told apart."""
    if field.kind == NUMBER and field.milestone and field.label == field.milestone.label:
        return f"Nomor {field.label}"
    return field.title


def short_value(field: Field, value: str | None) -> str:
    """A value in words that fit into a line."""
    text = stated(field, value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def plain(field: Field, old: str | None, new: str | None) -> str:
    """A statement of the newest day: `sudah → belum`, `tetap belum, dikonfirmasi`."""
    if old == new:
        return f"tetap {stated(field, new)}, dikonfirmasi"
    return f"{stated(field, old)} → {stated(field, new)}"


def moved(field: Field, before: Facts, after: Facts) -> str | None:
    """What an older statement changed of the present: value or first day; None for nothing."""
    name = field.name
    old, new = before.values.get(name), after.values.get(name)
    began, begins = _since(name, before), _since(name, after)
    shifted = began is not None and begins is not None and began != begins
    if old != new and not (shifted and new == SUDAH == word_of(old)):
        return f"{stated(field, old)} → {stated(field, new)}"
    if not shifted:
        return None
    return (
        f"{stated(field, new)}, terhitung sejak {dates.show(began or '')} → "
        f"{dates.show(begins or '')}"
    )


def moved_by(field: Field, new: str | None, per: str, before: Facts, after: Facts) -> str | None:
    """The same, behind the statement itself where its state is not the one of today."""
    change = moved(field, before, after)
    if change is None or word_of(new) == word_of(after.values.get(field.name)):
        return change
    return f"{stated(field, new)} per {dates.show(per)}, sehingga {change}"


def older(field: Field, new: str | None, per: str, before: Facts, after: Facts) -> str:
    """An older statement, for a history: what it moved then, or that it moved nothing."""
    day = dates.show(per)
    if change := moved_by(field, new, per, before, after):
        return f"{change}, per {day}" if change == moved(field, before, after) else change
    now, since = after.values.get(field.name), dates.show(after.pers[field.name])
    current = f"{stated(field, now)} per {since}"
    older = "lebih lama dari catatan waktu itu, yang tetap"
    return f"{stated(field, new)}, per {day} ({older}: {current})"


def _since(name: str, facts: Facts) -> str | None:
    spans = facts.states.get(name)
    return spans[-1].since if spans else None
