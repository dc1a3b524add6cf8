"""The history: it cannot be altered, it chains, and the state beside it is what follows from it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from history import EACH_ENTITY, assert_chain_holds, assert_state_follows
from kkmp_cli.errors import Refused
from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import Intent
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import log, undoing
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import NewRun, open_writer
from running import Office, opened, state_of
from tampering import tampered


@pytest.mark.parametrize("table", ["runs", "events"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET id = id"])
def test_the_history_takes_no_update_and_no_delete(pusat: Office, table: str, verb: str) -> None:
    with (
        opened(pusat.register) as connection,
        pytest.raises(sqlite3.IntegrityError, match="riwayat tidak dapat diubah"),
    ):
        connection.execute(verb.format(table))


def test_the_digests_chain_over_all_runs_of_the_demo(demo: Office) -> None:
    demo.good(
        "update", "Gambir", "--ketua", "Siti", "--nib", "0123456789012", "--alasan", "telepon lurah"
    )
    demo.good("undo")
    demo.good("target", "set", "usaha", "2026-12-31")
    assert_chain_holds(demo.register)


def test_the_state_of_the_demo_follows_from_its_history(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        assert_state_follows(register)
        today = register.snapshot()
        assert register.snapshot(known_at=date(2999, 1, 1)) == today


def test_the_number_of_a_run_is_its_own_sequence_and_times_end_in_z(demo: Office) -> None:
    runs_found = demo.good("history", "--json").json
    assert [run["run"] for run in runs_found] == list(range(len(runs_found), 0, -1))
    assert all(run["waktu"].endswith("Z") for run in runs_found)


def test_which_runs_are_void_is_asked_of_an_index(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("undo")
    statements: list[str] = []
    with open_reader(str(pusat.register)) as register:
        assert isinstance(register.connection, sqlite3.Connection)
        register.connection.set_trace_callback(statements.append)
        assert log.void_runs(register) == {2}
        plan = register.rows(f"EXPLAIN QUERY PLAN {statements[-1]}")
    assert "runs_undone" in repr(plan)


# -- undo
# ------------------------------------------------------------------------------------------------


def test_the_register_as_known_on_a_day_is_the_register_of_that_day(pusat: Office) -> None:
    commands = (
        *EACH_ENTITY[:-1],
        ("training", "attend", "1", "Cideng", "--pengurus", "2"),
        ("undo", "3"),
        ("undo",),
    )
    snapshots = []
    with open_reader(str(pusat.register)) as register:
        snapshots.append(register.snapshot())
    for arguments in commands:
        pusat.good(*arguments)
        with open_reader(str(pusat.register)) as register:
            snapshots.append(register.snapshot())
    days = [date(2026, 1, 1 + number) for number in range(len(snapshots))]
    tampered(
        pusat.register,
        *(
            f"UPDATE runs SET waktu = '{day}T16:59:59.999999Z' WHERE id = {number}"
            for number, day in enumerate(days, 1)
        ),
    )
    with open_reader(str(pusat.register)) as register:
        for day, known in zip(days, snapshots, strict=True):
            then = register.snapshot(known_at=day)
            assert then.cooperatives == known.cooperatives, day
            assert (then.trainings, then.targets, then.figures, then.followups) == (
                known.trainings,
                known.targets,
                known.figures,
                known.followups,
            ), day


# -- personal values
# -------------------------------------------------------------------------------------


DAYS = ("2025-06-01", "2025-08-15", "2025-12-31", "2026-03-10")


def _stated() -> st.SearchStrategy[tuple[str, str | None]]:
    choices: list[st.SearchStrategy[tuple[str, str | None]]] = []
    for milestone in MILESTONES:
        name = field_code(milestone, 2025)
        words = ["sudah", "2025-05", "2025-05-31", "belum", "proses", "terkendala"]
        words += ["berhenti", "berhenti 2025-05-31"] * milestone.stops
        choices.append(st.tuples(st.just(name), st.sampled_from([*words, None])))
        choices.append(
            st.tuples(st.just(f"{name}_kendala"), st.sampled_from(["modal", "tempat: jauh", None]))
        )
        choices.append(
            st.tuples(st.just(f"{name}_rencana"), st.sampled_from(["2030", "2030-01-05", None]))
        )
        if milestone.stops:
            choices.append(
                st.tuples(st.just(f"{name}_mulai"), st.sampled_from(["2025-04-01", "2025-03"]))
            )
        if milestone.number:
            digits = "1" * (milestone.number.digits[-1] if milestone.number.digits else 5)
            choices.append(
                st.tuples(
                    st.just(f"{name}_nomor"), st.sampled_from([digits, "2" + digits[1:], None])
                )
            )
    profile = {
        "anggota": ["0", "175"],
        "status": ["aktif", "bubar 2026-01-01"],
        "ketua": ["Siti", "Budi"],
        "unit_usaha": ["sembako", "klinik;sembako"],
        "mitra": ["BRI;Bulog"],
        "percontohan": ["ya"],
        "nama": ["KKMP Lain"],
    }
    for name, values in profile.items():
        choices.append(st.tuples(st.just(name), st.sampled_from([*values, None])))
    return st.one_of(choices)


def _step() -> st.SearchStrategy[tuple[object, ...]]:
    said = st.tuples(
        st.just("say"),
        st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True),
        st.dictionaries(st.integers(), _stated(), min_size=1, max_size=3).map(
            lambda many: dict(many.values())
        ),
        st.sampled_from(DAYS),
        st.sampled_from(
            [MergePolicy(), MergePolicy(overwrite=True), MergePolicy(officer=True, correction=True)]
        ),
    )
    return st.one_of(said, said, st.tuples(st.just("undo"), st.integers(0, 12)))


@pytest.fixture(scope="module")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("acak") / "awal.db"
    with open_writer(str(path), create=True) as register:
        area = register.areas("31.71")[3]
        plan = build_plan(
            [Intent(area, {}, date(2025, 6, 1))], {}, MergePolicy(officer=True), {}, built_in()
        )
        register.apply(plan.events, NewRun("awal"))
    yield path


def _take(path: Path, step: tuple[object, ...]) -> int | None:
    """One step of a random history; None where it was refused or changed nothing."""
    with open_writer(str(path)) as register:
        if step[0] == "undo":
            found = undoing.candidate(register, int(str(step[1])) or None)
            undoing.refuse_if_touched_later(register, found)
            return register.apply([], NewRun("undo", undoes=found.id))
        _, places, values, per, rule = step
        areas = [register.areas("31.71")[place] for place in places]  # type: ignore[attr-defined]
        held = {
            known.id: known
            for known in register.cooperatives(ids=[a.id for a in areas], with_personal=True)
        }
        intents = [Intent(area, values, date.fromisoformat(str(per)), True) for area in areas]  # type: ignore[arg-type]
        plan = build_plan(intents, held, rule, register.numbers(), built_in())  # type: ignore[arg-type]
        if plan.problems or not plan.events:
            return None
        return register.apply(plan.events, NewRun("acak"))


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(_step(), min_size=2, max_size=10))
def test_after_any_sequence_the_state_follows_and_each_undo_restores(
    empty_register: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    path = empty_register.with_name("kini.db")
    shutil.copyfile(empty_register, path)
    for step in steps:
        before = state_of(path)
        try:
            run = _take(path, step)
        except Refused:
            run = None
        if run is None:
            assert state_of(path) == before
            continue
        with open_reader(str(path)) as register:
            assert_state_follows(register)
        after = state_of(path)
        _take(path, ("undo", run))
        assert state_of(path) == before
        with open_reader(str(path)) as register:
            newest = register.runs(limit=1)[0].id
        _take(path, ("undo", newest))
        assert state_of(path) == after
    assert_chain_holds(path)
