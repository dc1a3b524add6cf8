"""`kkmp show`: one cooperative, all that is known of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import day_options, output_options, place_options
from kkmp_cli.cli.output import Writer, chosen_format, deliver, session

if TYPE_CHECKING:
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
    """Tampilkan satu koperasi: profil, milestone, pelatihan, tindak lanjut, riwayat.

    Contoh: kkmp show Gambir, atau untuk dibawa berkunjung: kkmp show Gambir -o gambir.html
    """
    from kkmp_cli.actions.one_cooperative import look_up
    from kkmp_cli.render.packet.cooperative_page import Record

    wanted = chosen_format(as_format, as_json, output, _writers(output is not None))
    day = day_options.read_day(per)
    one = look_up(session(ctx), kelurahan, (kota, kecamatan), day, personal)
    parts = (one.vocabulary, one.cooperative, day, one.trainings, one.followups, one.runs)
    deliver(wanted, Record(*parts, personal, one.head, one.retroactive), personal)


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
