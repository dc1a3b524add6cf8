"""`kkmp demo`: the shipped facts as a register, and the report that follows from them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from kkmp_cli.cli.output import Delivery, Terminal, put, session
from kkmp_cli.errors import Advice, Command, Unusable

_KOTA, _PER = "31.71", "2026-03-10"


def demo(
    ctx: typer.Context,
    place: Annotated[
        str | None, typer.Option("--db", metavar="JALUR", help="Simpan register contoh di sini.")
    ] = None,
) -> None:
    """Register contoh dari data yang terbit, dan laporan Jakarta Pusat 10 Maret 2026.

    Tanpa --db register contoh dibuang lagi; register Anda tidak pernah disentuh.

    Contoh:
    kkmp demo
    kkmp demo --db contoh.db
    """
    from kkmp_cli.register.location import path_of, taken

    command = session(ctx)
    given = place or command.db
    if given is None:
        with tempfile.TemporaryDirectory(prefix="kkmp-demo-") as folder:
            _build_and_show(command, str(Path(folder) / "demo.db"))
        again = Command("demo", "--db", "demo.db")
        hint = "Contoh ini tidak disimpan; simpan dengan `{}`."
        command.say(Advice(hint, again))
        return
    path = path_of(given)
    if taken(path):
        raise Unusable(f"{path} sudah ada; demo tidak menimpa apa pun.", "Pilih nama berkas baru.")
    _build_and_show(command, given)
    command.say(f"Register contoh: {path}. Coba: {Command('report').on(given)}")


def _build_and_show(command: Terminal, location: str) -> None:
    from kkmp_cli.actions.demo_register import load
    from kkmp_cli.cli.commands.report import report_text

    made = command.at(location)
    with made.writing(create=True) as register:
        load(register)
    put(command, Delivery("terminal", str, None), report_text(made, _KOTA, _PER))
