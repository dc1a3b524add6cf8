"""Which engine keeps the register that a location names.

Never enters: what any of them does.
"""

from __future__ import annotations

from kkmp_cli.register.engine import Engine
from kkmp_cli.register.location import path_of
from kkmp_cli.register.sqlite import SqliteFile


def engine_of(location: str) -> Engine:
    """The engine behind `--db`: a file, by path or `sqlite:///path`. Raises Unusable for others."""
    return SqliteFile(path_of(location))
