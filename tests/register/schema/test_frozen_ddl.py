"""Every released schema is frozen on both engines, statement by statement: registers of it are in
offices. A change comes as the next migration.

A golden file is never made anew: `KKMP_GOLDEN=tulis` writes the one of a new number only.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from kkmp_cli.register import expected_schema
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.schema import upgrade
from kkmp_cli.register.server import server_schema
from running import opened

FROZEN = Path(__file__).parent / "frozen" / "susunan"
MIGRATIONS = Path(upgrade.__file__).parent / "migrations" / "versions"
CHANGED = (
    "Schema {} is released and in use: leave its statements as they are. A change is a new migration in "
    "register/schema/migrations/versions/ (and its counterpart on the server), the next number in "
    "register/location.py SCHEMA, and golden files of that number, written with KKMP_GOLDEN=tulis."
)


def of_a_file(template: Path) -> str:
    """All parts of a new register in a file."""
    with opened(template) as connection:
        parts = expected_schema.parts(connection)
    return "".join(f"-- {name}\n{sql.strip()}\n;\n" for name, sql in parts)


def of_a_server() -> str:
    """All statements that make a register on a server, without what each register has of its own."""
    text = "".join(f"{_ordered(sql.strip())}\n;\n" for sql in server_schema.statements())
    text = re.sub(r"VALUES \(1, '[0-9a-f-]{36}', '[^']+'\)", "VALUES (1, 'id', 'dibuat')", text)
    return re.sub(r"[ \t]+\n", "\n", text)


def _ordered(sql: str) -> str:
    """A table with its constraints by their text: they come in any order, which says nothing."""
    if not sql.startswith("CREATE TABLE") or "\n" not in sql:
        return sql
    begin, *lines, end = (line.rstrip(", ") for line in sql.split("\n"))
    rules = sorted(
        line for line in lines if re.match(r"\s*(CONSTRAINT|FOREIGN|PRIMARY|UNIQUE)", line)
    )
    columns = [line for line in lines if line not in rules]
    return "\n".join((begin, ",\n".join((*columns, *rules)), end))


def held(name: str, text: str) -> None:
    """Raises where the statements differ from the frozen ones."""
    path = FROZEN / f"{SCHEMA:04}-{name}.sql"
    if not path.exists() and os.environ.get("KKMP_GOLDEN") == "tulis":
        path.write_text(text, encoding="utf-8")
    frozen = expected_schema.squeezed(path.read_text(encoding="utf-8"))
    assert expected_schema.squeezed(text) == frozen, CHANGED.format(SCHEMA)


def test_the_schema_of_a_file_is_the_frozen_one(pusat_template: Path) -> None:
    held("berkas", of_a_file(pusat_template))


def test_the_schema_of_a_server_is_the_frozen_one() -> None:
    held("server", of_a_server())


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_each_schema_has_its_migration_its_digest_and_its_golden_files(number: int) -> None:
    assert [*MIGRATIONS.glob(f"{number:04}_*.py")]
    assert number in expected_schema.DIGESTS
    assert len([*FROZEN.glob(f"{number:04}-*.sql")]) == 2


def test_there_is_no_migration_without_a_number() -> None:
    steps = [path for path in MIGRATIONS.glob("*.py") if path.stem != "__init__"]
    assert len(steps) == SCHEMA
