"""Whole rows planned: what is new, which day counts, and where a change stands in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, Milestone
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    CONFLICT,
    STALE,
    Intent,
    Source,
)
from kkmp_cli.planning.plan import build_plan
from one_row import (
    CIDENG,
    FILE,
    GAMBIR,
    NEWER,
    OLDER,
    PER,
    every_milestone,
    file_says,
    held,
    name_of,
    number_of,
    outcome,
    stated,
)


@every_milestone
def test_a_new_cooperative_is_registered_with_what_is_said_of_it(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "2025-08-15"}, None)
    assert outcome(found) == ADDED
    assert stated(found) == {REGISTERED: (None, "ya"), name: (None, "2025-08-15")}


@every_milestone
def test_the_day_of_one_milestone_overrides_that_of_the_row(milestone: Milestone) -> None:
    name = name_of(milestone)
    intent = Intent(GAMBIR, {name: "proses"}, NEWER, True, {name: OLDER.isoformat()})
    known = held({name: "belum"})
    assert outcome(build_plan([intent], {1: known}, FILE, {}, built_in())) == STALE
    (event,) = build_plan([intent], {1: held()}, FILE, {}, built_in()).events
    assert event.per == OLDER.isoformat()


def test_each_field_of_a_row_is_judged_alone() -> None:
    known = held({"nib": "sudah", "usaha": "belum"})
    found = file_says({"nib": "belum", "usaha": "sudah"}, known)
    assert outcome(found) == CHANGED
    assert stated(found) == {"usaha": ("belum", "sudah")}
    assert [left.outcome for left in found.results[0].unapplied] == [CONFLICT]


def test_a_change_carries_its_place_in_the_file() -> None:
    source = Source(2, 9, {}, "b.csv")
    for known in ({}, {1: held()}):
        found = build_plan(
            [Intent(GAMBIR, {"anggota": "175"}, PER, source=source)], known, FILE, {}, built_in()
        )
        assert found.events[-1] == Event(
            COOPERATIVE, 1, "anggota", None, "175", PER.isoformat(), 2, 9
        )


def test_personal_values_are_never_in_a_problem() -> None:
    numbers = {("nib", "", "0" * 13): CIDENG}
    found = build_plan(
        [Intent(GAMBIR, {"nib_nomor": "0" * 13, "ketua": "Siti"}, PER)],
        {},
        FILE,
        numbers,
        built_in(),
    )
    assert "Siti" not in repr(found.problems)


@st.composite
def _values(draw: st.DrawFn) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for milestone in draw(st.lists(st.sampled_from(MILESTONES), max_size=4, unique=True)):
        name = name_of(milestone)
        words = [
            "sudah",
            "belum",
            "proses",
            "2025",
            "2026-03",
            "2026-03-10",
            "2026-03-11",
            "2026-04",
            None,
        ]
        found[name] = draw(
            st.sampled_from(words + ["berhenti", "berhenti 2026-03-11"] * milestone.stops)
        )
        if draw(st.booleans()) and milestone.number:
            found[f"{name}_nomor"] = number_of(milestone)
            if draw(st.booleans()):
                del found[name]
    for name, value in (
        ("nama", "KKMP Gambir"),
        ("nama", "Lain"),
        ("status", "aktif"),
        ("anggota", "5"),
        ("unit_usaha", "klinik"),
        ("unit_usaha", "+klinik"),
        ("percontohan", "tidak"),
    ):
        if draw(st.booleans()):
            found[name] = value
    return found


@given(values=_values())
def test_a_new_cooperative_is_judged_alike_whichever_way_is_taken(
    values: dict[str, str | None],
) -> None:
    short = file_says(values, None, PER)
    long = file_says({**values, "gerai_rencana": "2027"}, None, PER)
    kept = [event for event in long.events if event.field != "gerai_rencana"]
    if long.problems:
        assert sorted(p.message for p in short.problems) == sorted(p.message for p in long.problems)
    elif values.get("gerai") not in ("sudah", "2025", "2026-03", "2026-03-10"):
        assert sorted(short.events) == sorted(kept)
