"""The fields that hold numbers, and how the canonical text of one becomes a number.

Never enters: a cooperative, a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kkmp_cli.model.own_field import JUMLAH, PERSEN, RUPIAH
from kkmp_cli.model.vocabulary import Vocabulary


def _percent(text: str) -> float:
    value = float(text.removesuffix("%"))
    return int(value) if value.is_integer() else value


NumberOf = Callable[[str], float]

_BUILT_IN: Mapping[str, NumberOf] = {"anggota": int, "lintang": float, "bujur": float}
_BY_KIND: Mapping[str, NumberOf] = {JUMLAH: int, RUPIAH: int, PERSEN: _percent}


def number_readers(vocabulary: Vocabulary) -> Mapping[str, NumberOf]:
    """What makes a number of a value, for each field of a register that holds numbers."""
    own = {one.key: _BY_KIND[one.kind] for one in vocabulary.own if one.kind in _BY_KIND}
    return {**_BUILT_IN, **own} if own else _BUILT_IN
