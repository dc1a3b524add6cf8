"""`kkmp figure`: published figures, to stand beside the register's own count."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import (
    day_options,
    import_options,
    output_options,
    place_options,
    record_options,
)
from kkmp_cli.cli.output import PLAN_ALONE, Terminal, session, undo_with
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kkmp_cli.actions.figure_import import FigureRequest
    from kkmp_cli.actions.published_values import PublishedValue
    from kkmp_cli.importing import Understanding
    from kkmp_cli.model.own_field import OwnField
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.sheets import Sheet

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

    Contoh:
    kkmp figure add beroperasi 34 --kota jakpus --per 2026-03-10 --sumber Beritajakarta
    """
    from kkmp_cli.actions import published_values
    from kkmp_cli.actions.published_values import PublishedValue

    command = session(ctx)
    place = place_options.of_one_kota(command, kota) if kelurahan is None else kota
    stated = PublishedValue(indicator, value, _day(per), record_options.read_source(source))
    if kelurahan is None:
        _add_of_kota(command, stated, place)
        return
    added = published_values.add(command, stated, kelurahan, place)
    record_options.say_run(command, added.run)
    command.done(f"Angka {added.key}: {added.indicator} {added.value}, {added.name}.")


def _add_of_kota(command: Terminal, stated: PublishedValue, kota: str | None) -> None:
    from kkmp_cli.actions import office_records

    name, value = _indicator(stated.indicator, command.vocabulary().own), _value(stated.value)
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


def _indicator(text: str, own: Sequence[OwnField]) -> str:
    from kkmp_cli.reports import indicator_named, indicators_of

    typed = clean(text)
    if name := indicator_named(typed, own):
        return name
    remedy = (
        "Misalnya beroperasi, rat, nib, kkmp, gerai_usaha.gerai_tanpa_usaha, pelatihan.peserta."
    )
    key = re.search(r"x_[a-z0-9_]+", typed.casefold().replace("-", "_"))
    if key and (listed := indicators_of(key[0], own)):
        remedy = f"Yang ada: {', '.join(listed)}."
    raise Refused(f"Indikator `{short(typed)}` tidak dikenal.", remedy)


def _value(text: str) -> str:
    if numbers.read(clean(text)) is None:
        remedy = 'Tulis misalnya 34, 90% atau "sekitar 90%".'
        raise Refused(f"Nilai `{short(text)}` bukan angka.", remedy)
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
    """Daftar angka yang diterbitkan; angka satu koperasi di samping isi register hari itu.

    Contoh:
    kkmp figure list --kota jakpus
    """
    find = partial(_rows, differing=differing)
    record_options.show_list(ctx, kota, as_json, find, _COLUMNS)


def _rows(register: Reader, codes: frozenset[str], differing: bool) -> list[dict[str, Any]]:
    from kkmp_cli.actions import published_values

    return [*published_values.rows(register, codes, differing)]


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="BERKAS", help="CSV, XLSX, XLS, ODS; - untuk CSV dari pipa.")
    ],
    kota: place_options.Kota = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Tanggal keadaan angkanya.")
    ] = None,
    source: Annotated[
        str, typer.Option("--sumber", metavar="TEKS", help="Siapa menerbitkan.")
    ] = "SIMKOPDES",
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="LEMBAR", help="Satu lembar buku kerja.")
    ] = None,
    maps: import_options.Maps = None,
    words: import_options.Words = None,
    book_year: import_options.BookYear = None,
    reason: output_options.Reason = None,
    dry_run: import_options.DryRun = False,
    yes: output_options.Yes = False,
) -> None:
    """Masukkan angka terbitan per koperasi, misalnya ekspor kelurahan SIMKOPDES.

    Tidak mengubah keadaan koperasi; angkanya dibandingkan dengan isi register.

    Contoh:
    kkmp figure import kopdes_stats_village.csv --kota jakpus --per 2026-08-31
    """
    from kkmp_cli import sheets
    from kkmp_cli.actions import figure_import

    request = figure_import.FigureRequest(
        kota=kota,
        per=day_options.read_stated_day(per, "--per"),
        source=record_options.read_source(source),
        book_year=day_options.read_named_year(book_year),
        maps=tuple(maps or ()),
        words=tuple(words or ()),
        reason=reason,
    )
    command = session(ctx)
    read = sheets.read(file, sheet, figure_import.knows(command, request.maps))
    _take_in(command, read, request, dry_run, yes)


def _take_in(
    command: Terminal, sheet: Sheet, request: FigureRequest, dry_run: bool, yes: bool
) -> None:
    """Shows what the sheet publishes, asks once, and records it."""
    from kkmp_cli.actions import figure_import
    from kkmp_cli.render.screens import figure_plan

    planned = figure_import.preview(command, sheet, request)
    _refuse_dayless(planned.file)
    command.screen(figure_plan.as_text(planned, command.worded))
    if planned.problems:
        raise typer.Exit(1)
    if planned.total and not dry_run:
        counted = f"{show(planned.total)} angka untuk {show(planned.cooperatives)} koperasi"
        confirm(f"Catat {counted}?", yes)
        _record(command, sheet, request, counted)
    else:
        command.out(PLAN_ALONE if planned.total else figure_plan.NOTHING)


def _record(command: Terminal, sheet: Sheet, request: FigureRequest, counted: str) -> None:
    from kkmp_cli.actions import figure_import

    run = figure_import.record(command, sheet, request)
    command.done(Advice("{} tercatat{}.", counted, undo_with(run)))
    command.say(Advice("Yang berbeda dengan register: {}", Command("figure", "list", "--beda")))


def _refuse_dayless(file: Understanding) -> None:
    """Raises BadUsage where nobody says of which day the figures are."""
    from kkmp_cli.importing.sheet_layout import BY_DEFAULT

    if file.per_from == BY_DEFAULT:
        day = file.mentioned[0].isoformat() if len(file.mentioned) == 1 else "…"
        again = Command("figure", "import", file.file, "--per", day)
        raise BadUsage("Tanggal keadaan angkanya belum disebut.", Advice("Tulis {}", again))


@app.command("remove")
@output_options.never_asking
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu angka; riwayatnya tetap ada.

    Contoh:
    kkmp figure remove 1
    """
    record_options.remove(ctx, "angka", number)
