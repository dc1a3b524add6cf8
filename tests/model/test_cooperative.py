"""A frozen cooperative answers for any day."""

from __future__ import annotations

import pytest

from kkmp_cli.milestones import MILESTONES, UNKNOWN, field_code
from snapshots import areas_of, cooperative

AREA = areas_of("31.71")[0]


def test_its_name_is_the_stated_one_or_that_of_its_kelurahan() -> None:
    assert cooperative(AREA).name == f"KKMP {AREA.kelurahan}"
    assert cooperative(AREA, values={"nama": "KKMP Maju"}).name == "KKMP Maju"


def test_before_the_first_word_nothing_is_known() -> None:
    for milestone in MILESTONES:
        name = field_code(milestone, 2025)
        one = cooperative(AREA, {name: "sudah 2026-02-01"})
        assert [one.state(name, day) for day in ("2026-01-31", "2026-02-01")] == [UNKNOWN, "sudah"]
        assert one.span(name, "2026-01-31") is None


@pytest.mark.parametrize("status", ["bubar 2026-02-01", "digabung 2026-02-01"])
def test_it_counts_until_the_day_before_it_went(status: str) -> None:
    gone = cooperative(AREA, values={"status": status})
    assert [gone.counts_on(day) for day in ("2026-01-31", "2026-02-01")] == [True, False]
    assert cooperative(AREA, values={"status": "aktif"}).counts_on("2030-01-01")


@pytest.mark.parametrize(
    ("states", "year"),
    [
        ({}, None),
        ({"sk_kemenkop": "sudah"}, None),
        ({"sk_kemenkop": "sudah 2025-06-20", "musyawarah": "sudah 2024-05-31"}, 2025),
        ({"sk_kemenkop": "sudah", "musyawarah": "sudah 2025"}, 2025),
        ({"musyawarah": "proses"}, None),
    ],
)
def test_it_was_founded_in_the_year_of_its_deed_else_of_its_musyawarah(
    states: dict[str, str], year: int | None
) -> None:
    assert cooperative(AREA, states).founded == year
