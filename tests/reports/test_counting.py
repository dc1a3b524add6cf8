"""States of cooperatives on a day, counted: each counts once, whatever is known of it."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES, SUDAH, UNKNOWN, codes
from kkmp_cli.reports import counting
from kkmp_cli.reports.counting import READY, outlet, stage, tally, view_of
from snapshots import jakarta_pusat, small

NOTHING = dict.fromkeys(codes(), UNKNOWN)


def test_every_cooperative_is_seen_with_a_state_of_every_milestone() -> None:
    seen = view_of(jakarta_pusat().cooperatives, "2026-03-10", 2025)
    assert len(seen) == 44
    assert all([*one.states] == [milestone.code for milestone in MILESTONES] for one in seen)
    assert sum(one.states["usaha"] == SUDAH for one in seen) == 34


def test_before_the_first_statement_nothing_is_known() -> None:
    seen = view_of(jakarta_pusat().cooperatives, "2026-03-09", 2025)
    assert {state for one in seen for state in one.states.values()} == {UNKNOWN}


def test_stated_not_is_neither_unknown_nor_there() -> None:
    states: tuple[dict[str, str], ...] = ({"nib": "belum"}, {"nib": "proses"}, {"nib": "sudah"}, {})
    seen = view_of(small(*states).cooperatives, "2026-03-10", 2025)
    assert [one.is_stated_not("nib") for one in seen] == [True, True, False, False]


def test_a_rat_that_is_not_owed_is_not_missing() -> None:
    founded_later = {"sk_kemenkop": "sudah 2026-01-10", "rat_2025": "belum"}
    (one,) = view_of(small(founded_later).cooperatives, "2026-03-10", 2025)
    assert one.states["rat"] == counting.NOT_OWED
    assert not one.is_stated_not("rat")


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({}, UNKNOWN),
        ({"musyawarah": "belum"}, "belum_dibentuk"),
        ({"musyawarah": SUDAH}, "pembentukan"),
        ({"sk_kemenkop": SUDAH}, "legalitas"),
        (dict.fromkeys(READY, SUDAH), "siap"),
        ({"usaha": SUDAH}, "beroperasi"),
    ],
)
def test_a_stage_is_judged_on_what_is_there(states: dict[str, str], expected: str) -> None:
    assert stage(NOTHING | states) == expected


@pytest.mark.parametrize(
    ("gerai", "usaha", "expected"),
    [
        (SUDAH, SUDAH, "gerai_dan_usaha"),
        (SUDAH, "belum", "gerai_tanpa_usaha"),
        ("belum", SUDAH, "usaha_tanpa_gerai"),
        ("belum", "proses", "belum_gerai"),
        ("belum", UNKNOWN, "belum_gerai"),
        (SUDAH, UNKNOWN, UNKNOWN),
        (UNKNOWN, SUDAH, UNKNOWN),
    ],
)
def test_gerai_and_usaha_are_judged_together(gerai: str, usaha: str, expected: str) -> None:
    assert outlet(NOTHING | {"gerai": gerai, "usaha": usaha}) == expected


def test_what_was_not_found_is_counted_as_zero_in_the_order_of_the_keys() -> None:
    assert [*tally(("a", "b", "c"), "caac").items()] == [("a", 2), ("b", 0), ("c", 2)]
