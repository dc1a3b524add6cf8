"""Who may read and write what of a register on a server, held by the database itself: groups, row
level security, and one function that refuses a run about what is not the officer's.

Never enters: how a row is made, a password but as the digest that the server keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

READER, OFFICER, ADMIN = "pembaca", "petugas", "pengelola"
KINDS = (READER, OFFICER, ADMIN)
"""What a role can be."""
_SQL = Path(__file__).with_suffix(".sql")

_MINE = "IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)"
_MY_AREAS = (
    "IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5)"
    " WHERE k.peran = session_user)"
)
_SEES_ALL = "(SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua))"
_SEES_PERSONS = "(SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi))"
_OFFICER = (
    "(SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas'))"
)
_CONCERNED = (
    f"(kota {_MINE} OR (kota IS NULL AND koperasi IS NOT NULL AND NOT EXISTS (SELECT FROM"
    f" unnest(string_to_array(koperasi, ';')::bigint[]) x WHERE NOT x {_MY_AREAS})))"
)


class Access(NamedTuple):
    """Whose rows of a table may be read, and whose written, as conditions of SQL; None for nobody's
    but the administrator's.
    """

    read: str
    write: str | None


def _owned(column: str) -> Access:
    mine = f"{column} {_MY_AREAS}"
    return Access(f"({_SEES_ALL} OR {mine})", mine)


_OF_PERSONS = f"({_SEES_PERSONS} AND ({_SEES_ALL} OR cooperative_id {_MY_AREAS}))"
_OF_KOTA = Access(f"({_SEES_ALL} OR kota IS NULL OR kota {_MINE})", f"kota {_MINE}")
_ALL = Access("true", None)
ACCESS: dict[str, Access] = {
    "cooperatives": _owned("id"),
    **{
        table: _owned("cooperative_id")
        for table in ("milestones", "field_values", "checkpoints", "fingerprints", "attendances")
    },
    "contacts": Access(_OF_PERSONS, f"cooperative_id {_MY_AREAS}"),
    "personal_values": Access(_OF_PERSONS, _OF_PERSONS),
    "trainings": _OF_KOTA,
    "targets": _OF_KOTA,
    "figures": _OF_KOTA,
    "followups": Access(f"({_SEES_ALL} OR {_CONCERNED})", _CONCERNED),
    **dict.fromkeys(("headings", "imported_files", "file_answers"), Access("true", "true")),
    "aliases": Access("true", f"substr(kode, 1, 5) {_MINE}"),
}
"""The tables that a role sees in part, or writes; every other one is read by all and written by the
administrator alone.
"""
_EVENTS = (
    f"({_SEES_ALL} OR entitas NOT IN ('koperasi', 'sel') OR subjek {_MY_AREAS})",
    f"run < 0 AND {_OFFICER}",
)


def groups() -> Iterator[str]:
    """The groups of the server, which registers of other databases there may share."""
    for kind in KINDS:
        yield (
            f"DO $$BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kkmp_{kind}')"
            f" THEN CREATE ROLE kkmp_{kind} NOLOGIN; END IF; END$$"
        )


def functions() -> Iterator[str]:
    """The tables and functions by which the database knows who may do what."""
    yield from (statement.strip() for statement in _SQL.read_text("utf-8").split("\n--;\n"))


def privileges(tables: Iterable[str], views: Iterable[str]) -> Iterator[str]:
    """What the groups may do, table by table."""
    everyone = "kkmp_pembaca, kkmp_petugas"
    yield f"GRANT USAGE ON SCHEMA kkmp TO {everyone}"
    yield f"GRANT SELECT ON {', '.join(('hak', 'hak_kota', *views))} TO {everyone}"
    yield "GRANT USAGE ON ALL SEQUENCES IN SCHEMA kkmp TO kkmp_petugas"
    yield "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA kkmp FROM PUBLIC"
    yield (
        "GRANT EXECUTE ON FUNCTION catat, boleh, milik_saya, kota_dari, tolak_bukan_haknya"
        f" TO {everyone}"
    )
    for table in tables:
        yield f"GRANT SELECT ON {table} TO {everyone}"
        yield from _of_table(table)


def _of_table(table: str) -> Iterator[str]:
    if table == "events":
        read, write = _EVENTS
        yield "GRANT INSERT ON events TO kkmp_petugas"
        yield "ALTER TABLE events ENABLE ROW LEVEL SECURITY"
        yield f"CREATE POLICY baca ON events FOR SELECT USING {read}"
        yield f"CREATE POLICY catat ON events FOR INSERT WITH CHECK ({write})"
        return
    access = ACCESS.get(table, _ALL)
    if access is _ALL:
        return
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"CREATE POLICY baca ON {table} FOR SELECT USING ({access.read})"
    if access.write:
        write = f"{_OFFICER} AND ({access.write})"
        yield f"GRANT INSERT, UPDATE, DELETE ON {table} TO kkmp_petugas"
        yield f"CREATE POLICY tambah ON {table} FOR INSERT WITH CHECK ({write})"
        yield f"CREATE POLICY ubah ON {table} FOR UPDATE USING ({write})"
        yield f"CREATE POLICY hapus ON {table} FOR DELETE USING ({write})"
