"""What all commands share at the command line: Indonesian help, hints for mistyped words, the
session.

Never enters: a register, a rule, a table.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Sequence
from shlex import quote
from typing import Any, NamedTuple

import typer
from typer.core import CompletionItem, TyperCommand, TyperGroup  # type: ignore[attr-defined]

from kkmp_cli import settings
from kkmp_cli.errors import BadUsage, Refused, worded
from kkmp_cli.model import vocabulary
from kkmp_cli.parsing.text import clean, match_key

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


TYPED_DB: list[str] = []
"""The `--db` of this command line, where it has one; `KKMP_DB` goes on by itself."""
_QUOTED = re.compile(r"(`|: |; )kkmp (?=[a-z])")
_ADVICE = re.compile(r"(`|: |; |^ +)kkmp (?=[a-z])", re.MULTILINE)


class Session(NamedTuple):
    """What was said before the command: where the register lies; and the command as typed, for the
    history.
    """

    location: str
    typed: str


def session(ctx: typer.Context) -> Session:
    """The session of a running command."""
    found = ctx.find_object(Session)
    if found is None:
        raise BadUsage("Perintah tidak dijalankan dari `kkmp`.")
    return found


def typed_command(arguments: Sequence[str]) -> str:
    """The command line as kept in the history: without the register's place and without personal
    values.
    """
    kept: list[str] = []
    masked = {field.option for field in vocabulary.all_fields() if field.personal}
    hide = False
    skip = False
    for argument in arguments:
        name, equals, _ = argument.partition("=")
        if skip or name == "--db":
            skip = not skip and not equals
        elif hide:
            kept.append("…")
            hide = False
        elif name in masked:
            kept.append(f"{name}=…" if equals else name)
            hide = not equals
        else:
            kept.append(_quoted(argument))
    return clean("kkmp " + " ".join(kept), None)[:1_000]


def _quoted(argument: str) -> str:
    argument = argument.encode("utf-8", "replace").decode().replace("\x00", "")
    return f'"{argument}"' if " " in argument or not argument else argument


class OfficerCommand(TyperCommand):
    """A command whose help is Indonesian, grouped by panels."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, arguments and options; plain text, one column for names."""
        _write_usage(self, ctx, formatter)
        _write_options(self, ctx, formatter)
        _write_epilog(self, formatter)


class OfficerGroup(TyperGroup):
    """A group whose help is Indonesian and which answers an Indonesian or mistyped word with the
    command meant.
    """

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, its commands and options."""
        _write_usage(self, ctx, formatter)
        for title, rows in self.described().items():
            with formatter.section(title):
                formatter.write_dl(rows)
        _write_options(self, ctx, formatter)
        _write_epilog(self, formatter)

    def described(self) -> dict[str, list[tuple[str, str]]]:
        """Heading → (command, what it does), as the help shows them."""
        rows = [
            (name, (command.help or "").partition("\n")[0])
            for name, command in self.commands.items()
        ]
        return {"Perintah": rows}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of the first word; BadUsage with the one that is meant where there is
        none.
        """
        name = args[0]
        if (
            self.get_command(ctx, name) is None
            and not name.startswith("-")
            and not ctx.resilient_parsing
        ):
            meant = self._meant(name)
            remedy = (
                f"Maksud Anda `{ctx.command_path} {meant}`?"
                if meant
                else f"Lihat `{ctx.command_path} --help`."
            )
            raise BadUsage(f"Tidak ada perintah `{clean(name, None)[:40]}`.", remedy)
        return super().resolve_command(ctx, args)

    def _meant(self, name: str) -> str | None:
        from rapidfuzz import process

        known = [command for rows in self.described().values() for command, _ in rows]
        translated = COMMAND_WORDS.get(name.casefold())
        if translated in known or translated == "--help":
            return translated
        close = process.extractOne(name.casefold(), known, score_cutoff=70)
        return close[0] if close else None


class Entry(NamedTuple):
    """One command of the front door: `place` is `module:name` below `commands/`, `about` its line
    in the help.
    """

    name: str
    place: str
    panel: str
    about: str


class LazyGroup(OfficerGroup):
    """A group that loads a command when it is typed, so that help, completion and the others stay
    fast.
    """

    entries: Sequence[Entry] = ()

    def described(self) -> dict[str, list[tuple[str, str]]]:
        """From the entries alone; nothing is loaded."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for entry in self.entries:
            panels.setdefault(entry.panel, []).append((entry.name, entry.about))
        return panels

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the help."""
        return [entry.name for entry in self.entries]

    def get_command(self, ctx: Any, name: str) -> Any:
        """The command of a name, loaded now; None where there is none."""
        entry = next((entry for entry in self.entries if entry.name == name), None)
        return loaded(entry) if entry else None

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Names of commands and of the global options, without loading any."""
        fitting = [
            CompletionItem(entry.name, help=entry.about)
            for entry in self.entries
            if entry.name.startswith(incomplete)
        ]
        return fitting + [
            item for item in super().shell_complete(ctx, incomplete) if item.value.startswith("-")
        ]


def loaded(entry: Entry) -> Any:
    """The command behind an entry."""
    module, _, name = entry.place.partition(":")
    found = getattr(importlib.import_module(f"kkmp_cli.cli.commands.{module}"), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    single = typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    single.command(entry.name, cls=OfficerCommand)(found)
    return typer.main.get_command(single)


_BUILT_IN = {
    "--help": "Tampilkan bantuan ini.",
    "--install-completion": "Pasang pelengkapan perintah untuk shell ini.",
    "--show-completion": "Tampilkan skrip pelengkapan untuk shell ini.",
}
"""The texts of the options that the library brings along in English."""


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = command.collect_usage_pieces(ctx)
    words = {
        "[OPTIONS]": "[OPSI]",
        "COMMAND [ARGS]...": "PERINTAH …",
        "[COMMAND] [ARGS]...": "[PERINTAH] …",
    }
    shown = [words.get(piece, piece.removesuffix("...").strip("{}")) for piece in pieces]
    formatter.write_usage(ctx.command_path, " ".join(shown), prefix="Pakai: ")
    for paragraph in (command.help or "").split("\n\n"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(" ".join(paragraph.split()))


def _write_options(command: Any, ctx: Any, formatter: Any) -> None:
    panels: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        if getattr(parameter, "hidden", False):
            continue
        if parameter.param_type_name == "argument":
            panels.setdefault("Argumen", []).append(
                (parameter.metavar or parameter.name.upper(), parameter.help or "")
            )
            continue
        names = ", ".join(sorted(parameter.opts, key=len))
        if not parameter.is_flag:
            names += f" {parameter.metavar or 'NILAI'}"
        about = next(
            (_BUILT_IN[name] for name in parameter.opts if name in _BUILT_IN), parameter.help or ""
        )
        panel = getattr(parameter, "rich_help_panel", None)
        panels.setdefault(panel if isinstance(panel, str) else "Opsi", []).append((names, about))
    for title, rows in panels.items():
        with formatter.section(title):
            formatter.write_dl(rows)


def _write_epilog(command: Any, formatter: Any) -> None:
    for line in (command.epilog or "").split("\n"):
        if line.strip():
            formatter.write_paragraph()
            formatter.write_text(line.strip())


class OfficerTyper(typer.Typer):
    """An application whose commands have our help unless they say otherwise."""

    def command(self, name: str | None = None, *, cls: Any = OfficerCommand, **options: Any) -> Any:
        """As in Typer, with our command class."""
        return super().command(name, cls=cls, **options)


def group(name: str, about: str) -> typer.Typer:
    """A group of commands with our help and hints."""
    return OfficerTyper(
        name=name,
        help=about,
        cls=OfficerGroup,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )


def meant_option(option: str, known: Sequence[str]) -> str | None:
    """The option that somebody who typed an unknown one probably means."""
    from rapidfuzz import process

    bare = option.lstrip("-").casefold()
    for candidate in (OPTION_WORDS.get(bare), _field_option(bare)):
        if candidate and candidate in known:
            return candidate
    close = process.extractOne(
        f"--{bare}", [name for name in known if name.startswith("--")], score_cutoff=75
    )
    return close[0] if close else None


def _field_option(word: str) -> str | None:
    try:
        name = vocabulary.match_heading(word.replace("-", " "), settings.today().year)
    except ValueError:
        return None
    field = vocabulary.by_name(name) if name else None
    return field.option if field else None


def interactive() -> bool:
    """True where a person sits at the keyboard and sees the questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """A question on stderr and the line typed in answer."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = ""
    try:
        line = sys.stdin.readline()
    finally:
        if not line:  # broken off in the middle of the line
            sys.stderr.write("\n")
    if not line:
        raise KeyboardInterrupt
    return clean(line, None)


def confirm(question: str, yes: bool) -> None:
    """Asks before a write that touches several; goes on with `--yes` or without a terminal. No is
    the default.
    """
    if yes or not interactive():
        return
    if match_key(ask(f"{question} [y/T] ")) not in ("y", "ya", "yes"):
        raise Refused("Dibatalkan; tidak ada yang ditulis.")


def say(text: str) -> None:
    """Talk, to stderr."""
    sys.stderr.write(aimed(text) + "\n")


def out(text: str) -> None:
    """Data, to stdout."""
    sys.stdout.write((text if text[:1] in ("{", "[") else aimed(text, talk=False)) + "\n")


def aimed(text: str, talk: bool = True) -> str:
    """The commands that a message advises, with the `--db` of this one: they are meant for the same
    register.

    In `talk` they may also stand in a line of their own; data there is what somebody typed.
    """
    if not TYPED_DB:
        return text
    text = worded(text, TYPED_DB[0])
    place = quote(TYPED_DB[0])
    return (_ADVICE if talk else _QUOTED).sub(lambda match: f"{match[1]}kkmp --db {place} ", text)
