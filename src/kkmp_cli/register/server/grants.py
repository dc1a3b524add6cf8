"""The roles of a register on a server: whom its administrator lets in, and for what.

Never enters: a password in the clear, what a right means (`rights`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli.errors import Refused
from kkmp_cli.register.server.driver import ServerConnection
from kkmp_cli.register.server.postgresql import PostgresqlServer
from kkmp_cli.register.server.rights import ADMIN, KINDS, OFFICER

_NAME = re.compile(r"[a-z][a-z0-9_]{0,50}")
"""What a role may be called: nothing that would need quotes."""


class Grant(NamedTuple):
    """What a role is: of which kind, of which kota (their codes), whether it reads every kota, and
    values of persons.
    """

    role: str
    kind: str
    kota: Sequence[str] = ()
    everything: bool = False
    persons: bool = False


def grant(server: PostgresqlServer, wanted: Grant, password: str = "") -> bool:
    """Lets a role in, which is made where there is none; what it was allowed before is replaced.

    The password leaves this process as a digest alone. True where the role is new. Raises Refused,
    Unusable.
    """
    _refuse(wanted)
    with server.administering() as connection:
        made = not _exists(connection, wanted.role)
        if made:
            connection.execute(f"CREATE ROLE {wanted.role} LOGIN")
        if password:
            digest = connection.digested(password, wanted.role)
            connection.execute(f"ALTER ROLE {wanted.role} PASSWORD ?", (digest,))
        _take_out(connection, wanted.role)
        _allow(connection, wanted)
        return made


def _allow(connection: ServerConnection, wanted: Grant) -> None:
    connection.execute(f"GRANT kkmp_{wanted.kind} TO {wanted.role}")
    _note(connection, wanted)


def _note(connection: ServerConnection, wanted: Grant) -> None:
    sql = "INSERT INTO hak VALUES (?, ?, ?, ?)"
    connection.execute(sql, (wanted.role, wanted.kind, wanted.everything, wanted.persons))
    rows = [(wanted.role, kota) for kota in wanted.kota]
    connection.executemany("INSERT INTO hak_kota VALUES (?, ?)", rows)


def _refuse(wanted: Grant) -> None:
    """Raises Refused for a name that is none, and an officer of nowhere."""
    if not _NAME.fullmatch(wanted.role) or wanted.role.startswith(("kkmp_", "pg_")):
        raise Refused(
            f"Nama peran `{wanted.role}` tidak dapat dipakai.",
            "Pakai huruf kecil, angka dan garis bawah, misalnya petugas_jakpus.",
        )
    if wanted.kind == OFFICER and not wanted.kota:
        raise Refused(
            "Kota petugas itu belum disebut.", "Tambahkan --kota, misalnya --kota jakpus."
        )


def revoke(server: PostgresqlServer, role: str) -> None:
    """Takes every right on the register from a role, which stays a role of the server. Raises
    Refused where it has none, and for the last administrator.
    """
    with server.administering() as connection:
        present = {one.role: one for one in listed(connection)}
        if role not in present:
            names = ", ".join(present)
            raise Refused(f"Peran `{role}` tidak punya hak di register ini.", f"Yang ada: {names}.")
        if [one.role for one in present.values() if one.kind == ADMIN] == [role]:
            raise Refused(
                f"`{role}` satu-satunya pengelola register ini.", "Angkat pengelola lain dahulu."
            )
        _take_out(connection, role)


def grants(server: PostgresqlServer) -> list[Grant]:
    """Every role with a right, by name. Raises Unusable."""
    with server.administering() as connection:
        return listed(connection)


def allow_again(connection: ServerConnection, several: Sequence[Grant]) -> None:
    """What roles were allowed in a register that another one replaces; they are in their groups."""
    for one in several:
        connection.execute("DELETE FROM hak WHERE peran = ?", (one.role,))
        _note(connection, one)


def listed(connection: ServerConnection) -> list[Grant]:
    """Every role with a right, by name; inside a transaction."""
    kota: dict[str, list[str]] = {}
    for role, code in connection.execute("SELECT peran, kota FROM hak_kota ORDER BY peran, kota"):
        kota.setdefault(role, []).append(code)
    rows = connection.execute("SELECT peran, jenis, semua, pribadi FROM hak ORDER BY peran")
    return [Grant(role, kind, kota.get(role, ()), *more) for role, kind, *more in rows]


def _exists(connection: ServerConnection, role: str) -> bool:
    sql = "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)"
    return bool(connection.execute(sql, (role,)).fetchone()[0])


def _take_out(connection: ServerConnection, role: str) -> None:
    """What a role was allowed; nothing where it was nothing."""
    connection.execute("DELETE FROM hak WHERE peran = ?", (role,))
    if _exists(connection, role):
        for kind in KINDS:
            connection.execute(f"REVOKE kkmp_{kind} FROM {role}")
