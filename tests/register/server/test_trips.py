"""How often an officer's day goes over the wire, and what he is told where somebody keeps him
waiting.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kkmp_cli.register.server import postgresql
from kkmp_cli.register.server.driver import ServerConnection
from running import Office
from servers import closed

MOST = {
    "report --kota jakpus": 10,
    "list --kota jakpus": 6,
    "update Gambir --kota jakpus --nib sudah": 14,
    "show Gambir --kota jakpus": 14,
    "history": 10,
    "history --json": 10,
    "undo --yes": 24,
}
"""What each command may ask at most, however many cooperatives and runs there are."""


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went over the wire."""
    sent: list[str] = []
    results, copied = ServerConnection._results, ServerConnection._copied

    def counted(self: ServerConnection, texts: str) -> list[list[Any]]:
        sent.append(texts)
        return results(self, texts)

    def streamed(self: ServerConnection, sql: str, rows: Any) -> None:
        sent.append(sql)
        copied(self, sql, rows)

    monkeypatch.setattr(ServerConnection, "_results", counted)
    monkeypatch.setattr(ServerConnection, "_copied", streamed)
    return sent


def counted(office: Office, trips: list[str], *arguments: object) -> int:
    """How many trips a command takes, by a connection of its own."""
    closed()
    trips.clear()
    office.good(*arguments)
    return len(trips)


def test_an_officers_day_takes_few_trips_however_long_the_history_is(
    demo: Office, trips: list[str]
) -> None:
    for number in range(25):
        demo.good("update", "Gambir", "Cideng", "--anggota", 30 + number, "--yes")
    taken = {words: counted(demo, trips, *words.split()) for words in MOST}
    assert {words: taken[words] for words in MOST if taken[words] > MOST[words]} == {}


@pytest.mark.parametrize("coded", [True, False], ids=["codes", "names"])
def test_a_sheet_of_a_kota_takes_few_trips(
    pusat: Office, trips: list[str], tmp_path: Path, coded: bool
) -> None:
    assert pusat.shared
    column = "kode" if coded else "kelurahan"
    names = pusat.shared.ask(f"SELECT {column} FROM areas WHERE kode LIKE '31.71.%'")
    sheet = tmp_path / "isian.csv"
    rows = [f"{name};sudah;{20 + at}" for at, (name,) in enumerate(names)]
    sheet.write_text("\n".join([f"{column};NIB;Anggota", *rows]), encoding="utf-8")
    words = ("import", sheet, "--kota", "jakpus", "--per", "2026-03-10")
    assert counted(pusat, trips, *words) <= 40
    assert counted(pusat, trips, *words) <= 16


def test_an_undo_waits_in_the_order_of_what_it_takes_back(
    pusat: Office, trips: list[str], tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;NIB\nGambir;sudah\n", encoding="utf-8")
    words = ("import", sheet, "--kota", "jakpus", "--per", "2026-03-10")
    for arguments in (words, ("undo", "--yes")):
        counted(pusat, trips, *arguments)
        sent = ";".join(trips)
        assert 0 < sent.index("hashtext(k)") < sent.index("hashtext('berkas')"), arguments


@pytest.fixture
def somebody(pusat: Office) -> Iterator[psycopg.Connection[Any]]:
    """Somebody else at work, who does not come to an end."""
    assert pusat.shared
    options = "-c search_path=kkmp,pg_temp"
    with psycopg.connect(pusat.shared.url, options=options) as other:
        yield other
        other.rollback()


CLAIM = f"SELECT pg_advisory_xact_lock({postgresql._CLAIMED}, hashtext('31.71'))"


@pytest.mark.parametrize(
    ("held", "option", "words"),
    [
        (CLAIM, "lock_timeout=10000", "sedang dipakai petugas lain"),
        ("LOCK TABLE runs", "lock_timeout=10000", "sedang dipakai petugas lain"),
        (CLAIM, "statement_timeout=600000", "terlalu lama menjawab"),
    ],
    ids=["kota", "table", "statement"],
)
def test_who_waits_too_long_is_told_so_and_nothing_is_written(
    pusat: Office,
    somebody: psycopg.Connection[Any],
    monkeypatch: pytest.MonkeyPatch,
    held: str,
    option: str,
    words: str,
) -> None:
    name, _, _ = option.partition("=")
    assert option in postgresql._OPTIONS
    monkeypatch.setattr(postgresql, "_OPTIONS", postgresql._OPTIONS.replace(option, f"{name}=300"))
    closed()
    somebody.execute(held)
    done = pusat.run("update", "Gambir", "--kota", "jakpus", "--nib", "sudah")
    somebody.rollback()
    closed()
    assert (done.code, done.out) == (3, "")
    assert words in done.err and "ulangi perintahnya" in done.err
    assert pusat.shared and pusat.shared.ask("SELECT count(*) FROM runs") == [(1,)]
    monkeypatch.undo()
    assert pusat.run("update", "Gambir", "--kota", "jakpus", "--nib", "sudah").code == 0
