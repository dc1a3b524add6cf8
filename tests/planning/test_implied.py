"""What a number, a kendala, a rencana and a start imply for the state beside them, and rule out."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.milestones import Milestone
from kkmp_cli.model import projection
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import (
    CONFIRMED,
    REJECTED,
    SAME,
    Intent,
)
from kkmp_cli.planning.plan import build_plan
from one_row import (
    FILE,
    GAMBIR,
    NEWER,
    OFFICER,
    OLDER,
    PER,
    after,
    every_milestone,
    every_number,
    every_stopping,
    file_says,
    held,
    name_of,
    number_of,
    officer_says,
    outcome,
    stated,
)


@every_number
def test_a_number_alone_means_sudah(milestone: Milestone) -> None:
    name = name_of(milestone)
    for known in (None, held()):
        events = stated(file_says({f"{name}_nomor": number_of(milestone)}, known))
        assert events[name] == (None, "sudah")
        assert events[f"{name}_nomor"] == (None, number_of(milestone))


@every_number
def test_a_number_beside_another_state_is_kept_and_the_state_too(milestone: Milestone) -> None:
    name = name_of(milestone)
    number = {f"{name}_nomor": number_of(milestone)}
    assert stated(file_says(number, held({name: "proses"}))) == {
        f"{name}_nomor": (None, number_of(milestone))
    }
    for known in (None, held()):
        events = stated(file_says({name: "proses", **number}, known))
        assert events[name] == (None, "proses")
        assert events[f"{name}_nomor"] == (None, number_of(milestone))


@every_milestone
@pytest.mark.parametrize("before", [None, "belum", "proses"])
def test_a_kendala_makes_terkendala(milestone: Milestone, before: str | None) -> None:
    name = name_of(milestone)
    known = held({name: before} if before else {})
    for policy in (FILE, OFFICER):
        events = stated(file_says({f"{name}_kendala": "modal"}, known, policy=policy))
        assert events == {name: (before, "terkendala"), f"{name}_kendala": (None, "modal")}


@every_milestone
@pytest.mark.parametrize("word", ["belum", "proses"])
def test_a_kendala_beside_belum_or_proses_makes_terkendala(milestone: Milestone, word: str) -> None:
    name = name_of(milestone)
    events = stated(file_says({name: word, f"{name}_kendala": "tempat: jauh"}, None))
    assert events[name] == (None, "terkendala")


@every_stopping
def test_a_kendala_of_what_has_stopped_leaves_it_stopped(milestone: Milestone) -> None:
    name = name_of(milestone)
    events = stated(file_says({f"{name}_kendala": "modal"}, held({name: "berhenti"})))
    assert events == {f"{name}_kendala": (None, "modal")}


@every_milestone
def test_a_kendala_or_rencana_of_what_is_sudah_is_not_recorded_and_said(
    milestone: Milestone,
) -> None:
    name = name_of(milestone)
    for tail, value in (("kendala", "modal"), ("rencana", "2027")):
        found = file_says({f"{name}_{tail}": value}, held({name: "sudah"}))
        assert (outcome(found), stated(found)) == (SAME, {})
        assert found.results[0].notes
        with pytest.raises(Refused):
            officer_says({f"{name}_{tail}": value}, held({name: "sudah"}))


@every_milestone
def test_kendala_and_rencana_end_when_the_milestone_is_sudah(milestone: Milestone) -> None:
    name = name_of(milestone)
    said = [
        FieldEvent(name, "terkendala", PER.isoformat(), 1),
        FieldEvent(f"{name}_kendala", "modal", PER.isoformat(), 2),
        FieldEvent(f"{name}_rencana", "2027-01", PER.isoformat(), 3),
    ]
    known = after(said)
    assert {f"{name}_kendala", f"{name}_rencana"} <= set(known.values)
    events = officer_says({name: "sudah"}, known).events
    said += [FieldEvent(c.field, c.new, c.per, order) for order, c in enumerate(events, 4)]
    state = projection.project(said, built_in())
    assert set(state.values) == {name}
    assert state.obstacles[name][0].until == NEWER.isoformat()
    assert state.plans[name][0].until == NEWER.isoformat()


@every_milestone
@pytest.mark.parametrize("word", ["belum", "proses"])
def test_belum_or_proses_said_anew_by_the_officer_ends_a_kendala(
    milestone: Milestone, word: str
) -> None:
    name = name_of(milestone)
    known = held({name: "terkendala", f"{name}_kendala": "modal"})
    events = stated(officer_says({name: word}, known))
    assert events == {name: ("terkendala", word), f"{name}_kendala": ("modal", None)}


@every_milestone
@pytest.mark.parametrize("word", ["belum", "proses"])
def test_a_file_without_a_word_on_it_leaves_a_kendala(milestone: Milestone, word: str) -> None:
    name = name_of(milestone)
    known = held({name: "terkendala", f"{name}_kendala": "modal"})
    assert stated(file_says({name: word}, known)).get(f"{name}_kendala") is None
    assert outcome(file_says({name: word}, known)) in (SAME, CONFIRMED)


@every_milestone
def test_an_older_belum_leaves_the_kendala_and_is_listed_once(milestone: Milestone) -> None:
    name = name_of(milestone)
    known = held({name: "terkendala", f"{name}_kendala": "modal"})
    found = file_says({name: "belum"}, known, OLDER)
    assert stated(found) == {}
    assert [left.field for left in found.results[0].unapplied] == [name]


@every_stopping
def test_a_start_belongs_to_what_has_stopped(milestone: Milestone) -> None:
    name = name_of(milestone)
    start = {f"{name}_mulai": "2025-05"}
    assert stated(file_says(start, held({name: "berhenti 2026-01-10"}))) == {
        f"{name}_mulai": (None, "2025-05")
    }
    assert stated(file_says({name: "berhenti 2026-01-10", **start}, None)).keys() >= {
        name,
        f"{name}_mulai",
    }
    for word in ("sudah", "belum"):
        assert outcome(file_says(start, held({name: word}))) == REJECTED


def test_kinds_of_usaha_are_added_and_taken_out() -> None:
    known = held({"unit_usaha": "klinik;sembako"})
    assert (
        stated(officer_says({"unit_usaha": "+apotek"}, known))["unit_usaha"][1]
        == "sembako;klinik;apotek"
    )
    assert stated(officer_says({"unit_usaha": "-klinik"}, known))["unit_usaha"][1] == "sembako"


@pytest.mark.parametrize("start", ["2026-01-10", "2026-02", "2026-02-01"])
def test_what_stopped_did_not_start_on_that_day_or_later(start: str) -> None:
    found = build_plan(
        [Intent(GAMBIR, {"usaha": "berhenti 2026-01-10", "usaha_mulai": start}, PER)],
        {},
        FILE,
        {},
        built_in(),
    )
    assert [problem.message for problem in found.problems] == [
        "Usaha tidak dapat mulai pada atau sesudah hari berhentinya"
    ]
    earlier = build_plan(
        [Intent(GAMBIR, {"usaha": "berhenti 2026-01-10", "usaha_mulai": "2026-01-09"}, PER)],
        {},
        FILE,
        {},
        built_in(),
    )
    assert not earlier.problems
