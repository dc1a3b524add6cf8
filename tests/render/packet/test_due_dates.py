"""What is due: targets beside what is reached, and what the meeting decided."""

from __future__ import annotations

from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.target import Target
from sections import column, sections, table
from snapshots import areas_of, jakarta_pusat, small


def test_the_rat_is_due_by_law_and_says_how_many_are_left() -> None:
    target = table(sections(jakarta_pusat())["target"], "target")
    assert column(target, "batas") == ["2026-03-31"]
    assert column(target, "sisa") == ["21 hari lagi"]
    assert column(target, "sisanya") == ["39 belum"]


def test_targets_stand_in_the_order_of_their_days() -> None:
    mine = (Target(1, "nib", "2026-06-30"), Target(2, "usaha", "2026-03-01", nilai="50%"))
    target = table(sections(small({"usaha": "sudah"}, {}, targets=mine))["target"], "target")
    assert column(target, "batas") == ["2026-03-01", "2026-03-31", "2026-06-30"]
    assert column(target, "sisa")[0] == "sudah lewat 9 hari"
    assert (column(target, "target")[0], column(target, "tercapai")[0]) == ("1", 1)


def test_a_target_stands_beside_what_is_reached_in_the_row_of_its_milestone() -> None:
    mine = (Target(1, "usaha", "2026-03-01", nilai="3"), Target(2, "nib", "2026-06-30", nilai="1"))
    states = ({"usaha": "sudah", "nib": "sudah"}, {"usaha": "belum"}, {"usaha": "belum"})
    made = sections(small(*states, targets=mine))["milestone"]
    bars = {one.label: one for one in made.bars}
    assert bars["Beroperasi"].goal == "target 3 · batas 1 Maret 2026, sudah lewat 9 hari"
    assert (bars["Beroperasi"].mark, bars["NIB"].goal) == (3, "target 1 tercapai")
    assert bars["RAT tahun buku 2025"].goal == "batas 31 Maret 2026, 21 hari lagi"
    rows = table(made, "milestone")
    assert column(rows, "target")[:2] == ["3", "semua"]
    assert column(rows, "batas")[0] == "2026-03-01"


def test_a_late_follow_up_says_what_it_was_moved_from() -> None:
    area = areas_of("31.71")[0]
    item = FollowUp(
        4,
        "Cari gerai",
        "Bagian Ekonomi",
        "2026-03-01",
        "31.71",
        (area.kode,),
        batas_lama=("2026-02-01",),
    )
    found = table(sections(small({}, {}, followups=(item,)))["tindak_lanjut"], "tindak_lanjut")
    assert column(found, "uraian") == ["Cari gerai"]
    assert column(found, "sisa") == ["sudah lewat 9 hari"]
    assert "1 Februari 2026" in str(column(found, "semula"))
    assert area.kelurahan in str(column(found, "untuk"))
