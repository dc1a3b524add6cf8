"""`kkmp show`: one cooperative, all that is known of it."""

from __future__ import annotations

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

    wanted = chosen_format(as_format, as_json, output, _writers(to_file=output is not None))
    day = day_options.read_day(per)
    one = look_up(session(ctx), kelurahan, (kota, kecamatan), day, personal)
    known = (one.cooperative, day, one.trainings, one.followups, one.runs)
    deliver(wanted, Record(*known, personal, one.retroactive))


def _writers(to_file: bool) -> dict[str, Writer]:
    return {"json": _json, **{name: _page(name, to_file) for name in ("terminal", "html", "pdf")}}


def _json(value: Record) -> str:
    from kkmp_cli.render.screens.show import as_json

    return as_json(value)


def _page(name: str, to_file: bool) -> Writer:
    """The writer of the cooperative's page: on paper that for a visit."""

    def write(value: Record) -> str | bytes:
        from kkmp_cli.render import formats
        from kkmp_cli.render.packet import cooperative_page

        make = cooperative_page.page if name == "terminal" else cooperative_page.visit
        options = formats.Options(to_file=to_file)
        return formats.WRITERS[name](make(value, settings.now()), options)

    return write
