"""A server that fails in the middle of a command: a sentence with exit code 3, and nothing written."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from colleague import Colleague
from kkmp_cli.register.server import postgresql
from running import Office, Shared, mounted
from servers import Server, closed
from wires import Cut, wired

UPDATE = ("update", "Gambir", "--nib", "sudah")
CODES = {
    "53000": "kehabisan tempat",
    "53100": "Disk server penuh",
    "53200": "kehabisan memori",
    "53300": "terlalu banyak sambungan",
    "53400": "kehabisan tempat",
    "54000": "terlalu besar",
    "55P03": "sedang dipakai",
    "57014": "terlalu lama",
    "57P01": "dihentikan",
    "57P03": "dimulai",
    "58030": "Disk server",
    "25006": "hanya dapat dibaca",
    "25P03": "tidak mau menunggu",
    "40001": "sedang dipakai",
    "40P01": "sedang dipakai",
    "42501": "tidak boleh",
    "XX001": "rusak",
    "XX000": "rusak",
    "08006": "terputus",
}
"""What a server may say of itself while it writes, and a word of what an officer reads."""
FAILING = """CREATE OR REPLACE FUNCTION gagal() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'rahasia' USING ERRCODE = '{code}'; END$$"""


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def shared(pusat: Office) -> Shared:
    assert pusat.shared
    return pusat.shared


def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Locks are waited for a moment, not ten seconds."""
    options = postgresql._OPTIONS.replace("lock_timeout=10000", "lock_timeout=200")
    assert options != postgresql._OPTIONS
    monkeypatch.setattr(postgresql, "_OPTIONS", options)


def test_whatever_the_server_says_is_told_in_words_and_nothing_is_written(
    pusat: Office, shared: Shared
) -> None:
    shared.ask(FAILING.format(code="53100"))
    shared.ask("CREATE TRIGGER gagal BEFORE INSERT ON events EXECUTE FUNCTION gagal()")
    for code, words in CODES.items():
        shared.ask(FAILING.format(code=code))
        done = pusat.run(*UPDATE)
        assert (done.code, done.out) == (3, ""), (code, done)
        assert words in done.err and "rahasia" not in done.err, (code, done.err)
        assert len(done.err.splitlines()) == 2
    assert shared.ask("SELECT count(*) FROM runs") == [(1,)]
    shared.ask("DROP TRIGGER gagal ON events")
    pusat.good(*UPDATE)


def test_a_server_that_may_only_be_read_is_read(
    pusat: Office, shared: Shared, tmp_path: Path
) -> None:
    always = f"ALTER DATABASE {shared.database} SET default_transaction_read_only"
    shared.ask(f"{always} = on")
    for words in (UPDATE, ("undo", "--yes"), ("target", "set", "nib", "2026-12-01")):
        assert "hanya dapat dibaca" in pusat.refused(*words, code=3).err
    assert "44 KKMP" in pusat.good("report", "--kota", "jakpus").out
    pusat.good("check")
    pusat.good("backup", tmp_path / "cadangan.db")
    closed()
    shared.server.ask("postgres", f"{always} = off")
    pusat.good(*UPDATE)


def test_a_disk_of_the_server_that_is_full(pusat: Office, shared: Shared) -> None:
    """A small disk that holds the history; some runs fit into what is left of its last page."""
    place = shared.server.folder / "kecil"
    with mounted(place, "size=4m"):
        (place / "isi").mkdir()
        shutil.chown(place / "isi", "postgres", "postgres")
        shared.ask(f"CREATE TABLESPACE kecil LOCATION '{place / 'isi'}'")
        shared.ask("ALTER TABLE events SET TABLESPACE kecil")
        _fill(place / "penuh")
        done, runs = pusat.run(*UPDATE), 1
        while not done.code and runs < 20:
            runs += 1
            done = pusat.run("update", "Gambir", "--catatan", os.urandom(900).hex())
        assert done.code == 3 and "Disk server penuh; tidak ada yang tersimpan" in done.err
        assert shared.ask("SELECT count(*) FROM runs") == [(runs,)]
        pusat.good("check")
        (place / "penuh").unlink()
        pusat.good(*UPDATE, "--npwp", "sudah")
        shared.ask("ALTER TABLE events SET TABLESPACE pg_default")
        shared.ask("DROP TABLESPACE kecil")
    place.rmdir()


def _fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4_096))


@pytest.mark.parametrize(
    "held",
    [
        "SELECT pg_advisory_xact_lock(19275, hashtext('31.71'))",
        "SELECT pg_advisory_xact_lock(1263226192)",
        "LOCK TABLE milestones IN ACCESS EXCLUSIVE MODE",
        "LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE",
    ],
    ids=["kota", "rantai", "keadaan", "susunan"],
)
def test_a_lock_that_somebody_holds_is_waited_for_and_then_told(
    pusat: Office, shared: Shared, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    import psycopg

    with psycopg.connect(shared.url, options="-c search_path=kkmp") as holder:
        holder.execute(held.encode())
        with monkeypatch.context() as patch:
            hurried(patch)
            done = pusat.run(*UPDATE)
        assert (done.code, done.out) == (3, "")
        assert "sedang dipakai petugas lain; tidak ada yang tersimpan" in done.err
        given_back = threading.Timer(0.5, holder.rollback)
        given_back.start()
        pusat.good(*UPDATE)
        given_back.join()
    assert shared.ask("SELECT count(*) FROM runs") == [(2,)]


@pytest.fixture
def officer(pusat: Office) -> Iterator[Colleague]:
    made = Colleague(pusat, "petugas", "31.71")
    yield made
    made.leave()


def test_rights_that_are_taken_away_in_the_middle_of_a_command(
    pusat: Office, shared: Shared, officer: Colleague, server: Server
) -> None:
    """Whenever that is, the run is there where it was told, and not where it was refused."""
    with wired(server) as wire:
        url = wire.url(shared.database, officer.role)
        assert pusat.run(*UPDATE, db=url).code == 0
        last, runs, said = len(wire.seen), 2, ""
        wire.meanwhile = lambda: shared.ask(f"DELETE FROM hak WHERE peran = '{officer.role}'")
        for at in range(1, last):
            wire.mend(at, Cut.NEVER)
            done = pusat.run("update", "Gambir", "--anggota", at, db=url)
            runs += done.code == 0
            said += done.err
            assert shared.ask("SELECT count(*) FROM runs") == [(runs,)]
            assert done.code in (0, 1, 3), done
            assert done.code == 0 or done.err.count("\n") <= 2, done.err
            if at < last - 1:
                shared.ask(f"INSERT INTO hak VALUES ('{officer.role}', 'petugas', false, false)")
                shared.ask(f"INSERT INTO hak_kota VALUES ('{officer.role}', '31.71')")
        assert "diubah sewaktu" in said


def test_who_was_never_let_in_is_told_whom_to_ask(
    pusat: Office, shared: Shared, officer: Colleague
) -> None:
    closed()
    shared.ask(f"DELETE FROM hak WHERE peran = '{officer.role}'")
    shared.ask(f"REVOKE kkmp_petugas FROM {officer.role}")
    for words in (("report",), UPDATE, ("check",)):
        done = pusat.run(*words, db=officer.url)
        assert (done.code, done.out) == (3, ""), (words, done)
        assert "belum diizinkan" in done.err and "server grant" in done.err
