"""Who reads or writes while the register is replaced sees the one or the other, never a mixture."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register import moving, moving_in
from kkmp_cli.register.location import InUse
from kkmp_cli.register.reader import Reader, open_reader
from kkmp_cli.register.server import session_checks
from kkmp_cli.register.server.postgresql import PostgresqlServer
from running import Office, Shared

AREAS, RUNS = "SELECT count(*) FROM areas", "SELECT count(*) FROM runs"
WAITING = (
    "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
    " WHERE NOT l.granted AND d.datname = current_database()"
)


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def shared(server_database: Shared) -> Shared:
    return server_database


def test_who_replaces_it_waits_for_who_reads(
    pusat: Office, demo_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pusat.shared
    reader = PostgresqlServer(pusat.shared.url)
    hurried = PostgresqlServer(pusat.shared.url)
    monkeypatch.setattr(
        session_checks, "ALONE", f"SET LOCAL lock_timeout = 50; {session_checks.ALONE}"
    )
    with reader.reading(str) as connection, open_reader(str(demo_template)) as source:
        connection.execute(RUNS)
        with pytest.raises(InUse):
            moving_in.move_in(source, hurried, replace=True)
        assert connection.execute(AREAS).fetchone() == (285,)
    reader.close()
    hurried.close()


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_who_comes_meanwhile_waits_and_sees_the_new_one(
    pusat: Office, demo_template: Path, how: str
) -> None:
    assert pusat.shared
    shared = pusat.shared
    admin, late = PostgresqlServer(shared.url), PostgresqlServer(shared.url)
    seen: list[object] = []

    def come() -> None:
        unit = late.reading(str) if how == "reading" else late.writing(lambda: None, str)
        with unit as connection:
            seen.append(connection.execute(f"SELECT ({AREAS}), ({RUNS})").fetchone())
        late.close()

    come()
    coming = threading.Thread(target=come)
    with admin.administering() as connection, open_reader(str(demo_template)) as source:
        moving_in._make_room(connection, admin, replace=True)
        coming.start()
        while shared.ask(WAITING) == [(0,)]:
            pass
        target = Reader(connection, admin)
        moving.empty(target)
        moving.fill(source, target)
    coming.join()
    runs = shared.ask(RUNS)[0][0]
    assert seen == [(285, 1), (285, runs)] and runs > 1
    admin.close()


def test_a_register_that_is_gone_in_the_middle_is_told_in_words(shared: Shared) -> None:
    reader = PostgresqlServer(shared.url)
    with pytest.raises(Unusable, match="baru saja diganti"), reader.reading(str) as connection:
        shared.ask("ALTER SCHEMA kkmp RENAME TO kkmp_lama")
        connection.execute(AREAS)
    reader.close()
