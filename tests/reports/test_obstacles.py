"""What is stuck, for how long, and what is planned."""

from __future__ import annotations

from kkmp_cli.milestones import OBSTACLES
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import Span
from kkmp_cli.reports import counting, obstacles
from snapshots import areas_of, cooperative, stuck

DAY = "2026-03-10"


def test_the_oldest_comes_first_and_what_runs_is_not_stuck() -> None:
    seen = counting.view_of(stuck().cooperatives, DAY, 2025)
    found = obstacles.stuck(seen, DAY, 2025)
    assert [(one.milestone, one.kategori, one.catatan) for one in found] == [
        ("usaha", "tempat", "menunggu aset"),
        ("nib", obstacles.NOT_SAID, None),
    ]
    assert [one.hari for one in found] == [57, 0]


def test_each_kecamatan_counts_its_cooperatives_once() -> None:
    area = areas_of("31.71")[0]
    spans = (Span("2026-01-12", None, "modal"),)
    twice = cooperative(
        area, {"usaha": "belum", "gerai": "belum"}, obstacles={"usaha": spans, "gerai": spans}
    )
    (row,) = obstacles.by_category(obstacles.stuck(counting.view_of([twice], DAY, 2025), DAY, 2025))
    assert (row.kategori["modal"], row.kkmp) == (2, 1)
    assert {*OBSTACLES} <= row.kategori.keys()


def planning_to(day: str) -> Cooperative:
    plans = {"usaha": (Span("2026-01-12", None, day),)}
    return cooperative(areas_of("31.71")[0], {"usaha": "belum"}, plans=plans)


def test_a_plan_is_late_after_its_last_day() -> None:
    for day, late in (("2026-03-09", True), (DAY, False), ("2026-03", False), ("2026-02", True)):
        seen = counting.view_of([planning_to(day)], DAY, 2025)
        assert [one.lewat for one in obstacles.planned(seen, DAY, 2025)] == [late]


def test_who_has_set_no_date_is_named_for_what_is_awaited() -> None:
    areas = areas_of("31.71")
    idle = cooperative(areas[1], {"usaha": "belum", "nib": "belum"})
    seen = counting.view_of([planning_to("2026-05"), idle, cooperative(areas[2])], DAY, 2025)
    found = obstacles.unplanned(seen, obstacles.planned(seen, DAY, 2025))
    assert [(one.kode, one.milestone) for one in found] == [(areas[1].kode, "usaha")]
    assert [place.kode for place in obstacles.places_of(found, "usaha")] == [areas[1].kode]
