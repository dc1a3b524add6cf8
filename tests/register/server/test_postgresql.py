"""A register on a server as an engine: one moment, one unit, nobody in another's way."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import BadUsage, Unusable
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import Head
from kkmp_cli.register import writer
from kkmp_cli.register.server.postgresql import PostgresqlServer, read_url
from running import Office, Shared
from servers import Server

COUNT = "SELECT count(*) FROM headings"
WRITE = "INSERT INTO headings (id, judul, isian) VALUES (1, 'Izin', 'nib')"


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def shared(server_database: Shared) -> Shared:
    return server_database


def nobody() -> None:
    pytest.fail("what broke off was told as saved")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://petugas:rahasia@server/kkmp",
        "postgresql://petugas@server/kkmp?password=rahasia",
        "postgres://:rahasia@server/kkmp",
    ],
)
def test_a_password_in_a_url_is_refused_and_never_repeated(url: str) -> None:
    with pytest.raises(BadUsage) as refused:
        read_url(url)
    assert "rahasia" not in refused.value.message + refused.value.remedy


def test_messages_call_it_by_who_asks_where() -> None:
    named = str(PostgresqlServer("postgresql://budi@server:5433/kkmp?sslmode=require"))
    assert named == "postgresql://budi@server/kkmp"


def test_who_reads_sees_one_moment(shared: Shared) -> None:
    reader, writer = PostgresqlServer(shared.url), PostgresqlServer(shared.url)
    with reader.reading(str) as connection:
        before = connection.execute(COUNT).fetchone()
        with writer.writing(lambda: None, str) as unit:
            unit.execute(WRITE)
        assert connection.execute(COUNT).fetchone() == before == (0,)
        connection.execute(WRITE)
        with pytest.raises(Unusable, match="hanya dapat dibaca"):
            connection.execute(COUNT)
    assert shared.ask(COUNT) == [(1,)]
    reader.close()
    writer.close()


def test_a_unit_that_breaks_off_wrote_nothing(shared: Shared) -> None:
    writer = PostgresqlServer(shared.url)
    with pytest.raises(KeyboardInterrupt), writer.writing(nobody, str) as unit:
        unit.execute(WRITE)
        raise KeyboardInterrupt
    assert shared.ask(COUNT) == [(0,)]
    writer.close()


def test_who_claims_the_same_waits_and_who_claims_another_does_not(shared: Shared) -> None:
    first, second = PostgresqlServer(shared.url), PostgresqlServer(shared.url)
    with first.writing(lambda: None, str) as one, second.writing(lambda: None, str) as other:
        first.claim(one, ["31.71"])
        one.execute(COUNT)
        second.claim(other, ["31.72"])
        other.execute("SET LOCAL lock_timeout = 50")
        other.execute(COUNT)
        second.claim(other, ["31.71"])
        with pytest.raises(Unusable, match="sedang dipakai petugas lain"):
            other.execute(COUNT)
    first.close()
    second.close()


def test_where_no_register_is_that_is_said_with_who_can_help(server: Server) -> None:
    engine = PostgresqlServer(server.url("postgres"))
    with pytest.raises(Unusable, match="belum ada register") as refused, engine.reading(str):
        pass
    assert "kkmp server init" in refused.value.remedy
    engine.close()


def test_a_server_that_cannot_be_reached_is_told_in_words() -> None:
    with pytest.raises(Unusable, match="tidak dapat dihubungi"):
        PostgresqlServer("postgresql:///kkmp?host=/tidak/ada").taken()


class Cut:
    """A wire that is cut around the commit: before it arrives, or before its answer does."""

    def __init__(self, engine: PostgresqlServer, shared: Shared, arrives: bool) -> None:
        self.engine, self.shared, self.arrives = engine, shared, arrives
        self.commit = engine._driver.commit

    def __call__(self) -> None:
        if self.arrives:
            self.commit()
        self.shared.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{self.shared.database}' AND pid <> pg_backend_pid()"
        )
        self.commit()


@pytest.mark.parametrize("arrives", [True, False])
def test_a_wire_cut_around_the_commit_says_what_is_true(
    pusat: Office, monkeypatch: pytest.MonkeyPatch, arrives: bool
) -> None:
    assert pusat.shared
    engine, saved = PostgresqlServer(pusat.shared.url), list[bool]()

    def heard() -> None:
        saved.append(True)

    told = ""
    try:
        with engine.writing(heard, str) as unit:
            cut = Cut(engine, pusat.shared, arrives)
            monkeypatch.setattr(engine._driver, "commit", cut)
            writing = writer.Writer(unit, engine, [])
            area = writing.registered_areas(["31.71"])[0]
            event = Event("koperasi", area.id, "nib", None, "sudah", "2026-01-01")
            writing.apply([event], writer.NewRun("uji"))
    except Unusable as error:
        told = error.message
    engine.close()
    there = pusat.shared.ask("SELECT count(*) FROM runs") == [(2,)]
    assert there is arrives
    assert (saved == [True]) is arrives
    assert bool(told) is not arrives


def test_nothing_is_connected_to_in_order_to_take_back_what_was_cut_off(shared: Shared) -> None:
    engine = PostgresqlServer(shared.url)
    with pytest.raises(Unusable, match="terputus waktu menyimpan"), engine.writing(nobody, str):
        engine._address = engine._address._replace(parts={"host": "/tidak/ada"})
        engine._linked = Head(7, "0" * 64)
        engine.patience = 0
        shared.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{shared.database}' AND pid <> pg_backend_pid()"
        )


def test_a_wire_that_was_cut_while_nothing_was_begun_is_taken_up_again(shared: Shared) -> None:
    engine = PostgresqlServer(shared.url)
    for _ in range(2):
        assert engine.taken()
        with engine.reading(str) as connection:
            assert connection.execute(COUNT).fetchone() == (0,)
        shared.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{shared.database}' AND pid <> pg_backend_pid()"
        )
    engine.close()
