"""A look into a register for who completes a word."""

from __future__ import annotations

from kkmp_cli.register import completable
from running import Office


def test_rows_are_told_and_a_register_is_left_as_it_is(demo: Office) -> None:
    before = demo.register.read_bytes()
    assert ("31.71", "jakpus") in (completable.pairs(demo.location, "aliases") or [])
    areas = completable.areas(demo.location, "31.71.01") or []
    assert len(areas) == 6
    assert all(each.registered for each in areas)
    assert completable.own_fields(demo.location) == []
    assert demo.register.read_bytes() == before


def test_every_kind_can_be_asked(demo: Office) -> None:
    for kind in ("runs", "training", "target", "figure", "followup", "settings", "kota"):
        assert completable.pairs(demo.location, kind) is not None


def test_what_is_no_register_is_nothing(office: Office) -> None:
    for location in (office.location, "postgresql://x@192.0.2.1/kkmp", "", ":memory:", "\0"):
        assert completable.pairs(location, "runs") is None
        assert completable.areas(location, "") is None
        assert completable.own_fields(location) == []
