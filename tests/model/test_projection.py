"""Statements in force → present values and timelines, whichever way they are read."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, UNKNOWN, field_code
from kkmp_cli.model import projection
from kkmp_cli.model.projection import project
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent, Span
from kkmp_cli.model.vocabulary import built_in

DAYS = ("2025-06-01", "2025-08-15", "2025-12-31", "2026-03-10")
NAMES = [field_code(milestone, 2025) for milestone in MILESTONES]
STOPPING = [milestone.code for milestone in MILESTONES if milestone.stops]


def said(*entries: tuple[str, str | None, str]) -> list[FieldEvent]:
    return [
        FieldEvent(name, value, per, order) for order, (name, value, per) in enumerate(entries, 1)
    ]


@st.composite
def _statements(draw: st.DrawFn, most: int = 12) -> list[FieldEvent]:
    found = []
    for order in range(draw(st.integers(0, most))):
        name = draw(st.sampled_from([*NAMES, "anggota", "nama", "nib_nomor", REGISTERED]))
        if name in NAMES:
            words = ["sudah", "2025-05", "2025-05-31", "belum", "proses", "terkendala", None]
            value = draw(
                st.sampled_from(words + ["berhenti", "berhenti 2025-05-31"] * (name in STOPPING))
            )
            tail = draw(
                st.sampled_from(
                    ["", "", "", "_kendala", "_rencana"] + ["_mulai"] * (name in STOPPING)
                )
            )
            if tail:
                name += tail
                value = draw(
                    st.sampled_from(
                        [None, {"_kendala": "modal", "_rencana": "2030"}.get(tail, "2025-04")]
                    )
                )
        else:
            value = draw(st.sampled_from(["1", "2", None]))
        found.append(FieldEvent(name, value, draw(st.sampled_from(DAYS)), order))
    return found


@given(entries=_statements(), seed=st.integers(0, 99))
def test_the_order_of_reading_does_not_matter(entries: list[FieldEvent], seed: int) -> None:
    mixed = list(entries)
    random.Random(seed).shuffle(mixed)
    assert project(mixed, built_in()) == project(entries, built_in())


@given(entries=_statements(most=8))
def test_what_was_said_once_comes_to_the_same_as_what_was_said_and_confirmed(
    entries: list[FieldEvent],
) -> None:
    """The short way for fields stated once, against the long way: each statement twice on its own
    day.
    """
    twice = [*entries, *(entry._replace(order=entry.order + 0.5) for entry in entries)]  # type: ignore[arg-type]
    if any(
        "_" in entry.field and entry.field.rpartition("_")[2] in ("kendala", "rencana", "mulai")
        for entry in entries
    ):
        return
    once, confirmed = project(entries, built_in()), project(twice, built_in())
    assert (once.registered, once.values, once.pers) == (
        confirmed.registered,
        confirmed.values,
        confirmed.pers,
    )
    assert once.states == confirmed.states


@given(entries=_statements())
def test_the_newest_span_is_what_is_held(entries: list[FieldEvent]) -> None:
    state = project(entries, built_in())
    for name, spans in state.states.items():
        if spans and spans[-1].value != UNKNOWN:
            assert state.values[name] == projection.state_text(spans[-1])
        else:
            assert name not in state.values
    for tail, attached in (("kendala", state.obstacles), ("rencana", state.plans)):
        for name, spans in attached.items():
            assert (f"{name}_{tail}" in state.values) == (spans[-1].until is None)


@given(entries=_statements())
def test_spans_follow_each_other_without_overlap(entries: list[FieldEvent]) -> None:
    state = project(entries, built_in())
    for timelines in (state.states, state.obstacles, state.plans):
        for spans in timelines.values():
            for one, following in pairwise(spans):
                assert one.until is not None
                assert one.since < one.until <= following.since


@given(entries=_statements())
def test_the_day_of_a_field_is_its_newest(entries: list[FieldEvent]) -> None:
    newest: dict[str, str] = {}
    for entry in entries:
        if entry.field != REGISTERED:
            newest[entry.field] = max(newest.get(entry.field, ""), entry.per)
    assert dict(project(entries, built_in()).pers) == newest


def test_nothing_said_is_nothing_known() -> None:
    state = project([], built_in())
    assert not state.registered
    assert not state.values


@pytest.mark.parametrize("name", NAMES)
def test_an_emptied_milestone_is_unknown_again_and_keeps_its_day(name: str) -> None:
    state = project(said((name, "sudah", DAYS[0]), (name, None, DAYS[1])), built_in())
    assert name not in state.values
    assert state.pers[name] == DAYS[1]


@pytest.mark.parametrize("name", STOPPING)
def test_what_stopped_keeps_when_it_began(name: str) -> None:
    state = project(
        said((name, "2025-05-31", DAYS[0]), (name, "berhenti 2025-12-01", DAYS[2])), built_in()
    )
    assert state.values == {name: "berhenti 2025-12-01", f"{name}_mulai": "2025-05-31"}
    assert state.states[name] == (
        Span("2025-05-31", "2025-12-01", "sudah", "2025-05-31"),
        Span("2025-12-01", None, "berhenti", "2025-12-01"),
    )


def test_a_field_of_another_version_is_a_plain_value() -> None:
    assert project(said(("belum_ada_di_sini", "x", DAYS[0])), built_in()).values == {
        "belum_ada_di_sini": "x"
    }
