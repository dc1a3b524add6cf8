"""What is stated against what is held: older, newer, in conflict, and the officer's own word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, Milestone
from kkmp_cli.model import projection
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import (
    CHANGED,
    CONFIRMED,
    CONFLICT,
    REJECTED,
    SAME,
    STALE,
    Intent,
    Source,
)
from kkmp_cli.planning.merge import CorrectionNeeded, MergePolicy
from kkmp_cli.planning.plan import build_plan
from one_row import (
    FILE,
    GAMBIR,
    NEWER,
    OLDER,
    OVERWRITE,
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
    assert projection.project(said, built_in()).states[name][0].since == PER.isoformat()


@every_number
def test_an_older_statement_may_supply_a_number_where_none_is_held(milestone: Milestone) -> None:
    name = name_of(milestone)
    found = file_says({f"{name}_nomor": number_of(milestone)}, held({name: "sudah"}), OLDER)
    assert stated(found) == {f"{name}_nomor": (None, number_of(milestone))}
    known = held({name: "sudah", f"{name}_nomor": number_of(milestone)})
    assert outcome(file_says({f"{name}_nomor": number_of(milestone, "2")}, known, OLDER)) == STALE


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


@every_milestone
def test_an_exact_date_after_its_day_is_refused(milestone: Milestone) -> None:
    name = name_of(milestone)
    source = Source(0, 7, {name: ("Kolom", "C7")}, "isian.csv")
    for known in (None, held()):
        intent = Intent(GAMBIR, {name: "2026-03-11"}, PER, source=source)
        found = build_plan([intent], {1: known} if known else {}, FILE, {}, built_in())
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
        [Intent(GAMBIR, {name: word}, PER, True)], {1: after(said)}, policy, {}, built_in()
    ).events
    said += [FieldEvent(c.field, c.new, c.per, order) for order, c in enumerate(events, 2)]
    now = projection.project(said, built_in()).values.get(name)
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
    assert built_in().in_year(option[2:].replace("-", "_"), 2025) == name
    assert word in words


def test_a_file_says_a_profile_field_anew() -> None:
    assert stated(file_says({"anggota": "175"}, held({"anggota": "60"}))) == {
        "anggota": ("60", "175")
    }
    assert outcome(file_says({"anggota": "60"}, held({"anggota": "175"}), OLDER)) == STALE
