"""The letterhead of a packet and who signs it, from what the office has set; dots to be written on
where it has not. Never enters: a figure.
"""

from __future__ import annotations

import re
from datetime import datetime

from kkmp_cli.model.office import Office, Signatory
from kkmp_cli.parsing import dates
from kkmp_cli.render.document import Document, Letterhead, Signature
from kkmp_cli.settings import JAKARTA

REPORTS, TAKES_NOTE = "Yang melaporkan", "Mengetahui"
DOTS = "." * 24
"""To be written on."""
_NIP = re.compile(r"(\d{8})(\d{6})(\d)(\d{3})")


def with_letterhead(document: Document, office: Office, printed_at: datetime) -> Document:
    """The document under the letterhead of an office, to be signed on the day of printing."""
    head = Letterhead(office.above, office.name, office.below)
    return document._replace(
        letterhead=head if any(head) else None, signatures=signatures(office, printed_at)
    )


def signatures(office: Office, printed_at: datetime) -> tuple[Signature, ...]:
    """Who takes note on the left, who reports on the right, under place and day."""
    day = dates.show(printed_at.astimezone(JAKARTA).date())
    place = f"{office.place or DOTS}, {day}"
    return _signature(TAKES_NOTE, office.witness), _signature(REPORTS, office.signer, place)


def _signature(role: str, official: Signatory, place: str = "") -> Signature:
    return Signature(role, place, official.position, official.name, _grouped(official.number))


def _grouped(number: str) -> str:
    """A NIP as it is printed: `19700101 199503 1 001`."""
    return _NIP.sub(r"\1 \2 \3 \4", number)
