"""One stated value beside the one that is held: the same, a supplement, the contrary."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES, Milestone
from kkmp_cli.model import projection, vocabulary
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning import equality
from kkmp_cli.planning.intent import (
    CHANGED,
    SAME,
    STALE,
)
from one_row import (
    OLDER,
    PER,
    every_milestone,
    file_says,
    held,
    name_of,
    outcome,
    stated,
)

STATE_FIELDS = [f"{one.code}_2025" if one.yearly else one.code for one in MILESTONES]


@pytest.mark.parametrize("name", STATE_FIELDS)
def test_a_bare_state_says_no_more_than_the_same_with_a_date(name: str) -> None:
    field = built_in().known(name)
    assert equality.is_same(field, "2025-08-01", "sudah")
    assert not equality.is_same(field, "sudah", "2025-08-01")
    assert equality.supplies_date(field, "sudah", "2025-08-01")
    assert not equality.supplies_date(field, "belum", "2025-08-01")
    assert not equality.is_same(field, None, "belum")


@pytest.mark.parametrize("word", ["belum", "proses", "terkendala"])
@pytest.mark.parametrize("name", STATE_FIELDS)
def test_the_contrary_of_sudah_takes_it_back_and_a_stop_does_not(name: str, word: str) -> None:
    field = built_in().known(name)
    assert equality.takes_back(field, "2025-08-01", word)
    assert not equality.takes_back(field, "2025-08-01", "berhenti 2026-01-10")
    assert not equality.takes_back(field, "proses", word)


def test_a_value_that_is_no_state_is_the_same_only_to_the_letter() -> None:
    field = built_in().known("anggota")
    assert equality.is_same(field, "12", "12")
    assert not equality.is_same(field, "12", "13")
    assert not equality.takes_back(field, "sudah", "belum")


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (None, False),
        ("2026-03-10", False),
        ("2026-03-11", True),
        ("2026-03", False),
        ("2026-04", True),
    ],
)
def test_a_day_begins_after_another_where_all_of_it_does(day: str | None, after: bool) -> None:
    assert equality.begins_after(day, "2026-03-10") is after


def test_a_field_that_is_not_there_is_no_field() -> None:
    with pytest.raises(LookupError):
        built_in().known("laba")


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
    assert projection.project(said, built_in()).values[name] == "2025-08-15"


def test_defaults_are_not_stored_as_statements() -> None:
    values = {"nama": "KKMP Gambir", **vocabulary.DEFAULTS}
    assert stated(file_says(values, None)) == {REGISTERED: (None, "ya")}
    assert outcome(file_says(values, held())) == SAME


@every_milestone
def test_a_correction_changes_what_was_counted_since_the_sudah_began(milestone: Milestone) -> None:
    name = name_of(milestone)
    current = held({name: "2026-01-05"})
    assert equality.corrected_since(current, built_in().known(name), "belum") == "2026-01-05"
    assert equality.corrected_since(current, built_in().known(name), None) == "2026-01-05"
    assert equality.corrected_since(current, built_in().known(name), "2026-02-01") is None
    assert equality.corrected_since(held({name: "belum"}), built_in().known(name), "proses") is None
    assert equality.corrected_since(held(), built_in().known(name), "belum") is None
    assert not equality.is_correction(built_in().known("anggota"), "10", None)
