"""Names of files out of names of places: such that every file system takes them, and no two of a
folder are one. Never enters: a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

_MOST = 120
"""Bytes that a name of a place keeps: what is put before it, after it and beside it while it is
written still makes a name that a file system takes.
"""


def safe(name: str, otherwise: str) -> str:
    """A name without what a file system has a use for; `otherwise` where nothing is left."""
    words = " ".join(re.sub(r"[^\w .()\-]+", " ", name).split())
    kept = words.encode(errors="ignore")[:_MOST].decode(errors="ignore").strip(" .")
    return f"_{kept}" if _RESERVED.match(kept) else kept or otherwise


_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)")
"""What Windows takes for a device, whatever its extension and folder."""


def distinct(names: Mapping[str, str], otherwise: str) -> dict[str, str]:
    """A safe name for each key; with the key where the names of several would be one, on any file
    system.
    """
    made = {key: safe(name, otherwise) for key, name in names.items()}
    often = Counter(map(_as_file, made.values()))
    return {
        key: f"{name} ({key})" if often[_as_file(name)] > 1 else name for key, name in made.items()
    }


def _as_file(name: str) -> str:
    """By what file systems tell names apart that do not tell large from small letters."""
    return unicodedata.normalize("NFKC", name).casefold()
