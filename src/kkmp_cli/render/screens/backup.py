"""What is in a backup, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.register.restoring import Contents


def contents(register: Contents) -> str:
    """`44 koperasi, 12 run, terakhir 10 Maret 2026 14.05 WIB`."""
    last = "belum ada riwayat"
    if register.last:
        utc = datetime.fromisoformat(register.last.replace("Z", "+00:00"))
        moment = utc.astimezone(settings.JAKARTA)
        last = f"{register.runs} pekerjaan, terakhir {dates.show(moment.date())} {moment:%H.%M} WIB"
    return f"{show(register.cooperatives)} koperasi, {last}"
