"""Words and signs of state (`ada`, `√`, `blm`) and those that say nothing, by fixed tables.

Never enters: a date, what a word means at one milestone alone.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BELUM, BERHENTI, PROSES, SUDAH, TERKENDALA

CLEAR = "(kosongkan)"
"""What a cell holds to return its field to nothing known."""

_WORDS = {
    SUDAH: "sudah|sdh|udah|ada|ya|iya|y|yes|v|✓|✔|√|☑|✅|🗸|selesai|terbit|lengkap|1|true|benar|ok|"
    "oke|punya|telah|sudah ada|sudah terbit|sudah selesai|sudah lengkap|sudah punya|sudah jadi|"
    "sudah dilaksanakan|sudah rat|sudah berjalan|sudah beroperasi|sudah operasional|sudah buka|"
    "telah terbit|telah selesai|telah dilaksanakan|terlaksana|dilaksanakan|berjalan|beroperasi|"
    "operasional|buka|jalan|sudah jalan|sudah berjalan lancar|berjalan lancar|telah berjalan|"
    "telah beroperasi|telah ada|aktif|sudah aktif|rampung|sudah rampung|tuntas|sudah tuntas|"
    "dibuka|sudah dibuka|memiliki|sudah memiliki|dibuat|sudah dibuat|diterbitkan|"
    "sudah diterbitkan|sudah terlaksana|sudah mulai",
    PROSES: "proses|diajukan|dalam pengurusan|dalam proses|sedang proses|sedang diproses|diproses|"
    "on proses|on process|masih proses|pengajuan|sedang diajukan|dalam pengajuan|proses pengajuan|"
    "sudah diajukan|pengurusan|sedang diurus|diurus|proses pengurusan|sedang dalam proses|"
    "masih dalam proses|berproses|on progress|progress|progres|masih diurus|masih diproses|"
    "persiapan|dalam persiapan|sedang persiapan|masih persiapan|"
    "dalam pembangunan|sedang dibangun|tahap pembangunan",
    TERKENDALA: "terkendala|tertunda|ditolak|terhambat|ditunda|dikembalikan|bermasalah|macet|"
    "ada kendala",
    BELUM: "belum|blm|tidak|tdk|0|kosong|no|false|salah|belum ada|tidak ada|tdk ada|blm ada|"
    "belum terbit|belum selesai|belum lengkap|belum punya|tidak punya|belum dilaksanakan|"
    "belum rat|belum berjalan|belum beroperasi|belum operasional|tidak beroperasi|tidak berjalan|"
    "belum buka|nihil|belum berusaha|belum diurus|belum diproses|belum diajukan|belum mengajukan|"
    "belum dibuka|belum jalan|belum dibuat|belum memiliki|tidak memiliki|belum mulai|"
    "belum terlaksana|belum diterbitkan|belum rampung|belum tuntas|belum aktif",
    BERHENTI: "berhenti|tutup|sudah tutup|sudah berhenti|berhenti beroperasi|berhenti usaha|"
    "tidak beroperasi lagi|berhenti sejak|tutup sejak|berhenti usaha sejak|"
    "berhenti beroperasi sejak",
}
STATE_OF = {word: state for state, words in _WORDS.items() for word in words.split("|")}
"""A word or sign in small letters → the state that it says."""
_SHORT = {"sdh": "sudah", "udah": "sudah", "blm": "belum"}
_SHORT |= {"tdk": "tidak", "dlm": "dalam", "sdg": "sedang"}
_SIGNS = "|-|--|–|—|n/a|na|?|??|...|…|null|tidak diketahui|tidak tahu|belum ada data|tidak ada data"
_NOTHING = frozenset(_SIGNS.split("|"))
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d+))?\s*%", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]{3,}")


def plain_words(text: str) -> str:
    """A text in small letters, abbreviations written out, without the signs at its ends."""
    words = text.replace("_", " ").casefold().strip(" .,;!()[]\"'").split()
    return " ".join(_SHORT.get(word, word) for word in words)


def state_of(words: str) -> str | None:
    """The state that these plain words say, or a percentage; None for any others."""
    if match := _PERCENT.fullmatch(words):
        return _state_of_percent(float(f"{match[1]}.{match[2] or 0}"))
    return STATE_OF.get(words)


def _state_of_percent(percent: float) -> str | None:
    """All of it is `sudah`, nothing `belum`, a part `proses`."""
    if percent > 100:
        return None
    return SUDAH if percent == 100 else PROSES if percent else BELUM


def tells_only_a_state(text: str) -> bool:
    """True for a word or sign of state alone (`ada`, `√`, `belum ada`), which is no name."""
    return plain_words(text) in STATE_OF


def holds_a_state(text: str) -> bool:
    """True where a word of state stands among others: `proses AHU 2025` is no number."""
    return any(word in STATE_OF for word in _LETTERS.findall(text.casefold()))


def refuse_state(text: str, what: str = "") -> str:
    """The text itself; raises CellError where it is only a word of state, and no name of `what`."""
    if tells_only_a_state(text):
        raise CellError(
            f"`{text}` adalah keadaan, bukan nama {what}".rstrip(),
            "Tulis namanya, atau kosongkan selnya; bila kolom ini berisi keadaan, pakai --map.",
        )
    return text


def refuse_doubt(text: str) -> str:
    """The text itself; raises CellError where it is put in question: `sembako?` is no `sembako`."""
    if "?" in text:
        raise CellError(
            "bertanda tanya, jadi tidak pasti",
            "Tulis tanpa tanda tanya bila pasti; bila tidak, kosongkan.",
        )
    return text


def says_none(text: str) -> bool:
    """True for a word that says that there is none of a list: `belum ada`, `nihil`."""
    return STATE_OF.get(plain_words(text)) == BELUM


def states_nothing(text: str) -> bool:
    """True for the signs that say nothing: an empty cell, `-`, `n/a`, `?`."""
    return text.casefold() in _NOTHING


_PILOT = frozenset(("pilot", "pilot project", "percontohan"))


def read_yes_no(text: str) -> str:
    """`ya` or `tidak`. Raises CellError for anything else."""
    state = STATE_OF.get(plain_words(text))
    if state not in (SUDAH, BELUM):
        raise CellError("bukan ya atau tidak", "Tulis ya atau tidak.")
    return "ya" if state == SUDAH else "tidak"


def read_pilot(text: str) -> str:
    """`ya` or `tidak` of a pilot, which may say its name. Raises CellError for anything else."""
    return "ya" if plain_words(text) in _PILOT else read_yes_no(text)
