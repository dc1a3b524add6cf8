"""Many new cooperatives at once: the fast way of an import writes the rows of the plain way."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.bulk import BulkEvents
from kkmp_cli.model.event import grouped
from kkmp_cli.model.projection import project
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import REJECTED, Intent
from kkmp_cli.planning.merge import MergePolicy, merge
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import bulk, declared_fields, hash_chain, projection_rows
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.sqlite import SqliteFile
from snapshots import areas_of

DAY = date(2026, 3, 10)
NUMBERS = {
    "nib_nomor": "0123456789012",
    "npwp_nomor": "0123456789012345",
    "rekening_nomor": "00123456",
    "rekening_bank": 'B"R\\I é',
    "sk_kemenkop_nomor": "AHU-1/2025",
}
PROFILE = {
    "nama": 'KKMP "Maju" 🏪',
    "anggota": "175",
    "unit_usaha": "kantor;sembako",
    "mitra": "Bulog;",
    "catatan": "a\\b",
    "status": "bubar 2026-03-01",
    "percontohan": "ya",
    "ketua": "Budi",
}
STATED = st.sampled_from(
    ["sudah", "2025-08-15", "2025-08", "2025", "belum", "proses", "terkendala"]
)


@st.composite
def intents(draw: st.DrawFn) -> Intent:
    """What a row may say of a cooperative that is not registered yet."""
    codes = [field_code(milestone, 2025) for milestone in MILESTONES]
    values = draw(st.dictionaries(st.sampled_from(codes), STATED))
    others = NUMBERS | PROFILE
    values |= {
        name: others[name] for name in draw(st.lists(st.sampled_from(sorted(others)), unique=True))
    }
    names = draw(st.permutations(sorted(values)))
    pers = draw(
        st.dictionaries(
            st.sampled_from(codes), st.sampled_from(["2026-01-31", "2026-02-28"]), max_size=3
        )
    )
    return Intent(areas_of("31.71")[0], {name: values[name] for name in names}, DAY, True, pers)


def tables_of(many: BulkEvents) -> dict[str, list[tuple[Any, ...]]]:
    """What is written of new cooperatives, by table and in full rows."""
    connection, tables = sqlite3.connect(":memory:"), projection_rows.COLUMNS
    for table, columns in {**tables, "fields": ("id", *declared_fields.COLUMNS)}.items():
        connection.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
    bulk.write_projection(Queries(connection, SqliteFile(Path())), [many])
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    connection.close()
    return {table: several for table, several in rows.items() if several}


@given(said=st.lists(intents(), min_size=1, max_size=5))
def test_new_cooperatives_are_recorded_at_once_as_their_log_projects_them(
    said: list[Intent],
) -> None:
    said = [
        intent._replace(area=area) for intent, area in zip(said, areas_of("31.71"), strict=False)
    ]
    planned = build_plan(said, {}, MergePolicy(), {}, built_in())
    for many in filter(bulk.is_bulk, planned.events.parts):
        wanted: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for key, one in zip(many.keys, many.ones(), strict=True):
            state = project(
                (FieldEvent(event.field, event.new, event.per, 0) for event in one), built_in()
            )
            for table, rows in projection_rows.rows_of(key, state, built_in()).items():
                wanted[table] += rows
        assert [row[-1] for row in bulk.event_rows(many)] == [
            hash_chain.compact(group.items) for group in grouped(many)
        ]
        assert {table: sorted(rows) for table, rows in wanted.items() if rows} == tables_of(many)


@given(said=st.lists(intents(), min_size=1, max_size=5))
def test_what_is_judged_together_is_what_each_row_comes_to_alone(said: list[Intent]) -> None:
    said = [
        intent._replace(area=area) for intent, area in zip(said, areas_of("31.71"), strict=False)
    ]
    together, alone = (
        build_plan(said, {}, MergePolicy(), {}, built_in()),
        [merge(intent, None, MergePolicy(), built_in()) for intent in said],
    )
    held: dict[tuple[str, str], list[int]] = {}
    for intent in said:
        for name, value in intent.values.items():
            if name.endswith("_nomor"):
                held.setdefault((name, str(value)), []).append(intent.area.id)
    for intent, row, (expected, problems) in zip(said, together.results, alone, strict=True):
        if row.outcome == REJECTED:
            assert problems or any(
                intent.area.id in keys and len(keys) > 1 for keys in held.values()
            )
        else:
            assert (row.outcome, sorted(row.events)) == (
                expected.outcome,
                sorted(expected.events),
            )
