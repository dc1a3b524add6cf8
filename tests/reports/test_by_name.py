"""Who, by name: lists are complete, and nobody is called missing of whom nothing is known."""

from __future__ import annotations

import pytest

from kkmp_cli.model.followup import FollowUp
from kkmp_cli.reports import by_name, counting
from snapshots import IDLE, areas_of, jakarta_pusat, small

DAY = "2026-03-10"


def test_those_that_do_not_operate_are_the_published_ten_in_the_order_of_codes() -> None:
    seen = counting.view_of(jakarta_pusat().cooperatives, DAY, 2025)
    found = by_name.not_operating(seen, DAY, 2025)
    assert {one.kelurahan for one in found} == {*IDLE}
    assert [one.kode for one in found] == sorted(one.kode for one in found)
    assert all(one.berikutnya == one.kurang[0] for one in found)


def test_what_is_unknown_is_never_called_missing() -> None:
    (one,) = by_name.not_operating(
        counting.view_of(small({"usaha": "belum", "nib": "sudah"}, {}).cooperatives, DAY, 2025),
        DAY,
        2025,
    )
    assert one.kurang == ("usaha",)
    assert "nib" not in one.belum_diketahui and "npwp" in one.belum_diketahui


def test_what_has_stopped_says_since_when() -> None:
    seen = counting.view_of(small({"usaha": "berhenti 2026-02-01"}).cooperatives, DAY, 2025)
    assert [one.sejak for one in by_name.not_operating(seen, DAY, 2025)] == ["2026-02-01"]


def test_a_rat_not_held_tells_whether_it_operates() -> None:
    states = [{"rat_2025": "belum", "usaha": state} for state in ("sudah", "belum")]
    seen = counting.view_of(small(*states, {"rat_2025": "belum"}, {}).cooperatives, DAY, 2025)
    found = by_name.without_rat(seen, DAY, 2025)
    assert [one.beroperasi for one in found] == [True, False, None]


def test_arrears_are_of_earlier_years_and_count_the_unknown() -> None:
    those = small({"rat_2025": "sudah"}, {"rat_2025": "belum"}, {}).cooperatives
    found = by_name.arrears(counting.view_of(those, DAY, 2026), DAY, 2026)
    assert [(one.keadaan, one.tahun_buku) for one in found] == [
        ("belum", 2025),
        ("tidak_diketahui", 2025),
    ]
    assert by_name.arrears(counting.view_of(those, DAY, 2025), DAY, 2025) == ()


@pytest.mark.parametrize(
    ("stated", "wanted"), [("44", 44), ("90%", 40), ("100%", 44), (None, None), ("1%", 1)]
)
def test_a_share_is_rounded_up_to_whole_cooperatives(
    stated: str | None, wanted: int | None
) -> None:
    assert by_name.wanted_number(stated, 44) == wanted


def test_a_month_ends_on_its_last_day() -> None:
    assert [by_name.last_day(text) for text in ("2026-02", "2025", DAY)] == [
        "2026-02-28",
        "2025-12-31",
        DAY,
    ]


def test_late_follow_ups_come_first_and_done_ones_are_gone() -> None:
    area = areas_of("31.71")[0]
    items = [
        FollowUp(1, "rapat", "Seksi", "2026-04-01", "31.71"),
        FollowUp(2, "telepon", "Seksi", "2026-03-01", "31.71", (area.kode,)),
        FollowUp(3, "selesai", "Seksi", "2026-03-01", "31.71", selesai="2026-03-05"),
        FollowUp(4, "lain", "Seksi", "2026-03-01", "31.74"),
    ]
    found = by_name.follow_ups(items, "31.71", {area.kode: area.kelurahan}, DAY)
    assert [(one.id, one.terlambat) for one in found] == [(2, True), (1, False)]
