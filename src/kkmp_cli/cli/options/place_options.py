"""Where: kelurahan, kecamatan and kota as typed; `actions.named_areas` tells what they name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.cli.options.blocks import Function, option, with_options
from kkmp_cli.cli.output import Terminal
from kkmp_cli.errors import Advice, BadUsage, Command

KOTA = "Nama, singkatan atau kode kota."
Kota = Annotated[str | None, typer.Option("--kota", help=KOTA)]
Kecamatan = Annotated[str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")]
Kelurahan = Annotated[str, typer.Argument(metavar="KELURAHAN", help="Nama atau kode.")]


def of_one_kota(command: Terminal, kota: str | None) -> str:
    """The kota of a record: `--kota`, else that of the settings. Raises BadUsage where neither
    names one.
    """
    if not (named := kota or command.default_kota()):
        keep = Command("config", "kota", "jakpus")
        remedy = Advice("Sebut misalnya --kota jakpus; agar selalu dipakai: {}", keep)
        raise BadUsage("--kota belum disebut.", remedy)
    return named


def with_places(all_of: str) -> Callable[[Function], Function]:
    """Gives a command `KELURAHAN…`, `--kota`, `--kecamatan` and `--all`, of which the help is
    `all_of`; it receives them in its parameter `choice`.
    """
    names = typer.Argument(metavar="KELURAHAN…", help="Nama atau kode.")
    block = [
        option("kelurahan", Annotated[list[str] | None, names]),
        option("kota", Kota),
        option("kecamatan", Kecamatan),
        option("everything", Annotated[bool, typer.Option("--all", help=all_of)], False),
    ]
    return lambda command: with_options(command, "choice", block, _choice)


def _choice(given: dict[str, Any]) -> AreaChoice:
    names, *where = given.values()
    return AreaChoice(names or (), *where)
