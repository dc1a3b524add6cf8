"""`kkmp history` and `kkmp undo`: what was done, by whom, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.commands.cli import out, session
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.text import clean


def history(
    ctx: typer.Context,
    kelurahan: Annotated[str | None, typer.Argument(metavar="[KELURAHAN]", help="Nama atau kode.")] = None,
    kota: Annotated[str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")] = None,
    as_format: Annotated[str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")] = None,
) -> None:
    """Riwayat: kapan, siapa, apa, dari mana, mengapa; yang terbaru di atas."""
    from kkmp_cli.commands.delivery import chosen_format, deliver
    from kkmp_cli.commands.naming import areas_named
    from kkmp_cli.register.reading import reading
    from kkmp_cli.render import past

    wanted = chosen_format(as_format, as_json, output, past.FORMATS)
    with reading(session(ctx).location) as register:
        subject = areas_named(register, [kelurahan], kota, None)[0].id if kelurahan else None
        runs = register.runs(subject=subject)
    deliver(wanted, output, runs)


def undo(
    ctx: typer.Context,
    run: Annotated[str | None, typer.Argument(metavar="[RUN]", help="Nomor run; tanpa nomor: yang terbaru.")] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Batalkan satu run utuh; membatalkan pembatalan mengembalikannya."""
    from kkmp_cli.commands.cli import confirm
    from kkmp_cli.register import undoing
    from kkmp_cli.register.reading import reading
    from kkmp_cli.register.store import NewRun, writing

    command = session(ctx)
    why = clean(reason, 2_000) if reason else None
    with reading(command.location) as register:
        found = undoing.candidate(register, _number(run))
    confirm(f"Batalkan run {found.id} ({found.command}, {found.count} perubahan)?", yes)
    with writing(command.location) as register:
        again = undoing.candidate(register, found.id)
        undoing.refuse_if_touched_later(register, again)
        register.keep_copy()
        number = register.apply([], NewRun(command.typed, why, undoes=again.id))
    out(f"Run {again.id} dibatalkan (run {number}; kembalikan: kkmp undo {number}).")


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise BadUsage("Nomor run berupa bilangan.", "Lihat `kkmp history`.")
    if int(text) == 0:
        raise Refused("Tidak ada run 0.", "Lihat `kkmp history`.")
    return int(text)
