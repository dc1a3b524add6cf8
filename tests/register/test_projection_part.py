"""What is made anew where something is said follows from no more events than it must."""

from __future__ import annotations

from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register.checkpoints import PastEvents
from kkmp_cli.register.log import Entry
from kkmp_cli.register.projection_part import codes_of, group_of, part_of

NAMES = [
    "nib_nomor",
    "nib_kendala",
    "ketua",
    "telepon",
    "musyawarah",
    "sk_kemenkop_nomor",
    "anggota",
]
MEMBERS = [["90", "2025-01-01 2025-02-01"], ["95", "2025-03-01"], ["99", "2025-04-01 2025-05-01"]]


def _said(name: str, value: str, day: str) -> Entry:
    return Entry(9, COOPERATIVE, 1, name, old=None, new=value, per=day, file=0, row=0, place=9)


def test_fields_that_hang_together_are_made_anew_together() -> None:
    groups = {name: group_of(name, built_in()) for name in NAMES}
    assert groups["nib_nomor"] == groups["nib_kendala"] == "nib"
    assert groups["ketua"] == groups["telepon"]
    assert groups["musyawarah"] == groups["sk_kemenkop_nomor"]
    assert codes_of(groups["musyawarah"]) == ("sk_kemenkop", "musyawarah")
    assert groups["anggota"] == "anggota"


def test_a_newer_value_needs_the_last_two_and_what_came_after_them() -> None:
    past = PastEvents(
        built_in(), {"anggota": MEMBERS, "nib": []}, [_said("anggota", "101", "2025-06-01")], [9]
    )
    part = part_of(past, {"anggota": "2025-06-01"})
    assert [(one.value, one.per) for one in part.events] == [
        ("95", "2025-03-01"),
        ("99", "2025-04-01"),
        ("99", "2025-05-01"),
        ("101", "2025-06-01"),
    ]
    assert part.since == {"anggota": "2025-03-01"}


def test_a_value_of_an_older_day_needs_all() -> None:
    past = PastEvents(
        built_in(), {"anggota": MEMBERS}, [_said("anggota", "101", "2025-02-15")], [9]
    )
    part = part_of(past, {"anggota": "2025-02-15"})
    assert len(part.events) == 6
    assert part.since == {"anggota": ""}


def test_a_state_needs_its_changes_and_the_last_day_a_kendala_all() -> None:
    days = "2025-01-01 2025-02-01 2025-03-01"
    timelines = {"nib": [["belum", days]], "nib_kendala": [["modal", days]]}
    past = PastEvents(built_in(), timelines, [], [])
    events = part_of(past, {"nib": "2025-04-01"}).events
    assert [one.per for one in events if one.field == "nib"] == ["2025-01-01", "2025-03-01"]
    assert len([one for one in events if one.field == "nib_kendala"]) == 3
