"""`kkmp history`: what was done, when, by whom, and why."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from kkmp_cli.actions.past_runs import RunFilter
from kkmp_cli.cli.options import output_options, place_options
from kkmp_cli.cli.options.day_options import read_any_day, read_past_day
from kkmp_cli.cli.options.run_options import read_run
from kkmp_cli.cli.output import Delivery, Terminal, chosen_format, put, session
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show

_PAGE = 20
"""Runs on one page of the terminal."""


def history(
    ctx: typer.Context,
    kelurahan: Annotated[
        str | None, typer.Argument(metavar="KELURAHAN", help="Nama atau kode.")
    ] = None,
    kota: place_options.Kota = None,
    since: Annotated[
        str | None, typer.Option("--sejak", metavar="TANGGAL", help="Sejak tanggal itu.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--sampai", metavar="TANGGAL", help="Sampai akhir tanggal itu.")
    ] = None,
    officer: Annotated[
        str | None, typer.Option("--petugas", metavar="NAMA", help="Nama, atau bagiannya.")
    ] = None,
    run: Annotated[
        str | None, typer.Option("--run", metavar="N", help="Satu pekerjaan saja.")
    ] = None,
    number: Annotated[
        str | None, typer.Option("--jumlah", metavar="N", help="Paling banyak sekian pekerjaan.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--semua", help="Semuanya, bukan 20 yang terbaru.")
    ] = False,
    as_format: output_options.Form = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Riwayat: kapan, siapa, apa, dari mana, mengapa; yang terbaru di atas.

    Di layar 20 pekerjaan yang terbaru; --json memuat semuanya.

    Contoh:
    kkmp history
    kkmp history Gambir --sejak 2026-03-01
    """
    from kkmp_cli.render.screens import history as screen

    if kota and not kelurahan:
        raise BadUsage("--kota di sini hanya menyertai KELURAHAN.", "Hapus --kota.")
    wanted = chosen_format(as_format, as_json, output, screen.FORMATS)
    page, limit = wanted.format == "terminal", read_run(number, "--jumlah")
    days = _first_day(since), read_past_day(until, "--sampai")
    if limit is None and page and not everything:
        limit = _PAGE
    asked = RunFilter(kelurahan, kota, officer, read_run(run), days, limit)
    _tell(session(ctx), asked, wanted, page)


def _tell(command: Terminal, asked: RunFilter, wanted: Delivery, page: bool) -> None:
    """The runs, and on a page how many are left out. Raises Refused for a run that is not there."""
    from kkmp_cli.actions import past_runs
    from kkmp_cli.render.screens import history as screen

    with past_runs.history(command, asked, screen.MOST if page else None) as past:
        if asked.run is not None and not past.total:
            raise _not_here(asked.run)
        content = wanted.writer(screen.Past(past.runs, past.vocabulary, past.retroactive))
    put(command, wanted, content, what=f"{show(past.total)} pekerjaan")
    if page and asked.limit and asked.limit < past.total:
        shown = f"{show(asked.limit)} dari {show(past.total)} pekerjaan"
        command.say(f"{shown}; selebihnya: --semua, --jumlah N, atau --sampai TANGGAL.")


def _not_here(run: int) -> Refused:
    remedy = Advice("Lihat `{}`.", Command("history"))
    return Refused(f"Tidak ada pekerjaan {run} di sini.", remedy)


def _first_day(text: str | None) -> date | None:
    """The day, or the first of the month or year typed after `--sejak`."""
    return None if text is None else dates.read(read_any_day(text, "--sejak")).first_day
