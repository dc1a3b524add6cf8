"""Which engine keeps the register that a location names.

Never enters: what any of them does.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kkmp_cli.errors import MissingExtra
from kkmp_cli.register.engine import Engine
from kkmp_cli.register.location import path_of
from kkmp_cli.register.sqlite import SqliteFile

if TYPE_CHECKING:
    from kkmp_cli.register.server.postgresql import PostgresqlServer


def engine_of(location: str) -> Engine:
    """The engine behind `--db`: a file, by path or `sqlite:///path`. Raises Unusable for others."""
    return server_of(location) or SqliteFile(path_of(location))


def server_of(location: str) -> PostgresqlServer | None:
    """The server behind a URL, connected to once in a call; None for what names a file. Raises
    BadUsage for one with a password, MissingExtra.
    """
    if not location.startswith(_URLS):
        return None
    try:
        from kkmp_cli.register.server.postgresql import read_url  # noqa: PLC0415 - slow to load, and an extra
    except ImportError:  # also where the driver is there, and its library is not
        raise MissingExtra("Register di server", "pg", "pakai register berkas") from None
    if location not in _servers():
        _servers()[location] = read_url(location)
    return _servers()[location]


_URLS = ("postgresql://", "postgres://")


@cache
def _servers() -> dict[str, PostgresqlServer]:
    """Those that this process has asked for, by their URL."""
    return {}


def close() -> None:
    """Ends every connection to a server."""
    while _servers():
        _servers().popitem()[1].close()
