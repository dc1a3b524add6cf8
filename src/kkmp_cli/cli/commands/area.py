"""`kkmp area`: the list of kelurahan and desa, their codes and the spellings in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.areas.kota import short_name
from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import area_list_options, day_options, output_options, place_options
from kkmp_cli.cli.options.record_options import say_run
from kkmp_cli.cli.output import session, undo_with
from kkmp_cli.cli.prompts import interactive
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.actions.area_names import Listed

app = group("area", "Daftar kelurahan/desa, kode dan ejaannya.")


@app.command("list")
def list_(
    ctx: typer.Context,
    kota: place_options.Kota = None,
    kecamatan: place_options.Kecamatan = None,
    as_json: output_options.AsJson = False,
) -> None:
    """Daftar kelurahan dengan kode dan ejaan yang dikenal.

    Contoh:
    kkmp area list --kota jakpus
    """
    from kkmp_cli.actions import area_names
    from kkmp_cli.render.screens import plain_list

    command = session(ctx)
    listed = area_names.listed(command, kota, kecamatan, as_json)
    dated = ("sejak",) if any(area.sejak for area in listed.areas) else ()
    columns = ("kode", "kelurahan", "kecamatan", "kota", "alias", *dated)
    command.page(plain_list.records(_rows(listed, as_json), as_json, columns), as_json)


def _rows(listed: Listed, as_json: bool) -> list[dict[str, Any]]:
    return [
        {
            "id": area.id,
            "kode": area.kode,
            "kelurahan": area.kelurahan,
            "kecamatan": area.kecamatan,
            "kota": area.kota if as_json else short_name(area.kota),
            "provinsi": area.provinsi,
            "alias": listed.spellings.get(area.kode, []),
            "terdaftar": area.id in listed.registered,
            "sejak": area.sejak,
        }
        for area in listed.areas
    ]


@app.command("alias")
@output_options.never_asking
def alias(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAMA", help="Ejaan yang dipakai orang.")],
    code: Annotated[str, typer.Argument(metavar="KODE", help="Kode kelurahan, atau kode kota.")],
) -> None:
    """Catat satu ejaan untuk seterusnya.

    Contoh:
    kkmp area alias "Karang Ayar" 31.71.02.1002
    """
    from kkmp_cli.actions import area_names

    command, spelling = session(ctx), clean(name)
    done = area_names.add_spelling(command, spelling, clean(code))
    if done.run is None:
        command.done(f"`{spelling}` sudah dikenal sebagai {done.name}.")
        return
    say_run(command, done.run)
    command.done(f"`{spelling}` kini berarti {done.name} ({done.kode}).")


@app.command("import")
@area_list_options.with_area_list
def import_(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="BERKAS", help="CSV, XLSX, ODS; - untuk CSV dari pipa.")
    ] = None,
    *,
    asked: AreaListRequest,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan bedanya.")] = False,
    yes: output_options.Yes = False,
) -> None:
    """Masukkan daftar wilayah resmi: kode,kelurahan,kecamatan,kota,provinsi atau kode,nama.

    Contoh:
    kkmp area import wilayah.csv --dry-run
    """
    from kkmp_cli.cli.area_conversation import AreaConversation

    command, request = session(ctx), asked._replace(file=file)
    if not AreaConversation(command, request, dry_run, interactive() and not yes).held():
        raise typer.Exit(1)


@app.command("add")
@output_options.never_asking
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAMA", help="Nama kelurahan/desa baru.")],
    kecamatan: Annotated[str, typer.Option("--kecamatan", help="Nama atau kode kecamatannya.")],
    kota: place_options.Kota = None,
    code: Annotated[
        str | None, typer.Option("--kode", help="Kode resmi, bila sudah terbit.")
    ] = None,
    province: Annotated[
        str | None,
        typer.Option(
            "--provinsi",
            help="Hanya bila kota atau kecamatannya baru; perlu juga --kota dan --kode.",
        ),
    ] = None,
    village: Annotated[bool, typer.Option("--desa", help="Desa, bukan kelurahan.")] = False,
    first_day: Annotated[
        str | None,
        typer.Option(
            "--sejak", metavar="TANGGAL", help="Hari pertamanya; sebelum itu tidak dihitung."
        ),
    ] = None,
) -> None:
    """Tambahkan kelurahan baru; tanpa --kode diberi kode sementara.

    Contoh:
    kkmp area add "Kapuk Selatan" --kecamatan Cengkareng --kota jakbar
    """
    from kkmp_cli.actions import area_names

    spelling = clean(name)
    if not spelling:
        raise Refused("Nama kelurahan kosong.", "Tulis namanya.")
    command = session(ctx)
    new = area_names.NewArea(
        spelling,
        kecamatan,
        kota,
        province,
        code,
        village,
        first_day=day_options.read_exact_day(first_day, "--sejak") if first_day else None,
    )
    done = area_names.add_area(command, new)
    say_run(command, done.run)
    note = " (kode sementara; ganti dengan `{}` bila kode resmi terbit)"
    provisional = "" if code else Advice(note, Command("area", "recode"))
    command.done(
        Advice("{} ditambahkan ke daftar wilayah: {}{}.", spelling, done.kode, provisional)
    )


@app.command("recode")
@output_options.never_asking
def recode(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="KODE-LAMA", help="Kode atau nama sekarang.")],
    new: Annotated[str, typer.Argument(metavar="KODE-BARU", help="Kode resmi yang baru.")],
) -> None:
    """Beri kode resmi; kode lama tetap dikenali.

    Contoh:
    kkmp area recode 31.73.01.S101 31.73.01.1007
    """
    from kkmp_cli.actions import area_names

    command = session(ctx)
    area, done = area_names.recode(command, clean(old), new)
    step = f"{area.kelurahan}: kode {area.kode} → {done.kode}"
    command.done(Advice("{}{}.", step, undo_with(done.run)))
