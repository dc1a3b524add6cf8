"""A server that does not let anybody in, or is not there: one sentence that names it and what to
do, with exit code 3, and no password in it.
"""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from kkmp_cli.register.server import address, unreachable
from running import Office
from servers import Server, closed

SECRET = "rahasia123"
ROLE = "uji_masuk"


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def guarded(server: Server) -> Iterator[None]:
    """Who has this role is asked for a password; over TCP nobody is let in."""
    rules = server.folder / "data" / "pg_hba.conf"
    before = rules.read_text("utf-8")
    server.ask("postgres", f"CREATE ROLE {ROLE} LOGIN PASSWORD 'benar' CONNECTION LIMIT 0")
    rules.write_text(f"local all {ROLE} scram-sha-256\n{before}", "utf-8")
    server.ask("postgres", "SELECT pg_reload_conf()")
    yield
    closed()
    rules.write_text(before, "utf-8")
    server.ask("postgres", "SELECT pg_reload_conf()")
    server.ask("postgres", f"DROP ROLE {ROLE}")


def told(office: Office, url: str) -> str:
    """What a command says of a server that cannot be used: a sentence and what to do."""
    done = office.run("report", db=url)
    assert (done.code, done.out) == (3, "")
    assert SECRET not in done.err
    lines = done.err.splitlines()
    assert len(lines) == 2 and lines[1].startswith("→ "), done.err
    return done.err


def test_who_is_not_let_in_is_told_why(
    office: Office,
    server: Server,
    guarded: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = server.url("postgres", ROLE)
    assert "kata sandi" in told(office, url)  # none was given
    kept = tmp_path / "sandi"
    monkeypatch.setenv("PGPASSFILE", str(kept))
    kept.touch(mode=0o600)
    kept.write_text(f"*:*:*:*:{SECRET}\n", "utf-8")
    assert "PGPASSFILE" in told(office, url)
    kept.write_text("*:*:*:*:benar\n", "utf-8")
    assert "terlalu banyak sambungan" in told(office, url)
    server.ask("postgres", f"ALTER ROLE {ROLE} CONNECTION LIMIT 5")
    assert "belum ada register" in told(office, url)
    server.ask("postgres", f"ALTER ROLE {ROLE} NOLOGIN")
    assert "Peran di" in told(office, url)


def test_what_is_not_there_is_named(
    office: Office, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Basis data postgresql://kkmp_uji@/tidak_ada tidak ada" in told(
        office, server.url("tidak_ada")
    )
    assert "Peran di postgresql://tidak_ada@/postgres tidak ada" in told(
        office, server.url("postgres", "tidak_ada")
    )
    assert "tidak dapat dihubungi" in told(office, f"postgresql:///kkmp?host={tmp_path}")
    assert "Nama server postgresql://tidak..ada/kkmp" in told(
        office, "postgresql://tidak..ada/kkmp"
    )
    assert "Pilihan" in told(office, f"{server.url('postgres')}&sslmode=entah")
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "layanan"))
    (tmp_path / "layanan").write_text(f"[kantor]\nhost={server.folder}\n", "utf-8")
    assert "Service" in told(office, "postgresql:///?service=entah")
    assert office.shared
    place = f"postgresql://kkmp_uji@/{office.shared.database}?service=kantor"
    assert office.run("history", "--json", db=place).json == []


def test_a_server_without_tls_is_told_where_it_is_asked_for(office: Office, server: Server) -> None:
    with listening(b"N") as port:
        said = told(office, f"postgresql://x@127.0.0.1:{port}/kkmp?sslmode=require")
    assert "tidak melayani TLS" in said and "sslmode" in said


@contextmanager
def listening(answer: bytes) -> Iterator[int]:
    """A process at a port that gives this answer to everybody and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        number = os.fork()
        if number == 0:
            signal.alarm(60)
            while True:
                client, _ = door.accept()
                client.recv(4_096)
                client.sendall(answer)
                client.close()
        yield door.getsockname()[1]
    os.kill(number, signal.SIGKILL)
    os.waitpid(number, 0)


def refusing(code: str, words: str) -> bytes:
    """How a server says no to who comes in."""
    fields = f"SFATAL\0VFATAL\0C{code}\0M{words}\0\0".encode()
    return b"E" + (len(fields) + 4).to_bytes(4, "big") + fields


@pytest.mark.parametrize(
    ("code", "words", "wanted"),
    [
        ("57P03", "the database system is starting up", "sedang dimulai"),
        ("57P03", "sistem basis data sedang bangun", "sedang dimulai"),
        ("28P01", "kata sandi salah", "kata sandi"),
        ("08P01", "unsupported startup parameter: options", "pgbouncer"),
        ("28000", 'no pg_hba.conf entry for host "x"', "dari komputer ini"),
        ("42501", 'permission denied for database "x"', "tidak boleh masuk"),
        ("53300", "sorry, too many clients already", "terlalu banyak sambungan"),
    ],
)
def test_what_a_server_says_at_the_door_is_told_in_any_language(
    code: str, words: str, wanted: str
) -> None:
    """Its text is looked at where it is known; else only whether it lets anybody in."""
    with listening(refusing(code, words)) as port:
        parts = address.read(f"postgresql://x@127.0.0.1:{port}/kkmp?sslmode=disable", "").parts
        with pytest.raises(psycopg.OperationalError) as error:
            psycopg.connect(make_conninfo("", **parts))
        assert wanted in unreachable.refusal(error.value, parts, "kantor").message


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("connection timeout expired", "tidak menjawab"),
        ('could not translate host name "rahasia" to address', "tidak dikenal"),
        ("SSL error: certificate verify failed", "Sertifikat TLS"),
        ('root certificate file "/x" does not exist', "Sertifikat TLS"),
    ],
)
def test_what_the_driver_says_by_itself(words: str, wanted: str) -> None:
    told = unreachable.refusal(OSError(words), {"host": "/tidak/ada"}, "kantor")
    assert wanted in told.message and told.remedy
    assert "rahasia" not in told.message
