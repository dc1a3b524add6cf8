"""A register on a server: made by who administers it, and whom it lets in.

Never enters: a printed word, how the database holds the rights.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import BadUsage
from kkmp_cli.register.engines import server_of
from kkmp_cli.register.location import path_of
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import Writer

if TYPE_CHECKING:
    from kkmp_cli.register.restoring import Contents
    from kkmp_cli.register.server.grants import Grant
    from kkmp_cli.register.server.postgresql import PostgresqlServer


class Initialised(NamedTuple):
    """Where a register is, as messages call it, and whether it is new: else it was of an older
    schema, and has today's now.
    """

    place: str
    new: bool


def initialise(url: str) -> Initialised:
    """Makes a new register with the shipped areas, or brings an older one to today's schema. Raises
    BadUsage for what is no URL of a server, Refused where a register of today is there, Unusable.
    """
    from kkmp_cli.register.server.initialising import initialise as make

    server = _server(url)
    made = make(server, lambda connection: Writer(connection, server, []).seed())
    return Initialised(str(server), made)


class Moved(NamedTuple):
    """A register that came onto a server: where, what is in it, and the name under which the one
    that it replaces is kept there.
    """

    place: str
    contents: Contents
    kept: str


def move_in(session: Session, file: str, url: str, replace: bool = False) -> Moved:
    """Brings the register of a file, which stays as it is, onto a server. Raises BadUsage, Refused
    where a history is there already and is not to be replaced, Unusable.
    """
    from kkmp_cli.register import moving_in
    from kkmp_cli.register.restoring import contents

    server, path = _server(url), path_of(file)
    held = contents(path)
    with open_reader(str(path), session.tell) as source:
        kept = moving_in.move_in(source, server, replace)
    return Moved(str(server), held, kept)


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


def kota_codes(url: str, names: Sequence[str]) -> list[str]:
    """The codes of kota of a register on a server. Raises Refused for one that it does not know."""
    if not names:
        return []
    with open_reader(url) as register:
        return [code for code, _ in scope(register, names).kota]


def named(url: str) -> str:
    """What messages call a server. Raises BadUsage for what is no URL of one."""
    return str(_server(url))


def _server(url: str) -> PostgresqlServer:
    if server := server_of(url):
        return server
    raise BadUsage("Itu bukan alamat server.", "Tulis misalnya postgresql://pengelola@server/kkmp.")
