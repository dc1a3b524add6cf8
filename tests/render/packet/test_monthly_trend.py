"""The months: a line for each milestone of which more than one month is known."""

from __future__ import annotations

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.render.document import on_paper
from sections import column, sections, table
from snapshots import areas_of, cooperative, jakarta_pusat, small


def test_an_unknown_month_is_empty_and_not_zero() -> None:
    trend = table(sections(jakarta_pusat())["tren"], "tren")
    assert column(trend, "usaha") == [34]
    assert column(trend, "nib") == [None]


def test_every_milestone_has_its_column() -> None:
    trend = table(sections(jakarta_pusat())["tren"], "tren")
    assert {one.code for one in MILESTONES} <= {one.key for one in trend.columns}


def test_a_line_is_drawn_of_what_is_in_motion_alone() -> None:
    areas = areas_of("31.71")
    states = {"usaha": "sudah 2025-12-15", "nib": "sudah 2025-11-15"}
    old = cooperative(areas[0], states)
    new = cooperative(areas[1], {"usaha": "sudah 2026-02-15"})
    section = sections(Snapshot(areas[:2], (old, new)))["tren"]
    assert len(table(section, "tren").rows) == 5
    assert [line.values for line in section.lines] == [(None, 1, 1, 2, 2)]
    printed = on_paper(table(section, "tren"))
    assert [one.key for one in printed.columns] == ["tanggal", "kkmp", "usaha"]
    assert sections(small({"usaha": "sudah"}))["tren"].lines == ()
