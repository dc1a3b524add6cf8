"""What is due, who is open, and who is silent, out of frozen snapshots."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, STATES, SUDAH, field_code
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.target import Target
from kkmp_cli.model.timeline import Span
from kkmp_cli.reports.due import COMING, LATER, OVERDUE, THIS_WEEK, DueItem, due_list
from kkmp_cli.reports.selection import Filters, select
from snapshots import areas_of, cooperative

AREAS = areas_of("31.71")
DAY = date(2026, 3, 10)


def snapshot(states: list[dict[str, str]], **more: object) -> Snapshot:
    those = [cooperative(area, one) for area, one in zip(AREAS, states, strict=False)]
    return Snapshot(AREAS, tuple(those), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("batas", "group"),
    [
        ("2026-03-09", OVERDUE),
        ("2026-03-10", THIS_WEEK),
        ("2026-03-17", THIS_WEEK),
        ("2026-03-18", COMING),
        ("2026-04-09", COMING),
        ("2026-04-10", LATER),
    ],
)
def test_urgency_goes_by_the_days_left(batas: str, group: str) -> None:
    item = FollowUp(1, "Dampingi", "Sudin", batas, kota="31.71")
    (follow_up,) = (
        one
        for one in due_list(snapshot([{}], followups=(item,)), DAY).jatuh_tempo
        if one.jenis == "tindak_lanjut"
    )
    assert follow_up.kelompok == group and follow_up.penanggung_jawab == "Sudin"


def test_what_is_done_or_reached_is_not_due() -> None:
    items = (
        FollowUp(1, "a", "b", "2026-03-01", kota="31.71", selesai="2026-03-05"),
        FollowUp(2, "a", "b", "2026-03-01", kota="31.72"),
    )
    reached = (Target(1, "nib", "2026-03-01", nilai="50%"),)
    states = [{"nib": "sudah", "rat_2025": "sudah"}, {"rat_2025": "sudah"}]
    made = snapshot(states, followups=items, targets=reached)
    assert due_list(made, DAY).jatuh_tempo == ()
    missed = made._replace(targets=(Target(1, "nib", "2026-03-01"),))
    (target,) = due_list(missed, DAY).jatuh_tempo
    assert [one.kelurahan for one in target.koperasi] == [AREAS[1].kelurahan]
    assert (target.belum_ada_data, target.kunci) == (1, "target-nib-31.71")


def test_a_rat_has_one_key_whether_a_target_or_the_law_says_by_when() -> None:
    by_law = due_list(snapshot([{"rat_2025": "belum"}]), DAY).jatuh_tempo
    targets = (Target(7, "rat", "2026-03-20", tahun_buku=2025),)
    by_target = due_list(snapshot([{"rat_2025": "belum"}], targets=targets), DAY).jatuh_tempo
    assert [(one.kunci, one.batas) for one in (*by_law, *by_target)] == [
        ("target-rat_2025-31.71", "2026-03-31"),
        ("target-rat_2025-31.71", "2026-03-20"),
    ]


def test_arrears_of_earlier_years_stay_due() -> None:
    made = snapshot([{"rat_2025": "belum", "rat_2026": "belum"}])
    keys = [one.kunci for one in due_list(made, date(2027, 2, 1)).jatuh_tempo]
    assert keys == ["target-rat_2025-31.71", "target-rat_2026-31.71"]


def test_a_planned_date_is_due_while_the_thing_is_open() -> None:
    planned = (Span("2026-01-01", None, "2026-03"),)
    plans = {"usaha": planned, "nib": planned}
    one = cooperative(AREAS[0], {"nib": "sudah", "rat_2025": "sudah"}, plans=plans)
    (item,) = due_list(Snapshot(AREAS, (one,)), DAY).jatuh_tempo
    assert (item.kunci, item.batas) == (f"rencana-{AREAS[0].kode}-usaha", "2026-03-31")


def test_one_kecamatan_has_its_own_and_nothing_of_the_whole_kota() -> None:
    items = (
        FollowUp(1, "sekota", "b", "2026-03-01", kota="31.71"),
        FollowUp(2, "satu", "b", "2026-03-01", kode=(AREAS[0].kode,)),
    )
    made = snapshot([{"rat_2025": "sudah"}] * 44, followups=items)
    listed = due_list(made.of_kecamatan(AREAS[0].kecamatan_code), DAY).jatuh_tempo
    assert [one.uraian for one in listed] == ["satu"]


def test_who_was_not_heard_of_for_long_is_named_with_the_day() -> None:
    pers = ["2026-02-08", "2026-02-07", ""]
    those = [
        cooperative(area, {}, pers={"nib": per} if per else {})
        for area, per in zip(AREAS, pers, strict=False)
    ]
    silent = due_list(Snapshot(AREAS, tuple(those)), DAY).tanpa_kabar
    assert [(one.kelurahan, one.terakhir) for one in silent] == [
        (AREAS[1].kelurahan, "2026-02-07"),
        (AREAS[2].kelurahan, None),
    ]


STATE_SETS = st.lists(
    st.dictionaries(
        st.sampled_from([field_code(one, 2025) for one in MILESTONES]),
        st.sampled_from(
            [state for state in STATES if state not in ("berhenti", "tidak_diketahui")]
        ),
    ),
    min_size=1,
    max_size=5,
)


@given(states=STATE_SETS, day=st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_who_is_open_for_a_target_is_who_the_list_tells(
    states: list[dict[str, str]], day: date
) -> None:
    targets = tuple(
        Target(at, one.code, "2026-06-30", tahun_buku=2025 if one.yearly else None)
        for at, one in enumerate(MILESTONES, 1)
    )
    made = snapshot(states, targets=targets)
    by_name: dict[str | None, DueItem] = {one.isian: one for one in due_list(made, day).jatuh_tempo}
    for one in MILESTONES:
        lacking = select(made.cooperatives, Filters(tanpa=[one.code]), day.isoformat(), 2025)
        item = by_name.get(field_code(one, 2025))
        assert [each.place for each in lacking] == [*(item.koperasi if item else ())]
        unknown = select(
            made.cooperatives, Filters(tidak_diketahui=[one.code]), day.isoformat(), 2025
        )
        assert len(unknown) == (item.belum_ada_data if item else 0)
        assert all(each.states[one.code] != SUDAH for each in lacking)
