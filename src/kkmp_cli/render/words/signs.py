"""The signs by which states are told apart without colour, and the shortest words for milestones.

Never enters: a colour, a width.
"""

from __future__ import annotations

from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.parsing import dates
from kkmp_cli.reports.counting import NOT_OWED

SIGNS = {
    SUDAH: "●",
    PROSES: "◐",
    TERKENDALA: "▲",
    BELUM: "○",
    BERHENTI: "■",
    UNKNOWN: "·",
    NOT_OWED: "/",
}
"""In the order in which they are counted and explained."""
IN_ASCII = str.maketrans("●◐▲○■·", "#~!ox.")
"""The same for a screen that knows no others."""
_HEADS = {"musyawarah": "Musy.", "sk_kemenkop": "SK", "rekening": "Rek.", "usaha": "Usaha"}


def head(code: str, label: str) -> str:
    """A milestone in one short word."""
    return _HEADS.get(code) or label.split()[0]


def month(day: str) -> tuple[str, str]:
    """`2025-08-15` → `Agu 25` and, shorter still, `8/25`; a year alone stays one."""
    year, _, rest = day.partition("-")
    if not rest:
        return year, year
    number = int(rest[:2])
    return f"{dates.MONTHS[number - 1][:3]} {year[2:]}", f"{number}/{year[2:]}"
