"""A new register on a server: its groups, its schema, its rights, and the shipped areas in it.

Never enters: an existing register.
"""

from __future__ import annotations

from collections.abc import Callable

from kkmp_cli.errors import Refused
from kkmp_cli.register.server import rights, session_checks, upgrading
from kkmp_cli.register.server.driver import ServerConnection
from kkmp_cli.register.server.postgresql import SCHEMA_NAME, PostgresqlServer
from kkmp_cli.register.server.server_schema import statements


def initialise(server: PostgresqlServer, fill: Callable[[ServerConnection], None]) -> bool:
    """Makes an empty register; `fill` is called before it counts. The role that asks becomes its
    administrator. False where one of an older schema was there, which has today's now.

    Raises Refused where one of today's is there, Unusable where the role or the server may not.
    """
    with server.administering() as connection:
        if server.taken():
            if upgrading.upgrade(connection, str(server)):
                return False
            raise Refused(f"Di {server} sudah ada register.", "Pakai basis data lain.")
        make(connection)
        fill(connection)
    return True


def make(connection: ServerConnection) -> None:
    """The groups, where they are missing, and an empty schema; inside a transaction. Raises
    Unusable where the server cannot hold one.
    """
    session_checks.refuse_server(connection.named, *connection.kind)
    for group in rights.groups():
        connection.execute(group)
    connection.execute(f"GRANT kkmp_{rights.ADMIN} TO session_user")
    connection.execute(f"CREATE SCHEMA {SCHEMA_NAME} AUTHORIZATION kkmp_{rights.ADMIN}")
    connection.execute(f"SET ROLE kkmp_{rights.ADMIN}")
    for statement in statements():
        connection.execute(statement)
    sql = "INSERT INTO hak VALUES (session_user, ?, true, true)"
    connection.execute(sql, (rights.ADMIN,))
