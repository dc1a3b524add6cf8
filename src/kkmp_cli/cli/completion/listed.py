"""The words that a help lists as those that may be typed. Never enters: whose help it is."""

from __future__ import annotations

import re
from collections.abc import Sequence


def choices(about: str) -> Sequence[str]:
    """The words that a help lists: `terminal, json atau csv.`; nothing where it lists none."""
    parts = re.split(r", | atau ", about.rpartition(": ")[2].rstrip("."))
    words = [re.fullmatch(r"([a-z_]+)(?: [A-Z]+)?", part.strip()) for part in parts]
    return [word[1] for word in words if word] if sum(map(bool, words)) > 1 else []
