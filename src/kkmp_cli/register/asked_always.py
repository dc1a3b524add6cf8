"""The questions that nearly every command puts first: settings and fields of the office, the names
of kota, the spellings.

Never enters: what the answers mean.
"""

from __future__ import annotations

from kkmp_cli.register.declared_fields import ALL

ALIASES = "SELECT kode, alias FROM aliases ORDER BY kode, alias"
KOTA_NAMES = "SELECT substr(kode, 1, 5) AS k, min(kota) FROM areas GROUP BY k ORDER BY k"
SETTINGS = "SELECT id, kunci, nilai FROM settings ORDER BY id"
ASKED_ALWAYS = (ALL, KOTA_NAMES, ALIASES, SETTINGS)
