"""Of a long plan what is new is counted, field by field."""

from __future__ import annotations

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE, REGISTERED
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens.plan_summary import lines


def told(*said: tuple[str, str | None, str | None]) -> list[str]:
    events = [
        Event(COOPERATIVE, key, field, old, new, "2026-03-10")
        for key, (field, old, new) in enumerate(said)
    ]
    return [*lines(events, built_in())]


def test_each_value_has_its_count() -> None:
    states = [("nib", None, "sudah")] * 3 + [("nib", None, "belum")]
    assert told(*states) == ["NIB: sudah (3) · belum (1)"]


def test_of_many_days_the_states_are_counted_and_of_many_numbers_the_rows() -> None:
    days = [("usaha", None, f"2026-01-{day:02}") for day in range(1, 8)]
    members = [("anggota", None, str(number)) for number in range(100, 107)]
    assert told(*members, *days, ("usaha", None, "belum")) == [
        "Anggota: 7 koperasi",
        "Usaha: sudah (7) · belum (1)",
    ]


def test_of_persons_nothing_is_told_but_how_many() -> None:
    assert told(("ketua", None, "Budi Contoh"), ("ketua", None, "Sari Contoh")) == [
        "Ketua: diisi (2)"
    ]


def test_what_changes_or_registers_is_not_new() -> None:
    assert told((REGISTERED, None, "ya"), ("nib", "belum", "sudah"), ("nib", "sudah", None)) == []
