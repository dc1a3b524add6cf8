"""What became of a commit whose answer never came.

The unit that wrote holds the lock of the chain until it has ended, one way or the other; who gets
that lock after it sees what counts. Never enters: what was written.
"""

from __future__ import annotations

import time
from contextlib import closing

from kkmp_cli.errors import Advice, Command, Uncertain, Unusable
from kkmp_cli.model.run import Head
from kkmp_cli.register.location import APPLICATION_ID
from kkmp_cli.register.server.address import Address
from kkmp_cli.register.server.driver import ServerConnection

_BREATH = 0.25
"""Seconds between two tries."""
_ENDED = f"SELECT pg_advisory_xact_lock_shared({APPLICATION_ID})"
_RECORDED = "SELECT count(*) FROM runs WHERE id = ? AND intisari = ?"


def find(address: Address, head: Head, patience: float) -> bool | None:
    """Whether a run is recorded, asked over new connections for some seconds; None where that
    cannot be found out.
    """
    until = time.monotonic() + patience
    while True:
        try:
            return _recorded(address, head)
        except Unusable:
            if time.monotonic() >= until:
                return None
            time.sleep(_BREATH)


def _recorded(address: Address, head: Head) -> bool:
    with closing(ServerConnection(address)) as connection:
        connection.later("BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY")
        connection.later(_ENDED)
        ((found,),) = connection.execute(_RECORDED, (head.run, head.digest))
        return bool(found)


def unknown(at: str, head: Head | None = None) -> Uncertain:
    """Nobody knows; how to find out, by what `history` prints behind a run."""
    if head is None:
        remedy = "Sesudah tersambung lagi, ulangi perintahnya; yang sudah tersimpan tidak berubah."
    else:
        remedy = Advice(
            "Sesudah tersambung lagi, jalankan `{}`. Bila di situ tertulis [{}], sudah tersimpan;"
            " bila tidak, ulangi perintahnya.",
            Command("history", "--run", head.run),
            head.short,
        )
    return Uncertain(f"Sambungan ke {at} terputus waktu menyimpan: belum tentu tersimpan.", remedy)
