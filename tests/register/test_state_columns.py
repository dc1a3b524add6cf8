"""The row of a cooperative: the short way of an import writes what the long way of the history
comes to.
"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.event import Registered, Registrations, grouped
from kkmp_cli.model.projection import Said, rebuild
from kkmp_cli.planning.intent import REJECTED, Intent
from kkmp_cli.planning.merge import Rule, weigh
from kkmp_cli.planning.plan import plan
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
    planned = plan(said, {}, Rule(), {})
    for many in planned.changes.parts:
        if not isinstance(many, Registrations):
            assert not isinstance(many, Registered)
            continue
        plain = state_columns.plain(many)
        told = [
            rebuild(
                Said(change.field, change.new, change.per, order)
                for order, change in enumerate(one)
            )
            for one in many.ones()
        ]
        assert plain.said == [hash_chain.compact(group.said) for group in grouped(many)]
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
    together, alone = plan(said, {}, Rule(), {}), [weigh(intent, None, Rule()) for intent in said]
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
            assert (row.outcome, sorted(row.changes)) == (
                expected.outcome,
                sorted(expected.changes),
            )


@given(intent=intents())
def test_a_row_tells_the_days_that_it_was_made_from(intent: Intent) -> None:
    changes = plan([intent], {}, Rule(), {}).results[0].changes
    state = rebuild(
        Said(change.field, change.new, change.per, order) for order, change in enumerate(changes)
    )
    row = dict(zip(state_columns.COLUMNS, state_columns.row_of(1, state), strict=True))
    assert state_columns.pers_of(row["per"], state.values) == state.pers
    assert state_columns.spans_of(row["keadaan"]) == state.states
    assert row["kini"] == ",".join(state_columns.states_on(row["keadaan"], max(row["sejak"], "9")))
