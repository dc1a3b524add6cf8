"""What a checkpoint puts together is what the log says, and from it follows what follows from the
log, whatever is said, taken back or brought back after it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli.errors import Refused
from kkmp_cli.model.event import Event
from kkmp_cli.model.projection import days_of
from kkmp_cli.model.run import COOPERATIVE, REGISTERED, Head
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register import checkpoints, log, undoing
from kkmp_cli.register.stored_projection import rebuild
from kkmp_cli.register.writer import NewRun, Writer, open_writer
from running import Office, opened, state_of

VALUES: dict[str, list[str | None]] = {
    "musyawarah": ["belum", "2025-05-31", "2025-05", "sudah", None],
    "sk_kemenkop": ["proses", "2025-06-20", None],
    "sk_kemenkop_nomor": ["AHU-1", "AHU-2", None],
    "usaha": [
        *("belum", "proses", "terkendala", "sudah", "2025-07-01", "2025-08", None),
        *("berhenti", "berhenti 2025-08-03"),
    ],
    "usaha_mulai": ["2025-06-30", "2025-07"],
    "usaha_kendala": ["modal", "tempat: jauh", None],
    "usaha_rencana": ["2030-01", None],
    "anggota": ["100", "120", "140", None],
    "catatan": ["a", "b", None],
    "status": ["aktif", "bubar 2025-08-05", None],
    "ketua": ["Siti", "Budi", None],
    "telepon": ["0215", None],
}
DAYS = [f"2025-08-0{day}" for day in range(1, 9)]


@pytest.fixture(scope="module")
def registered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One cooperative of which nothing is said."""
    path = tmp_path_factory.mktemp("titik") / "awal.db"
    with open_writer(str(path), create=True) as register:
        key = register.areas("31.71")[0].id
        register.apply(
            [Event(COOPERATIVE, key, REGISTERED, None, "ya", DAYS[0])], NewRun("kkmp add")
        )
    yield path


def _said() -> st.SearchStrategy[list[tuple[str, str | None, str]]]:
    one = st.sampled_from([(name, value) for name, values in VALUES.items() for value in values])
    return st.lists(st.tuples(one, st.sampled_from(DAYS)), min_size=1, max_size=4).map(
        lambda several: [(name, value, day) for (name, value), day in several]
    )


_STEP = st.one_of(_said(), _said(), _said(), st.integers(2, 14))


def _take(register: Writer, key: int, step: list[tuple[str, str | None, str]] | int) -> None:
    if isinstance(step, int):
        run = undoing.candidate(register, step)
        undoing.refuse_if_touched_later(register, run)
        register.apply([], NewRun("kkmp undo", undoes=run.id))
        return
    current = register.present([key])[key].values
    events = [
        Event(COOPERATIVE, key, name, current.get(name), value, day) for name, value, day in step
    ]
    register.apply(events, NewRun("kkmp update"))


def _in_order(events: list[FieldEvent]) -> dict[str, list[tuple[str, str | None, str]]]:
    """The events of each timeline in order, what is said twice running of one day once."""
    listed: dict[str, list[tuple[str, str | None, str]]] = {}
    for event in sorted(events, key=lambda one: (one.per, one.order)):
        several = listed.setdefault(checkpoints.timeline_of(event.field, built_in()), [])
        if several[-1:] != [event[:3]]:
            several.append(event[:3])
    return listed


@settings(
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(_STEP, min_size=4, max_size=14))
def test_what_follows_from_a_checkpoint_follows_from_the_log(
    registered: Path, monkeypatch: pytest.MonkeyPatch, steps: list[object]
) -> None:
    monkeypatch.setattr(checkpoints, "AFTER", 3)
    monkeypatch.setattr(checkpoints, "_OPEN", 1)
    path = registered.with_name("kini.db")
    shutil.copyfile(registered, path)
    for step in steps:
        try:
            with open_writer(str(path)) as register:
                (key,) = register.registered_ids()
                _take(register, key, step)  # type: ignore[arg-type]
                log_says = log.field_events(register, [key])[key]
                briefly = checkpoints.field_events(register, [key])[key]
                assert _in_order(briefly) == _in_order(log_says)
                assert days_of(briefly) == days_of(log_says)
                assert not checkpoints.differing(register, checkpoints.whole(register, [key]))
        except Refused:
            continue
        followed = state_of(path)
        with open_writer(str(path)) as register:
            kept = register.rows("SELECT * FROM checkpoints")
            rebuild(register, [key])
            register.delete("checkpoints", "cooperative_id", [key])
            columns = ("cooperative_id", "sampai", "isi")
            register.insert("checkpoints", columns, kept)
            register.recorded.append(Head(0, ""))
        assert state_of(path) == followed


def test_a_long_log_is_put_together_and_a_short_one_is_not(pusat: Office) -> None:
    for number in range(checkpoints.AFTER + 2):
        pusat.good("update", "Gambir", "--anggota", str(100 + number))
    with opened(pusat.register) as connection:
        rows = connection.execute("SELECT count(*), max(length(isi)) FROM checkpoints").fetchall()
        newest = connection.execute("SELECT max(id) FROM events").fetchone()[0]
        until = connection.execute("SELECT sampai FROM checkpoints").fetchone()[0]
    assert rows[0][0] == 1
    assert newest - until >= checkpoints._OPEN
