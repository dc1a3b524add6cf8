"""The ends of months: a number only from the first statement on."""

from __future__ import annotations

from kkmp_cli.milestones import codes
from kkmp_cli.reports.trend import MONTHS, points
from snapshots import areas_of, cooperative, jakarta_pusat, said, unknown

DAY = "2026-03-10"


def test_where_nothing_was_stated_there_is_no_point() -> None:
    assert points(unknown().cooperatives, DAY, 2025) == ()


def test_the_last_point_is_the_report_of_the_day() -> None:
    *_, last = points(jakarta_pusat().cooperatives, DAY, 2025)
    assert (last.tanggal, last.kkmp) == (DAY, 44)
    assert (last.sudah["usaha"], last.sudah["rat"], last.sudah["nib"]) == (34, 5, None)
    assert [*last.sudah] == [*codes()]


def test_each_month_counts_what_had_begun_by_its_end() -> None:
    states = {"usaha": said("sudah 2025-12-15", "2026-02-20"), "nib": said("belum", "2026-01-31")}
    one = cooperative(areas_of("31.71")[0])
    (first, second, third, last) = points([type(one)(one.id, one.area, states=states)], DAY, 2025)
    assert [point.tanggal for point in (first, second, third, last)] == [
        "2025-12-31",
        "2026-01-31",
        "2026-02-28",
        DAY,
    ]
    assert [point.sudah["usaha"] for point in (first, second, third, last)] == [1, 1, 1, 1]
    assert [point.sudah["nib"] for point in (first, second, third, last)] == [None, 0, 0, 0]


def test_there_are_at_most_twelve_months_before_the_day() -> None:
    one = cooperative(areas_of("31.71")[0])
    old = type(one)(one.id, one.area, states={"usaha": said("sudah", "2024-01-01")})
    found = points([old], DAY, 2025)
    assert len(found) == MONTHS + 1
    assert found[0].tanggal == "2025-03-31"


def test_a_dissolved_one_is_counted_until_its_day() -> None:
    area = areas_of("31.71")[0]
    gone = cooperative(area, values={"status": "bubar 2026-02-15"})
    gone = type(gone)(area.id, area, gone.values, states={"usaha": said("sudah", "2025-12-01")})
    assert [(point.tanggal[:7], point.kkmp) for point in points([gone], DAY, 2025)] == [
        ("2025-12", 1),
        ("2026-01", 1),
        ("2026-02", 0),
        ("2026-03", 0),
    ]
