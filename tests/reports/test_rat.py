"""Who owes the RAT, and until when."""

from __future__ import annotations

import pytest

from kkmp_cli.model.target import Target
from kkmp_cli.reports import rat
from snapshots import areas_of, cooperative

AREA = areas_of("31.71")[0]


@pytest.mark.parametrize(
    ("states", "state", "owed"),
    [
        ({}, "belum", True),
        ({"sk_kemenkop": "sudah 2025-06-20"}, "belum", True),
        ({"sk_kemenkop": "sudah 2026-01-10"}, "belum", False),
        ({"sk_kemenkop": "sudah 2026-01-10"}, "sudah", True),
        ({"musyawarah": "sudah 2026-01-10", "sk_kemenkop": "sudah"}, "belum", False),
    ],
)
def test_it_is_owed_unless_founded_after_the_book_year(
    states: dict[str, str], state: str, owed: bool
) -> None:
    assert rat.owes(cooperative(AREA, states), 2025, state) is owed


def target(number: int, batas: str, kota: str | None, year: int = 2025) -> Target:
    return Target(number, "rat", batas, tahun_buku=year, kota=kota)


def test_it_is_due_on_31_march_unless_a_target_says_otherwise() -> None:
    assert rat.due([], "rat", 2025, "31.71") == "2026-03-31"
    general = [target(1, "2026-04-30", None), target(2, "2026-05-31", None)]
    assert rat.due(general, "rat", 2025, "31.71") == "2026-05-31"
    own = [*general, target(0, "2026-02-28", "31.71"), target(9, "2027-01-01", None, 2026)]
    assert rat.due(own, "rat", 2025, "31.71") == "2026-02-28"
    assert rat.due(own, "rat", 2025, "31.74") == "2026-05-31"


def test_days_are_counted_to_the_due_day_and_past_it() -> None:
    days = [rat.days_until("2026-03-31", day) for day in ("2026-03-10", "2026-03-31", "2026-04-10")]
    assert days == [21, 0, -10]
