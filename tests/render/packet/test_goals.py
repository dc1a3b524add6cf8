"""What is wanted by when, in words, and how pressing it is."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli import reports
from kkmp_cli.model.target import Target
from kkmp_cli.render.document import DONE, LATE, SOON
from kkmp_cli.render.packet import goals
from kkmp_cli.reports.report import MilestoneCount, TargetProgress
from snapshots import small

DAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("wanted", "reached", "words"),
    [
        (40, 34, "target 40 · batas 31 Maret 2026, 21 hari lagi"),
        (None, 34, "target semua · batas 31 Maret 2026, 21 hari lagi"),
        (30, 34, "target 30 tercapai"),
        (None, 44, "target semua tercapai"),
    ],
)
def test_a_target_in_words(wanted: int | None, reached: int, words: str) -> None:
    one = TargetProgress("usaha", None, "2026-03-31", 21, wanted, reached, "Wali Kota")
    assert goals.in_words(one, MilestoneCount(sudah=reached, belum=44 - reached)) == words
    assert goals.in_words(one, MilestoneCount()) == ""


def test_of_several_for_one_milestone_the_earliest_is_its_own_and_other_years_are_not() -> None:
    targets = (
        Target(1, "rat", "2027-03-31", tahun_buku=2026),
        Target(2, "rat", "2026-02-28", tahun_buku=2025),
    )
    report = reports.build(small({"rat_2025": "sudah"}, {}, targets=targets), DAY)
    held = goals.of_each(report, report.kota[0])
    assert {code: one.batas for code, one in held.items()} == {"rat": "2026-02-28"}


def test_how_pressing_it_is() -> None:
    assert [goals.near(days) for days in (-1, 0, 31, 32)] == [LATE, SOON, SOON, ""]
    targets = (Target(1, "usaha", "2026-03-01", nilai="1"), Target(2, "nib", "2026-03-01"))
    report = reports.build(small({"usaha": "sudah"}, {}, targets=targets), DAY)
    order = goals.in_order_of_days(report, report.kota[0])
    pressing = {one.milestone: goals.pressing_of(one, report, report.kota[0]) for one in order}
    assert pressing == {"usaha": DONE, "nib": LATE, "rat": SOON}
