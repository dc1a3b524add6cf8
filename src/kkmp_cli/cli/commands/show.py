"""`kkmp show`: one cooperative, all that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import day_options, output_options, place_options
from kkmp_cli.cli.output import Writer, chosen_format, deliver, session
from kkmp_cli.errors import Advice, Command
from kkmp_cli.parsing import numbers

if TYPE_CHECKING:
    from kkmp_cli.actions.one_cooperative import OneCooperative
    from kkmp_cli.model.run import Run
    from kkmp_cli.render.packet.cooperative_page import Record


def show(
    ctx: typer.Context,
    kelurahan: place_options.Kelurahan,
    kota: place_options.Kota = None,
    kecamatan: place_options.Kecamatan = None,
    per: day_options.Per = None,
    personal: Annotated[
        bool, typer.Option("--with-personal", help="Sertakan nama ketua dan telepon.")
    ] = False,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal, json, html, pdf.")
    ] = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Tampilkan satu koperasi: profil, tahap, pelatihan, tindak lanjut, riwayat.

    Di layar 10 pekerjaan yang terbaru; --json memuat semuanya. Sebagai .html untuk dibawa
    berkunjung.

    Contoh:
    kkmp show Gambir
    kkmp show "Duri Pulo" -o duri-pulo.html
    """
    from kkmp_cli.actions.one_cooperative import look_up

    wanted = chosen_format(as_format, as_json, output, _writers(output is not None))
    day = day_options.read_day(per)
    command = session(ctx)
    one = look_up(command, kelurahan, (kota, kecamatan), day, personal, _runs_of(wanted.format))
    deliver(command, wanted, _record(one, day, personal), personal)
    if wanted.format == "terminal" and len(one.runs) < one.total:
        command.say(_left_out(one))


def _record(one: OneCooperative, day: date, personal: bool) -> Record:
    from kkmp_cli.render.packet.cooperative_page import Record

    parts = (one.vocabulary, one.cooperative, day, one.trainings, one.followups, one.runs)
    return Record(*parts, personal, one.head, one.retroactive)


def _left_out(one: OneCooperative) -> Advice:
    """How many runs are shown, and how to see all."""
    everything = Command("history", one.cooperative.area.kode, "--semua")
    shown = f"{numbers.show(len(one.runs))} pekerjaan terbaru dari {numbers.show(one.total)}"
    return Advice("Riwayat: {}; semuanya: `{}`.", shown, everything)


def _runs_of(name: str) -> Callable[[Iterable[Run]], Iterable[Run]]:
    """What a format tells of the runs: JSON all of them."""
    from kkmp_cli.render.packet import cooperative_page

    if name == "json":
        return tuple
    return cooperative_page.newest_runs if name == "terminal" else cooperative_page.latest_runs


def _writers(to_file: bool) -> dict[str, Writer]:
    names = ("json", "terminal", "html", "pdf")
    return {name: partial(_written, name=name, to_file=to_file) for name in names}


def _written(value: Record, *, name: str, to_file: bool) -> str | bytes:
    """The cooperative's page in a format: on paper that for a visit."""
    from kkmp_cli.render import formats
    from kkmp_cli.render.packet import cooperative_page
    from kkmp_cli.render.screens.show import as_json

    if name == "json":
        return as_json(value)
    make = cooperative_page.page if name == "terminal" else cooperative_page.visit
    return formats.WRITERS[name](make(value, settings.now()), formats.Options(to_file=to_file))
