"""A register out of a file onto a server, where no history is yet; or in the place of one there,
which is kept under another name.

Never enters: how a file is looked at before it is opened.
"""

from __future__ import annotations

from datetime import datetime

from kkmp_cli import settings
from kkmp_cli.errors import Refused
from kkmp_cli.register import heads, moving
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.server import grants, initialising, session_checks
from kkmp_cli.register.server.driver import ServerConnection
from kkmp_cli.register.server.postgresql import SCHEMA_NAME, PostgresqlServer
from kkmp_cli.register.server.rights import ADMIN

_SEQUENCES = (
    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
    " HAVING max(id) IS NOT NULL"
)


def move_in(source: Reader, server: PostgresqlServer, replace: bool = False) -> str:
    """Puts a whole register onto a server, complete or not at all; the name under which the one
    there is kept, empty where there was none with a history.

    Raises Refused where one with a history is there and is not to be replaced, Unusable, Damaged.
    """
    with server.administering() as connection:
        kept = _make_room(connection, server, replace)
        target = Reader(connection, server)
        moving.empty(target)
        moving.fill(source, target)
        for (table,) in connection.execute(_NUMBERED).fetchall():
            connection.execute(_SEQUENCES.format(table=table))
    return kept


_NUMBERED = (
    "SELECT table_name FROM information_schema.columns WHERE table_schema = 'kkmp'"
    " AND column_name = 'id' AND column_default LIKE 'nextval%'"
)


def _make_room(connection: ServerConnection, server: PostgresqlServer, replace: bool) -> str:
    """A register without a history: the one that is there, or a new one."""
    if not server.taken():
        initialising.make(connection)
        return ""
    connection.execute(f"SET ROLE kkmp_{ADMIN}")
    connection.execute(session_checks.ALONE)
    if heads.head(Reader(connection, server)) is None:
        return ""
    if not replace:
        raise Refused(
            f"{server} sudah berisi riwayat; tidak ditimpa.",
            "Pakai basis data lain, atau pulihkan dengan kkmp restore.",
        )
    allowed = grants.listed(connection)
    name = _kept_name(settings.now())
    connection.execute("RESET ROLE")
    connection.execute(f"ALTER SCHEMA {SCHEMA_NAME} RENAME TO {name}")
    initialising.make(connection)
    grants.allow_again(connection, allowed)
    return name


def _kept_name(now: datetime) -> str:
    return f"{SCHEMA_NAME}_salinan_{now.astimezone(settings.JAKARTA):%Y%m%d_%H%M%S}"
