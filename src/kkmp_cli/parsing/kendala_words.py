"""Why a milestone is stuck, and that nothing is in its way: text ↔ canonical kendala.

Never enters: the state that a kendala makes or leaves.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BELUM, OBSTACLES, SUDAH
from kkmp_cli.parsing.state_words import plain_words, refuse_doubt, state_of
from kkmp_cli.parsing.text import NOTE_LIMIT, clean, match_key, refuse_ktp

_OBSTACLE_WORDS = {
    match_key(word): category
    for category, words in {
        "modal": "belum ada modal|tidak ada modal|kurang modal|kekurangan modal|permodalan|"
        "modal kurang|modal usaha",
        "tempat": "belum ada tempat|tidak ada tempat|tempat belum ada|belum ada lokasi|"
        "tidak ada lokasi|lokasi|belum punya tempat|belum ada gerai|tempat usaha|"
        "belum dapat tempat",
        "sdm": "kurang sdm|pengurus kurang|sdm kurang|tidak ada sdm|belum ada sdm|"
        "pengurus tidak aktif|pengurus",
        "legalitas": "legalitas belum lengkap|berkas ditolak|dokumen belum lengkap|"
        "berkas belum lengkap|berkas",
        "anggota": "anggota kurang|kurang anggota|belum ada anggota|keanggotaan|anggota sedikit",
        "sistem": "sistem oss|oss error|gangguan sistem|sistem error|aplikasi|simkopdes",
        "lahan": "belum ada lahan|tidak ada lahan|izin lahan|lahan belum ada|perizinan|izin",
    }.items()
    for word in words.split("|")
}


_WHAT = "(?:kendala|hambatan|masalah|permasalahan)"
_NO_OBSTACLE = (
    r"[-–—]+|0|nol|nihil|kosong|aman(?: lancar)?|(?:berjalan |semua )?(?:lancar|baik)|normal|oke?"
    r"|no|none|tidak (?:terkendala|terhambat|bermasalah)"
    r"|(?:saat ini |sementara )?(?:(?:sudah )?tidak(?: ada| terdapat| punya)?|belum ada)(?: lagi)?"
    rf"(?: {_WHAT}(?: (?:lagi|saat ini|(?:yang )?berarti|apa ?pun))?)?"
    rf"|tanpa {_WHAT}|(?:{_WHAT} )?(?:sudah )?(?:teratasi|diatasi|selesai|tertangani|ditangani)"
)
"""That nothing is in the way, or no longer, in whole words."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_YES = frozenset(("ada", "ya", "iya", "yes"))


def says_no_obstacle(text: str) -> bool:
    """True for words that say that nothing is in the way: `tidak ada`, `nihil`, `aman`, `-`."""
    return re.fullmatch(_NO_OBSTACLE, plain_words(text)) is not None


def read_obstacle(text: str) -> str:
    """Why a milestone is stuck: `modal: kurang 20 juta`, by a fixed table, else `lainnya: …`.

    Raises CellError for a mark or a bare state, which says neither what is in the way nor that
    nothing is, and for what is only asked; behind a category a question is its text.
    """
    note = refuse_ktp(clean(text, None))
    head, _, rest = note.partition(":")
    category = head.strip().casefold()
    if category in OBSTACLES:
        return f"{category}: {clean(rest, NOTE_LIMIT)}" if rest.strip() else category
    refuse_doubt(note)
    if known := _OBSTACLE_WORDS.get(match_key(note)):
        return known
    if not _LETTERS.search(note) or _is_bare_state(note):
        raise CellError(
            "tidak jelas apa kendalanya",
            f"Tulis {', '.join(OBSTACLES)}, alasannya, atau tidak ada.",
        )
    return f"lainnya: {clean(note, NOTE_LIMIT)}"


def _is_bare_state(note: str) -> bool:
    words = plain_words(note)
    return state_of(words) in (SUDAH, BELUM) and words not in _YES


def split_obstacle(value: str) -> tuple[str, str | None]:
    """A canonical kendala → its category and its text or None."""
    category, _, note = value.partition(": ")
    return category, note or None
