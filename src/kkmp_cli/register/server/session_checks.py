"""What a session on a server must find before anything is asked of the register: its own settings
in force, a register, of the schema that this program writes.

Never enters: a connection.
"""

from __future__ import annotations

from kkmp_cli.errors import NOTHING_SAVED, Advice, Command, Unusable
from kkmp_cli.register.location import SCHEMA, Damaged

SCHEMA_NAME = "kkmp"
PATH = f"{SCHEMA_NAME},pg_temp"
"""Where the tables of a session are looked for."""
ALONE = "LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"
"""Waits for every unit, since each reads the version first, and keeps new ones waiting."""
OLDEST = 15
"""The oldest PostgreSQL that knows all that a register needs."""


def missing(at: str, path: str, there: bool) -> Unusable:
    """Why a session sees no register."""
    if path != PATH:
        return _unset(at)
    if there:
        return Unusable(
            f"Peran Anda belum diizinkan di register {at}.",
            Advice("Minta pengelolanya: {}", Command("server", "grant", "…")),
        )
    return Unusable(
        f"Di {at} belum ada register.",
        Advice("Yang mengelola server menyiapkannya: {}", Command("server", "init", "…")),
    )


def _unset(at: str) -> Unusable:
    return Unusable(
        f"Pengaturan sambungan kkmp tidak sampai ke server {at}: ada pgbouncer di antaranya.",
        "Sambungkan langsung ke PostgreSQL (docs/kantor-bersama.md, bagian pgbouncer).",
    )


def replaced(at: str) -> Unusable:
    """The register was replaced while somebody waited for it."""
    return Unusable(f"Register {at} baru saja diganti; {NOTHING_SAVED}.", "Ulangi perintahnya.")


def other_rights(at: str) -> Unusable:
    """Somebody changed what a role may while it wrote."""
    return Unusable(
        f"Hak Anda di {at} diubah sewaktu perintah ini berjalan; {NOTHING_SAVED}.",
        "Ulangi perintahnya.",
    )


def refuse_others(at: str, path: str, version: str) -> None:
    """Raises Unusable where the settings are not in force, or the schema is not today's."""
    if path != PATH:
        raise _unset(at)
    if not version.isdecimal():
        raise Damaged(f"Register {at} rusak.", "Minta pengelola register bersama memeriksanya.")
    refuse_newer(at, int(version), SCHEMA)
    if int(version) < SCHEMA:
        raise Unusable(
            f"Register {at} dari kkmp yang lebih lama.",
            Advice("Pengelolanya memperbaruinya: {}", Command("server", "init", "…")),
        )


def refuse_newer(at: str, version: int, wanted: int) -> None:
    """Raises Unusable where a register was made by a newer program."""
    if version > wanted:
        raise Unusable(
            f"Register {at} dibuat kkmp yang lebih baru.", "Pasang kkmp versi terbaru lalu ulangi."
        )


def refuse_server(at: str, version: int, encoding: str | None) -> None:
    """Raises Unusable for a server too old for a register, and a database of another encoding;
    `version` as the server counts, 150004 for 15.4.
    """
    if version // 10_000 < OLDEST:
        raise Unusable(
            f"Server {at} PostgreSQL {version // 10_000}; register memerlukan {OLDEST}.",
            f"Pakai PostgreSQL {OLDEST} atau yang lebih baru.",
        )
    if encoding != "UTF8":
        raise Unusable(
            f"Basis data {at} tidak ber-encoding UTF-8.",
            "Buat basis data lain: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
        )
