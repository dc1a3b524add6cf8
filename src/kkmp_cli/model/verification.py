"""What came out when a packet was held against the register, as frozen values. Never enters: a
file, a register.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli.model.provenance import Origin
from kkmp_cli.model.run import Run

Place = tuple[str, ...]
"""Where a text stands, from the outside in."""


class TextDifference(NamedTuple):
    """A text as recorded, and another one that the packet has; None where there is none."""

    place: Place
    recorded: str | None
    printed: str | None


class Changed(NamedTuple):
    """A figure that would be another one today, and the runs that may have made it so."""

    place: Place
    then: str | None
    now: str | None
    runs: tuple[int, ...] = ()


class Verified(NamedTuple):
    """What came out: `compared` texts, of which `differences`; what has `changed` since by which
    `runs`, newest first; `since` is how many runs there are after that of the packet.
    """

    file: str
    kind: str
    origin: Origin
    run: int
    to_the_byte: bool
    compared: int = 0
    differences: Sequence[TextDifference] = ()
    changed: Sequence[Changed] = ()
    runs: Sequence[Run] = ()
    since: int = 0

    @property
    def same(self) -> bool:
        """True where the packet says what was recorded."""
        return not self.differences
