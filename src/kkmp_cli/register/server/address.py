"""The address of a server as it was typed: read as the driver reads it, refused where a password
stands in it, and what messages call it.

Never enters: a connection, a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict

from kkmp_cli.errors import BadUsage

_SECRET = ("password", "sslpassword")
_EXAMPLE = "Tulis misalnya postgresql://petugas@server/kkmp."
_LIVELY = {
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
"""By when a wire counts as cut, where the address says nothing else of it."""


class Address(NamedTuple):
    """What the driver is told, and what messages say."""

    parts: Mapping[str, str]
    named: str


def read(url: str, options: str) -> Address:
    """An address that was typed, with the `options` of every session. Raises BadUsage for one with
    a password, which would stand in the list of processes and in the history of the shell, and for
    one that cannot be read; its text is never repeated, for a password may be in it.
    """
    try:
        parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    except (psycopg.Error, UnicodeError):
        raise BadUsage("Alamat server itu tidak dapat dibaca.", _EXAMPLE) from None
    if any(parts.get(name) for name in _SECRET):
        raise BadUsage(
            "Kata sandi tidak boleh ada di --db atau KKMP_DB.",
            "Simpan di berkas yang ditunjuk PGPASSFILE, atau pakai service di pg_service.conf.",
        )
    if _torn(parts):
        raise BadUsage(
            "Alamat server itu tidak dapat dibaca: ada tanda `/`, `@` atau `:` di tempat yang"
            " tidak semestinya.",
            f"{_EXAMPLE} Kata sandi tidak ditulis di situ.",
        )
    every = f"{parts.get('options', '')} {options}".strip()
    return Address({**_LIVELY, **parts, "options": every}, _named(parts))


def _torn(parts: Mapping[str, str]) -> bool:
    """True where a sign of a password has cut the address in wrong parts."""
    ports = parts.get("port", "").replace(",", "")
    names = f"{parts.get('dbname', '')}{parts.get('host', '')}"
    return "@" in names or not (ports.isdecimal() or not ports)


def _named(parts: Mapping[str, str]) -> str:
    if service := parts.get("service"):
        return f"postgresql:///?service={quote(service)}"
    user, host = parts.get("user"), parts.get("host", "")
    host = "" if host.startswith(("/", "@")) else f"[{host}]" if ":" in host else host
    return (
        f"postgresql://{f'{quote(user)}@' if user else ''}{host}/{quote(parts.get('dbname', ''))}"
    )
