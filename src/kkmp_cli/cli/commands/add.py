"""`kkmp add`: registers cooperatives, with whatever is known of them."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import confirm, interactive, out, say, session
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.model.vocabulary import default_name
from kkmp_cli.parsing import numbers


@field_options.with_field_options
def add(
    ctx: typer.Context,
    kelurahan: Annotated[
        list[str] | None, typer.Argument(metavar="KELURAHAN…", help="Nama atau kode.")
    ] = None,
    *,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Semua kelurahan kota itu.")] = False,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan itu benar.")
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku --rat.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
    stated: dict[str, str],
) -> None:
    """Daftarkan koperasi, satu atau sekota.

    Contoh: kkmp add --kota jakpus --all
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.named_areas import chosen_areas
    from kkmp_cli.actions.record import looking
    from kkmp_cli.planning.intent import Intent
    from kkmp_cli.planning.merge import MergePolicy
    from kkmp_cli.register.writer import open_writer

    today = settings.today()
    day = field_options.read_day(per, today)
    year = field_options.read_book_year(book_year, newest_book_year(day))
    said = field_options.read_options(stated, [], year, today)
    command = session(ctx)
    if interactive() and not yes:
        with looking(command.location) as register:
            areas = chosen_areas(register, kelurahan or [], kota, kecamatan, everything)
            known_ids = {
                area.id for area in register.registered_areas([area.kode for area in areas])
            }
        if len(areas) - len(known_ids) > 1:
            confirm(f"Daftarkan {numbers.show(len(areas) - len(known_ids))} koperasi?", yes)
    with open_writer(command.location, create=True) as register:
        areas = chosen_areas(register, kelurahan or [], kota, kecamatan, everything)
        held = {known.id: known for known in register.cooperatives(ids=[area.id for area in areas])}
        new = [area for area in areas if area.id not in held]
        if held and not everything:
            names = ", ".join(
                f"{known.area.kelurahan} ({known.area.kode})" for known in held.values()
            )
            raise Refused(
                f"Sudah ada di register: {names}.", "Untuk mengubah isinya pakai `kkmp update`."
            )
        intents = [Intent(area, said.values, day, per is not None, said.pers) for area in new]
        run = record.carry_out(
            register, intents, {}, MergePolicy(officer=True), command.typed, reason, bulk=everything
        )
    if held:
        say(f"{numbers.show(len(held))} koperasi sudah terdaftar, dilewati.")
    if run is None:
        out("Tidak ada koperasi baru; tidak ada yang ditulis.")
    else:
        what = (
            f"{default_name(new[0].kelurahan, new[0].kode)} ({new[0].kode})"
            if len(new) == 1
            else f"{numbers.show(len(new))} koperasi"
        )
        out(f"{what} ditambahkan ke register (run {run}).")
