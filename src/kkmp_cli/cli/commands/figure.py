"""`kkmp figure`: published figures, to stand beside the register's own count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import group, out, session
from kkmp_cli.cli.options import field_options, record_options
from kkmp_cli.errors import Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("figure", "Angka yang pernah diterbitkan, dicetak di samping hitungan register.")


@app.command("add")
def add(
    ctx: typer.Context,
    indicator: Annotated[
        str, typer.Argument(metavar="INDIKATOR", help="Misalnya beroperasi, rat, nib, kkmp.")
    ],
    value: Annotated[
        str, typer.Argument(metavar="NILAI", help='Seperti diterbitkan: 34, 90%, "sekitar 90%".')
    ],
    kota: Annotated[str, typer.Option("--kota", help="Nama, singkatan atau kode kota.")],
    per: Annotated[
        str, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan angka itu.")
    ],
    source: Annotated[
        str | None, typer.Option("--sumber", metavar="TEKS", help="Siapa menerbitkan.")
    ] = None,
) -> None:
    """Catat satu angka yang diterbitkan.

    Contoh: kkmp figure add beroperasi 34 --kota jakpus --per 2026-03-10 --sumber Beritajakarta
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.named_areas import one_kota
    from kkmp_cli.register.writer import open_writer
    from kkmp_cli.reports import indicator_path

    name = clean(indicator).casefold().replace("-", "_")
    if indicator_path(name) is None:
        raise Refused(
            f"Indikator `{name[:60]}` tidak dikenal.",
            "Misalnya beroperasi, rat, nib, kkmp, gerai_usaha.gerai_tanpa_usaha, "
            "pelatihan.peserta.",
        )
    if numbers.read(clean(value)) is None:
        raise Refused(
            f"Nilai `{clean(value)[:40]}` bukan angka.",
            'Tulis misalnya 34, 90% atau "sekitar 90%".',
        )
    day = field_options.read_any_day(per, "--per")
    field_options.read_day(per, settings.today())
    command = session(ctx)
    with open_writer(command.location) as register:
        code, name_of_kota = one_kota(register, kota)
        values = {
            "indikator": name,
            "nilai": clean(value, 40),
            "kota": code,
            "per": day,
            "sumber": clean(source, 2_000) if source else None,
        }
        key = record.create_record(register, "angka", values, command.typed)
    out(f"Angka {key}: {name} {clean(value)}, {name_of_kota}.")


@app.command("list")
def list_(
    ctx: typer.Context, kota: record_options.Kota = None, as_json: record_options.AsJson = False
) -> None:
    """Daftar angka yang diterbitkan."""
    record_options.show_list(
        ctx, kota, as_json, _rows, ("id", "indikator", "nilai", "kota", "per", "sumber")
    )


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import rows_of

    held = rows_of(register, "angka")
    return [{"id": key, **row} for key, row in held.items() if not codes or row["kota"] in codes]


@app.command("remove")
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu angka; riwayatnya tetap ada."""
    record_options.remove(ctx, "angka", number)
