"""What a server says went wrong, by its code and never by its text, as words for an officer.

Never enters: what was being written (the text of an error may carry it), a password.
"""

from __future__ import annotations

import psycopg

from kkmp_cli.errors import Unusable
from kkmp_cli.register.location import Damaged, InUse

_AGAIN = "Tunggu sebentar, lalu ulangi perintahnya."
_ADMIN = "Minta pengelola register bersama memeriksanya."
_REASONS: tuple[tuple[str, type[Unusable], str, str], ...] = (
    ("55P03", InUse, "Register {at} sedang dipakai petugas lain.", _AGAIN),
    ("40P01", InUse, "Register {at} sedang dipakai petugas lain.", _AGAIN),
    ("40001", InUse, "Register {at} sedang dipakai petugas lain.", _AGAIN),
    ("57014", InUse, "Register {at} terlalu lama menjawab; tidak ada yang ditulis.", _AGAIN),
    ("42501", Unusable, "Peran Anda di {at} tidak boleh melakukan itu.", _ADMIN),
    ("28", Unusable, "{at} menolak nama atau kata sandi Anda.", _ADMIN),
    ("3D000", Unusable, "Basis data {at} tidak ada.", "Periksa alamatnya di --db atau KKMP_DB."),
    ("53100", Unusable, "Disk server penuh; tidak ada yang tersimpan.", _ADMIN),
    ("25006", Unusable, "{at} hanya dapat dibaca.", _ADMIN),
    ("22021", Damaged, "Ada huruf yang tidak dapat disimpan di server.", "Periksa isinya."),
    ("XX", Damaged, "Register {at} rusak.", _ADMIN),
    ("57P", Unusable, "Server {at} sedang dihentikan; tidak ada yang tersimpan.", _AGAIN),
    ("53", Unusable, "Server {at} kehabisan tempat atau sambungan.", _AGAIN),
    ("08", Unusable, "Sambungan ke {at} terputus; tidak ada yang tersimpan.", _AGAIN),
)
"""Codes by their beginning, the first that fits."""


def refusal(error: psycopg.Error, at: str) -> Exception:
    """The error in words; the error itself where what was asked was wrong, a fault of ours."""
    code = error.sqlstate or ("08" if isinstance(error, psycopg.OperationalError) else "")
    for begin, kind, message, remedy in _REASONS:
        if code.startswith(begin):
            return kind(message.replace("{at}", at), remedy)
    return error
