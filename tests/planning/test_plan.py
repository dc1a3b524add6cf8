"""Somebody's word against what is held: what applies, what is left, and why (contract, sections 1
and 2).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import Refused
from kkmp_cli.milestones import MILESTONES, Milestone, field_code
from kkmp_cli.model import projection, vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    CONFIRMED,
    CONFLICT,
    REJECTED,
    SAME,
    STALE,
    Intent,
    Plan,
    Source,
)
from kkmp_cli.planning.merge import CorrectionNeeded, MergePolicy
from kkmp_cli.planning.plan import build_plan

GAMBIR = Area(
    1, "31.71.01.1001", "Gambir", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
CIDENG = Area(
    2, "31.71.01.1002", "Cideng", "Gambir", "Kota Administrasi Jakarta Pusat", "DKI Jakarta"
)
RAWASARI = Area(
    3,
    "31.71.05.1003",
    "Rawasari",
    "Cempaka Putih",
    "Kota Administrasi Jakarta Pusat",
    "DKI Jakarta",
)
PER = date(2026, 3, 10)
OLDER, NEWER = PER - timedelta(days=30), PER + timedelta(days=30)
FILE, OVERWRITE, OFFICER = MergePolicy(), MergePolicy(overwrite=True), MergePolicy(officer=True)

every_milestone = pytest.mark.parametrize(
    "milestone", MILESTONES, ids=lambda milestone: milestone.code
)
every_stopping = pytest.mark.parametrize(
    "milestone", [m for m in MILESTONES if m.stops], ids=lambda milestone: milestone.code
)
every_number = pytest.mark.parametrize(
    "milestone", [m for m in MILESTONES if m.number], ids=lambda milestone: milestone.code
)


def name_of(milestone: Milestone) -> str:
    return field_code(milestone, 2025)


def number_of(milestone: Milestone, digit: str = "1") -> str:
    assert milestone.number
    return digit * (milestone.number.digits[-1] if milestone.number.digits else 12)


def held(
    values: Mapping[str, str | None] = {}, per: date = PER, area: Area = GAMBIR
) -> Cooperative:
    """A cooperative of which these values were stated on one day."""
    said = [FieldEvent(REGISTERED, "ya", per.isoformat(), 0)]
    said += [
        FieldEvent(name, value, per.isoformat(), order)
        for order, (name, value) in enumerate(values.items(), 1)
    ]
    return after(said, area)


def after(said: list[FieldEvent], area: Area = GAMBIR) -> Cooperative:
    state = projection.project(said)
    return Cooperative(
        area.id, area, state.values, state.pers, state.states, state.obstacles, state.plans
    )


def file_says(
    values: Mapping[str, str | None],
    known: Cooperative | None,
    per: date = NEWER,
    policy: MergePolicy = FILE,
    explicit: bool = True,
) -> Plan:
    """The plan of one row on Gambir."""
    return build_plan(
        [Intent(GAMBIR, values, per, explicit)], {known.id: known} if known else {}, policy, {}
    )


def officer_says(
    values: Mapping[str, str | None],
    known: Cooperative,
    per: date = NEWER,
    policy: MergePolicy = OFFICER,
) -> Plan:
    return file_says(values, known, per, policy)


def stated(result: Plan) -> dict[str, tuple[str | None, str | None]]:
    """field → (old, new) of the changes."""
    return {event.field: (event.old, event.new) for event in result.events}


def outcome(result: Plan) -> str:
    (row,) = result.results
    return row.outcome


# -- a new cooperative
# -----------------------------------------------------------------------------------


@every_milestone
def test_a_new_cooperative_is_registered_with_what_is_said_of_it(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "2025-08-15"}, None)
    assert outcome(found) == ADDED
    assert stated(found) == {REGISTERED: (None, "ya"), name: (None, "2025-08-15")}


def test_defaults_are_not_stored_as_statements() -> None:
    values = {"nama": "KKMP Gambir", **vocabulary.DEFAULTS}
    assert stated(file_says(values, None)) == {REGISTERED: (None, "ya")}
    assert outcome(file_says(values, held())) == SAME


# -- older, newer, equal
# ---------------------------------------------------------------------------------


@every_milestone
def test_an_older_statement_changes_nothing(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "belum"}, held({name: "proses"}), OLDER)
    assert (outcome(found), stated(found)) == (STALE, {})
    (left,) = found.results[0].unapplied
    assert (left.field, left.held, left.held_per, left.stated) == (
        name,
        "proses",
        PER.isoformat(),
        "belum",
    )


@every_milestone
def test_an_older_statement_than_a_confirmation_changes_nothing(milestone: Milestone) -> None:
    name = name_of(milestone)
    known = after(
        [
            FieldEvent(REGISTERED, "ya", OLDER.isoformat(), 1),
            FieldEvent(name, "proses", OLDER.isoformat(), 2),
            FieldEvent(name, "proses", NEWER.isoformat(), 3),
        ]
    )
    assert outcome(file_says({name: "belum"}, known, PER)) == STALE


@every_milestone
@pytest.mark.parametrize("days", [0, 1])
def test_the_same_or_a_newer_day_changes_what_differs(milestone: Milestone, days: int) -> None:
    name = name_of(milestone)
    found = file_says({name: "proses"}, held({name: "belum"}), PER + timedelta(days=days))
    assert (outcome(found), stated(found)) == (CHANGED, {name: ("belum", "proses")})


@every_milestone
def test_equal_with_an_explicit_newer_day_is_confirmed(milestone: Milestone) -> None:
    name = name_of(milestone)
    for value in ("belum", "sudah", "2025-08-15"):
        found = file_says({name: value}, held({name: value}))
        assert (outcome(found), stated(found)) == (CONFIRMED, {name: (value, value)})
        assert outcome(file_says({name: value}, held({name: value}), explicit=False)) == SAME
        assert outcome(file_says({name: value}, held({name: value}), PER)) == SAME
        assert outcome(file_says({name: value}, held({name: value}), OLDER)) == SAME


@every_milestone
def test_a_confirmation_moves_no_begin(milestone: Milestone) -> None:
    name = name_of(milestone)
    known = held({name: "sudah"})
    said = [
        FieldEvent(name, "sudah", PER.isoformat(), 1),
        FieldEvent(name, "sudah", NEWER.isoformat(), 2),
    ]
    assert stated(file_says({name: "sudah"}, known)) == {name: ("sudah", "sudah")}
    assert projection.project(said).states[name][0].since == PER.isoformat()


@every_milestone
def test_a_bare_sudah_keeps_the_known_date(milestone: Milestone) -> None:
    name = name_of(milestone)
    assert stated(file_says({name: "sudah"}, held({name: "2025-08-15"}))) == {
        name: ("2025-08-15", "2025-08-15")
    }


@every_milestone
def test_an_older_statement_may_supply_the_date_of_the_same_sudah(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "2025-08-15"}, held({name: "sudah"}), OLDER)
    assert (outcome(found), stated(found)) == (CHANGED, {name: ("sudah", "2025-08-15")})
    assert outcome(file_says({name: "2025-08-15"}, held({name: "2025-07-01"}), OLDER)) == STALE


@every_milestone
def test_a_supplied_date_is_what_the_register_then_knows(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "2025-08-15"}, held({name: "sudah"}), OLDER)
    said = [FieldEvent(name, "sudah", PER.isoformat(), 1)]
    said += [FieldEvent(c.field, c.new, c.per, order) for order, c in enumerate(found.events, 2)]
    assert projection.project(said).values[name] == "2025-08-15"


@every_number
def test_an_older_statement_may_supply_a_number_where_none_is_held(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({f"{name}_nomor": number_of(milestone)}, held({name: "sudah"}), OLDER)
    assert stated(found) == {f"{name}_nomor": (None, number_of(milestone))}
    known = held({name: "sudah", f"{name}_nomor": number_of(milestone)})
    assert outcome(file_says({f"{name}_nomor": number_of(milestone, "2")}, known, OLDER)) == STALE


@every_milestone
def test_the_day_of_one_milestone_overrides_that_of_the_row(milestone: Milestone) -> None:
    name = name_of(milestone)
    intent = Intent(GAMBIR, {name: "proses"}, NEWER, True, {name: OLDER.isoformat()})
    known = held({name: "belum"})
    assert outcome(build_plan([intent], {1: known}, FILE, {})) == STALE
    (event,) = build_plan([intent], {1: held()}, FILE, {}).events
    assert event.per == OLDER.isoformat()


def test_each_field_of_a_row_is_judged_alone() -> None:
    known = held({"nib": "sudah", "usaha": "belum"})
    found = file_says({"nib": "belum", "usaha": "sudah"}, known)
    assert outcome(found) == CHANGED
    assert stated(found) == {"usaha": ("belum", "sudah")}
    assert [left.outcome for left in found.results[0].unapplied] == [CONFLICT]


# -- conflicts
# -------------------------------------------------------------------------------------------


@every_milestone
@pytest.mark.parametrize("word", ["belum", "proses", "terkendala"])
@pytest.mark.parametrize("before", ["sudah", "2025-08-15", "2025-08"])
def test_a_file_does_not_take_back_a_sudah(milestone: Milestone, word: str, before: str) -> None:
    name = name_of(milestone)
    found = file_says({name: word}, held({name: before}))
    assert (outcome(found), stated(found)) == (CONFLICT, {})
    (left,) = found.results[0].unapplied
    assert left.command.startswith("kkmp update 31.71.01.1001 ")
    assert f"--per {NEWER.isoformat()}" in left.command


@every_milestone
def test_a_file_takes_back_a_sudah_with_overwrite(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({name: "belum"}, held({name: "sudah"}), policy=OVERWRITE)
    assert stated(found) == {name: ("sudah", "belum")}
    assert outcome(file_says({name: "belum"}, held({name: "sudah"}), OLDER, OVERWRITE)) == STALE


@every_milestone
def test_a_kendala_beside_a_word_in_conflict_waits_with_it(milestone: Milestone) -> None:
    name = name_of(milestone)
    for value, written in (("modal: $(bank)", "'modal: $(bank)'"), ("tempat", "tempat")):
        found = file_says({name: "terkendala", f"{name}_kendala": value}, held({name: "sudah"}))
        assert (outcome(found), stated(found)) == (CONFLICT, {})
        command = found.results[0].unapplied[-1].command
        option = f"--{milestone.code.replace('_', '-')}"
        assert f"{option} terkendala {option}-kendala {written} " in command


@every_stopping
def test_what_ran_may_stop_by_a_file(milestone: Milestone) -> None:
    name = name_of(milestone)
    assert stated(file_says({name: "berhenti 2026-04-01"}, held({name: "sudah"}))) == {
        name: ("sudah", "berhenti 2026-04-01")
    }


# -- numbers
# ---------------------------------------------------------------------------------------------


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


@every_number
def test_one_number_on_two_cooperatives_is_refused_naming_the_holder(milestone: Milestone) -> None:
    name = f"{name_of(milestone)}_nomor"
    numbers = {(name_of(milestone), "", number_of(milestone)): CIDENG}
    for policy in (FILE, OVERWRITE, OFFICER):
        found = build_plan(
            [Intent(GAMBIR, {name: number_of(milestone)}, PER)], {1: held()}, policy, numbers
        )
        assert outcome(found) == REJECTED
        assert not found.events
        assert "Cideng (31.71.01.1002)" in found.problems[0].message


@every_number
def test_one_number_on_two_rows_is_refused(milestone: Milestone) -> None:
    name = f"{name_of(milestone)}_nomor"
    intents = [Intent(area, {name: number_of(milestone)}, PER) for area in (GAMBIR, CIDENG)]
    found = build_plan(intents, {}, FILE, {})
    assert [row.outcome for row in found.results] == [ADDED, REJECTED]
    assert "Gambir" in found.problems[0].message


@every_number
def test_one_call_may_swap_two_numbers_or_turn_three_round(milestone: Milestone) -> None:
    name = name_of(milestone)
    areas = (GAMBIR, CIDENG, RAWASARI)
    numbers = [number_of(milestone, digit) for digit in "123"]
    known = {
        area.id: held({name: "sudah", f"{name}_nomor": number}, area=area)
        for area, number in zip(areas, numbers, strict=True)
    }
    index = {(name, "", number): area for area, number in zip(areas, numbers, strict=True)}
    for turned in ([1, 0], [1, 2, 0]):
        intents = [
            Intent(area, {f"{name}_nomor": numbers[place]}, NEWER)
            for area, place in zip(areas, turned, strict=False)
        ]
        found = build_plan(intents, known, FILE, index)
        assert not found.problems
        assert len(found.events) == len(turned)


def test_one_account_number_may_be_held_at_two_banks() -> None:
    index = {("rekening", "BNI", "0123456789"): CIDENG}
    values = {"rekening_nomor": "0123456789", "rekening_bank": "BRI"}
    assert not build_plan([Intent(GAMBIR, values, PER)], {}, FILE, index).problems
    values["rekening_bank"] = "BNI"
    assert build_plan([Intent(GAMBIR, values, PER)], {}, FILE, index).problems


def test_a_number_given_up_in_the_same_call_is_free() -> None:
    known = {1: held({"nib": "sudah", "nib_nomor": "0" * 13}), 2: held(area=CIDENG)}
    intents = [
        Intent(CIDENG, {"nib_nomor": "0" * 13}, NEWER),
        Intent(GAMBIR, {"nib_nomor": None}, NEWER),
    ]
    assert not build_plan(intents, known, OFFICER, {("nib", "", "0" * 13): GAMBIR}).problems


# -- kendala, rencana, mulai
# -----------------------------------------------------------------------------


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
    state = projection.project(said)
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


# -- days
# ------------------------------------------------------------------------------------------------


@every_milestone
def test_an_exact_date_after_its_day_is_refused(milestone: Milestone) -> None:
    name = name_of(milestone)
    source = Source(0, 7, {name: ("Kolom", "C7")}, "isian.csv")
    for known in (None, held()):
        intent = Intent(GAMBIR, {name: "2026-03-11"}, PER, source=source)
        found = build_plan([intent], {1: known} if known else {}, FILE, {})
        assert outcome(found) == REJECTED
        assert not found.events
        (problem,) = found.problems
        assert (problem.row, problem.column, problem.cell, problem.file) == (
            7,
            "Kolom",
            "C7",
            "isian.csv",
        )
    assert not file_says({name: "2026-03-10"}, None, PER).problems


@every_milestone
def test_a_month_or_year_that_has_begun_by_its_day_is_accepted(milestone: Milestone) -> None:
    name = name_of(milestone)
    for known in (None, held()):
        assert not file_says({name: "2026-03"}, known, PER).problems
        assert not file_says({name: "2026"}, known, PER).problems
        assert file_says({name: "2026-04"}, known, PER).problems
        assert file_says({name: "2027"}, known, PER).problems


# -- the officer's own word
# ------------------------------------------------------------------------------


@every_milestone
@pytest.mark.parametrize("before", ["belum", "proses", "terkendala", None])
@pytest.mark.parametrize("word", ["belum", "proses", "terkendala", "sudah", "2025-08-15"])
def test_the_officer_always_applies_and_says_what_was(
    milestone: Milestone, before: str | None, word: str
) -> None:
    name = name_of(milestone)
    known = held({name: before} if before else {})
    events = stated(officer_says({name: word}, known))
    assert events == {name: (before, word)}


@every_milestone
@pytest.mark.parametrize("word", ["belum", "proses", "terkendala"])
def test_the_officer_takes_back_a_sudah_but_of_gerai_and_usaha_only_as_a_correction(
    milestone: Milestone, word: str
) -> None:
    name = name_of(milestone)
    known = held({name: "2025-08-15"})
    if milestone.stops:
        with pytest.raises(CorrectionNeeded, match="Gambir") as refusal:
            officer_says({name: word}, known)
        assert "--koreksi" in refusal.value.remedy
        assert "berhenti" in refusal.value.remedy
    found = officer_says({name: word}, known, policy=MergePolicy(officer=True, correction=True))
    assert stated(found) == {name: ("2025-08-15", word)}


@every_stopping
def test_the_officer_may_say_berhenti_without_a_correction(milestone: Milestone) -> None:
    name = name_of(milestone)
    assert stated(officer_says({name: "berhenti"}, held({name: "sudah"}))) == {
        name: ("sudah", "berhenti")
    }


@every_milestone
def test_the_officer_may_empty_any_field(milestone: Milestone) -> None:
    name = name_of(milestone)
    policy = MergePolicy(officer=True, correction=milestone.stops)
    emptied = officer_says({name: None}, held({name: "sudah"}), policy=policy)
    assert stated(emptied) == {name: ("sudah", None)}
    assert stated(officer_says({name: None}, held())) == {}


@every_milestone
def test_the_officer_may_speak_of_an_older_day(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = officer_says({name: "belum"}, held({name: "sudah"}), OLDER)
    assert [(event.new, event.per) for event in found.events] == [("belum", OLDER.isoformat())]


@given(
    name=st.sampled_from([name_of(milestone) for milestone in MILESTONES]),
    before=st.sampled_from(["sudah", "2025-08-15", "belum", "proses", "terkendala", None]),
    word=st.sampled_from(["sudah", "2025-07", "belum", "proses", "terkendala", None]),
)
def test_after_an_officers_word_on_the_newest_day_that_word_is_held(
    name: str, before: str | None, word: str | None
) -> None:
    said = [FieldEvent(REGISTERED, "ya", OLDER.isoformat(), 0)]
    if before:
        said.append(FieldEvent(name, before, OLDER.isoformat(), 1))
    policy = MergePolicy(officer=True, correction=True)
    events = build_plan(
        [Intent(GAMBIR, {name: word}, PER, True)], {1: after(said)}, policy, {}
    ).events
    said += [FieldEvent(c.field, c.new, c.per, order) for order, c in enumerate(events, 2)]
    now = projection.project(said).values.get(name)
    kept = word == "sudah" and before == "2025-08-15"
    assert now == (before if kept else word)


@given(
    name=st.sampled_from([name_of(milestone) for milestone in MILESTONES if not milestone.stops]),
    before=st.sampled_from(["sudah", "2025-08-15"]),
    word=st.sampled_from(["belum", "proses", "terkendala"]),
)
def test_the_command_of_a_conflict_says_what_the_file_said(
    name: str, before: str, word: str
) -> None:
    (left,) = file_says({name: word}, held({name: before})).results[0].unapplied
    words = left.command.split()
    option = words[
        words.index("--per") - 2 if "--tahun-buku" not in words else words.index("--tahun-buku") - 2
    ]
    assert vocabulary.in_year(option[2:].replace("-", "_"), 2025) == name
    assert word in words


# -- other fields
# ----------------------------------------------------------------------------------------


def test_kinds_of_usaha_are_added_and_taken_out() -> None:
    known = held({"unit_usaha": "klinik;sembako"})
    assert (
        stated(officer_says({"unit_usaha": "+apotek"}, known))["unit_usaha"][1]
        == "sembako;klinik;apotek"
    )
    assert stated(officer_says({"unit_usaha": "-klinik"}, known))["unit_usaha"][1] == "sembako"


def test_a_file_says_a_profile_field_anew() -> None:
    assert stated(file_says({"anggota": "175"}, held({"anggota": "60"}))) == {
        "anggota": ("60", "175")
    }
    assert outcome(file_says({"anggota": "60"}, held({"anggota": "175"}), OLDER)) == STALE


def test_a_change_carries_its_place_in_the_file() -> None:
    source = Source(2, 9, {}, "b.csv")
    for known in ({}, {1: held()}):
        found = build_plan(
            [Intent(GAMBIR, {"anggota": "175"}, PER, source=source)], known, FILE, {}
        )
        assert found.events[-1] == Event(
            COOPERATIVE, 1, "anggota", None, "175", PER.isoformat(), 2, 9
        )


def test_personal_values_are_never_in_a_problem() -> None:
    numbers = {("nib", "", "0" * 13): CIDENG}
    found = build_plan(
        [Intent(GAMBIR, {"nib_nomor": "0" * 13, "ketua": "Siti"}, PER)], {}, FILE, numbers
    )
    assert "Siti" not in repr(found.problems)


# -- the short way for new cooperatives
# ------------------------------------------------------------------


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


@pytest.mark.parametrize("start", ["2026-01-10", "2026-02", "2026-02-01"])
def test_what_stopped_did_not_start_on_that_day_or_later(start: str) -> None:
    found = build_plan(
        [Intent(GAMBIR, {"usaha": "berhenti 2026-01-10", "usaha_mulai": start}, PER)], {}, FILE, {}
    )
    assert [problem.message for problem in found.problems] == [
        "Usaha tidak dapat mulai pada atau sesudah hari berhentinya"
    ]
    earlier = build_plan(
        [Intent(GAMBIR, {"usaha": "berhenti 2026-01-10", "usaha_mulai": "2026-01-09"}, PER)],
        {},
        FILE,
        {},
    )
    assert not earlier.problems
