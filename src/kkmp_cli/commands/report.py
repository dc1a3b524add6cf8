"""`kkmp report`: the readiness report for the meeting."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.commands import stating
from kkmp_cli.commands.cli import say, session
from kkmp_cli.errors import BadUsage
from kkmp_cli.milestones import newest_book_year

if TYPE_CHECKING:
    from kkmp_cli.commands.naming import Scope
    from kkmp_cli.register.reading import Reader
    from kkmp_cli.reports import Report, Summary


def report(
    ctx: typer.Context,
    kota: Annotated[list[str] | None, typer.Option("--kota", help="Nama, singkatan atau kode; dapat diulang.")] = None,
    kecamatan: Annotated[str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")] = None,
    per: Annotated[str | None, typer.Option("--per", metavar="TANGGAL", help="Keadaan pada tanggal itu.")] = None,
    since: Annotated[str | None, typer.Option("--sejak", metavar="TANGGAL", help="Apa yang berubah sejak itu.")] = None,
    known: Annotated[
        str | None,
        typer.Option("--seperti-tercatat", metavar="TANGGAL", help="Seperti tercatat sampai akhir hari itu."),
    ] = None,
    book_year: Annotated[str | None, typer.Option("--tahun-buku", metavar="TAHUN", help="Tahun buku RAT.")] = None,
    detail: Annotated[bool, typer.Option("--rinci", help="Sebut semua yang kurang pada tiap nama.")] = False,
    as_format: Annotated[str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")] = None,
) -> None:
    """Laporan kesiapan untuk rapat monev; tanpa --kota, satu baris per kota.

    Contoh: kkmp report --kota jakpus --per 2026-03-10
    """
    from kkmp_cli.commands.delivery import chosen_format, deliver
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.register.reading import reading

    today = settings.today()
    day = stating.read_day(per, today)
    known_at = stating.read_day(known, today, "--seperti-tercatat") if known is not None else None
    since_day = stating.read_day(since, today, "--sejak") if since is not None else None
    if since_day is not None and since_day >= day:
        raise BadUsage("--sejak harus lebih awal dari --per.", "Periksa kedua tanggalnya.")
    year = stating.read_book_year(book_year, newest_book_year(day))
    wanted = chosen_format(as_format, as_json, output, _formats(detail, known_at, to_file=output is not None))
    with reading(session(ctx).location) as register:
        where = scope(register, kota, kecamatan)
        whole = where.prefixes is None
        if whole and wanted[0] == "terminal" and known_at is None and since_day is None:
            value: Any = _summary(register, day, year)
        else:
            built = _report(register, where, day, year, since_day, known_at)
            value = _as_summary(built) if whole and wanted[0] == "terminal" and since_day is None else built
    deliver(wanted, output, value)


def _summary(register: Reader, day: date, year: int) -> Any:
    from kkmp_cli.register.records import others
    from kkmp_cli.reports import summary

    return summary(register.kota_counts(day.isoformat(), year), day, year, others(register).targets)


def _as_summary(built: Report) -> Any:
    from kkmp_cli.reports import summarise

    return summarise(built)


def _report(register: Reader, where: Scope, day: date, year: int, since: date | None, known_at: date | None) -> Report:
    from kkmp_cli.reports import build

    prefixes = where.prefixes or [code for code, _ in register.registered_kota()]
    snapshot = register.snapshot(prefixes, known_at=known_at)
    held = {cooperative.area.kota_code for cooperative in snapshot.cooperatives}
    missing = [name for code, name in where.kota if code not in held]
    if missing:
        say(f"{', '.join(missing)} tidak ada di register ini.\n→ Daftarkan dulu: kkmp add --kota … --all")
    asked = [code for code, _ in where.kota] or None
    return build(snapshot, day, book_year=year, since=since, kota=asked, kecamatan=where.kecamatan)


def _formats(detail: bool, known_at: date | None, to_file: bool) -> dict[str, Any]:
    return {
        "terminal": lambda value: _as_terminal(value, detail, known_at, to_file),
        "json": _json,
    }


def _json(value: Report) -> str:
    from kkmp_cli.render import json_

    return json_.report(value)


def _as_terminal(value: Report | Summary, detail: bool, known_at: date | None, to_file: bool) -> str:
    from kkmp_cli.render import console, terminal
    from kkmp_cli.reports import Report

    page = console.page(sys.stdout)
    now = settings.now()
    if isinstance(value, Report):
        text = terminal.report(value, page, now, detail=detail, known_at=known_at)
    else:
        text = terminal.summary(value, page, now, known_at=known_at)
    return text.plain if to_file else console.rendered(text)


def report_text(location: str, kota: str, per: str) -> str:
    """The terminal report of one kota on a day, as `kkmp report` prints it."""
    from kkmp_cli.commands.naming import scope
    from kkmp_cli.register.reading import reading

    day = date.fromisoformat(per)
    with reading(location) as register:
        built = _report(register, scope(register, kota), day, newest_book_year(day), None, None)
    return _as_terminal(built, False, None, to_file=False)
