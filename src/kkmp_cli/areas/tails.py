"""The place behind the name of a kelurahan, as legal names have it: `Cideng Kecamatan Gambir`.

Such a tail is taken off only where it repeats the very kecamatan, kota or province of the area that
the rest names. Never enters: which area a name means (`index`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kkmp_cli.areas.kota import JAKARTA, JAKARTA_KEYS
from kkmp_cli.areas.spellings import place_key
from kkmp_cli.model.area import Area


def repeats_place(area: Area, tail: str, aliases: Iterable[str]) -> bool:
    """True where the key `tail` is the kecamatan, kota or province of an area, or several of them
    in this order; `aliases` are recorded ones of its kecamatan and kota.
    """
    others = {*map(place_key, aliases)}
    kecamatan = {"", place_key(area.kecamatan), *others}
    kota = {"", place_key(area.kota), *others}
    return bool(tail) and tail in _together(kecamatan, kota, {"", *_province(area)})


def _together(*names: Iterable[str]) -> Iterator[str]:
    return map("".join, product(*names))


def _province(area: Area) -> frozenset[str]:
    """The keys of the province; that of Jakarta has several names."""
    own = frozenset((place_key(area.provinsi),))
    return own | JAKARTA_KEYS if area.kode[:2] == JAKARTA[0] else own
