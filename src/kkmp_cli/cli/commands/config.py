"""`kkmp config`: the settings, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.settings.keys import KEYS, OF_PERSONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kkmp_cli.actions.configuration import Setting

_HERE = "komputer ini"


@output_options.never_asking
def config(
    ctx: typer.Context,
    key: Annotated[
        str | None, typer.Argument(metavar="KUNCI", help="Misalnya kota, kantor, tempat.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="ISI", help="Isinya; titik koma di antara baris."),
    ] = None,
    gone: Annotated[bool, typer.Option("--hapus", help="Hapus isi KUNCI.")] = False,
    in_register: Annotated[
        bool, typer.Option("--register", help="Di register: ikut pindah bersama datanya.")
    ] = False,
    on_computer: Annotated[
        bool, typer.Option("--komputer", help="Di berkas pengaturan komputer ini.")
    ] = False,
    as_json: output_options.AsJson = False,
) -> None:
    """Pengaturan: tanpa KUNCI semuanya dan dari mana masing-masing; dengan ISI, disimpan.

    Kota dan petugas disimpan di komputer ini, kop surat dan penandatangan di register bila ada.

    Contoh:
    kkmp config
    kkmp config kota jakpus
    kkmp config kantor "SUKU DINAS PPKUKM"
    """
    from kkmp_cli.actions import configuration

    command = session(ctx)
    _check_fits(key, bool(words) or gone, (words and gone, in_register and on_computer))
    if key is None:
        _show_all(command, configuration.listed(command), as_json)
    elif not words and not gone:
        name = configuration.key_named(key)
        _show(command, configuration.one(command, name), as_json)
    else:
        _change(command, configuration.key_named(key), words or (), (in_register, on_computer))


def _change(command: Terminal, key: str, words: Sequence[str], place: tuple[bool, bool]) -> None:
    """Keeps what was typed, or takes the setting out where nothing was."""
    from kkmp_cli.actions import configuration

    value = configuration.read(command, key, words) if words else None
    _keep(command, key, value, _kept_with(command, key, place, removed=value is None))


def _check_fits(key: str | None, writes: bool, both: Sequence[object]) -> None:
    """Raises BadUsage for parts of a call that have no meaning together."""
    if any(both):
        raise BadUsage("Itu berlawanan.", "Sebut isinya atau --hapus; --register atau --komputer.")
    if writes and key is None:
        remedy: str = Advice("Tulis misalnya `{}`.", Command("config", "kota", "--hapus"))
        raise BadUsage("Pengaturan yang mana?", remedy)


def _kept_with(command: Terminal, key: str, place: tuple[bool, bool], removed: bool) -> bool:
    """True where the register keeps it. Raises BadUsage for what it never does."""
    from kkmp_cli.actions import configuration

    in_register, on_computer = place
    if in_register and key in OF_PERSONS:
        remedy = Advice("Ulangi tanpa --register: `{}`.", Command("config", key, "…"))
        raise BadUsage("Nama petugas tidak disimpan di register: orangnya berganti.", remedy)
    if in_register or on_computer:
        return in_register
    return configuration.kept_with_register(command, key, removed)


def _keep(command: Terminal, key: str, value: str | None, with_register: bool) -> None:
    """Keeps a setting, or takes it out, and says where; and what holds all the same."""
    from kkmp_cli.actions import configuration
    from kkmp_cli.cli import settings_file

    what = f"{key}: {_worded(command, key, value)}" if value else f"{key} dihapus"
    if with_register:
        run = configuration.keep(command, key, value)
        place: str = Advice("register{}", undo_with(run))
        if run is None:
            command.done("Sudah tercatat demikian; tidak ada yang berubah.")
            return
    else:
        place = f"{_HERE} ({settings_file.keep(key, value)})"
    command.done(Advice("{} — di {}.", what, place))
    _warn_of_stronger(command, configuration.one(command, key), value)


def _worded(command: Terminal, key: str, value: str) -> str:
    from kkmp_cli.actions import configuration

    if key == "kota":
        return configuration.kota_of(command, value)[1]
    return configuration.in_one_line(value)


def _warn_of_stronger(command: Terminal, held: Setting, value: str | None) -> None:
    """Said where something else decides in spite of what was kept."""
    if held.value and held.value != value and held.source != settings.DEFAULT:
        command.say(f"Yang berlaku tetap `{held.line}`, dari {_source(held)}.")


def _source(held: Setting) -> str:
    """Where a value comes from, as it is said."""
    if held.source == settings.ENVIRONMENT:
        return settings.variable(held.key)
    return _HERE if held.source == settings.FILE else held.source


def _show(command: Terminal, held: Setting, as_json: bool) -> None:
    """One setting: its value alone on stdout."""
    from kkmp_cli.render.harmless import json_text

    if as_json:
        command.out(json_text(_row(held)))
        return
    command.say(f"{KEYS[held.key].title}{_told(held)}.")
    if held.value:
        command.out(held.line)


def _told(held: Setting) -> str:
    return f", dari {_source(held)}" if held.value else ": belum diisi"


def _row(held: Setting) -> dict[str, Any]:
    where = _source(held) if held.value else None
    return {
        "kunci": held.key,
        "isi": held.line or None,
        "dari": where,
        "arti": KEYS[held.key].title,
    }


def _line(held: Setting) -> dict[str, Any]:
    """The same in a line of a list; what is not set says what it would be."""
    from kkmp_cli.render.words import inside

    missing = f"belum diisi: {inside(KEYS[held.key].title)}"
    return _row(held) | {"isi": held.line or missing}


def _show_all(command: Terminal, held: Sequence[Setting], as_json: bool) -> None:
    """A line each; beside it where the file lies and what in it is not known."""
    from kkmp_cli.render.screens import plain_list
    from kkmp_cli.settings import config_file

    rows = [_row(one) if as_json else _line(one) for one in held]
    command.page(plain_list.records(rows, as_json, ("kunci", "dari", "isi")), as_json)
    command.say(Advice("Ubah: {}", Command("config", "tempat", "Jakarta")))
    command.say(f"Berkas komputer ini: {config_file.path()}")
    if unknown := config_file.unknown():
        command.say(f"Tidak dikenal di berkas itu, dibiarkan: {', '.join(unknown)}")
