"""The one door for writes: a run is recorded whole, or nothing is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kkmp_cli.model.run import Head
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.intent import Intent
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register.engine import Engine
from kkmp_cli.register.writer import NewRun, Writer, open_for_planning, open_writer
from running import Office, count


class Ear:
    """A listener that keeps what it heard."""

    def __init__(self) -> None:
        self.runs: list[tuple[int, Path | None]] = []

    def tell(self, words: str) -> None:
        """Nothing here keeps anybody waiting."""
        pytest.fail(words)

    def saved(self, run: Head, engine: Engine) -> None:
        """Keeps the run."""
        self.runs.append((run.run, engine.path))


def register_first(register: Writer) -> int:
    """A run that registers one cooperative."""
    area = register.areas("31.71")[0]
    plan = build_plan(
        [Intent(area, {}, date(2026, 3, 10))], {}, MergePolicy(officer=True), {}, built_in()
    )
    return register.apply(plan.events, NewRun("uji"))


def test_a_run_is_heard_of_once_it_counts(tmp_path: Path) -> None:
    path, ear = tmp_path / "register.db", Ear()
    with open_writer(str(path), create=True, listener=ear) as register:
        assert register_first(register) == 1
        assert ear.runs == []
    assert ear.runs == [(1, path)]
    assert count(path, "cooperatives") == count(path, "runs") == 1


def test_a_new_register_without_a_run_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with open_writer(str(path), create=True) as register:
        assert register.areas()
    with open_for_planning(str(path)) as register:
        assert register.areas()
    assert [*tmp_path.iterdir()] == []


def test_what_fails_leaves_no_run_and_is_not_heard_of(pusat: Office) -> None:
    before, ear = pusat.register.read_bytes(), Ear()
    with (
        pytest.raises(LookupError),
        open_writer(str(pusat.register), listener=ear) as register,
    ):
        register.apply([], NewRun("uji"))
        raise LookupError
    assert pusat.register.read_bytes() == before
    assert ear.runs == []


def test_an_id_is_never_given_twice(pusat: Office) -> None:
    pusat.good("training", "add", "A", "--kota", "jakpus", "--mulai", "2026-03-10")
    pusat.good("undo")
    with open_writer(str(pusat.register)) as register:
        assert register.next_id("pelatihan") == 2
