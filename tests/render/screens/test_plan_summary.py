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
    names = {key: f"Desa {key}" for key in range(len(events))}
    return [*lines(events, names, built_in())]


def test_each_value_has_its_count_and_few_have_their_names() -> None:
    states = [("nib", None, "sudah")] * 3 + [("nib", None, "belum")]
    assert told(*states) == ["NIB: sudah (3) · belum (Desa 3)"]


def test_of_milestones_the_states_are_told_and_of_numbers_how_many() -> None:
    days = [("usaha", None, f"2026-01-{day:02}") for day in range(1, 8)]
    members = [("anggota", None, str(number)) for number in range(100, 107)]
    assert told(*members, *days, ("usaha", None, "belum")) == [
        "Anggota: 7 koperasi",
        "Usaha: sudah (7) · belum (Desa 14)",
    ]


def test_one_or_two_are_told_with_their_values() -> None:
    assert told(("anggota", None, "1250")) == ["Anggota: 1.250 (Desa 0)"]


def test_of_persons_nothing_is_told_but_how_many() -> None:
    assert told(("ketua", None, "Budi Contoh"), ("ketua", None, "Sari Contoh")) == [
        "Ketua: diisi (2)"
    ]


def test_what_changes_or_registers_is_not_new() -> None:
    assert told((REGISTERED, None, "ya"), ("nib", "belum", "sudah"), ("nib", "sudah", None)) == []
