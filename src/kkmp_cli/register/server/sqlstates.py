"""What a server says went wrong, by its code and never by its text, as words for an officer.

Never enters: what was being written (the text of an error may carry it), a password.
"""

from __future__ import annotations

import psycopg

from kkmp_cli.errors import NOTHING_SAVED, Unusable
from kkmp_cli.register.location import Damaged, InUse

_AGAIN = "Tunggu sebentar, lalu ulangi perintahnya."
_ADMIN = "Minta pengelola register bersama memeriksanya."
_ADDRESS = "Periksa alamatnya di --db atau KKMP_DB."
_LESS = "Pecah berkasnya, atau pendekkan isinya."
_REASONS: tuple[tuple[str, type[Unusable], str, str], ...] = (
    ("55P03", InUse, f"Register {{at}} sedang dipakai petugas lain; {NOTHING_SAVED}.", _AGAIN),
    ("40", InUse, f"Register {{at}} sedang dipakai petugas lain; {NOTHING_SAVED}.", _AGAIN),
    ("57014", InUse, "Register {at} terlalu lama menjawab; tidak ada yang ditulis.", _AGAIN),
    ("42501", Unusable, "Peran Anda di {at} tidak boleh melakukan itu.", _ADMIN),
    ("28", Unusable, "{at} menolak nama atau kata sandi Anda.", _ADMIN),
    ("3D000", Unusable, "Basis data {at} tidak ada.", _ADDRESS),
    ("53100", Unusable, f"Disk server penuh; {NOTHING_SAVED}.", _ADMIN),
    ("53200", Unusable, f"Server {{at}} kehabisan memori; {NOTHING_SAVED}.", _AGAIN),
    ("53300", Unusable, "Server {at} penuh: terlalu banyak sambungan.", _AGAIN),
    ("53", Unusable, f"Server {{at}} kehabisan tempat; {NOTHING_SAVED}.", _ADMIN),
    ("54", Unusable, f"Isian perintah ini terlalu besar untuk {{at}}; {NOTHING_SAVED}.", _LESS),
    ("25006", Unusable, f"{{at}} hanya dapat dibaca; {NOTHING_SAVED}.", _ADMIN),
    ("25P03", Unusable, f"Server {{at}} tidak mau menunggu lebih lama; {NOTHING_SAVED}.", _AGAIN),
    ("22021", Damaged, "Ada huruf yang tidak dapat disimpan di server.", "Periksa isinya."),
    ("22P05", Damaged, "Ada huruf yang tidak dapat disimpan di server.", "Periksa isinya."),
    ("58", Unusable, f"Disk server {{at}} bermasalah; {NOTHING_SAVED}.", _ADMIN),
    ("XX", Damaged, "Register {at} rusak.", _ADMIN),
    ("57P03", Unusable, f"Server {{at}} sedang dimulai atau dihentikan; {NOTHING_SAVED}.", _AGAIN),
    ("57P", Unusable, f"Server {{at}} sedang dihentikan; {NOTHING_SAVED}.", _AGAIN),
    ("08", Unusable, f"Sambungan ke {{at}} terputus; {NOTHING_SAVED}.", _AGAIN),
)
"""Codes by their beginning, the first that fits."""


def refusal(error: psycopg.Error, at: str) -> Exception:
    """The error in words; the error itself where what was asked was wrong, a fault of ours."""
    code = error.sqlstate or ("08" if isinstance(error, psycopg.OperationalError) else "")
    for begin, kind, message, remedy in _REASONS:
        if code.startswith(begin):
            return kind(message.replace("{at}", at), remedy)
    return error
