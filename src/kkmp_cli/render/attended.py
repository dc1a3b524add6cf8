"""Who came to a training, as it is recorded, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kkmp_cli.numbers import show

ORGANS = ("pengurus", "pengawas")


def recorded(row: Mapping[str, Any]) -> str:
    """A recorded attendance: `hadir (2 pengurus)`, `hadir`."""
    counts = ", ".join(f"{show(row[organ])} {organ}" for organ in ORGANS if row[organ] is not None)
    return f"hadir ({counts})" if counts else "hadir"
