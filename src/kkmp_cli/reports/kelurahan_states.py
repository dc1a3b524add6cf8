"""Every cooperative with the state of each of its milestones on the day: the lines of a matrix.

The stages of the office are among them. Never enters: a count, a sign, a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kkmp_cli.milestones import MILESTONES, TERKENDALA, UNKNOWN, field_code
from kkmp_cli.model import timeline
from kkmp_cli.model.own_field import TAHAP, OwnField
from kkmp_cli.reports.counting import DayView
from kkmp_cli.reports.kota_details import KelurahanStates, StateOnDay
from kkmp_cli.reports.own_figures import value_of

MOST_KOTA = 10
"""Of more kota at once nobody looks at every cooperative."""


class _Fields(NamedTuple):
    """By milestone code the field that holds its state, the stages of the office, and the field to
    group by.
    """

    milestones: Mapping[str, str]
    stages: Sequence[str]
    by: OwnField | None


def lines(
    seen: Sequence[DayView], book_year: int, own: Sequence[OwnField], by: str | None = None
) -> tuple[KelurahanStates, ...]:
    """One for each that counts on the day, in the order given; `by`: the key to group them by."""
    fields = _Fields(
        {one.code: field_code(one, book_year) for one in MILESTONES},
        [one.key for one in own if one.kind == TAHAP and not one.retired],
        next((one for one in own if one.key == by), None),
    )
    return tuple(_line(one, fields) for one in seen)


def _line(one: DayView, fields: _Fields) -> KelurahanStates:
    states = {
        code: _stated(one, name, one.states[code]) for code, name in fields.milestones.items()
    }
    for key in fields.stages:
        states[key] = _stated(one, key, one.cooperative.state(key, one.day))
    group = (value_of(fields.by, one) or UNKNOWN) if fields.by else ""
    return KelurahanStates(*one.place, states, group)


def _stated(one: DayView, name: str, state: str) -> StateOnDay:
    if state == TERKENDALA:
        span = timeline.on_day(one.cooperative.obstacles.get(name, ()), one.day)
        return StateOnDay(state, None, span.value if span else None)
    span = one.cooperative.span(name, one.day)
    return StateOnDay(state, span.day if span and span.value == state else None)
