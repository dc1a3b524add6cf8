"""Growth is what happened; what only became known is named as that."""

from __future__ import annotations

import pytest

from kkmp_cli.render.words import growth
from kkmp_cli.reports.report import MilestoneChange, MilestoneCount


@pytest.mark.parametrize(
    ("now", "kinds", "words"),
    [
        (34, {"bertambah": 2}, "Beroperasi naik 2 menjadi 34."),
        (34, {"bertambah": 1, "berhenti": 1}, "Beroperasi tetap 34 (1 buka, 1 berhenti)."),
        (33, {"koreksi": 1}, "Beroperasi turun 1 menjadi 33 (1 dikoreksi)."),
        (
            35,
            {"bertambah": 2, "bubar": 1},
            "Beroperasi naik 1 menjadi 35 (2 buka, 1 bubar atau digabung).",
        ),
        (6, {"baru_tercatat": 6}, "Beroperasi: 6, semuanya baru tercatat."),
        (40, {"bertambah": 2, "baru_tercatat": 6}, "Beroperasi: 40 (2 buka, 6 baru tercatat)."),
    ],
)
def test_the_net_change_says_of_what_it_is_made(
    now: int, kinds: dict[str, int], words: str
) -> None:
    assert growth.net_change("usaha", "Beroperasi", now, kinds) == words


def test_a_paper_does_not_open() -> None:
    words = growth.net_change("nib", "NIB", 5, {"bertambah": 1, "koreksi": 1})
    assert words == "NIB tetap 5 (1 bertambah, 1 dikoreksi)."


def test_beside_a_bar_both_stand_apart() -> None:
    assert growth.moved(MilestoneCount(40, berubah=8, baru_tercatat=6)) == [
        "naik 2",
        "6 baru tercatat",
    ]
    assert growth.moved(MilestoneCount(40, berubah=-1)) == ["turun 1"]
    assert growth.moved(MilestoneCount(40, berubah=0)) == []


def test_changes_are_counted_by_kind() -> None:
    change = MilestoneChange("31", "A", "usaha", "belum", "sudah", "2026-03-01", "bertambah")
    other = change._replace(milestone="nib")
    assert growth.of_milestone([change, change, other], "usaha") == {"bertambah": 2}
