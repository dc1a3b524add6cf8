"""A register of every released schema, kept as SQL: today's program opens it with all its rows and
history.

A frozen file is never made anew; a change of the schema comes with the next number beside it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kkmp_cli.register.location import SCHEMA
from running import Office, count, opened

FROZEN = Path(__file__).parent / "frozen"
_FIRST = {
    "areas": 285,
    "aliases": 29,
    "cooperatives": 6,
    "v_keadaan": 11,
    "v_kendala": 1,
    "v_rencana": 1,
    "v_nomor": 3,
    "contacts": 1,
    "runs": 20,
    "v_riwayat WHERE bidang IS NOT NULL": 41,
    "personal_values": 4,
    "trainings": 1,
    "attendances": 2,
    "targets": 1,
    "figures": 1,
    "followups": 1,
}
ROWS = {"0001": _FIRST}
"""What each of them holds, as today's program counts it."""


@pytest.fixture(params=sorted(ROWS))
def frozen(office: Office, request: pytest.FixtureRequest) -> tuple[Office, dict[str, int]]:
    """A register as a released program left it."""
    office.register.parent.mkdir(mode=0o700)
    connection = sqlite3.connect(office.register)
    connection.executescript((FROZEN / f"{request.param}.sql").read_text(encoding="utf-8"))
    connection.close()
    return office, ROWS[request.param]


def test_there_is_one_for_every_schema() -> None:
    assert (
        sorted(path.stem for path in FROZEN.glob("*.sql"))
        == sorted(ROWS)
        == [f"{number:04}" for number in range(1, SCHEMA + 1)]
    )


def test_it_opens_with_all_its_rows(frozen: tuple[Office, dict[str, int]]) -> None:
    office, rows = frozen
    office.good("list")
    assert {table: count(office.register, table) for table in rows} == rows
    with opened(office.register) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_its_history_holds_and_its_state_follows_from_it(
    frozen: tuple[Office, dict[str, int]],
) -> None:
    office, rows = frozen
    found = office.good("check", "--json").json["aturan"]
    assert not [rule["kode"] for rule in found if rule["jumlah"] and rule["kelompok"] == "keutuhan"]
    assert len(office.good("history", "--json").json) == rows["runs"]


def test_it_says_what_was_known_then(frozen: tuple[Office, dict[str, int]]) -> None:
    office, _ = frozen
    gambir = office.good("show", "Gambir", "--json").json
    assert (gambir["nib_nomor"], gambir["musyawarah"], gambir["anggota"]) == (
        "0123456789012",
        "2025-05-31",
        None,
    )
    assert (
        office.good("show", "Duri Pulo", "--json").json["usaha_kendala"] == "modal: kurang 20 juta"
    )
    assert office.good("show", "Gambir Kota", "--json").json["kode"] == "31.71.01.1001"
    kota = office.good("report", "--kota", "jakpus", "--per", "2026-03-10", "--json").json["kota"][
        0
    ]
    assert (kota["kkmp"], kota["milestone"]["usaha"]["berhenti"], kota["pelatihan"]["peserta"]) == (
        6,
        1,
        62,
    )
    assert "Nama Lain" in office.good("show", "Gambir", "--with-personal").out


def test_it_is_written_and_undone(frozen: tuple[Office, dict[str, int]]) -> None:
    office, rows = frozen
    office.good("list")
    before = office.state()
    office.good("update", "Petojo Selatan", "--nib", "sudah")
    office.good("undo")
    assert office.state() == before
    assert count(office.register, "runs") == rows["runs"] + 2
    assert office.good("check").code == 0
