"""Whose room a gerai stands in: words ↔ `gerai_jenis`. Never enters: whether there is a gerai."""

from __future__ import annotations

import re
from functools import partial

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.state_words import plain_words

_WORDS = {
    "milik_sendiri": "milik sendiri|milik koperasi|milik kkmp|punya sendiri|gedung sendiri|"
    "bangunan sendiri|aset koperasi",
    "sewa": "sewa|menyewa|disewa|kontrak|mengontrak|kontrakan",
    "pinjam": "pinjam|pinjam pakai|pinjaman|meminjam|dipinjami|dipinjamkan|menumpang|numpang|"
    "pos rw|pos rt|sekretariat rw|balai rw|balai warga|aula kelurahan|kantor kelurahan|"
    "kantor lurah|kantor rw|kantor kecamatan|rptra|rumah ketua|rumah pengurus|rumah warga",
    "hibah": "hibah|dihibahkan|hibah pemda|hibah pemprov|hibah warga",
    "bangunan_program": "bangunan program|gedung program|gerai program|bangunan pemerintah",
    "lainnya": "lainnya|lain lain|lain-lain",
}
KINDS = tuple(_WORDS)
"""Every `gerai_jenis`, in the order in which they are offered."""
_FILLING = frozenset(("di", "ke", "tempat", "ruko", "kios", "ruang", "ruangan", "dengan", "status"))
_OWNERS = frozenset(("rw", "rt", "warga", "kelurahan", "pemda", "pemprov", "pemkot", "masjid"))
"""Whose the room is, behind the word that says how it is had: `pinjam tempat RW`."""
_PATTERNS = {kind: f"(?:{words})(?: (?:{words}))*" for kind, words in _WORDS.items()}
_FIRST = frozenset(words.split()[0] for listed in _WORDS.values() for words in listed.split("|"))
"""With which of their words any kind begins."""


def kind_of(words: str) -> str | None:
    """The kind that plain words say (`sewa ruko`, `menumpang di pos rw`); None for any others."""
    bare = [word for word in words.split() if word not in _FILLING]
    first = [word for word in bare if word not in _OWNERS]
    texts = [" ".join(one) for one in (bare, first) if one and one[0] in _FIRST]
    return next((kind for kind in KINDS if any(map(partial(_says, kind), texts))), None)


def _says(kind: str, text: str) -> bool:
    return re.fullmatch(_PATTERNS[kind], text) is not None


def read_kind(text: str) -> str:
    """One of `KINDS`. Raises CellError for other words."""
    kind = kind_of(plain_words(text))
    if kind is None:
        raise CellError("bukan jenis tempat gerai yang dikenal", f"Tulis {', '.join(KINDS)}.")
    return kind
