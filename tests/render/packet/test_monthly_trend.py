"""The months: a line for each milestone of which more than one month is known."""

from __future__ import annotations

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Snapshot
from sections import column, sections, table
from snapshots import areas_of, cooperative, jakarta_pusat, small


def test_an_unknown_month_is_empty_and_not_zero() -> None:
    trend = table(sections(jakarta_pusat())["tren"], "tren")
    assert column(trend, "usaha") == [34]
    assert column(trend, "nib") == [None]


def test_every_milestone_has_its_column() -> None:
    trend = table(sections(jakarta_pusat())["tren"], "tren")
    assert {one.code for one in MILESTONES} <= {one.key for one in trend.columns}


def test_a_line_is_drawn_once_there_are_months_to_join() -> None:
    old = cooperative(areas_of("31.71")[0], {"usaha": "sudah 2025-12-15"})
    section = sections(Snapshot((old.area,), (old,)))["tren"]
    assert len(table(section, "tren").rows) == 4
    assert [line.values for line in section.lines] == [(1, 1, 1, 1)]
    assert sections(small({"usaha": "sudah"}))["tren"].lines == ()
