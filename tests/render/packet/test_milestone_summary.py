"""The summary: a bar and a row for each milestone, stages and outlets that sum to all."""

from __future__ import annotations

from kkmp_cli.milestones import MILESTONES
from sections import column, sections, table
from snapshots import jakarta_pusat, unknown


def test_each_milestone_has_one_bar_and_one_row_that_say_the_same() -> None:
    summary = sections(jakarta_pusat())["milestone"]
    rows = table(summary, "milestone")
    assert len(summary.bars) == len(rows.rows) == len(MILESTONES)
    for bar, label, done in zip(
        summary.bars, column(rows, "milestone"), column(rows, "sudah"), strict=True
    ):
        assert bar.label == label
        assert bar.done == (done or 0)
        assert bar.done + bar.open + bar.unknown == 44


def test_where_nothing_is_known_there_is_no_number_and_no_percent() -> None:
    rows = table(sections(unknown())["milestone"], "milestone")
    assert {*column(rows, "sudah")} == {*column(rows, "persen")} == {None}
    assert all(
        "belum ada data (44 KKMP)" in bar.words for bar in sections(unknown())["milestone"].bars
    )


def test_stages_and_outlets_sum_to_all() -> None:
    summary = sections(jakarta_pusat())["milestone"]
    for key in ("tahap", "gerai_usaha"):
        assert sum(int(str(count)) for count in column(table(summary, key), "kkmp")) == 44
