"""A field as of any day, held against a plain loop over its events; a status and an area's first day."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import SUDAH
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import days_of, project
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in

AREA = Area(1, "31.71.01.1001", "Gambir", "Gambir", "Kota Jakarta Pusat", "DKI Jakarta")
DAYS = [f"2026-0{month}-{day}" for month in (1, 2, 3) for day in ("01", "15")]
FIELDS = {
    "anggota": ("0", "120", "135"),
    "unit_usaha": ("sembako", "klinik;sembako"),
    "mitra": ("BRI", "Bulog"),
    "catatan": ("satu", "dua"),
    "nama": ("Koperasi Maju",),
    "percontohan": ("ya", "tidak"),
    "nik_koperasi": ("123", "456"),
    "ketua": ("Siti",),
    "nib_nomor": ("1" * 13, "2" * 13),
    "rekening_bank": ("BRI", "BNI"),
}


def known(events: Sequence[FieldEvent]) -> Cooperative:
    now = project(events, built_in())
    return Cooperative(
        AREA.id,
        AREA,
        now.values,
        now.pers,
        states=now.states,
        obstacles=now.obstacles,
        plans=now.plans,
        profile=now.profile,
        days=days_of(events),
    )


@st.composite
def histories(draw: st.DrawFn) -> list[FieldEvent]:
    events = []
    for order in range(draw(st.integers(0, 8))):
        name = draw(st.sampled_from(sorted(FIELDS)))
        value = draw(st.sampled_from((*FIELDS[name], None)))
        events.append(FieldEvent(name, value, draw(st.sampled_from(DAYS)), order))
    return events


def newest(events: Sequence[FieldEvent], name: str, day: str) -> FieldEvent | None:
    """The reference: go through all events and keep the one that no other follows."""
    found = None
    for event in events:
        later = found is None or (event.per, event.order) > (found.per, found.order)
        if event.field == name and event.per <= day and later:
            found = event
    return found


@given(histories(), st.sampled_from(DAYS))
def test_every_field_has_on_every_day_the_value_and_the_day_of_its_newest_event(
    events: list[FieldEvent], day: str
) -> None:
    one = known(events)
    then = one.as_of(day)
    for name in FIELDS:
        event = newest(events, name, day)
        expected = event.value if event else None
        assert one.value(name, day) == then.values.get(name) == expected
        assert then.pers.get(name) == (event.per if event else None)


@given(histories(), st.sampled_from(DAYS), st.randoms())
def test_what_an_undone_event_said_is_gone_on_every_day(
    events: list[FieldEvent], day: str, random: object
) -> None:
    for undone in events:
        left = [event for event in events if event is not undone]
        for name in FIELDS:
            event = newest(left, name, day)
            assert known(left).value(name, day) == (event.value if event else None)


def test_members_of_march_and_june() -> None:
    one = known(
        [
            FieldEvent("anggota", "120", "2026-03-31", 0),
            FieldEvent("anggota", "135", "2026-06-30", 1),
        ]
    )
    assert [one.value("anggota", day) for day in ("2026-03-30", "2026-04-15", "2026-06-30")] == [
        None,
        "120",
        "135",
    ]
    assert one.as_of("2026-04-15").pers == {"anggota": "2026-03-31"}


@pytest.mark.parametrize("word", ["bubar", "digabung"])
def test_one_that_is_active_again_is_out_of_every_count_in_between_only(word: str) -> None:
    one = known(
        [
            FieldEvent("status", f"{word} 2025-08-01", "2025-09-01", 0),
            FieldEvent("status", "aktif", "2026-01-01", 1),
        ]
    )
    days = {"2025-07-31": True, "2025-08-01": False, "2025-12-31": False, "2026-01-01": True}
    assert {day: one.counts_on(day) for day in days} == days
    assert one.as_of("2025-10-01").values["status"] == f"{word} 2025-08-01"


def test_a_corrected_day_of_dissolution_takes_the_place_of_the_wrong_one() -> None:
    one = known(
        [
            FieldEvent("status", "bubar 2025-08-01", "2025-09-01", 0),
            FieldEvent("status", "bubar 2025-10-01", "2025-11-01", 1),
        ]
    )
    assert one.counts_on("2025-09-15") and not one.counts_on("2025-10-01")


def test_an_area_with_a_first_day_is_in_no_count_before_it() -> None:
    one = Cooperative(1, AREA._replace(sejak="2026-11-01"))
    assert (one.counts_on("2026-10-31"), one.counts_on("2026-11-01")) == (False, True)


def test_a_state_of_a_past_day_is_that_of_the_walk_also_as_a_value() -> None:
    one = known(
        [
            FieldEvent("usaha", "proses", "2026-01-01", 0),
            FieldEvent("usaha_kendala", "modal", "2026-01-01", 1),
            FieldEvent("usaha", "2026-02-15", "2026-03-01", 2),
        ]
    )
    then = one.as_of("2026-02-01")
    assert then.values == {"usaha": "terkendala", "usaha_kendala": "modal"}
    assert one.as_of("2026-03-01").state("usaha", "2026-03-01") == SUDAH
    assert one.as_of("2026-02-20").values == {"usaha": "2026-02-15"}
    assert one.as_of("2026-02-20").pers == {"usaha": "2026-01-01", "usaha_kendala": "2026-01-01"}
