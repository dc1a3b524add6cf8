"""Why there is no connection to a server, in words. Here alone the text of an error is looked at,
for before a connection stands the driver hands out no code; what no text tells, a knock at the door
does.

Never enters: that text on a screen, a password.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import psycopg
from psycopg import conninfo, pq

from kkmp_cli.errors import NOTHING_SAVED, Unusable

_AGAIN = "Tunggu sebentar, lalu ulangi perintahnya."
_ADMIN = "Minta pengelola register bersama memeriksanya."
_ADDRESS = "Periksa alamatnya di --db atau KKMP_DB."
_SERVICE = "Periksa namanya, dan berkas yang ditunjuk PGSERVICEFILE."
_TRUST = "Periksa sslmode dan sslrootcert di alamatnya; sertifikatnya dari pengelola server."
_DIRECT = "Sambungkan langsung ke PostgreSQL (docs/kantor-bersama.md, bagian pgbouncer)."
_PASSWORD = (
    "{at} menolak nama atau kata sandi Anda.",
    "Periksa berkas yang ditunjuk PGPASSFILE (izinnya 0600), atau minta kata sandi baru dari"
    " pengelola.",
)
_STARTING = (f"Server {{at}} sedang dimulai atau dihentikan; {NOTHING_SAVED}.", _AGAIN)
_SILENT = (
    "Server {at} tidak dapat dihubungi.",
    "Periksa alamat dan jaringan komputer ini; bila itu baik, server sedang mati.",
)
_TEXTS: tuple[tuple[str, tuple[str, str]], ...] = (
    ("definition of service|service file", ("Service di {at} tidak ada.", _SERVICE)),
    (
        "failed to resolve host|translate host name|idna",
        ("Nama server {at} tidak dikenal.", _ADDRESS),
    ),
    ("starting up|shutting down|recovery mode|accepting connections$", _STARTING),
    ("too many|connection slots", ("Server {at} penuh: terlalu banyak sambungan.", _AGAIN)),
    (
        "unsupported startup parameter",
        ("{at} menolak pengaturan sambungan kkmp: itu pgbouncer, bukan PostgreSQL.", _DIRECT),
    ),
    ("no password supplied|password authentication failed|SASL", _PASSWORD),
    ("does not support SSL", ("Server {at} tidak melayani TLS yang diminta alamatnya.", _TRUST)),
    ("certificate|SSL error", ("Sertifikat TLS server {at} tidak dapat dipercaya.", _TRUST)),
    ("pg_hba.conf", ("Server {at} tidak menerima Anda dari komputer ini.", _ADMIN)),
    ('database "" does not exist|no such database', ("Basis data {at} tidak ada.", _ADDRESS)),
    ('role "" (does not exist|is not perm)', ("Peran di {at} tidak ada.", _ADMIN)),
    ("permission denied for database", ("Peran Anda tidak boleh masuk ke {at}.", _ADMIN)),
    ("invalid .*(value|number|option)", ("Pilihan di alamat {at} tidak dikenal.", _ADDRESS)),
    ("timeout expired", ("Server {at} tidak menjawab.", _SILENT[1])),
)
"""What an error says in part; the first that fits."""
_KNOCKED = {pq.Ping.REJECT: _STARTING, pq.Ping.OK: _PASSWORD}


def refusal(error: Exception, parts: Mapping[str, str], at: str) -> Unusable:
    """The error of a connection that did not come about."""
    text = re.sub('"[^"]*"', '""', str(error).strip())
    fitting = (words for pattern, words in _TEXTS if re.search(pattern, text, re.M))
    message, remedy = next(fitting, None) or _KNOCKED.get(_knock(parts), _SILENT)
    return Unusable(message.replace("{at}", at), remedy)


def _knock(parts: Mapping[str, str]) -> pq.Ping:
    """What a server answers to somebody who only asks whether it is there."""
    try:
        return pq.Ping(pq.PGconn.ping(conninfo.make_conninfo("", **parts).encode()))
    except (psycopg.Error, UnicodeError):
        return pq.Ping.NO_ATTEMPT
