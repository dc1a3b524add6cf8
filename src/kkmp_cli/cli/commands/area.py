"""`kkmp area`: the list of kelurahan and desa, their codes and the spellings in use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.actions import area_list
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.areas.kota import short_name
from kkmp_cli.cli.framework import group, out, session
from kkmp_cli.errors import Advice, BadUsage, Command, NotFound, Refused
from kkmp_cli.parsing.text import clean, match_key

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("area", "Daftar kelurahan/desa, kode dan ejaannya.")
_KOTA = "Nama, singkatan atau kode kota."
_NEW_PLACE = (
    "Kota atau kecamatan baru memerlukan juga --provinsi dan --kode, misalnya "
    '--provinsi "Jawa Barat" --kode 32.73.01.1001.'
)


@app.command("list")
def list_(
    ctx: typer.Context,
    kota: Annotated[str | None, typer.Option("--kota", help=_KOTA)] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sebagai JSON.")] = False,
) -> None:
    """Daftar kelurahan dengan kode dan ejaan yang dikenal."""
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.render.screens import plain_list

    with open_reader(session(ctx).location) as register:
        where = scope(register, kota, kecamatan)
        areas = [area for prefix in where.prefixes or () for area in register.areas(prefix)]
        areas = areas or register.areas()
        spellings: dict[str, list[str]] = {}
        for code, alias in register.aliases():
            spellings.setdefault(code, []).append(alias)
        registered = (
            {known.id for known in register.cooperatives(where.prefixes)} if as_json else set()
        )
    rows = [
        {
            "id": area.id,
            "kode": area.kode,
            "kelurahan": area.kelurahan,
            "kecamatan": area.kecamatan,
            "kota": area.kota if as_json else short_name(area.kota),
            "provinsi": area.provinsi,
            "alias": spellings.get(area.kode, []),
            "terdaftar": area.id in registered,
        }
        for area in areas
    ]
    out(plain_list.records(rows, as_json, ("kode", "kelurahan", "kecamatan", "kota", "alias")))


@app.command("alias")
def alias(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAMA", help="Ejaan yang dipakai orang.")],
    code: Annotated[str, typer.Argument(metavar="KODE", help="Kode kelurahan, atau kode kota.")],
) -> None:
    """Catat satu ejaan untuk seterusnya.

    Contoh: kkmp area alias "Karang Ayar" 31.71.02.1002
    """
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    spelling = clean(name)
    command = session(ctx)
    with open_writer(command.location) as register:
        index = AreaIndex(register.areas(), register.aliases())
        kode, meant = _target(index, clean(code))
        _refuse_taken(register.aliases(), index, spelling, kode)
        if (kode, spelling) in register.aliases():
            out(f"`{spelling}` sudah dikenal sebagai {meant}.")
            return
        record.create_record(register, "alias", {"kode": kode, "alias": spelling}, command.typed)
    out(f"`{spelling}` kini berarti {meant} ({kode}).")


def _target(index: AreaIndex, code: str) -> tuple[str, str]:
    if len(code) == 5:
        kode, name = index.find_kota(code)
        return kode, name
    area = index.by_code(code)
    if area is None:
        raise Refused(f"Tidak ada kelurahan berkode `{code[:20]}`.", "Lihat `kkmp area list`.")
    return area.kode, area.kelurahan


def _refuse_taken(
    aliases: list[tuple[str, str]], index: AreaIndex, spelling: str, kode: str
) -> None:
    """A spelling stands for one area of a kota only, and never hides the official name of
    another.
    """
    key = match_key(spelling)
    if not key:
        raise Refused("Ejaan itu tidak berisi huruf.", "Tulis nama seperti yang dipakai orang.")
    clash = [
        area
        for area in index.areas
        if area.kode != kode and match_key(area.kelurahan) == key and area.kota_code == kode[:5]
    ]
    if len(kode) > 5 and clash:
        raise Refused(
            f"{spelling} adalah nama resmi {clash[0].kelurahan} ({clash[0].kode}).",
            "Pakai ejaan lain.",
        )
    for other, known in aliases:
        if (
            match_key(known) == key
            and other != kode
            and other[:5] == kode[:5]
            and len(other) == len(kode)
        ):
            raise Refused(f"`{spelling}` sudah berarti {other}.", "Lihat `kkmp area list`.")


app.command("import")(area_list.import_)


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAMA", help="Nama kelurahan/desa baru.")],
    kecamatan: Annotated[str, typer.Option("--kecamatan", help="Nama atau kode kecamatannya.")],
    kota: Annotated[str | None, typer.Option("--kota", help=_KOTA)] = None,
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
) -> None:
    """Tambahkan kelurahan baru; tanpa --kode diberi kode sementara.

    Contoh: kkmp area add "Kapuk Selatan" --kecamatan Cengkareng --kota jakbar
    """
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    spelling = clean(name)
    if not spelling:
        raise Refused("Nama kelurahan kosong.", "Tulis namanya.")
    command = session(ctx)
    with open_writer(command.location) as register:
        if province is not None:
            values = _elsewhere(register, kota, kecamatan, province, code)
        else:
            values = _beside(register, kota, kecamatan, code, village)
        same = [
            area
            for area in register.areas(values["kode"][:8])
            if match_key(area.kelurahan) == match_key(spelling)
        ]
        if same:
            raise Refused(
                f"Sudah ada {same[0].kelurahan} ({same[0].kode}).", "Lihat `kkmp area list`."
            )
        record.create_record(register, "wilayah", values | {"kelurahan": spelling}, command.typed)
    note = (
        ""
        if code
        else Advice(
            " (kode sementara; ganti dengan `{}` bila kode resmi terbit)", Command("area", "recode")
        )
    )
    out(f"{spelling} ditambahkan ke daftar wilayah: {values['kode']}{note}.")


def _beside(
    register: Reader, kota: str | None, kecamatan: str, code: str | None, village: bool
) -> dict[str, str]:
    """The places of a new kelurahan in a kecamatan that the list knows."""
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.model.area import next_provisional

    try:
        prefix = scope(register, kota, kecamatan).kecamatan or ""
    except NotFound as unknown:
        raise Refused(unknown.message, f"{unknown.remedy} {_NEW_PLACE}") from None
    beside = register.areas(prefix)
    if code:
        kode = _checked_code(register, code, prefix)
    else:
        kode = next_provisional(prefix, [area.kode for area in beside], desa=village)
    there = beside[0]
    return {
        "kode": kode,
        "kecamatan": there.kecamatan,
        "kota": there.kota,
        "provinsi": there.provinsi,
    }


def _elsewhere(
    register: Reader, kota: str | None, kecamatan: str, province: str, code: str | None
) -> dict[str, str]:
    """The places of a kelurahan where the list knows nothing yet, all named; names that it does
    know must agree.
    """
    if not kota or not code:
        raise BadUsage(
            "--provinsi memerlukan juga --kota dan --kode.",
            Advice("Atau masukkan daftarnya: {}.", Command("area", "import")),
        )
    kode = _checked_code(register, code, "")
    stated = {"provinsi": clean(province), "kota": clean(kota), "kecamatan": clean(kecamatan)}
    for name, length in (("provinsi", 2), ("kota", 5), ("kecamatan", 8)):
        known = register.areas(kode[:length])
        if known and match_key(getattr(known[0], name)) != match_key(stated[name]):
            raise Refused(
                f"Kode {kode[:length]} adalah {name} {getattr(known[0], name)}, bukan "
                f"{stated[name][:60]}.",
                "Periksa kode dan namanya.",
            )
    return {"kode": kode, **stated}


def _checked_code(register: Reader, code: str, prefix: str) -> str:
    word = clean(code)
    if not re.fullmatch(r"\d{2}\.\d{2}\.\d{2}\.[123]\d{3}", word, re.ASCII) or not word.startswith(
        prefix
    ):
        raise Refused(
            f"`{word[:20]}` bukan kode kelurahan/desa.", f"Bentuknya {prefix or '31.71.02'}.1009."
        )
    if register.areas(word):
        raise Refused(
            f"Kode {word} sudah dipakai {register.areas(word)[0].kelurahan}.",
            Advice("Lihat `{}`.", Command("area", "list")),
        )
    return word


@app.command("recode")
def recode(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="KODE-LAMA", help="Kode atau nama sekarang.")],
    new: Annotated[str, typer.Argument(metavar="KODE-BARU", help="Kode resmi yang baru.")],
) -> None:
    """Beri kode resmi; kode lama tetap dikenal sebagai ejaan.

    Contoh: kkmp area recode 31.73.01.S101 31.73.01.1007
    """
    from kkmp_cli.actions import record
    from kkmp_cli.model.event import Event
    from kkmp_cli.model.run import WHOLE
    from kkmp_cli.register.records import to_json
    from kkmp_cli.register.writer import open_writer

    command = session(ctx)
    with open_writer(command.location) as register:
        area = AreaIndex(register.areas(), register.aliases()).find(clean(old))
        kode = _checked_code(register, new, "")
        day = settings.today().isoformat()
        held = [
            (key, code)
            for key, code in register.rows("SELECT id, kode FROM aliases")
            if code == area.kode
        ]
        events = [Event("wilayah", area.id, "kode", area.kode, kode, day)]
        events += [Event("alias", key, "kode", code, kode, day) for key, code in held]
        made = to_json({"kode": kode, "alias": area.kode})
        events.append(Event("alias", register.next_id("alias"), WHOLE, None, made, day))
        run = record.record(register, events, command.typed)
    out(f"{area.kelurahan}: kode {area.kode} → {kode} (run {run}; batalkan: kkmp undo {run}).")
