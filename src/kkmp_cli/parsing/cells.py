"""The text of one cell or option → a value in the register's own writing; or a `CellError` with a
remedy.

The canonical text that comes out is what the register keeps, what an export writes and what reads
back as itself. Words of state are read by a fixed table: nothing is guessed, nothing damaged is
repaired.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BELUM, BERHENTI, OBSTACLES, PROSES, SUDAH, TERKENDALA, Milestone
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import NAME_LIMIT, NOTE_LIMIT, clean, match_key, refuse_ktp

CLEAR = "(kosongkan)"
"""What a cell holds to return its field to nothing known."""

_WORDS = {
    SUDAH: (
        "sudah|sdh|udah|ada|ya|iya|y|yes|v|✓|✔|√|☑|✅|🗸|selesai|terbit|lengkap|1|true|benar|ok|oke|punya|telah|"
        "sudah ada|sudah terbit|sudah selesai|sudah lengkap|sudah punya|sudah jadi|sudah "
        "dilaksanakan|"
        "sudah rat|sudah berjalan|sudah beroperasi|sudah operasional|sudah buka|telah "
        "terbit|telah selesai|"
        "telah dilaksanakan|terlaksana|dilaksanakan|berjalan|beroperasi|operasional|buka"
    ),
    PROSES: (
        "proses|diajukan|dalam pengurusan|dalam proses|sedang proses|sedang "
        "diproses|diproses|on proses|"
        "on process|masih proses|pengajuan|sedang diajukan|dalam pengajuan|proses "
        "pengajuan|sudah diajukan|"
        "pengurusan|sedang diurus|diurus|proses pengurusan|sedang dalam proses|masih dalam "
        "proses|berproses"
    ),
    TERKENDALA: "terkendala|tertunda|ditolak|terhambat|ditunda|dikembalikan|bermasalah|macet|ada "
    "kendala",
    BELUM: (
        "belum|blm|tidak|tdk|0|kosong|no|false|salah|belum ada|tidak ada|tdk ada|blm "
        "ada|belum terbit|"
        "belum selesai|belum lengkap|belum punya|tidak punya|belum dilaksanakan|belum "
        "rat|belum berjalan|"
        "belum beroperasi|belum operasional|tidak beroperasi|tidak berjalan|belum "
        "buka|nihil|belum berusaha"
    ),
    BERHENTI: (
        "berhenti|tutup|sudah tutup|sudah berhenti|berhenti beroperasi|berhenti usaha|tidak "
        "beroperasi lagi|"
        "berhenti sejak|tutup sejak|berhenti usaha sejak|berhenti beroperasi sejak"
    ),
}
_STATE_OF = {word: state for state, words in _WORDS.items() for word in words.split("|")}
_SHORT = {
    "sdh": "sudah",
    "udah": "sudah",
    "blm": "belum",
    "tdk": "tidak",
    "dlm": "dalam",
    "sdg": "sedang",
}
_NOTHING = {
    "",
    "-",
    "--",
    "–",
    "—",
    "n/a",
    "na",
    "#n/a",
    "?",
    "??",
    "...",
    "…",
    "tidak diketahui",
    "tidak tahu",
    "belum ada data",
    "tidak ada data",
    "null",
}
_STATE_AND_DATE = re.compile(
    r"(?P<word>[^\d]+?)[\s,:(]+(?:(?:pada|per|sejak|tgl\.?|tanggal)\s+)*(?P<date>.*\d.*?)\)?"
)
_PROVED = re.compile(r"(?:(?:ada|sudah)[\s,(]+)?([^(),]+)\)?")
"""A word that says how a milestone was reached: `sewa`, `ada (sewa)`."""
SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.ASCII | re.IGNORECASE)
_AS_TEXT = re.compile(r"\A'+(?=\d)", re.ASCII)
SEPARATORS = re.compile(r"[\s.\-/_]+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,0+)?|\d+(?:,0+)?", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MAX_COUNT = 2**63 - 1


def tells_only_a_state(text: str) -> bool:
    """True for a word or sign of state alone (`ada`, `√`, `belum ada`), which is no name of
    anything.
    """
    return " ".join(text.casefold().split()).strip(".") in _STATE_OF


def holds_a_state(text: str) -> bool:
    """True where a word of state stands among others: `proses AHU 2025` is no number."""
    return any(word in _STATE_OF for word in _LETTERS.findall(text.casefold()))


def refuse_state(text: str, what: str = "") -> str:
    if tells_only_a_state(text):
        raise CellError(
            f"`{text}` adalah keadaan, bukan nama {what}".rstrip(),
            "Tulis namanya, atau kosongkan selnya; bila kolom ini berisi keadaan, pakai --map.",
        )
    return text


def states_nothing(text: str) -> bool:
    """True for the signs that say nothing: an empty cell, `-`, `n/a`, `?`."""
    return text.casefold() in _NOTHING


@lru_cache(maxsize=8_192)
def read_state(text: str, milestone: Milestone, today: date) -> str:
    """A milestone cell → `sudah`, a date (ISO, as precise as known), `berhenti 2026-01-10`,
    `proses`, ….

    Raises CellError for any other word, a date that cannot be or has not come, and `berhenti` where
    the milestone cannot stop.
    """
    lowered = " ".join(text.replace("_", " ").casefold().split()).strip(".")
    state, day_text = _stated(lowered, milestone), None
    if state is None and dates.is_date(text):
        state, day_text = SUDAH, text
    if state is None and (match := _STATE_AND_DATE.fullmatch(lowered)):
        state, day_text = _STATE_OF.get(match["word"].strip()), match["date"]
    if state is None or (day_text and state not in (SUDAH, BERHENTI)):
        raise _no_state(text, milestone)
    if state == BERHENTI and not milestone.stops:
        raise CellError(f"{milestone.label} tidak dapat berhenti", _state_remedy(milestone))
    if not day_text:
        return state
    plan = f"Rencana? pakai `--{milestone.code.replace('_', '-')}-rencana`."
    day = dates.read_past(day_text, today, "" if state == BERHENTI else plan)
    return str(day) if state == SUDAH else f"{BERHENTI} {day}"


def _stated(lowered: str, milestone: Milestone) -> str | None:
    """The state that the words alone say, abbreviated or not."""
    state = _STATE_OF.get(lowered) or _STATE_OF.get(
        " ".join(_SHORT.get(word, word) for word in lowered.split())
    )
    if state is None and (match := _PROVED.fullmatch(lowered)) and match[1] in milestone.proofs:
        return SUDAH
    return state


def _no_state(text: str, milestone: Milestone) -> CellError:
    if milestone.number and milestone.number.bank and match_key(text) in _BANKS:
        return CellError(
            "nama bank tanpa nomor rekening",
            "Tulis sudah, atau nomornya sesudah nama bank (BRI 0123…); nama bank saja di "
            "kolom Bank.",
        )
    return CellError("bukan keadaan yang dikenal", _state_remedy(milestone))


def _state_remedy(milestone: Milestone) -> str:
    stopped = ", berhenti" if milestone.stops else ""
    return f"Tulis sudah, proses, terkendala, belum{stopped}, atau tanggalnya (10 Maret 2026)."


@lru_cache(maxsize=65_536)
def split_state(value: str) -> tuple[str, str | None]:
    """A canonical milestone value → its state word and its date text: `2025-08` → (`sudah`,
    `2025-08`).
    """
    if value[0].isdigit():
        return SUDAH, value
    state, _, day = value.partition(" ")
    return state, day or None


_BANKS = {
    "bri": "BRI",
    "bankbri": "BRI",
    "bankrakyatindonesia": "BRI",
    "bni": "BNI",
    "bankbni": "BNI",
    "bni46": "BNI",
    "bankbni46": "BNI",
    "mandiri": "Bank Mandiri",
    "bankmandiri": "Bank Mandiri",
    "btn": "BTN",
    "bankbtn": "BTN",
    "bsi": "BSI",
    "bankbsi": "BSI",
    "banksyariahindonesia": "BSI",
    "bankdki": "Bank Jakarta",
    "dki": "Bank Jakarta",
    "bankjakarta": "Bank Jakarta",
    "jakarta": "Bank Jakarta",
    "bca": "BCA",
    "bankbca": "BCA",
}


def read_bank(text: str) -> str:
    """A bank's name; the usual short and former names (Bank DKI → Bank Jakarta) become one."""
    name = refuse_state(clean(text), "bank")
    return _BANKS.get(match_key(name), name)


def read_count(text: str) -> str:
    """A number of people or things, Indonesian writing: `1.250` is one thousand two hundred and
    fifty.
    """
    bare = re.sub(r"\s*(?:orang|anggota|org)\.?$", "", text.strip().casefold())
    if not _GROUPED.fullmatch(bare):
        raise CellError("bukan bilangan bulat", "Tulis bilangan bulat, misalnya 175 atau 1.250.")
    digits = bare.partition(",")[0].replace(".", "").lstrip("0") or "0"
    if len(digits) > len(str(_MAX_COUNT)) or int(digits) > _MAX_COUNT:
        raise CellError("bilangan ini terlalu besar", "Periksa angkanya.")
    return digits


def read_yes_no(text: str) -> str:
    """`ya` or `tidak`."""
    state = _STATE_OF.get(text.casefold())
    if state not in (SUDAH, BELUM):
        raise CellError("bukan ya atau tidak", "Tulis ya atau tidak.")
    return "ya" if state == SUDAH else "tidak"


UNITS = {
    "kantor": "kantor koperasi|kantorkoperasi",
    "sembako": "kios sembako|gerai sembako|toko sembako|warung sembako|penyediaan "
    "sembako|pengadaan sembako",
    "simpan_pinjam": "simpan pinjam|usp|unit simpan pinjam|gerai simpan pinjam",
    "klinik": "klinik kelurahan|klinik desa|gerai klinik|klinik kesehatan",
    "apotek": "apotik|gerai apotek|apotek kelurahan|apotek desa|gerai obat",
    "cold_storage": "cold storage|pergudangan|gudang|cold storage/pergudangan|gudang "
    "pendingin|coldstorage",
    "logistik": "logistik dan angkutan|angkutan|distribusi|gerai logistik",
    "lainnya": "lain|lain-lain|lain lain",
}
"""The official seven kinds of unit usaha and `lainnya`, with the spellings in use (Inpres
9/2025).
"""
_UNIT_OF = {
    match_key(word): unit for unit, words in UNITS.items() for word in (unit, *words.split("|"))
}


def read_units(text: str) -> str:
    """Kinds of unit usaha joined by `;` in official order. `+klinik -apotek` is kept as a change to
    the list.
    """
    parts = [
        part.strip() for part in re.split(r"[;,\n]|(?<=\w)\s+(?=[+\-]\w)", text) if part.strip()
    ]
    if not parts:
        raise CellError("tidak berisi unit usaha", f"Yang dikenal: {', '.join(UNITS)}.")
    signs = {part[0] if part[0] in "+-" else "" for part in parts}
    if "" in signs and len(signs) > 1:
        raise CellError(
            "daftar dan tanda + atau - tercampur",
            "Tulis seluruh daftar, atau hanya +nama dan -nama.",
        )
    read = {(part[0] if part[0] in "+-" else "") + _read_unit(part.lstrip("+- ")) for part in parts}
    order = list(UNITS)
    return ";".join(sorted(read, key=lambda unit: (order.index(unit.lstrip("+-")), unit)))


def _read_unit(text: str) -> str:
    unit = _UNIT_OF.get(match_key(text))
    if unit is None:
        raise CellError(
            f"unit usaha `{clean(text)[:60]}` tidak dikenal", f"Yang dikenal: {', '.join(UNITS)}."
        )
    return unit


def apply_units(held: str | None, wanted: str) -> str | None:
    """The list after a change: `+klinik` / `-klinik` adds to or takes out of `held`, anything else
    replaces it.
    """
    if not wanted or wanted[0] not in "+-":
        return wanted or None
    units = set((held or "").split(";")) - {""}
    for part in wanted.split(";"):
        (units.add if part[0] == "+" else units.discard)(part[1:])
    return ";".join(unit for unit in UNITS if unit in units) or None


def read_names(text: str) -> str:
    """A list of free names joined by `;`. Without a `;` in the text, commas separate.

    One name that itself holds a comma is written with a `;` behind it, so that it reads back as
    itself.
    """
    parts = text.split(";") if ";" in text else re.split(r"[,\n]", text)
    said = (clean(part) for part in parts)
    names = list(
        dict.fromkeys(
            refuse_state(refuse_ktp(name), "mitra") for name in said if not states_nothing(name)
        )
    )
    if not names or any(name.casefold() == CLEAR for name in names):
        raise CellError(
            "tidak berisi nama", "Tulis nama dipisah titik koma, misalnya Bulog; Bank Mandiri."
        )
    return ";".join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def split_list(value: str | None) -> list[str]:
    """The items of a canonical list value."""
    return [item for item in (value or "").split(";") if item]


def read_obstacle(text: str) -> str:
    """Why a milestone is stuck: `modal`, `modal: kurang 20 juta`; other words by a fixed table,
    else `lainnya: …`.
    """
    note = refuse_ktp(clean(text, None))
    if not note:
        raise CellError("tidak berisi kendala", f"Tulis {', '.join(OBSTACLES)}, atau alasannya.")
    head, _, rest = note.partition(":")
    category = head.strip().casefold()
    if category in OBSTACLES:
        return f"{category}: {clean(rest, NOTE_LIMIT)}" if rest.strip() else category
    found = _OBSTACLE_WORDS.get(match_key(note))
    return found or f"lainnya: {clean(note, NOTE_LIMIT)}"


_OBSTACLE_WORDS = {
    match_key(word): category
    for category, words in {
        "modal": "belum ada modal|tidak ada modal|kurang modal|kekurangan "
        "modal|permodalan|modal kurang|modal usaha",
        "tempat": "belum ada tempat|tidak ada tempat|tempat belum ada|belum ada lokasi|tidak "
        "ada lokasi|lokasi|"
        "belum punya tempat|belum ada gerai|tempat usaha|belum dapat tempat",
        "sdm": "kurang sdm|pengurus kurang|sdm kurang|tidak ada sdm|belum ada sdm|pengurus "
        "tidak aktif|pengurus",
        "legalitas": "legalitas belum lengkap|berkas ditolak|dokumen belum lengkap|berkas "
        "belum lengkap|berkas",
        "anggota": "anggota kurang|kurang anggota|belum ada anggota|keanggotaan|anggota sedikit",
        "sistem": "sistem oss|oss error|gangguan sistem|sistem error|aplikasi|simkopdes",
        "lahan": "belum ada lahan|tidak ada lahan|izin lahan|lahan belum ada|perizinan|izin",
    }.items()
    for word in words.split("|")
}


def split_obstacle(value: str) -> tuple[str, str | None]:
    """A canonical kendala → its category and its text or None."""
    category, _, note = value.partition(": ")
    return category, note or None


def read_status(text: str, today: date) -> str:
    """`aktif`, or `bubar 2026-02-01` / `digabung 2026-02-01` with the exact day from which it no
    longer counts.
    """
    word, _, day_text = clean(text).partition(" ")
    word = word.casefold().rstrip(",:")
    if word == "aktif" and not day_text:
        return "aktif"
    if word not in ("bubar", "digabung"):
        raise CellError(
            "bukan status yang dikenal",
            "Tulis aktif, `bubar 1 Februari 2026` atau `digabung 2026-02-01`.",
        )
    if not day_text:
        raise CellError(f"{word} memerlukan tanggal", f"Tulis misalnya `{word} 1 Februari 2026`.")
    day = dates.read_past(day_text, today)
    if not day.exact:
        raise CellError(
            f"{word} memerlukan tanggal lengkap", f"Tulis misalnya `{word} 1 Februari 2026`."
        )
    return f"{word} {day}"


def read_name(text: str) -> str:
    """A name of at most 200 characters."""
    return refuse_state(refuse_ktp(clean(text, NAME_LIMIT)))


def read_note(text: str) -> str:
    """Free text of at most 2,000 characters."""
    return refuse_ktp(clean(text, NOTE_LIMIT))


def read_phone(text: str) -> str:
    """A telephone number or several, as text; 16 bare digits are a KTP number and are refused."""
    phone = refuse_ktp(clean(_AS_TEXT.sub("", text.strip(), count=1)))
    if SCIENTIFIC.fullmatch(phone):
        raise CellError(
            "angka ini sudah dirusak Excel",
            "Format kolom itu sebagai Teks dan ketik ulang nomornya.",
        )
    if len(SEPARATORS.sub("", phone)) == 16 and SEPARATORS.sub("", phone).isdigit():
        raise CellError("16 angka adalah bentuk nomor KTP", "Tulis nomor teleponnya saja.")
    return phone
