"""What the tables of the projection hold is the projection: nothing is lost on the way there and
back.
"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.projection import project
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import PERSONAL, built_in
from kkmp_cli.register.projection_rows import (
    COLUMNS,
    PARTS,
    MilestoneSpan,
    Stored,
    cooperative_of,
    rows_of,
)
from kkmp_cli.register.schema.tables import AreaRow
from snapshots import areas_of

AREA = areas_of("31.71")[0]
DAYS = st.sampled_from(["2025-06-01", "2025-08-15", "2025-12-31", "2026-01-31", "2026-03-10"])
STATES = ("sudah", "2025-05", "2025-05-31", "belum", "proses", "terkendala", "berhenti 2025-12-31")
TEXTS = ("A", "B")
VALUES: dict[str, tuple[str, ...]] = {
    **{field_code(milestone, 2025): STATES for milestone in MILESTONES},
    "usaha_mulai": ("2025-06", "2025-06-02"),
    "usaha_kendala": ("modal", "tempat: sempit"),
    "nib_kendala": ("sistem",),
    "usaha_rencana": ("2026-04", "2026-05-01"),
    "nib_nomor": ("0123456789012", "0123456789013"),
    "rekening_bank": ("BRI", "BNI"),
    "rekening_nomor": ("1", "2"),
    "anggota": ("0", "175"),
    **dict.fromkeys(("nama", "mitra", "x_lahan", *PERSONAL), TEXTS),
    "status": ("aktif", "bubar 2026-03-01"),
}


@st.composite
def events(draw: st.DrawFn) -> list[FieldEvent]:
    """What may have been recorded of one cooperative."""
    found = [FieldEvent(REGISTERED, "ya", "2025-05-01", 0)]
    for order in range(1, draw(st.integers(1, 14))):
        name = draw(st.sampled_from(sorted(VALUES)))
        value = draw(st.sampled_from([*VALUES[name], None]))
        found.append(FieldEvent(name, value, draw(DAYS), order))
    return found


def stored(said: list[FieldEvent], open_only: bool = False) -> Stored:
    """The rows as the tables hand them out."""
    rows = rows_of(AREA.id, project(said, built_in()), built_in())

    def kept(table: str) -> list[tuple[str, ...]]:
        until = COLUMNS[table].index("sampai")
        return [row[1:] for row in sorted(rows[table]) if not (open_only and row[until])]

    contact = rows["contacts"][0][1:] if rows["contacts"] else ()
    return Stored(kept("milestones"), kept("field_values"), contact)


@given(said=events())
def test_rows_tell_the_projection_that_they_were_made_from(said: list[FieldEvent]) -> None:
    wanted, held = project(said, built_in()), cooperative_of(AREA, stored(said), with_personal=True)
    assert held.values == wanted.values
    assert held.pers == wanted.pers
    assert held.states == {code: spans for code, spans in wanted.states.items() if spans}
    assert (held.obstacles, held.plans) == (wanted.obstacles, wanted.plans)
    assert held.profile == {
        name: spans for name, spans in wanted.profile.items() if name not in PERSONAL
    }


@given(said=events())
def test_open_rows_alone_tell_what_is_newest(said: list[FieldEvent]) -> None:
    wanted = cooperative_of(AREA, stored(said), with_personal=True)
    held = cooperative_of(AREA, stored(said, open_only=True), with_personal=True, timelines=False)
    assert (held.values, held.pers) == (wanted.values, wanted.pers)
    assert not held.states


@given(said=events())
def test_the_rows_of_a_milestone_follow_one_another_and_the_last_holds_to_this_day(
    said: list[FieldEvent],
) -> None:
    found: dict[str, list[MilestoneSpan]] = {}
    for row in sorted(rows_of(AREA.id, project(said, built_in()), built_in())["milestones"]):
        found.setdefault(row[1], []).append(MilestoneSpan(*row[2:]))
    for spans in found.values():
        assert [span.sampai for span in spans] == [*(span.dari for span in spans[1:]), None]
        assert not any(part for span in spans[:-1] for part in span[-len(PARTS) :])
        assert all(a[2:-6] != b[2:-6] for a, b in pairwise(spans))


def test_personal_values_are_handed_out_only_when_asked_for() -> None:
    said = [FieldEvent(name, "Budi", "2026-03-10", 0) for name in PERSONAL]
    hidden = cooperative_of(AREA, stored(said), with_personal=False)
    assert (hidden.values, sorted(hidden.pers)) == ({}, sorted(PERSONAL))
    assert "Budi" not in str(
        rows_of(AREA.id, project(said, built_in()), built_in())["field_values"]
    )


def test_plain_sql_names_the_columns_of_the_tables() -> None:
    tables = AreaRow.metadata.tables
    assert {name: tuple(tables[name].columns.keys()) for name in COLUMNS} == COLUMNS
