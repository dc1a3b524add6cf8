"""From an older schema of a register on a server to today's: all steps at once or not at all, by
who administers it, while nobody reads or writes.

Never enters: an officer's word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import SCHEMA
from kkmp_cli.register.server import rights, session_checks
from kkmp_cli.register.server.driver import ServerConnection

STEPS: Mapping[int, Sequence[str]] = MappingProxyType({})
"""The statements that make a schema out of the one before it. There was none before the first."""
_TABLES = f"SELECT tablename FROM pg_tables WHERE schemaname = '{session_checks.SCHEMA_NAME}'"


def upgrade(
    connection: ServerConnection,
    at: str,
    steps: Mapping[int, Sequence[str]] = STEPS,
    wanted: int = SCHEMA,
) -> bool:
    """Brings a register to the schema that is wanted; False where it has it. Inside a transaction.

    Raises Unusable where it is newer, no step is known, or a row was lost, InUse while somebody
    reads or writes.
    """
    connection.execute(f"SET ROLE kkmp_{rights.ADMIN}")
    connection.execute(session_checks.ALONE)
    ((version,),) = connection.execute("SELECT version_num FROM alembic_version")
    if int(version) >= wanted:
        session_checks.refuse_newer(at, int(version), wanted)
        return False
    before = _counts(connection)
    for number in range(int(version) + 1, wanted + 1):
        _step(connection, at, number, steps)
    _refuse_loss(at, before, _counts(connection))
    return True


def _step(
    connection: ServerConnection, at: str, number: int, steps: Mapping[int, Sequence[str]]
) -> None:
    if number not in steps:
        raise Unusable(
            f"Register {at} dari kkmp yang tidak dikenal versi ini.",
            "Pasang kkmp versi terbaru lalu ulangi.",
        )
    for statement in steps[number]:
        connection.execute(statement)
    connection.execute("UPDATE alembic_version SET version_num = ?", (f"{number:04}",))


def _counts(connection: ServerConnection) -> dict[str, int]:
    """How many rows each table has."""
    names = [name for (name,) in connection.execute(_TABLES)]
    counts = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names)
    return dict(zip(names, counts, strict=True))


def _refuse_loss(at: str, before: Mapping[str, int], after: Mapping[str, int]) -> None:
    for name, count in before.items():
        if after.get(name, count) != count:
            raise Unusable(
                f"Susunan register {at} tidak jadi diperbarui: isi tabel {name} berubah.",
                "Register tetap seperti semula. Pakai kkmp versi yang lama, dan laporkan"
                " pesan ini.",
            )
