"""`kkmp history` and `kkmp undo`: what was done, by whom, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import out, say, session
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader


_PAGE = 20
"""Runs on one page of the terminal."""


def history(
    ctx: typer.Context,
    kelurahan: Annotated[
        str | None, typer.Argument(metavar="KELURAHAN", help="Nama atau kode.")
    ] = None,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--sejak", metavar="TANGGAL", help="Sejak tanggal itu.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--sampai", metavar="TANGGAL", help="Sampai akhir tanggal itu.")
    ] = None,
    officer: Annotated[
        str | None, typer.Option("--petugas", metavar="NAMA", help="Nama, atau bagiannya.")
    ] = None,
    run: Annotated[str | None, typer.Option("--run", metavar="N", help="Satu run saja.")] = None,
    number: Annotated[
        str | None, typer.Option("--jumlah", metavar="N", help="Paling banyak N run.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--semua", help="Semua run, bukan 20 yang terbaru.")
    ] = False,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Riwayat: kapan, siapa, apa, dari mana, mengapa; yang terbaru di atas.

    Di layar 20 run yang terbaru; --json memuat semuanya. Contoh: kkmp history Gambir --sejak
    2026-03-01
    """
    from kkmp_cli.actions.named_areas import areas_named
    from kkmp_cli.actions.retroactive import effects
    from kkmp_cli.cli.delivery import chosen_format, deliver
    from kkmp_cli.register import log
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.screens import history as past

    wanted = chosen_format(as_format, as_json, output, past.FORMATS)
    limit = _number(number, "--jumlah") if number is not None else None
    page = wanted[0] == "terminal"
    asked = log.Wanted(
        run=_number(run) if run is not None else None,
        since=_first_day(since),
        until=_day(until, "--sampai"),
        limit=limit or (_PAGE if page and not everything else None),
        most=past.MOST if page else None,
    )
    with open_reader(session(ctx).location) as register:
        subject = areas_named(register, [kelurahan], kota, None)[0].id if kelurahan else None
        asked = replace(asked, subject=subject, officers=_officers(register, officer))
        found = log.history(register, asked)
        total = log.count(register, asked)
        told = effects(register, found) if page else {}
    if run is not None and not found:
        raise Refused(f"Tidak ada run {asked.run} di sini.", "Lihat `kkmp history`.")
    deliver(wanted, output, past.Past(found, told))
    if page and len(found) < total:
        say(
            f"{show(len(found))} dari {show(total)} run; selebihnya: --semua, --jumlah N, atau "
            f"--sampai TANGGAL."
        )


def _day(text: str | None, option: str) -> date | None:
    return field_options.read_day(text, settings.today(), option) if text is not None else None


def _first_day(text: str | None) -> date | None:
    """The day, or the first of the month or year typed after `--sejak`."""
    if text is None:
        return None
    return dates.read(field_options.read_any_day(text, "--sejak")).first_day


def _officers(register: Reader, name: str | None) -> list[str] | None:
    """The recorded names that hold what was typed. Raises Refused where there is none."""
    from kkmp_cli.register import log

    if name is None:
        return None
    known = log.officers(register)
    found = [each for each in known if match_key(name) and match_key(name) in match_key(each)]
    if not found:
        names = ", ".join(known[:10]) or "belum ada"
        raise Refused(f"Tidak ada petugas `{clean(name)[:60]}` di riwayat.", f"Yang ada: {names}.")
    return found


def undo(
    ctx: typer.Context,
    run: Annotated[
        str | None, typer.Argument(metavar="RUN", help="Nomor run; tanpa nomor: yang terbaru.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Batalkan satu run utuh; membatalkan pembatalan mengembalikannya."""
    from kkmp_cli.cli.framework import confirm
    from kkmp_cli.register import undoing
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.writer import NewRun, open_writer

    command = session(ctx)
    why = clean(reason, 2_000) if reason else None
    with open_reader(command.location) as register:
        found = undoing.candidate(register, _number(run))
    confirm(f"Batalkan run {found.id} ({found.command}, {show(found.count)} perubahan)?", yes)
    with open_writer(command.location) as register:
        again = undoing.candidate(register, found.id)
        undoing.refuse_if_touched_later(register, again)
        register.keep_copy()
        number = register.apply([], NewRun(command.typed, why, undoes=again.id))
    out(f"Run {again.id} dibatalkan (run {number}; kembalikan: kkmp undo {number}).")


def _number(text: str | None, what: str = "Nomor run") -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 12):
        raise BadUsage(f"{what} berupa bilangan.", "Lihat `kkmp history`.")
    if int(text) == 0:
        raise Refused(f"{what} paling sedikit 1.", "Lihat `kkmp history`.")
    return int(text)
