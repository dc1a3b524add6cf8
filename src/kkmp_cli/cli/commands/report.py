"""`kkmp report`: the readiness report for the meeting."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import say, session
from kkmp_cli.cli.options import field_options
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.parsing import dates

if TYPE_CHECKING:
    from kkmp_cli.actions.named_areas import Scope
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.reports import Report, Summary

CONTACTS = "kontak"
"""The table of the packet that holds personal values, and nothing else does."""


def report(
    ctx: typer.Context,
    kota: Annotated[
        list[str] | None, typer.Option("--kota", help="Nama, singkatan atau kode; dapat diulang.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    per: Annotated[
        str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--sejak", metavar="TANGGAL", help="Apa yang berubah sejak itu.")
    ] = None,
    known: Annotated[
        str | None,
        typer.Option(
            "--seperti-tercatat", metavar="TANGGAL", help="Seperti tercatat sampai akhir hari itu."
        ),
    ] = None,
    book_year: Annotated[
        str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")
    ] = None,
    detail: Annotated[
        bool, typer.Option("--rinci", help="Buka setiap angka menjadi nama.")
    ] = False,
    table: Annotated[
        str | None,
        typer.Option("--tabel", metavar="NAMA", help="Tabel untuk CSV; tanpa ini per kecamatan."),
    ] = None,
    each_kecamatan: Annotated[
        bool,
        typer.Option("--per-kecamatan", help="Satu pesan untuk setiap kecamatan (--format pesan)."),
    ] = False,
    personal: Annotated[
        bool,
        typer.Option(
            "--with-personal", help="Sertakan ketua dan telepon dari yang belum usaha atau RAT."
        ),
    ] = False,
    as_format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="BENTUK", help="terminal, json, csv, md, html, xlsx, pdf, pesan."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
    ] = None,
) -> None:
    """Laporan kesiapan untuk rapat monev; tanpa --kota, satu baris per kota.

    Contoh: kkmp report --kota jakpus --per 2026-03-10 --sejak 2025-10-27 -o laporan.html
    """
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.cli.delivery import chosen_format, deliver
    from kkmp_cli.register.reader import open_reader

    today = settings.today()
    day = field_options.read_day(per, today)
    known_at = (
        field_options.read_day(known, today, "--seperti-tercatat") if known is not None else None
    )
    since_day = field_options.read_day(since, today, "--sejak") if since is not None else None
    if since_day is not None and since_day >= day:
        raise BadUsage("--sejak harus lebih awal dari --per.", "Periksa kedua tanggalnya.")
    year = field_options.read_book_year(book_year, newest_book_year(day))
    asked = Asked(
        day, year, since_day, known_at, detail, table, each_kecamatan, personal, output is not None
    )
    wanted = chosen_format(as_format, as_json, output, _formats(asked))
    _check_fits(wanted[0], asked)
    with open_reader(session(ctx).location) as register:
        where = scope(register, kota, kecamatan)
        short = where.prefixes is None and since_day is None and not detail and wanted[0] != "json"
        if short and known_at is None and not each_kecamatan:
            value: Any = _summary(register, day, year)
        else:
            built = _report(register, where, asked, wanted[0])
            value = _as_summary(built) if short and not each_kecamatan else built
    if personal:
        _check_contacts(wanted[0], None if short else value)
    deliver(wanted, output, value)


class Asked(NamedTuple):
    """What one report was asked for, beside the place."""

    day: date
    year: int
    since: date | None = None
    known_at: date | None = None
    detail: bool = False
    table: str | None = None
    each_kecamatan: bool = False
    personal: bool = False
    to_file: bool = False


def _check_fits(name: str, asked: Asked) -> None:
    """Raises BadUsage for an option that the format has no use for."""
    if asked.table is not None and name != "csv":
        raise BadUsage("--tabel hanya untuk CSV.", "Tambahkan --format csv.")
    if asked.each_kecamatan and name != "pesan":
        raise BadUsage("--per-kecamatan hanya untuk pesan.", "Tambahkan --format pesan.")
    if asked.personal and name == "json":
        remedy: str = Advice(
            "Pakai --format lain, atau {}.", Command("export", "--json", "--with-personal")
        )
        raise BadUsage("Laporan JSON tidak memuat data pribadi.", remedy)
    if asked.personal and name == "pesan":
        remedy = (
            "Kontak ada di bentuk lain, misalnya --format html, atau --format csv --tabel kontak."
        )
        raise BadUsage("Pesan tidak memuat data pribadi.", remedy)
    if name == "csv" and asked.personal != (asked.table == CONTACTS):
        if asked.personal:
            raise BadUsage(
                "Tabel CSV itu tidak memuat data pribadi.", f"Kontak ada di --tabel {CONTACTS}."
            )
        raise BadUsage(
            f"Tabel {CONTACTS} adalah data pribadi.", "Tambahkan --with-personal bila perlu."
        )


def _check_contacts(name: str, built: Report | None) -> None:
    """Says why `--with-personal` brings nothing. Raises BadUsage for the line per kota, Refused for
    an empty table.
    """
    if built is None:
        remedy = "Sebut --kota, misalnya --kota jakpus, atau --rinci untuk semua kota."
        raise BadUsage("Ringkasan per kota tidak memuat data pribadi.", remedy)
    if any(kota.rincian is not None and kota.rincian.kontak for kota in built.kota):
        return
    said = "Ketua dan telepon tidak tercatat pada yang belum beroperasi atau belum RAT."
    if name == "csv":
        raise Refused(
            said, Advice("Satu koperasi: {}.", Command("show", "KELURAHAN", "--with-personal"))
        )
    say(said)


def _summary(register: Reader, day: date, year: int) -> Any:
    from kkmp_cli.register.records import others
    from kkmp_cli.reports import summary

    return summary(register.kota_counts(day.isoformat(), year), day, year, others(register).targets)


def _as_summary(built: Report) -> Any:
    from kkmp_cli.reports import summarise

    return summarise(built)


def _report(register: Reader, where: Scope, asked: Asked, name: str) -> Report:
    """The report as far as the format called `name` needs it."""
    from kkmp_cli.reports import build, has_more

    prefixes = where.prefixes or [code for code, _ in register.registered_kota()]
    snapshot = register.snapshot(prefixes, known_at=asked.known_at, with_personal=asked.personal)
    held = {cooperative.area.kota_code for cooperative in snapshot.cooperatives}
    missing = [name for code, name in where.kota if code not in held]
    if missing:
        if asked.known_at is not None:
            say(f"{', '.join(missing)} belum tercatat pada akhir {dates.show(asked.known_at)}.")
        else:
            say(
                f"{', '.join(missing)} tidak ada di register ini.\n→ Daftarkan dulu: kkmp add "
                f"--kota … --all"
            )
    kota = [code for code, _ in where.kota] or None
    found = build(snapshot, asked.day, asked.year, asked.since, kota, where.kecamatan)
    if name == "json" or (
        name == "terminal" and not asked.detail and not has_more(found, snapshot)
    ):
        return found
    from kkmp_cli.reports.details import complete

    return complete(found, snapshot)


def _formats(asked: Asked) -> dict[str, Any]:
    """The formats by name; `.md`, `.html`, … of `-o` are the same names."""
    names = ("csv", "md", "html", "xlsx", "pdf")
    return {
        "terminal": partial(_written, name="terminal", asked=asked),
        "json": _json,
        **{name: partial(_written, name=name, asked=asked) for name in names},
        "pesan": lambda value: _message(value, asked),
    }


def _json(value: Report) -> str:
    from kkmp_cli.render.formats import report_json

    return report_json.report(value)


def _written(value: Report | Summary, *, name: str, asked: Asked) -> str | bytes:
    """The packet as a document, written by the room of its format."""
    from kkmp_cli.render import formats, packet
    from kkmp_cli.reports import Report

    now = settings.now()
    if isinstance(value, Report):
        made = packet.document(value, now, asked.detail, asked.known_at)
    else:
        made = packet.overview(value, now, asked.known_at)
    options = formats.Options(asked.table, brief=not asked.detail, to_file=asked.to_file)
    return formats.WRITERS[name](made, options)


def _message(value: Report | Summary, asked: Asked) -> str:
    from kkmp_cli.render.formats import chat
    from kkmp_cli.reports import Report

    return (
        chat.write(value, asked.each_kecamatan)
        if isinstance(value, Report)
        else chat.overview(value)
    )


def report_text(location: str, kota: str, per: str) -> str:
    """The terminal report of one kota on a day, as `kkmp report` prints it."""
    from kkmp_cli.actions.named_areas import scope
    from kkmp_cli.register.reader import open_reader

    day = date.fromisoformat(per)
    asked = Asked(day, newest_book_year(day))
    with open_reader(location) as register:
        built = _report(register, scope(register, kota), asked, "terminal")
    return str(_written(built, name="terminal", asked=asked))
