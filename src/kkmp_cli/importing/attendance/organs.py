"""A jabatan → the organ of a cooperative, by its leading words. Never enters: who holds it."""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.parsing.text import match_key

PENGURUS, PENGAWAS = "pengurus", "pengawas"
ORGANS = (PENGURUS, PENGAWAS)

_LEADING = {
    PENGURUS: "pengurus|ketua|wakil|wakil ketua|wkl ketua|wk ketua|waka|wakabid|sekretaris|"
    "sekertaris|sekr|wakil sekretaris|bendahara|bend|wakil bendahara|anggota pengurus|"
    "badan pengurus|manajer|pengelola",
    PENGAWAS: "pengawas|lurah|kepala desa|kades|anggota pengawas|badan pengawas",
}
_ORGAN_OF = {
    match_key(words): organ for organ, listed in _LEADING.items() for words in listed.split("|")
}
_LONGEST = 2
"""So many leading words are asked."""
_ACTING = frozenset(("plt", "plh", "pj", "pjs"))
_BODIES = (
    "lurah|kelurahan|desa|camat|kecamatan|rt|rw|lmk|lpmk|dekel|pkk|posyandu|karang|forum|dinas|"
    "sudin|fkdm|bpd"
)
_ELSEWHERE = frozenset(_BODIES.split("|"))
"""Behind a jabatan these tell of another body: `Ketua RW 05`, `Sekretaris Kelurahan`."""
_OTHERS = (
    "narasumber|narsum|pemateri|pembicara|instruktur|fasilitator|moderator|panitia|mc|notulis|"
    "pendamping|undangan|tamu|peninjau|dokumentasi|pmo|ba"
)
_GUESTS = frozenset(_OTHERS.split("|"))
"""Who is at a training beside those of the cooperatives."""
_OURS = frozenset(("koperasi", "kkmp", "kdmp", "pengurus"))
_WORDS = re.compile(r"[^\W\d_]+")


NOT_COUNTED = "tidak"
"""What says of a jabatan that nobody who holds it is counted."""
BLANK = "(kosong)"
"""The jabatan of who has none."""


def jabatan_key(jabatan: str) -> str:
    """The key under which two spellings are one jabatan; of none that of `BLANK`."""
    return match_key(jabatan) or match_key(BLANK)


def is_guest(jabatan: str) -> bool:
    """True for `Narasumber`, `Ketua RW 05`, `Staf Sudin`: plainly none of a cooperative."""
    words = {*_WORDS.findall(jabatan.casefold())}
    return bool(words & (_GUESTS | _ELSEWHERE)) and _organ(jabatan) is None


def is_known(jabatan: str) -> bool:
    """True for a jabatan whose organ is known."""
    return _organ(jabatan) is not None


def organ_of(jabatan: str) -> str:
    """`Wakil Ketua Bid. Usaha` → pengurus, `Ketua Pengawas` → pengawas. Raises CellError."""
    organ = _organ(jabatan)
    if organ is None:
        remedy = "Tulis misalnya ketua, sekretaris, bendahara, lurah, pengurus."
        raise CellError("jabatan ini tidak dikenal", remedy)
    return organ


def _organ(jabatan: str) -> str | None:
    words = [word for word in _WORDS.findall(jabatan.casefold()) if word not in _ACTING]
    if PENGAWAS in words:
        return PENGAWAS
    for count in range(_LONGEST, 0, -1):
        organ = _ORGAN_OF.get("".join(words[:count]))
        ours = _OURS & set(words) or not _ELSEWHERE & set(words[count:])
        if organ == PENGAWAS or (organ and ours):
            return organ
    return PENGURUS if PENGURUS in words else None
