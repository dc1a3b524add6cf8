"""The number of a run, and other counting numbers, as typed."""

from __future__ import annotations

from kkmp_cli.errors import Advice, BadUsage, Command, Refused

_REMEDY = Advice("Lihat `{}`.", Command("history"))


def read_run(text: str | None, what: str = "Nomor pekerjaan") -> int | None:
    """A number from 1 on; None where nothing was typed. Raises BadUsage, Refused."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise BadUsage(f"{what} berupa bilangan.", _REMEDY)
    if int(text) == 0:
        raise Refused(f"{what} paling sedikit 1.", _REMEDY)
    return int(text)
