"""A register of an older schema is brought to today's by who administers it, whole or not at all;
who else comes is told whom to ask. A newer one is left alone.
"""

from __future__ import annotations

import pytest

from colleague import Colleague
from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.server.postgresql import PostgresqlServer
from kkmp_cli.register.server.upgrading import upgrade
from running import Office
from servers import closed

NEXT = SCHEMA + 1
STEPS = {NEXT: ("ALTER TABLE register ADD COLUMN uji TEXT", "UPDATE register SET uji = 'ada'")}


@pytest.fixture
def engine() -> str:
    return "server"


def stamped(office: Office, version: int) -> None:
    assert office.shared
    office.shared.ask(f"UPDATE alembic_version SET version_num = '{version:04}'")


def test_the_steps_are_taken_once(pusat: Office) -> None:
    assert pusat.shared
    server = PostgresqlServer(pusat.shared.url)
    for taken in (True, False):
        with server.administering() as connection:
            assert upgrade(connection, "kantor", STEPS, NEXT) is taken
    server.close()
    assert pusat.shared.ask("SELECT uji FROM register") == [("ada",)]
    assert pusat.shared.ask("SELECT version_num FROM alembic_version") == [(f"{NEXT:04}",)]
    for words in (("report",), ("update", "Gambir", "--nib", "sudah")):
        assert "kkmp yang lebih baru" in pusat.refused(*words, code=3).err


@pytest.mark.parametrize(
    ("steps", "wanted", "words"),
    [
        ({NEXT: ("DELETE FROM headings",)}, NEXT, "isi tabel headings"),
        (STEPS, NEXT + 1, "tidak dikenal"),
    ],
)
def test_a_step_that_fails_leaves_all_as_it_was(
    pusat: Office, steps: dict[int, tuple[str, ...]], wanted: int, words: str
) -> None:
    assert pusat.shared
    pusat.shared.ask("INSERT INTO headings (id, judul, isian) VALUES (1, 'Izin', 'nib')")
    server = PostgresqlServer(pusat.shared.url)
    with pytest.raises(Unusable, match=words), server.administering() as connection:
        upgrade(connection, "kantor", steps, wanted)
    server.close()
    assert pusat.shared.ask("SELECT count(*) FROM headings") == [(1,)]
    pusat.good("update", "Gambir", "--nib", "sudah")


def test_an_older_register_is_only_used_by_who_brings_it_to_today(pusat: Office) -> None:
    assert pusat.shared
    officer = Colleague(pusat, "petugas", "31.71")
    stamped(pusat, 0)
    for words in (("report",), ("update", "Gambir", "--nib", "sudah")):
        said = pusat.refused(*words, code=3).err
        assert "lebih lama" in said and "kkmp server init" in said
    asked = pusat.run("server", "init", officer.url)
    assert (asked.code, asked.out) == (3, "") and "tidak boleh" in asked.err
    asked = pusat.run("server", "init", pusat.shared.url)
    assert asked.code == 3 and "tidak dikenal versi ini" in asked.err
    closed()
    assert pusat.shared.ask("SELECT version_num FROM alembic_version") == [("0000",)]
    stamped(pusat, SCHEMA)
    officer.leave()


def test_who_reads_keeps_the_steps_waiting(pusat: Office) -> None:
    """A report that is being made never sees half of them."""
    assert pusat.shared
    reader, owner = PostgresqlServer(pusat.shared.url), PostgresqlServer(pusat.shared.url)
    refused = pytest.raises(Unusable, match="sedang dipakai")
    with reader.reading(str), refused, owner.administering() as connection:
        connection.execute("SET LOCAL lock_timeout = 50")
        upgrade(connection, "kantor", STEPS, NEXT)
    reader.close()
    owner.close()
