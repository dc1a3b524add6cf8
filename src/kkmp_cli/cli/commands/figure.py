"""`kkmp figure`: published figures, to stand beside the register's own count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import day_options, output_options, place_options, record_options
from kkmp_cli.cli.output import session
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("figure", "Angka yang pernah diterbitkan, dicetak di samping hitungan register.")


@app.command("add")
@output_options.never_asking
def add(
    ctx: typer.Context,
    indicator: Annotated[
        str, typer.Argument(metavar="INDIKATOR", help="Misalnya beroperasi, rat, nib, kkmp.")
    ],
    value: Annotated[
        str, typer.Argument(metavar="NILAI", help='Seperti diterbitkan: 34, 90%, "sekitar 90%".')
    ],
    kota: place_options.Kota = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan angka itu.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--sumber", metavar="TEKS", help="Siapa menerbitkan.")
    ] = None,
) -> None:
    """Catat satu angka yang diterbitkan.

    Contoh: kkmp figure add beroperasi 34 --kota jakpus --per 2026-03-10 --sumber Beritajakarta
    """
    from kkmp_cli.actions import office_records

    command, place = session(ctx), place_options.of_one_kota(kota)
    name, day = _indicator(indicator), _day(per)
    values = {"indikator": name, "nilai": _value(value), "kota": None, "per": day}
    values["sumber"] = record_options.read_source(source)
    added = office_records.add(command, "angka", values, place)
    record_options.say_run(command, added.run)
    command.done(f"Angka {added.key}: {name} {values['nilai']}, {added.place}.")


def _day(per: str | None) -> str:
    """As precise as typed, and not after today. Raises BadUsage where none is typed."""
    if per is None:
        remedy = Advice("Lihat `{}`.", Command("figure", "add", "--help"))
        raise BadUsage("--per belum disebut.", remedy)
    day_options.read_day(per)
    return day_options.read_day_since_first(per, "--per")


def _indicator(text: str) -> str:
    from kkmp_cli.reports import indicator_path

    name = clean(text).casefold().replace("-", "_")
    if indicator_path(name) is None:
        raise Refused(
            f"Indikator `{name[:60]}` tidak dikenal.",
            "Misalnya beroperasi, rat, nib, kkmp, gerai_usaha.gerai_tanpa_usaha, "
            "pelatihan.peserta.",
        )
    return name


def _value(text: str) -> str:
    if numbers.read(clean(text)) is None:
        remedy = 'Tulis misalnya 34, 90% atau "sekitar 90%".'
        raise Refused(f"Nilai `{clean(text)[:40]}` bukan angka.", remedy)
    return clean(text, 40)


@app.command("list")
def list_(
    ctx: typer.Context, kota: place_options.Kota = None, as_json: output_options.AsJson = False
) -> None:
    """Daftar angka yang diterbitkan."""
    columns = ("id", "indikator", "nilai", "kota", "per", "sumber")
    record_options.show_list(ctx, kota, as_json, _rows, columns)


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import rows_of

    rows = rows_of(register, "angka")
    return [{"id": key, **row} for key, row in rows.items() if not codes or row["kota"] in codes]


@app.command("remove")
@output_options.never_asking
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu angka; riwayatnya tetap ada."""
    record_options.remove(ctx, "angka", number)
