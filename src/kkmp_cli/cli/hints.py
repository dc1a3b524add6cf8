"""What somebody meant who typed a word that is no command or option: by tables, or by the same
words.

What merely resembles it is not said: advice that is followed must do no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command
from kkmp_cli.parsing.excerpt import short

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
    "--help": ("bantuan",),
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
    if translated in names or translated == "--help":
        return translated
    return next((name for name in names if _mistyped(word.casefold(), name)), None)


def meant_option(option: str, names: Sequence[str]) -> str | None:
    """The option meant by an unknown one: by translation, as a field, or as the same words."""
    bare = option.lstrip("-").casefold()
    for candidate in (OPTION_WORDS.get(bare), _field_option(bare)):
        if candidate and candidate in names:
            return candidate
    alike = [name for name in names if name.startswith("--") and _same_words(bare, name[2:])]
    first = min(alike, key=len, default=None)
    return first if first and all(name.startswith(first) for name in alike) else None


def _field_option(word: str) -> str | None:
    from kkmp_cli.milestones import book_year_of
    from kkmp_cli.model.vocabulary import built_in

    vocabulary = built_in()  # an option is unknown before a register is opened
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
        words = f"Pilihan `{short(error.option_name)}` memerlukan nilai, atau tidak menerimanya."
        return words, remedy
    for part, words in _USAGE.items():
        if kind == "UsageError" and part in str(error.message):
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
    options = [option for parameter in parameters for option in parameter.opts]
    if name.startswith(_OWN):
        return _no_such_field(name, [each for each in options if each.startswith(_OWN)])
    meant = meant_option(name, options)
    words = f"Tidak ada pilihan `{short(name)}`."
    return words, f"Maksud Anda `{meant}`?" if meant else remedy


_OWN = "--x-"


def _no_such_field(name: str, known: Sequence[str]) -> tuple[str, str]:
    """What is said of an option that would be one of the office's own fields."""
    from kkmp_cli.model.field import SUFFIXES

    parts = {own + suffix.replace("_", "-") for own in known for suffix in SUFFIXES}
    listed = ", ".join(own for own in known if own not in parts)
    words = f"Bidang sendiri `{short(name)}` tidak ada, atau sudah pensiun."
    commands = Command("field", "list"), Command("field", "add", "--help")
    add = Advice("Lihat `{}`, atau tambahkan dengan `{}`.", *commands)
    return words, Advice("Yang ada: {}. {}", listed, add) if known else add


def _name_of(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return str(parameter.opts[0])
