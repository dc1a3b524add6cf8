"""The values of a report in JSON, each under its path; where a list has things with a key, that
stands for their place.

Never enters: by what the file says it was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kkmp_cli.actions.packet_text.outline import Outline, Texts
from kkmp_cli.errors import Unusable

_OWN = frozenset(("asal", "kepala"))
_KEYS = ("kode", "id", "milestone", "indikator", "bidang", "kunci")


def texts(content: bytes) -> Texts:
    """By their paths. Raises Unusable for what is no object of JSON."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        raise Unusable("Berkas itu tidak dapat dibaca sebagai JSON.") from None
    if not isinstance(value, dict):
        raise Unusable("Berkas itu bukan laporan kkmp.")
    outline = Outline()
    for path, text in _leaves({key: one for key, one in value.items() if key not in _OWN}, ()):
        outline.add(path, text)
    return outline.texts


def _leaves(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict) and value:
        for key, one in value.items():
            yield from _leaves(one, (*path, str(key)))
    elif isinstance(value, list) and value:
        for at, one in enumerate(value):
            yield from _leaves(one, (*path, _name(one, at)))
    else:
        yield path, json.dumps(value, ensure_ascii=False)


def _name(value: Any, at: int) -> str:
    if isinstance(value, dict):
        for key in _KEYS:
            if value.get(key) is not None:
                return str(value[key])
    return str(at + 1)
