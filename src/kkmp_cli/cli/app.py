"""The front door: global options, the list of commands, and the one place where an error becomes
words.

Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the register or a file cannot be used, 130
interrupted. A cause that a user can bring about never ends in a traceback.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from kkmp_cli import __version__, errors, settings
from kkmp_cli.cli import framework
from kkmp_cli.cli.framework import Entry, LazyGroup, Session
from kkmp_cli.errors import CellError, KkmpError, reason
from kkmp_cli.parsing.text import printable

INTERRUPTED = 130
DAILY, RARE = "Sehari-hari", "Lainnya"
COMMANDS = (
    Entry(
        "demo",
        "demo:demo",
        DAILY,
        "Register contoh dari data yang terbit, dan laporan Jakarta Pusat.",
    ),
    Entry("add", "add:add", DAILY, "Daftarkan koperasi, satu atau sekota."),
    Entry(
        "update",
        "update:update",
        DAILY,
        "Catat keadaan koperasi; tanpa pilihan isian, ditanyakan satu per satu.",
    ),
    Entry(
        "import",
        "import_:import_",
        DAILY,
        "Masukkan isian dari berkas; satu sel salah, tidak ada yang ditulis.",
    ),
    Entry(
        "list",
        "list_:list_",
        DAILY,
        "Daftar koperasi menurut saringan; beberapa saringan berlaku bersama.",
    ),
    Entry(
        "show",
        "show:show",
        DAILY,
        "Satu koperasi: profil, milestone, pelatihan, tindak lanjut, riwayat.",
    ),
    Entry(
        "report",
        "report:report",
        DAILY,
        "Laporan kesiapan untuk rapat; tanpa --kota, satu baris per kota.",
    ),
    Entry("export", "export:export", RARE, "Keluarkan isi register ke CSV, XLSX atau JSON."),
    Entry(
        "template",
        "template:template",
        RARE,
        "Buat formulir isian untuk kecamatan, terisi keadaan hari ini.",
    ),
    Entry(
        "history",
        "history:history",
        RARE,
        "Riwayat: kapan, siapa, apa, dari mana, mengapa; yang terbaru di atas.",
    ),
    Entry(
        "undo",
        "history:undo",
        RARE,
        "Batalkan satu run utuh; membatalkan pembatalan mengembalikannya.",
    ),
    Entry(
        "backup", "backup:backup", RARE, "Buat cadangan register, juga sewaktu register dipakai."
    ),
    Entry(
        "restore",
        "backup:restore",
        RARE,
        "Ganti register dengan sebuah cadangan; yang diganti disimpan.",
    ),
    Entry("check", "check:check", RARE, "Periksa keutuhan berkas dan riwayat, dan mutu data."),
    Entry(
        "forget",
        "forget:forget",
        RARE,
        "Hapus nama ketua dan telepon satu koperasi untuk selamanya.",
    ),
    Entry("training", "training:app", RARE, "Pelatihan dan siapa yang hadir."),
    Entry("target", "target:app", RARE, "Batas waktu dan jumlah yang ingin dicapai per milestone."),
    Entry(
        "figure",
        "figure:app",
        RARE,
        "Angka yang pernah diterbitkan, dicetak di samping hitungan register.",
    ),
    Entry("followup", "followup:app", RARE, "Tindak lanjut rapat: apa, siapa, sampai kapan."),
    Entry("area", "area:app", RARE, "Daftar kelurahan/desa, kode dan ejaannya."),
)
"""Every command: where it lives and its line in the help. Only the one that is typed is loaded."""
BEGIN = """kkmp: register dan laporan kesiapan Koperasi Kelurahan Merah Putih.

Sehari-hari:
  kkmp add --kota jakpus --all          daftarkan semua koperasi satu kota
  kkmp import isian.csv --kota jakpus   masukkan isian dari CSV
  kkmp update Gambir --nib sudah        catat keadaan satu koperasi
  kkmp list --kota jakpus --belum rat   siapa yang belum
  kkmp show Gambir                      satu koperasi
  kkmp report --kota jakpus             laporan untuk rapat

Mulai di sini: kkmp demo
Semua perintah: kkmp --help
"""


class Front(LazyGroup):
    """All commands of `kkmp`."""

    entries = COMMANDS


app = typer.Typer(
    cls=Front,
    help="Register dan laporan kesiapan Koperasi Kelurahan Merah Putih.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(
    epilog="Register: --db, atau KKMP_DB; kota bawaan: KKMP_KOTA; nama petugas: KKMP_PETUGAS."
)
def front(
    ctx: typer.Context,
    db: Annotated[
        str | None, typer.Option("--db", metavar="JALUR|URL", help="Letak register.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Tampilkan versi.")] = False,
) -> None:
    """Register dan laporan kesiapan Koperasi Kelurahan Merah Putih."""
    if version:
        framework.out(f"kkmp {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        framework.out(BEGIN.rstrip())
        raise typer.Exit
    framework.TYPED_DB[:] = [db] if db else []
    ctx.obj = Session(settings.register_location(db), framework.typed_command(ctx.obj or []))


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command line and exits with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line; the exit code. Every error becomes one Indonesian sentence and its
    remedy on stderr.
    """
    _prepare_streams()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        return 0
    except SystemExit as leave:  # the library's answer to a pipe that closed within a command
        if not isinstance(leave.__context__, BrokenPipeError):
            raise
        _silence(sys.__stdout__)
        return 0
    except OSError as error:
        _complain(*system_words(error))
        _silence(sys.stdout)
        return 3
    return code


def _invoke(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(app)
    settings.LISTENERS[:] = [framework.say]
    framework.TYPED_DB.clear()
    if store := sys.modules.get("kkmp_cli.register.writer"):
        store.SAVED.clear()
    try:
        result = command.main(
            args=list(arguments), prog_name="kkmp", standalone_mode=False, obj=list(arguments)
        )
        if result == INTERRUPTED:  # the library turns Ctrl-C and the signals into this
            _complain(*_stopped())
        return result if isinstance(result, int) else 0
    except KkmpError as error:
        _complain(error.message, error.remedy)
        return error.exit_code
    except CellError as error:
        _complain(f"Salah satu isian di perintah ini {error.message}.", error.remedy)
        return 1
    except (KeyboardInterrupt, typer.Abort):
        _complain(*_stopped())
        return INTERRUPTED
    except typer.Exit as leave:
        return leave.exit_code
    except typer.TyperException as error:
        message, remedy = usage_words(error)
        _complain(message, remedy)
        return 2
    except (MemoryError, RecursionError):
        _complain(
            "Memori komputer tidak cukup untuk ini.", "Tutup program lain, atau pecah berkasnya."
        )
        return 3
    except (OverflowError, UnicodeError):
        _complain("Ada nilai yang tidak dapat disimpan.", "Periksa angka dan huruf pada isian.")
        return 1
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        if os.environ.get("KKMP_TELUSUR"):
            raise
        _complain(
            f"Ada isi register atau berkas yang tidak seperti seharusnya ({type(error).__name__}).",
            "Jalankan `kkmp check`. Bila register utuh, laporkan dengan hasil KKMP_TELUSUR=1.",
        )
        return 3


def _stopped() -> tuple[str, str]:
    """What an interrupt left: nothing, or a run that was already saved when it came."""
    store = sys.modules.get("kkmp_cli.register.writer")  # loaded by whoever writes
    saved = store.SAVED if store else []
    if not saved:
        return "Dihentikan; tidak ada yang ditulis.", ""
    return (
        f"Dihentikan sesudah tersimpan sebagai run {saved[-1]}.",
        f"Batalkan dengan `kkmp undo {saved[-1]}`.",
    )


def system_words(error: OSError) -> tuple[str, str]:
    """What the system would not do: read the data that the program brings along, or else write the
    output.
    """
    named = str(error.filename or "")
    if named.startswith(str(settings.shipped_data())):
        return (
            f"Data bawaan program tidak dapat dibaca: {named}: {reason(error)}.",
            "Pasang ulang kkmp.",
        )
    return f"Keluaran tidak dapat ditulis: {reason(error)}.", "Periksa tujuan keluarannya."


def usage_words(error: Any) -> tuple[str, str]:
    """A complaint of the option parser in Indonesian: what was typed wrongly, and what is meant."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    help_command = f"Lihat `{context.command_path if context else 'kkmp'} --help`."
    if kind == "NoSuchOption":
        known = (
            [name for parameter in context.command.get_params(context) for name in parameter.opts]
            if context
            else []
        )
        if error.option_name in ("--db", "--version"):
            return (
                f"`{error.option_name}` ditulis sebelum perintahnya.",
                "Misalnya kkmp --db register.db report.",
            )
        meant = framework.meant_option(error.option_name, known)
        remedy = f"Maksud Anda `{meant}`?" if meant else help_command
        return f"Tidak ada pilihan `{error.option_name[:40]}`.", remedy
    if kind == "MissingParameter":
        parameter = error.param
        name = (
            (parameter.metavar or parameter.name)
            if parameter.param_type_name == "argument"
            else parameter.opts[0]
        )
        return f"{name} belum disebut.", help_command
    if kind == "BadOptionUsage":
        return (
            f"Pilihan `{error.option_name}` memerlukan nilai, atau tidak menerimanya.",
            help_command,
        )
    if kind == "UsageError" and "unexpected extra" in str(error.message):
        return "Ada kata berlebih di perintah ini.", help_command
    if kind == "UsageError" and "Missing command" in str(error.message):
        return "Perintahnya belum disebut.", help_command
    return "Perintah ini tidak dapat dibaca.", help_command


def _complain(message: str, remedy: str) -> None:
    words = errors.Advice("{}\n→ {}", message, remedy) if remedy else message
    lines = framework.aimed(words).split("\n")
    try:
        sys.stderr.write("".join(printable(line) + "\n" for line in lines))
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: Any) -> None:
    """Keeps the interpreter from complaining about a closed stream at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - until the program ends
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: Any) -> None:
    raise KeyboardInterrupt
