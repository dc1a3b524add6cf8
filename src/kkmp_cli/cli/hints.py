"""What somebody meant who typed a word that is no command or option: by tables, or by the same
words.

What merely resembles it is not said: advice that is followed must do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command

COMMAND_WORDS = {
    "laporan": "report",
    "lapor": "report",
    "tambah": "add",
    "daftarkan": "add",
    "ubah": "update",
    "perbarui": "update",
    "catat": "update",
    "lihat": "show",
    "tampil": "show",
    "tampilkan": "show",
    "daftar": "list",
    "impor": "import",
    "masukkan": "import",
    "ekspor": "export",
    "riwayat": "history",
    "batal": "undo",
    "batalkan": "undo",
    "cadangan": "backup",
    "cadangkan": "backup",
    "pulihkan": "restore",
    "periksa": "check",
    "cek": "check",
    "wilayah": "area",
    "kelurahan": "area",
    "pelatihan": "training",
    "tindak-lanjut": "followup",
    "tindaklanjut": "followup",
    "angka": "figure",
    "sasaran": "target",
    "isian": "template",
    "formulir": "template",
    "contoh": "demo",
    "bantuan": "--help",
    "hapus": "remove",
    "selesai": "done",
    "hadir": "attend",
    "setel": "set",
    "hentikan": "undo",
    "lupakan": "forget",
}
OPTION_WORDS = {
    "tanggal": "--per",
    "per-tanggal": "--per",
    "date": "--per",
    "as-of": "--per",
    "since": "--sejak",
    "city": "--kota",
    "kabupaten": "--kota",
    "kab": "--kota",
    "district": "--kecamatan",
    "kec": "--kecamatan",
    "semua": "--all",
    "ya": "--yes",
    "keluaran": "--output",
    "berkas": "--output",
    "bentuk": "--format",
    "coba": "--dry-run",
    "uji": "--dry-run",
    "lewati-galat": "--skip-errors",
    "timpa": "--overwrite",
    "phone": "--telepon",
    "hp": "--telepon",
    "telp": "--telepon",
    "members": "--anggota",
    "alasannya": "--alasan",
    "reason": "--alasan",
    "note": "--catatan",
    "keterangan": "--catatan",
    "partner": "--mitra",
    "pilot": "--percontohan",
    "ahu": "--sk-kemenkop",
    "sk-ahu": "--sk-kemenkop",
    "telepon": "--with-personal",
    "ketua": "--with-personal",
    "pribadi": "--with-personal",
    "data-pribadi": "--with-personal",
    "register": "--db",
    "basis-data": "--db",
    "book-year": "--tahun-buku",
    "tb": "--tahun-buku",
    "source": "--sumber",
    "bantuan": "--help",
    "versi": "--version",
    "ingat": "--remember",
    "lupakan": "--forget",
    "lembar": "--sheet",
}


_LETTERS = 4
"""A word of fewer letters is never another one mistyped: `alamat` is not `all`."""
_ABBREVIATED = 3
_NEUTRAL = frozenset(("no", "nomor", "tgl", "tanggal", "nama", "jumlah", "jml", "status"))
"""Words that many fields share: to have one of them in common says nothing."""


def meant_command(word: str, known: Sequence[str]) -> str | None:
    """The command that somebody who typed an unknown one probably means."""
    translated = COMMAND_WORDS.get(word.casefold())
    if translated in known or translated == "--help":
        return translated
    return next((name for name in known if _mistyped(word.casefold(), name)), None)


def meant_option(option: str, known: Sequence[str]) -> str | None:
    """The option that somebody who typed an unknown one probably means: by translation, as a field,
    or as one of the same words.
    """
    bare = option.lstrip("-").casefold()
    for candidate in (OPTION_WORDS.get(bare), _field_option(bare)):
        if candidate and candidate in known:
            return candidate
    alike = [name for name in known if name.startswith("--") and _same_words(bare, name[2:])]
    return min(alike, key=len, default=None)


def _field_option(word: str) -> str | None:
    from kkmp_cli.milestones import book_year_of
    from kkmp_cli.model import vocabulary

    try:
        name = vocabulary.match_heading(word.replace("-", " "), settings.today().year)
    except ValueError:
        return None
    field = vocabulary.by_name(name) if name else None
    if field is None:
        return None
    year = book_year_of(field.state_field or "")
    return field.option.replace(f"-{year}", "") if year else field.option


def _same_words(typed: str, option: str) -> bool:
    """True where every word that was typed is one of an option's, shortened or mistyped, and one of
    them is distinctive.
    """
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


def below(context: Any, *words: str) -> Command:
    """A command of the group, or an option of the command, where somebody stands."""
    path = context.command_path.split()[1:] if context else ()
    return Command(*path, *words)


def usage_words(error: Any) -> tuple[str, str]:
    """A complaint of the option parser in Indonesian: what was typed wrongly, and what is meant."""
    kind = type(error).__name__
    remedy = Advice("Lihat `{}`.", below(getattr(error, "ctx", None), "--help"))
    if kind == "NoSuchOption":
        return _no_such_option(error, remedy)
    if kind == "MissingParameter":
        return f"{_name_of(error.param)} belum disebut.", remedy
    if kind == "BadOptionUsage":
        words = f"Pilihan `{error.option_name}` memerlukan nilai, atau tidak menerimanya."
        return words, remedy
    for said, words in _USAGE.items():
        if kind == "UsageError" and said in str(error.message):
            return words, remedy
    return "Perintah ini tidak dapat dibaca.", remedy


_USAGE = {
    "unexpected extra": "Ada kata berlebih di perintah ini.",
    "Missing command": "Perintahnya belum disebut.",
}


def _no_such_option(error: Any, remedy: str) -> tuple[str, str]:
    name, context = error.option_name, error.ctx
    if name in ("--db", "--version"):
        return f"`{name}` ditulis sebelum perintahnya.", "Misalnya kkmp --db register.db report."
    parameters = context.command.get_params(context) if context else ()
    meant = meant_option(name, [option for parameter in parameters for option in parameter.opts])
    words = f"Tidak ada pilihan `{name[:40]}`."
    return words, f"Maksud Anda `{meant}`?" if meant else remedy


def _name_of(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return str(parameter.opts[0])
