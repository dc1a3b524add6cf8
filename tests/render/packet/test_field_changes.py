"""Data other than milestones that became different: field by field, old → new, with names."""

from __future__ import annotations

import pytest

from kkmp_cli.model import projection
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from sections import SINCE, column, sections, table
from snapshots import unknown

OLD, NEW = SINCE.isoformat(), "2026-03-01"
CASES = {
    "anggota": ("120", "135", "120 → 135"),
    "unit_usaha": ("sembako", "sembako;klinik", "sembako → sembako, klinik"),
    "mitra": ("Bulog", "Bulog;Pertamina", "Bulog → Bulog, Pertamina"),
    "percontohan": (None, "ya", "tidak → ya"),
    "catatan": (None, "pindah kantor", "belum ada data → pindah kantor"),
    "status": (None, "bubar 2026-03-01", "aktif → bubar sejak 1 Maret 2026"),
}


def stated(*events: FieldEvent) -> Snapshot:
    """A kota of which these values were stated of the first cooperative."""
    empty = unknown()
    known = projection.project(events, built_in())
    first, *others = empty.cooperatives
    first = first._replace(values=known.values, pers=known.pers, profile=known.profile)
    return empty._replace(cooperatives=(first, *others))


@pytest.mark.parametrize("name", CASES)
def test_each_field_is_listed_with_old_and_new_and_who(name: str) -> None:
    before, after, step = CASES[name]
    events = [FieldEvent(name, before, OLD, 1)] if before else []
    snapshot = stated(*events, FieldEvent(name, after, NEW, 2))
    made = table(sections(snapshot)["data_berubah"], "data_berubah")
    (group,) = made.groups
    assert (group.label, group.items) == (step, (snapshot.cooperatives[0].area.kelurahan,))
    assert column(made, "tanggal") == [NEW]
    assert f"{column(made, 'dari')[0]} → {column(made, 'menjadi')[0]}" == step


@pytest.mark.parametrize("name", ["ketua", "telepon"])
def test_a_value_of_a_person_is_never_listed(name: str) -> None:
    assert "data_berubah" not in sections(stated(FieldEvent(name, "Siti", NEW, 1)))


@pytest.mark.parametrize("name", CASES)
def test_what_was_confirmed_or_said_before_is_no_change(name: str) -> None:
    _, after, _ = CASES[name]
    after = after.replace("2026-03-01", "2026-01-01")
    said = [FieldEvent(name, after, day, at) for at, day in enumerate(("2026-01-01", NEW))]
    assert "data_berubah" not in sections(stated(*said))


def test_the_section_is_not_there_without_a_change() -> None:
    assert "data_berubah" not in sections(unknown())
