"""The number of a run, and other counting numbers, as typed."""

from __future__ import annotations

from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing.excerpt import short

_RUN = "Nomor pekerjaan"


def read_run(text: str | None, what: str = _RUN) -> int | None:
    """A number from 1 on; None where nothing was typed. Raises BadUsage, Refused."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise BadUsage(f"{what} `{short(text)}` bukan angka.", _remedy(what))
    if int(text) == 0:
        raise Refused(f"{what} paling sedikit 1.", _remedy(what))
    return int(text)


def _remedy(what: str) -> str:
    if what == _RUN:
        return Advice("Lihat nomornya: {}", Command("history"))
    return f"Isi {what} dengan angka, misalnya {what} 5."
