"""A register on a server: made by who administers it, and whom it lets in.

Never enters: a printed word, how the database holds the rights.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kkmp_cli.errors import BadUsage
from kkmp_cli.register.engines import server_of
from kkmp_cli.register.writer import Writer

if TYPE_CHECKING:
    from kkmp_cli.register.server.grants import Grant
    from kkmp_cli.register.server.postgresql import PostgresqlServer


def initialise(url: str) -> str:
    """Makes a new register with the shipped areas; where, as messages call it. Raises BadUsage for
    what is no URL of a server, Refused where a register is there, Unusable.
    """
    from kkmp_cli.register.server.initialising import initialise as make

    server = _server(url)
    make(server, lambda connection: Writer(connection, server, []).seed())
    return str(server)


def grant(url: str, wanted: Grant, password: str) -> bool:
    """Lets a role in, or changes what it may; True where it is new. Raises as `grants.grant`."""
    from kkmp_cli.register.server import grants

    return grants.grant(_server(url), wanted, password)


def revoke(url: str, role: str) -> None:
    """Takes all rights from a role. Raises as `grants.revoke`."""
    from kkmp_cli.register.server import grants

    grants.revoke(_server(url), role)


def grants_of(url: str) -> Sequence[Grant]:
    """Every role with a right, by name. Raises Unusable."""
    from kkmp_cli.register.server import grants

    return grants.grants(_server(url))


def _server(url: str) -> PostgresqlServer:
    if server := server_of(url):
        return server
    raise BadUsage("Itu bukan alamat server.", "Tulis misalnya postgresql://pengelola@server/kkmp.")
