"""What became different between two days adds up to the difference of the counts."""

from __future__ import annotations

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import FieldEvent, timeline
from kkmp_cli.reports import changes, counting
from snapshots import areas_of

SINCE, DAY = "2026-01-31", "2026-03-10"
BOTH = (SINCE, DAY)
AREAS = areas_of("31.71")


def known(
    at: int, values: dict[str, str] | None = None, **said: list[tuple[str, str]]
) -> Cooperative:
    """A cooperative of which (per, value) were stated of some milestones."""
    states = {
        name: tuple(
            timeline([FieldEvent(name, value, per, n) for n, (per, value) in enumerate(told)])
        )
        for name, told in said.items()
    }
    return Cooperative(AREAS[at].id, AREAS[at], values or {}, states=states)


CASES = {
    "dated after": known(0, usaha=[("2026-03-01", "sudah 2026-02-20")]),
    "dated before": known(1, usaha=[("2026-03-01", "sudah 2026-03-01"), ("2026-03-02", "belum")]),
    "nobody knows": known(2, nib=[("2026-03-01", "sudah")]),
    "stopped": known(3, usaha=[("2025-10-01", "sudah"), ("2026-02-15", "berhenti 2026-02-10")]),
    "taken back": known(4, gerai=[("2025-10-01", "sudah")]),
    "dissolved": known(5, {"status": "bubar 2026-02-01"}, nib=[("2025-10-01", "sudah")]),
    "gone before": known(6, {"status": "bubar 2026-01-01"}, nib=[("2025-10-01", "sudah")]),
}


def test_each_change_has_its_kind_and_its_day() -> None:
    found = changes.between([*CASES.values()], *BOTH, 2025)
    assert [(one.kelurahan, one.milestone, one.jenis, one.tanggal) for one in found] == [
        (AREAS[0].kelurahan, "usaha", changes.BERTAMBAH, "2026-02-20"),
        (AREAS[2].kelurahan, "nib", changes.BARU_TERCATAT, "2026-03-01"),
        (AREAS[3].kelurahan, "usaha", changes.STOPPED, "2026-02-10"),
        (AREAS[5].kelurahan, "nib", changes.LEFT, "2026-02-01"),
    ]


def test_the_net_is_the_difference_of_the_counts() -> None:
    cooperatives = [one for name, one in CASES.items() if name != "gone before"]
    before, after = (counting.view_of(cooperatives, day, 2025) for day in BOTH)
    net = changes.net(changes.between(cooperatives, *BOTH, 2025))
    for milestone in MILESTONES:
        code = milestone.code
        reached = [sum(one.states[code] == "sudah" for one in seen) for seen in (before, after)]
        assert net[code] == reached[1] - reached[0]


def test_between_a_day_and_itself_nothing_changes() -> None:
    assert changes.between([*CASES.values()], DAY, DAY, 2025) == ()
