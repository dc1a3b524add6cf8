"""A schema is known by one digest, however its blanks are written."""

from __future__ import annotations

import pytest

from kkmp_cli.register import expected_schema
from running import Office, opened


def test_a_register_has_the_schema_of_its_version_and_of_no_other(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        assert expected_schema.holds(connection)
        connection.execute("PRAGMA user_version = 7")
        assert not expected_schema.holds(connection)
        connection.execute("PRAGMA user_version = 0")
        assert expected_schema.holds(connection)


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        ("ANALYZE", True),
        ("CREATE VIEW lain AS SELECT 1", False),
        ("DROP VIEW v_nomor", False),
        ("ALTER TABLE targets ADD COLUMN lain TEXT", False),
    ],
)
def test_what_is_added_or_gone_is_noticed(pusat: Office, statement: str, holds: bool) -> None:
    with opened(pusat.register) as connection:
        connection.execute(statement)
        assert expected_schema.holds(connection) == holds


def test_blanks_say_nothing(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'v_nomor'").fetchone()
        connection.execute("DROP VIEW v_nomor")
        connection.execute(sql[0].replace(" ", "\n\t "))
        assert expected_schema.holds(connection)
