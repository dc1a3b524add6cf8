"""`kkmp show`: one cooperative, all that is known of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import session
from kkmp_cli.errors import Refused

if TYPE_CHECKING:
    from kkmp_cli.render.packet.cooperative_page import Record


def show(
    ctx: typer.Context,
    kelurahan: Annotated[str, typer.Argument(metavar="KELURAHAN", help="Nama atau kode.")],
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    personal: Annotated[
        bool, typer.Option("--with-personal", help="Sertakan nama ketua dan telepon.")
    ] = False,
    as_format: Annotated[
        str | None, typer.Option("--format", metavar="BENTUK", help="terminal, json, html, pdf.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Tampilkan satu koperasi: profil, milestone, pelatihan, tindak lanjut, riwayat.

    Contoh: kkmp show Gambir, atau untuk dibawa berkunjung: kkmp show Gambir -o gambir.html
    """
    from kkmp_cli.actions.named_areas import areas_named
    from kkmp_cli.actions.retroactive import effects
    from kkmp_cli.cli.delivery import chosen_format, deliver
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.packet.cooperative_page import Record

    writers = {name: _page(name, output is not None) for name in ("terminal", "html", "pdf")}
    wanted = chosen_format(as_format, as_json, output, {"json": _json, **writers})
    with open_reader(session(ctx).location) as register:
        area = areas_named(register, [kelurahan], kota, kecamatan)[0]
        found = register.cooperative(area, with_personal=personal)
        if found is None:
            raise Refused(
                f"{area.kelurahan} ({area.kode}) belum ada di register.",
                f"Daftarkan: kkmp add {area.kode}",
            )
        snapshot = register.snapshot([area.kota_code])
        history = register.runs(subject=area.id)
        told = effects(register, history)
    trainings = [
        training
        for training in snapshot.trainings
        if any(who.cooperative_id == found.id for who in training.hadir)
    ]
    followups = [item for item in snapshot.followups if area.kode in item.kode]
    deliver(
        wanted,
        output,
        Record(found, tuple(trainings), tuple(followups), tuple(history), personal, told),
    )


def _json(value: Record) -> str:
    from kkmp_cli.render.screens.show import as_json

    return as_json(value, settings.today())


def _page(name: str, to_file: bool) -> Callable[[Record], str | bytes]:
    """The writer of the cooperative's page: on paper that for a visit."""

    def write(value: Record) -> str | bytes:
        from kkmp_cli.render import formats
        from kkmp_cli.render.packet import cooperative_page

        make = cooperative_page.page if name == "terminal" else cooperative_page.visit
        options = formats.Options(to_file=to_file)
        return formats.WRITERS[name](make(value, settings.now()), options)

    return write
