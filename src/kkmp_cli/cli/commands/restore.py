"""`kkmp restore`: a backup in the place of the register, which is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, Command

if TYPE_CHECKING:
    from pathlib import Path

    from kkmp_cli.register.restoring import Restored


def restore(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Berkas cadangan.")],
    yes: output_options.Yes = False,
) -> None:
    """Ganti register dengan sebuah cadangan; berkas yang diganti disimpan.

    Contoh:
    kkmp restore register-cadangan-2026-03-10.db
    """
    from kkmp_cli.register.engines import server_of

    command = session(ctx)
    if server_of(command.location):
        _onto_server(command, file, yes)
    else:
        _in_a_file(command, file, yes)


def _in_a_file(command: Terminal, file: str, yes: bool) -> None:
    from kkmp_cli.register import restoring
    from kkmp_cli.register.location import path_of, taken
    from kkmp_cli.render.screens.backup import contents

    path, source = path_of(command.location), path_of(file)
    listed = contents(restoring.contents(source))
    confirm(f"{'Ganti' if taken(path) else 'Buat'} {path} dengan {source} ({listed})?", yes)
    done = restoring.restore(source, path, command.tell)
    command.done(f"Register {path} dipulihkan dari {source}: {contents(done.contents)}.")
    _say_kept(command, path, done)
    _say_forgotten(command, done.forgotten)


def _onto_server(command: Terminal, file: str, yes: bool) -> None:
    """The same on a server, which keeps the register that is replaced under another name."""
    from kkmp_cli.actions import shared_register
    from kkmp_cli.register import restoring
    from kkmp_cli.register.engines import engine_of
    from kkmp_cli.register.location import path_of
    from kkmp_cli.render.screens.backup import contents

    listed = contents(restoring.contents(path_of(file)))
    confirm(f"Ganti {engine_of(command.location)} dengan {file} ({listed})?", yes)
    done = shared_register.move_in(command, file, command.location, replace=True)
    command.done(f"Register {done.place} dipulihkan dari {file}: {contents(done.contents)}.")
    if done.kept:
        command.say(f"Register sebelumnya disimpan di server itu sebagai skema {done.kept}.")


def _say_forgotten(command: Terminal, codes: Sequence[str]) -> None:
    if codes:
        template = "Data pribadi yang pernah dihapus dengan `{}` tetap dihapus: {}."
        command.say(Advice(template, Command("forget"), ", ".join(codes)))


def _say_kept(command: Terminal, path: Path, done: Restored) -> None:
    if done.kept is None:
        command.say("Register baru dibuat di tempat itu.")
        command.warn_of_place(path)
    elif done.damaged:
        command.say(f"Register yang rusak disimpan di {done.kept}.")
    else:
        back = Command("restore", done.kept)
        command.say(Advice("Register sebelumnya disimpan di {}; kembali: {}", done.kept, back))
