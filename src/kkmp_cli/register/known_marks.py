"""The marks of known rows as they are stored: each sealed to its cooperative, so that one that was
moved or changed is noticed.

Never enters: what a mark is made of (`importing.known_rows`).
"""

from __future__ import annotations

from hashlib import sha256

SEAL = 8
"""The bytes of a seal, behind the mark."""


def sealed(key: int, mark: bytes) -> bytes:
    """A mark as it is stored for a cooperative."""
    return mark + sha256(b"%d:%b" % (key, mark)).digest()[:SEAL]


def holds(key: int, stored: object) -> bool:
    """True for what was stored for this cooperative."""
    return isinstance(stored, bytes) and sealed(key, stored[:-SEAL]) == stored
