"""The front door: global options, the list of commands, and the one place where an error becomes
words.

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the register or a file cannot be used, 4 a fault of
the program itself, 130 interrupted. A cause that a user can bring about never ends in a traceback.
"""

from __future__ import annotations

import itertools
import os
import re
import signal
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from kkmp_cli import __version__, settings
from kkmp_cli.cli import output_encoding, windows_console
from kkmp_cli.cli.framework import LazyGroup
from kkmp_cli.cli.output import Terminal, silence
from kkmp_cli.errors import (
    NOTHING_SAVED,
    Advice,
    CellError,
    Command,
    KkmpError,
    Refused,
    Uncertain,
    Unfinished,
    Unusable,
    reason,
)
from kkmp_cli.errors.pasting import WINDOWS
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import console, line_breaks

_ENDLESS = re.compile(r"(.{4096}).{4096,}")
"""No line that names a file is as long."""
REFUSED, MISUSED, UNUSABLE, FAULT, INTERRUPTED = 1, 2, 3, 4, 130
COMMANDS = {
    "Sehari-hari": {
        "demo": "Register contoh dari data yang terbit, dan laporan Jakarta Pusat.",
        "add": "Daftarkan koperasi, satu atau sekota.",
        "update": "Catat keadaan koperasi; tanpa pilihan isian, ditanyakan satu per satu.",
        "import": "Masukkan isian dari berkas; satu sel salah, tidak ada yang ditulis.",
        "list": "Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.",
        "show": "Satu koperasi: profil, tahap, pelatihan, tindak lanjut, riwayat.",
        "report": "Laporan kesiapan untuk rapat; tanpa --kota, satu baris per kota.",
    },
    "Lainnya": {
        "help": "Bantuan tentang satu perintah, atau satu hal seperti tanggal dan impor.",
        "due": "Apa yang terlambat, jatuh tempo, dan siapa yang lama tanpa kabar.",
        "letter": "Surat untuk setiap camat atau lurah, dari templat kantor sendiri.",
        "export": "Keluarkan isi register ke CSV, XLSX atau JSON.",
        "edit": "Sunting daftar koperasi di program lembar kerja; yang diubah dicatat.",
        "template": "Buat formulir isian untuk kecamatan, terisi keadaan hari ini.",
        "history": "Riwayat: kapan, siapa, apa, dari mana, mengapa; yang terbaru di atas.",
        "undo": "Batalkan satu pekerjaan utuh; membatalkan pembatalan mengembalikannya.",
        "backup": "Buat cadangan register, juga sewaktu register dipakai.",
        "restore": "Ganti register dengan sebuah cadangan; yang diganti disimpan.",
        "check": "Periksa keutuhan berkas dan riwayat, dan mutu data.",
        "verify": "Periksa paket lama: sama dengan yang tercatat waktu itu, atau di mana bedanya.",
        "forget": "Hapus nama ketua dan telepon satu koperasi untuk selamanya.",
        "training": "Pelatihan dan siapa yang hadir.",
        "target": "Batas waktu dan jumlah yang ingin dicapai per tahap.",
        "figure": "Angka yang pernah diterbitkan, dicetak di samping hitungan register.",
        "followup": "Tindak lanjut rapat: apa, siapa, sampai kapan.",
        "field": "Bidang milik kantor sendiri, seperti omzet, status lahan, akun SIMKOPDES.",
        "config": "Pengaturan: kota, petugas, kop surat, penandatangan; dari mana masing-masing.",
        "area": "Daftar kelurahan/desa, kode dan ejaannya.",
        "server": "Register bersama di server PostgreSQL: menyiapkan, dan siapa yang boleh.",
        "move": "Pindahkan register dari berkas ke server bersama.",
    },
}
"""By heading, every command and its line in the help; it lives in the file of its name."""
BEGIN = """kkmp: register dan laporan kesiapan Koperasi Kelurahan Merah Putih.

Sehari-hari:
  kkmp add --kota jakpus --all          daftarkan semua koperasi satu kota
  kkmp import isian.csv --kota jakpus   masukkan lembar Excel atau CSV
  kkmp update Gambir --nib sudah        catat keadaan satu koperasi
  kkmp list --kota jakpus --belum rat   siapa yang belum
  kkmp show Gambir                      satu koperasi
  kkmp report --kota jakpus             laporan untuk rapat

Mulai di sini: kkmp demo
Semua perintah: kkmp --help
Penjelasan: kkmp help
"""


class RootGroup(LazyGroup):
    """All commands of `kkmp`."""

    described_as = COMMANDS


app = typer.Typer(
    cls=RootGroup,
    help="Register dan laporan kesiapan Koperasi Kelurahan Merah Putih.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    no_args_is_help=False,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(epilog="Register: --db, atau KKMP_DB. Kota, nama petugas dan kop surat: kkmp config.")
def front(
    ctx: typer.Context,
    _db: Annotated[
        str | None, typer.Option("--db", metavar="JALUR|URL", help="Letak register.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Tampilkan versi.")] = False,
    install: Annotated[
        bool, typer.Option("--install-completion", help="Pasang pelengkapan dengan tombol Tab.")
    ] = False,
    show: Annotated[
        bool, typer.Option("--show-completion", help="Tampilkan skrip pelengkapannya saja.")
    ] = False,
    shell: Annotated[
        str | None,
        typer.Option(
            "--shell",
            metavar="NAMA",
            help="Shellnya: bash, zsh, fish atau powershell.",
        ),
    ] = None,
) -> None:
    """Register dan laporan kesiapan Koperasi Kelurahan Merah Putih."""
    if version:
        sys.stdout.write(f"kkmp {__version__}\n")
        raise typer.Exit
    if install or show:
        _complete_in(ctx, shell, install)
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        sys.stdout.write(BEGIN)
        raise typer.Exit


def _complete_in(ctx: typer.Context, named: str | None, install: bool) -> None:
    """Puts the completion where a shell finds it, or shows it."""
    from kkmp_cli.cli.completion import installing, shells

    shell, command = installing.shell_named(named), ctx.find_object(Terminal)
    if not install:
        sys.stdout.write(shells.script(shell))
    elif command:
        command.done(f"Pelengkapan {shell} terpasang: {installing.install(shell)}")
        command.say("Berlaku di terminal yang baru dibuka: ketik kkmp, spasi, lalu tekan Tab.")


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command line and exits with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; the exit code. Errors become a sentence and a remedy on stderr."""
    _prepare_streams()
    if "--json" in arguments:
        output_encoding.fit(sys.stdout, "json")
    session = Terminal(arguments)
    try:
        code = _answered(session, arguments)
        sys.stdout.flush()
        return _unread(session, code)
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except SystemExit as leave:  # the library's answer to a pipe that closed within a command
        if not isinstance(leave.__context__, BrokenPipeError):
            raise
        silence(sys.__stdout__)
        return 0
    except OSError as error:
        _complain(session, *system_words(error))
        silence(sys.stdout)
        return UNUSABLE
    finally:
        session.leave()


def _unread(session: Terminal, code: int) -> int:
    """The exit code; another where what was written could not be told on stdout. A pipe that nobody
    reads any more is no error.
    """
    error = session.unwritable
    if error is None or isinstance(error, BrokenPipeError):
        return code
    _complain(session, *_unwritten(session, error))
    return UNUSABLE


def _unwritten(session: Terminal, error: OSError) -> tuple[str, str]:
    """What was done all the same where its result could not be told on stdout."""
    what = f"keluaran tidak dapat ditulis: {reason(error)}"
    if not session.runs:
        return f"Hanya {what}; hasilnya disebut di atas.", "Periksa tujuan keluarannya."
    seen = Advice("Jangan diulang; lihat dengan `{}`.", Command("history"))
    return f"Sudah tersimpan sebagai pekerjaan {session.runs[-1]}; hanya {what}.", seen


def _answered(session: Terminal, arguments: Sequence[str]) -> int:
    try:
        command = typer.main.get_command(app)
        result = command.main([*arguments], "kkmp", standalone_mode=False, obj=session)
        if result == INTERRUPTED:  # the library turns Ctrl-C and the signals into this
            raise KeyboardInterrupt
        return result if isinstance(result, int) else 0
    except (OSError, SystemExit):
        raise
    except typer.Exit as leave:
        return leave.exit_code
    except BaseException as error:
        code, message, remedy = error_words(error, session)
        if code == FAULT and os.environ.get("KKMP_DEBUG"):
            traceback.print_exc()
        _complain(session, message, remedy)
        return code


_UNKEPT = "Ada nilai yang tidak dapat disimpan.", "Periksa angka dan huruf pada isian."


def error_words(error: BaseException, session: Terminal) -> tuple[int, str, str]:
    """What stopped a command: the exit code, what happened, and what to do about it."""
    match error:
        case KkmpError():
            return error.exit_code, *_refusal(session, error)
        case CellError():
            message = f"Salah satu isian di perintah ini {error.message}."
            return REFUSED, message, error.remedy
        case KeyboardInterrupt() | typer.Abort():
            return INTERRUPTED, *_stopped(session)
        case typer.TyperException():
            return MISUSED, *_misused(error, session)
        case MemoryError() | RecursionError():
            return UNUSABLE, "Memori komputer tidak cukup untuk ini.", _with_less(session)
        case OverflowError() | UnicodeError():
            return REFUSED, *_UNKEPT
    return FAULT, _fault(error), _saved(session)


def _misused(error: typer.TyperException, session: Terminal) -> tuple[str, str]:
    from kkmp_cli.cli.misuse import usage_words

    return usage_words(error, session)


def _remedy(error: KkmpError, session: Terminal) -> str:
    """What to do: the option or the whole name that was meant by a word of the call which is no
    name; else what the refusal says.
    """
    if not isinstance(error, Refused):
        return error.remedy
    from kkmp_cli.cli.misuse import unnamed_option

    names = {name for commands in COMMANDS.values() for name in commands}
    words = itertools.dropwhile(lambda word: word not in names, session.arguments)
    return unnamed_option(error, session, [*words]) or error.remedy


def _fault(error: BaseException) -> str:
    return (
        f"Ini kesalahan program kkmp sendiri ({type(error).__name__}), bukan kesalahan Anda atau "
        f"data Anda; {_DEBUGGED[sys.platform == WINDOWS]}, lalu laporkan apa yang tampil."
    )


_DEBUGGED = (
    "ulangi dengan KKMP_DEBUG=1 di depannya",
    'ketik `set KKMP_DEBUG=1` (PowerShell: `$env:KKMP_DEBUG="1"`), ulangi perintahnya',
)
"""How the place of a fault is shown, elsewhere and on Windows."""


def _refusal(session: Terminal, error: KkmpError) -> tuple[str, str]:
    """What an error says of itself; of one that came once a run was saved, that this stands."""
    itself = not isinstance(error, Unusable) or isinstance(error, Uncertain | Unfinished)
    if not session.runs or itself:
        return error.message, _remedy(error, session)
    what = error.message.replace(f"; {NOTHING_SAVED}", "")
    template = "Sudah tersimpan sebagai pekerjaan {}; hanya sesudahnya: {}"
    seen = Advice("Jangan diulang; lihat dengan `{}`.", Command("history"))
    return Advice(template, session.runs[-1], what), seen


def _with_less(session: Terminal) -> str:
    return _saved(session) or "Tutup program lain, atau pecah berkasnya."


def _saved(session: Terminal) -> str:
    """What stands although the command did not end well; nothing where nothing was recorded."""
    if not session.runs:
        return ""
    template = "Sudah tersimpan sebagai pekerjaan {}; lihat dengan `{}`."
    return Advice(template, session.runs[-1], Command("history"))


def _stopped(session: Terminal) -> tuple[str, str]:
    """What an interrupt left: nothing, or a run that was already saved when it came."""
    if not session.runs:
        return "Dihentikan; tidak ada yang ditulis.", session.onward
    run = session.runs[-1]
    remedy = Advice("Batalkan dengan `{}`.", Command("undo", run))
    return f"Dihentikan sesudah tersimpan sebagai pekerjaan {run}.", remedy


def system_words(error: OSError) -> tuple[str, str]:
    """What the system would not do: read the data that the program brings, or write the output."""
    named = str(error.filename or "")
    if named.startswith(str(settings.shipped_data())):
        return (
            f"Data bawaan program tidak dapat dibaca: {named}: {reason(error)}.",
            "Pasang ulang kkmp.",
        )
    return f"Keluaran tidak dapat ditulis: {reason(error)}.", "Periksa tujuan keluarannya."


def _complain(session: Terminal, message: str, remedy: str) -> None:
    words = session.worded(Advice("{}\n→ {}", message, remedy) if remedy else message)
    words = _ENDLESS.sub(r"\1…", words)
    try:
        safe = "\n".join(map(printable, words.split("\n")))
        sys.stderr.write(line_breaks.broken(safe, console.columns(sys.stderr)) + "\n")
        sys.stderr.flush()
    except OSError:
        silence(sys.stderr)


def _prepare_streams() -> None:
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        output_encoding.prepare(stream)
    windows_console.prepare()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.default_int_handler)


def _open_closed() -> None:
    """What whoever started the program closed: talk is lost, data cannot be written."""
    for name, mode in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.open(os.devnull, mode), "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - until the program ends
