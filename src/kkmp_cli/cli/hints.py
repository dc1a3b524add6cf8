"""What somebody meant who typed a word that is no command or option: by tables, or by the same
words.

What merely resembles it is not said: advice that is followed must do no harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kkmp_cli import settings
from kkmp_cli.parsing import dates

_COMMANDS = {
    "report": ("laporan", "lapor"),
    "add": ("tambah", "daftarkan"),
    "update": ("ubah", "perbarui", "catat"),
    "show": ("lihat", "tampil", "tampilkan"),
    "list": ("daftar",),
    "import": ("impor", "masukkan"),
    "export": ("ekspor",),
    "history": ("riwayat",),
    "undo": ("batal", "batalkan", "hentikan"),
    "backup": ("cadangan", "cadangkan"),
    "restore": ("pulihkan",),
    "check": ("periksa", "cek"),
    "letter": ("surat", "surat-surat"),
    "due": ("jatuh-tempo", "jatuhtempo", "tenggat", "batas"),
    "verify": ("verifikasi", "cocokkan"),
    "area": ("wilayah", "kelurahan"),
    "training": ("pelatihan",),
    "followup": ("tindak-lanjut", "tindaklanjut"),
    "figure": ("angka",),
    "target": ("sasaran",),
    "field": ("bidang", "kolom"),
    "retire": ("pensiunkan",),
    "template": ("isian", "formulir"),
    "demo": ("contoh",),
    "help": ("bantuan", "tolong", "man"),
    "remove": ("hapus",),
    "done": ("selesai",),
    "attend": ("hadir",),
    "set": ("setel",),
    "forget": ("lupakan",),
    "move": ("pindah", "pindahkan"),
    "grant": ("izinkan", "beri"),
    "revoke": ("cabut",),
    "init": ("siapkan",),
}
COMMAND_WORDS = {word: meant for meant, words in _COMMANDS.items() for word in words}
_OPTIONS = {
    "--per": ("tanggal", "per-tanggal", "date", "as-of"),
    "--sejak": ("since",),
    "--kota": ("city", "kabupaten", "kab"),
    "--kecamatan": ("district", "kec"),
    "--all": ("semua",),
    "--yes": ("ya",),
    "--output": ("keluaran", "berkas"),
    "--format": ("bentuk",),
    "--dry-run": ("coba", "uji"),
    "--skip-errors": ("lewati-galat",),
    "--overwrite": ("timpa",),
    "--telepon": ("phone", "hp", "telp"),
    "--anggota": ("members",),
    "--alasan": ("alasannya", "reason"),
    "--catatan": ("note", "keterangan"),
    "--mitra": ("partner",),
    "--percontohan": ("pilot",),
    "--sk-kemenkop": ("ahu", "sk-ahu"),
    "--with-personal": ("telepon", "ketua", "pribadi", "data-pribadi"),
    "--db": ("register", "basis-data"),
    "--tahun-buku": ("book-year", "tb"),
    "--sumber": ("source",),
    "--help": ("bantuan",),
    "--version": ("versi",),
    "--remember": ("ingat",),
    "--forget": ("lupakan",),
    "--sheet": ("lembar",),
    "--templat": ("template", "templatnya"),
    "--batas": ("jawab-sebelum", "paling-lambat", "tenggat"),
}
OPTION_WORDS = {word: meant for meant, words in _OPTIONS.items() for word in words}


_LETTERS = 4
"""A word of fewer letters is never another one mistyped: `alamat` is not `all`."""
_ABBREVIATED = 3
_NEUTRAL = frozenset(("no", "nomor", "tgl", "tanggal", "nama", "jumlah", "jml", "status"))
"""Words that many fields share: to have one of them in common says nothing."""


def meant_command(word: str, names: Sequence[str]) -> str | None:
    """The command that somebody who typed an unknown one probably means."""
    translated = COMMAND_WORDS.get(word.casefold())
    if translated in names:
        return translated
    return next((name for name in names if _mistyped(word.casefold(), name)), None)


def meant_option(option: str, names: Sequence[str]) -> str | None:
    """The option meant by an unknown one: by translation, as a field, or as the same words."""
    bare = option.lstrip("-").casefold()
    for candidate in (OPTION_WORDS.get(bare), field_option(bare)):
        if candidate and candidate in names:
            return candidate
    alike = [name for name in names if name.startswith("--") and _same_words(bare, name[2:])]
    first = min(alike, key=len, default=None)
    return first if first and all(name.startswith(first) for name in alike) else None


def field_option(word: str) -> str | None:
    """The option of the field that a word names; None where it names none."""
    from kkmp_cli.milestones import book_year_of
    from kkmp_cli.model.vocabulary import built_in

    vocabulary = built_in()  # an option is unknown before a register is opened
    try:
        name = vocabulary.match_heading(word.replace("-", " "), this_year())
    except ValueError:
        return None
    field = vocabulary.by_name(name) if name else None
    if field is None:
        return None
    year = book_year_of(field.state_field or "")
    return field.option.replace(f"-{year}", "") if year else field.option


def _same_words(typed: str, option: str) -> bool:
    """True where each word typed is one of an option's, short or mistyped, one distinctive."""
    words = [word for word in typed.split("-") if word not in _NEUTRAL]
    return bool(words) and all(
        any(_same_word(word, other) for other in option.split("-")) for word in words
    )


def _same_word(typed: str, word: str) -> bool:
    shortened = len(typed) >= _ABBREVIATED and word.startswith(typed)
    return typed == word or shortened or _mistyped(typed, word)


def _mistyped(typed: str, word: str) -> bool:
    """True for one slip of the finger: a letter too many, too few, wrong, or two changed over."""
    from rapidfuzz.distance import OSA

    return len(word) >= _LETTERS and OSA.distance(typed, word) == 1


def this_year() -> int:
    """The year in which somebody types."""
    return settings.today().year


def names_file(word: str) -> bool:
    """True for the name of a file that a command may write."""
    return bool(_FILE.fullmatch(word))


def is_day(word: str) -> bool:
    """True for a whole date."""
    return len(word) >= _WHOLE_DAY and dates.is_date(word)


_FILE = re.compile(
    r"[^=]*[^=./\\ ][.](?:xlsx|csv|json|html?|pdf|docx|md|png|ics|txt)", re.IGNORECASE
)
_WHOLE_DAY = 8
