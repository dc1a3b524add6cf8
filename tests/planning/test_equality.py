"""One stated value beside the one that is held: the same, a supplement, the contrary."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.planning import equality

STATE_FIELDS = [f"{one.code}_2025" if one.yearly else one.code for one in MILESTONES]


@pytest.mark.parametrize("name", STATE_FIELDS)
def test_a_bare_state_says_no_more_than_the_same_with_a_date(name: str) -> None:
    field = equality.known_field(name)
    assert equality.is_same(field, "2025-08-01", "sudah")
    assert not equality.is_same(field, "sudah", "2025-08-01")
    assert equality.supplies_date(field, "sudah", "2025-08-01")
    assert not equality.supplies_date(field, "belum", "2025-08-01")
    assert not equality.is_same(field, None, "belum")


@pytest.mark.parametrize("word", ["belum", "proses", "terkendala"])
@pytest.mark.parametrize("name", STATE_FIELDS)
def test_the_contrary_of_sudah_takes_it_back_and_a_stop_does_not(name: str, word: str) -> None:
    field = equality.known_field(name)
    assert equality.takes_back(field, "2025-08-01", word)
    assert not equality.takes_back(field, "2025-08-01", "berhenti 2026-01-10")
    assert not equality.takes_back(field, "proses", word)


def test_a_value_that_is_no_state_is_the_same_only_to_the_letter() -> None:
    field = equality.known_field("anggota")
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
        equality.known_field("laba")
