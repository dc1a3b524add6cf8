"""The tables that the migrations make are the tables that the program describes."""

from __future__ import annotations

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect
from sqlalchemy.schema import CreateTable

from kkmp_cli.register import expected_schema, location
from kkmp_cli.register.schema import tables, upgrade
from running import Office, opened

METADATA = tables.AreaRow.metadata


def squeezed(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()


def test_migrations_make_what_the_tables_describe(pusat: Office) -> None:
    engine = upgrade.engine_for(pusat.register)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


@pytest.mark.parametrize("name", sorted(METADATA.tables))
def test_the_checks_of_a_table_are_those_described(pusat: Office, name: str) -> None:
    described = {
        str(check.name): squeezed(str(check.sqltext))
        for check in METADATA.tables[name].constraints
        if isinstance(check, CheckConstraint)
    }
    engine = upgrade.engine_for(pusat.register)
    with engine.connect() as connection:
        made = {
            str(check["name"]): squeezed(check["sqltext"])
            for check in inspect(connection).get_check_constraints(name)
        }
        described_ddl = str(CreateTable(METADATA.tables[name]).compile(engine))
    engine.dispose()
    assert made == described
    with opened(pusat.register) as connection_:
        ddl = connection_.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()[0]
    assert ("WITHOUT ROWID" in ddl) == ("WITHOUT ROWID" in described_ddl)


def test_the_program_knows_every_table_and_the_schema_to_the_letter(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        header = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
        digest = expected_schema.digest(connection)
    assert set(METADATA.tables) == location.TABLES
    assert header == [location.APPLICATION_ID, location.SCHEMA]
    assert expected_schema.DIGESTS[location.SCHEMA] == digest, "put this digest there"
    assert sorted(expected_schema.DIGESTS) == [*range(1, location.SCHEMA + 1)]


def test_every_view_can_be_read_and_has_a_kode_or_a_run(demo: Office) -> None:
    with opened(demo.register) as connection:
        views = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
        ]
        for view in views:
            columns = [
                column[0]
                for column in connection.execute(f"SELECT * FROM {view} LIMIT 1").description
            ]
            assert {"kode", "bidang"} & {*columns}, view
    assert "v_koperasi" in views
