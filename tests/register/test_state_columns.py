"""The row of a cooperative: the short way of an import writes what the long way of the history
comes to.
"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.bulk import BulkEvents, BulkRow
from kkmp_cli.model.event import grouped
from kkmp_cli.model.projection import FieldEvent, project
from kkmp_cli.planning.intent import REJECTED, Intent
from kkmp_cli.planning.merge import MergePolicy, merge
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import hash_chain, state_columns
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


@given(said=st.lists(intents(), min_size=1, max_size=5))
def test_new_cooperatives_are_recorded_at_once_as_their_history_rebuilds_them(
    said: list[Intent],
) -> None:
    said = [
        intent._replace(area=area) for intent, area in zip(said, areas_of("31.71"), strict=False)
    ]
    planned = build_plan(said, {}, MergePolicy(), {})
    for many in planned.events.parts:
        if not isinstance(many, BulkEvents):
            assert not isinstance(many, BulkRow)
            continue
        plain = state_columns.plain(many)
        told = [
            project(
                FieldEvent(event.field, event.new, event.per, order)
                for order, event in enumerate(one)
            )
            for one in many.ones()
        ]
        assert plain.said == [hash_chain.compact(group.items) for group in grouped(many)]
        assert plain.rows == [
            state_columns.row_of(key, state) for key, state in zip(many.keys, told, strict=True)
        ]
        numbers = [
            number
            for key, state in zip(many.keys, told, strict=True)
            for number in state_columns.numbers_of(key, state.values)
        ]
        assert sorted(plain.numbers) == sorted(numbers)


@given(said=st.lists(intents(), min_size=1, max_size=5))
def test_what_is_judged_together_is_what_each_row_comes_to_alone(said: list[Intent]) -> None:
    said = [
        intent._replace(area=area) for intent, area in zip(said, areas_of("31.71"), strict=False)
    ]
    together, alone = (
        build_plan(said, {}, MergePolicy(), {}),
        [merge(intent, None, MergePolicy()) for intent in said],
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


@given(intent=intents())
def test_a_row_tells_the_days_that_it_was_made_from(intent: Intent) -> None:
    events = build_plan([intent], {}, MergePolicy(), {}).results[0].events
    state = project(
        FieldEvent(event.field, event.new, event.per, order) for order, event in enumerate(events)
    )
    row = dict(zip(state_columns.COLUMNS, state_columns.row_of(1, state), strict=True))
    assert state_columns.pers_of(row["per"], state.values) == state.pers
    assert state_columns.spans_of(row["keadaan"]) == state.states
    assert row["kini"] == ",".join(state_columns.states_on(row["keadaan"], max(row["sejak"], "9")))
