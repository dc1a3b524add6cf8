"""`kkmp figure`: published figures, to stand beside the register's own count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import day_options, output_options, place_options, record_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.actions.published_values import PublishedValue
    from kkmp_cli.register.reader import Reader

_COLUMNS = (
    *("id", "indikator", "nilai", "kota", "kelurahan", "per"),
    *("register", "register_per", "selisih", "sumber"),
)
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
    kelurahan: Annotated[
        str | None,
        typer.Option("--kelurahan", metavar="KELURAHAN", help="Angka satu koperasi, bukan kota."),
    ] = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan angka itu.")
    ] = None,
    source: record_options.Source = None,
) -> None:
    """Catat satu angka yang diterbitkan, dari satu kota atau satu koperasi.

    Contoh: kkmp figure add beroperasi 34 --kota jakpus --per 2026-03-10 --sumber Beritajakarta
    """
    from kkmp_cli.actions import published_values
    from kkmp_cli.actions.published_values import PublishedValue

    command, day = session(ctx), _day(per)
    stated = PublishedValue(indicator, value, day, record_options.read_source(source))
    if kelurahan is None:
        _add_of_kota(command, stated, place_options.of_one_kota(kota))
        return
    added = published_values.add(command, stated, kelurahan, kota)
    record_options.say_run(command, added.run)
    command.done(f"Angka {added.key}: {added.indicator} {added.value}, {added.name}.")


def _add_of_kota(command: Terminal, stated: PublishedValue, kota: str | None) -> None:
    from kkmp_cli.actions import office_records

    name, value = _indicator(stated.indicator), _value(stated.value)
    values = {"indikator": name, "nilai": value, "kota": None, "per": stated.per}
    added = office_records.add(command, "angka", {**values, "sumber": stated.source}, kota)
    record_options.say_run(command, added.run)
    command.done(f"Angka {added.key}: {name} {value}, {added.place}.")


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
    ctx: typer.Context,
    kota: place_options.Kota = None,
    differing: Annotated[
        bool, typer.Option("--beda", help="Hanya angka koperasi yang berbeda dengan register.")
    ] = False,
    as_json: output_options.AsJson = False,
) -> None:
    """Daftar angka yang diterbitkan; angka satu koperasi di samping isi register hari itu."""
    find = partial(_rows, differing=differing)
    record_options.show_list(ctx, kota, as_json, find, _COLUMNS)


def _rows(register: Reader, codes: frozenset[str], differing: bool) -> list[dict[str, Any]]:
    from kkmp_cli.actions import published_values

    return [*published_values.rows(register, codes, differing)]


@app.command("remove")
@output_options.never_asking
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu angka; riwayatnya tetap ada."""
    record_options.remove(ctx, "angka", number)
