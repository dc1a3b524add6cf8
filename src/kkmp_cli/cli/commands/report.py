"""`kkmp report`: the readiness report for the meeting."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kkmp_cli import settings
from kkmp_cli.cli.options import day_options, output_options, place_options
from kkmp_cli.cli.output import Delivery, Terminal, Writer, chosen_format, deliver, session
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.milestones import newest_book_year
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kkmp_cli.actions.build_report import Readiness, ReportRequest
    from kkmp_cli.actions.session import Session
    from kkmp_cli.model.provenance import Origin
    from kkmp_cli.model.run import AsKnown
    from kkmp_cli.render.document import Document
    from kkmp_cli.render.formats import Options
    from kkmp_cli.reports.report import Report, Summary

MATRIX = "matriks"
"""The table of the packet that a matrix is in CSV."""
PICTURE = "png"
CONTACTS = "kontak"
"""The table of the packet that holds personal values, and nothing else does."""


def report(
    ctx: typer.Context,
    kota: Annotated[
        list[str] | None, typer.Option("--kota", help="Nama, singkatan atau kode; dapat diulang.")
    ] = None,
    kecamatan: place_options.Kecamatan = None,
    per: day_options.Per = None,
    since: Annotated[
        str | None, typer.Option("--sejak", metavar="TANGGAL", help="Apa yang berubah sejak itu.")
    ] = None,
    known: Annotated[
        str | None,
        typer.Option(
            "--seperti-tercatat", metavar="TANGGAL", help="Seperti tercatat sampai akhir hari itu."
        ),
    ] = None,
    book_year: day_options.BookYear = None,
    detail: Annotated[
        bool, typer.Option("--rinci", help="Buka setiap angka menjadi nama.")
    ] = False,
    matrix: Annotated[
        bool,
        typer.Option("--matriks", help="Hanya matriks: satu baris setiap KKMP, semua tahapnya."),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--menurut", metavar="BIDANG", help="Kelompokkan menurut bidang kantor, mis. x_lahan."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--tabel",
            metavar="NAMA",
            help="Tabel untuk CSV; tanpa ini per kecamatan atau --menurut.",
        ),
    ] = None,
    each_kecamatan: Annotated[
        bool,
        typer.Option(
            "--per-kecamatan",
            help="Satu pesan (--format pesan) atau gambar (--format png) untuk setiap kecamatan.",
        ),
    ] = False,
    answer_by: Annotated[
        str | None,
        typer.Option(
            "--batas",
            metavar="TANGGAL",
            help="Paling lambat dijawab (--format pesan); bila tidak diisi: tiga hari lagi.",
        ),
    ] = None,
    personal: Annotated[
        bool,
        typer.Option(
            "--with-personal", help="Sertakan ketua dan telepon dari yang belum usaha atau RAT."
        ),
    ] = False,
    as_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="BENTUK",
            help="terminal, json, csv, md, html, xlsx, pdf, docx, png, pesan, narasi.",
        ),
    ] = None,
    as_json: output_options.SameAsJson = False,
    output: output_options.Output = None,
) -> None:
    """Laporan kesiapan untuk rapat monev; tanpa --kota, satu baris per kota.

    Contoh:
    kkmp report --kota jakpus --per 2026-03-10 --sejak 2025-10-27 -o laporan.html
    kkmp report --kota jakpus --kecamatan Gambir --rinci
    """
    days = _days(per, since, known, book_year)
    layout = ReportLayout(detail, days.known_at, table, each_kecamatan, by=by, matrix=matrix)
    layout = layout._replace(to_file=output is not None, personal=personal, answer_by=answer_by)
    wanted = chosen_format(as_format, as_json, output, _formats(layout))
    _check(wanted.format, layout)
    _tell(session(ctx), _request(kota, kecamatan, days, wanted.format, layout), wanted, layout)


def _check(name: str, layout: ReportLayout) -> None:
    """Raises BadUsage for what a format has no place for."""
    _check_fits(name, layout)
    _check_matrix(name, layout)
    _check_personal(name, layout.personal, layout.table)


def _request(
    kota: list[str] | None, kecamatan: str | None, days: Days, name: str, layout: ReportLayout
) -> ReportRequest:
    from kkmp_cli.actions.build_report import ReportRequest

    overview, detailed = _extent(name, layout)
    return ReportRequest(
        kota,
        kecamatan,
        *days,
        personal=layout.personal,
        overview=overview,
        detailed=detailed,
        by=layout.by,
        matrix=layout.matrix,
        letterhead=_is_signed(name),
    )


def _is_signed(name: str) -> bool:
    """True for a format that goes out under the letterhead of the office."""
    return name in ("md", "html", "pdf", "docx", "png")


_SENTENCES = ("pesan", "narasi")
"""The formats without a table."""


class Days(NamedTuple):
    """The days of a report: of the states, its book year, since when, as known when."""

    day: date
    book_year: int
    since: date | None
    known_at: date | None


def _days(per: str | None, since: str | None, known: str | None, book_year: str | None) -> Days:
    """Raises Refused for what is no day, BadUsage where they are the wrong way round."""
    day = day_options.read_day(per)
    known_at = day_options.read_past_day(known, "--seperti-tercatat")
    since_day = day_options.read_past_day(since, "--sejak")
    if since_day is not None and since_day >= day:
        raise BadUsage("--sejak harus lebih awal dari --per.", "Periksa kedua tanggalnya.")
    year = day_options.read_book_year(book_year, newest_book_year(day))
    return Days(day, year, since_day, known_at)


class ReportLayout(NamedTuple):
    """How a report is laid out."""

    detail: bool = False
    known_at: date | None = None
    table: str | None = None
    each_kecamatan: bool = False
    to_file: bool = False
    by: str | None = None
    matrix: bool = False
    personal: bool = False
    answer_by: str | None = None
    picture: bool = False
    origin: Origin | None = None


def _tell(
    command: Terminal, request: ReportRequest, wanted: Delivery, layout: ReportLayout
) -> None:
    from kkmp_cli.actions.build_report import readiness

    done = readiness(command, request)
    _tell_of(command, request, done, layout.known_at)
    if request.personal and (missing := _no_contacts(wanted.format, done.report)):
        command.say(missing)
    if wanted.format == PICTURE and layout.each_kecamatan:
        _pictures(command, request, done, wanted, layout)
        return
    wanted = wanted._replace(writer=_writer(request, done, wanted, layout))
    what = f"{show(done.report.total.kkmp)} KKMP"
    deliver(command, wanted, done, request.personal, what)


def _writer(
    request: ReportRequest, done: Readiness, wanted: Delivery, layout: ReportLayout
) -> Writer:
    origin = origin_of(request, done, layout)
    return partial(_written, name=wanted.format, layout=layout._replace(origin=origin))


def _pictures(
    command: Terminal,
    request: ReportRequest,
    done: Readiness,
    wanted: Delivery,
    layout: ReportLayout,
) -> None:
    """One for each kecamatan, into a folder."""
    from kkmp_cli.actions.build_report import readiness
    from kkmp_cli.cli import pictures

    targets = pictures.targets(done.report, wanted.output)
    for code, target in targets.items():
        one = request._replace(kota=[code[:5]], kecamatan=code)
        part = readiness(command, one)
        here = Delivery(PICTURE, _writer(one, part, wanted, layout), str(target))
        deliver(command, here, part, what=None)
    command.written(wanted.output, f"{len(targets)} gambar")


def _tell_of(
    command: Terminal, request: ReportRequest, done: Readiness, known_at: date | None
) -> None:
    """What is to be known of what the report has and has not."""
    from kkmp_cli.actions import wrong_clock

    if request.known_at and (words := wrong_clock.left_out(command)):
        command.say(words)
    if done.missing:
        command.say(_missing(done.missing, known_at))


def origin_of(request: ReportRequest, done: Readiness, layout: ReportLayout) -> Origin:
    """What is needed to make this report again; printed now."""
    from kkmp_cli import __version__
    from kkmp_cli.model.provenance import Origin

    return Origin(
        __version__,
        done.head,
        request.day,
        request.year,
        settings.now().astimezone(settings.JAKARTA).replace(microsecond=0),
        since=request.since,
        known_at=layout.known_at,
        kota=tuple(code for code, _ in done.where.kota),
        kecamatan=done.where.kecamatan,
        by=_grouped_by(done.report),
        detailed=layout.detail,
        personal=request.personal,
        matrix=layout.matrix,
        elsewhere=done.elsewhere,
    )


def _grouped_by(value: Report | Summary) -> str | None:
    """The key of the field that a report is grouped by."""
    groups = getattr(value.total, "menurut", None)
    return groups.bidang if groups else None


def made_again(
    session: Session, origin: Origin, name: str, known_at: AsKnown | None, signed: bool = True
) -> bytes:
    """The packet of this origin in a format, as the register knew it then; None: as it does now.
    Where it is not `signed`, without the letterhead.
    """
    from kkmp_cli.actions.build_report import readiness

    layout = ReportLayout(
        origin.detailed, origin.known_at, to_file=True, by=origin.by, origin=origin
    )._replace(matrix=origin.matrix, personal=origin.personal)
    request = _asked_again(origin, known_at, *_extent(name, layout))._replace(letterhead=signed)
    made = _written(readiness(session, request), name=name, layout=layout)
    return made if isinstance(made, bytes) else made.encode("utf-8")


def _asked_again(
    origin: Origin, known_at: AsKnown | None, overview: bool, detailed: bool | None
) -> ReportRequest:
    from kkmp_cli.actions.build_report import ReportRequest

    return ReportRequest(
        origin.kota or "semua",
        origin.kecamatan,
        origin.day,
        origin.book_year,
        since=origin.since,
        known_at=known_at,
        personal=origin.personal,
        overview=overview,
        detailed=detailed,
        by=origin.by,
        matrix=origin.matrix,
        elsewhere=origin.elsewhere,
    )


def _extent(name: str, layout: ReportLayout) -> tuple[bool, bool | None]:
    """Whether a line per kota may do; whether names are needed (None: only beside others)."""
    if name == "json":
        return False, False
    named = layout.detail or layout.matrix
    detailed = None if name == "terminal" and not named else True
    return not (named or layout.each_kecamatan or layout.by), detailed


def _missing(kota: Sequence[str], known_at: date | None) -> str:
    names = ", ".join(kota)
    if known_at is not None:
        return f"{names} belum tercatat pada akhir {dates.show(known_at)}."
    add = Command("add", "--kota", "…", "--all")
    return Advice("{} tidak ada di register ini.\n→ Daftarkan dulu: {}", names, add)


def _check_fits(name: str, layout: ReportLayout) -> None:
    if layout.table is not None and name != "csv":
        raise BadUsage("--tabel hanya untuk CSV.", "Tambahkan --format csv.")
    if name not in ("pesan", PICTURE) and layout.each_kecamatan:
        remedy = "Tambahkan --format pesan, atau --format png -o gambar/."
        raise BadUsage("--per-kecamatan hanya untuk pesan dan gambar.", remedy)
    if name != "pesan" and layout.answer_by:
        raise BadUsage("--batas hanya untuk pesan.", "Tambahkan --format pesan.")
    if layout.by and name in _SENTENCES:
        words = f"{name.capitalize()} tidak dikelompokkan dengan --menurut."
        raise BadUsage(words, "Pakai --format md.")


def _check_matrix(name: str, layout: ReportLayout) -> None:
    """Raises BadUsage where a matrix has no place, or is there already."""
    if not layout.matrix:
        return
    if name in ("json", *_SENTENCES):
        remedy = "Pakai --format csv untuk datanya, atau -o matriks.md."
        raise BadUsage(f"Matriks tidak dibuat dalam bentuk {name}.", remedy)
    if layout.detail:
        raise BadUsage("--rinci sudah memuat matriks.", "Pakai salah satu saja.")
    if layout.table not in (None, MATRIX):
        raise BadUsage("--matriks adalah satu tabel.", f"Pakai --tabel {layout.table} saja.")
    if layout.personal:
        raise BadUsage("Matriks tidak memuat data pribadi.", "Hapus --with-personal.")


def _check_personal(name: str, personal: bool, table: str | None) -> None:
    """Raises BadUsage for personal values where the format has no place for them."""
    if personal and name == "json":
        export = Command("export", "--json", "--with-personal")
        remedy: str = Advice("Pakai --format lain, atau {}.", export)
        raise BadUsage("Laporan JSON tidak memuat data pribadi.", remedy)
    if personal and name in (*_SENTENCES, PICTURE):
        remedy = (
            "Kontak ada di bentuk lain, misalnya --format html, atau --format csv --tabel kontak."
        )
        raise BadUsage(f"{name.capitalize()} tidak memuat data pribadi.", remedy)
    if name == "csv" and personal != (table == CONTACTS):
        words, remedy = (
            ("Tabel CSV itu tidak memuat data pribadi.", f"Kontak ada di --tabel {CONTACTS}.")
            if personal
            else (f"Tabel {CONTACTS} adalah data pribadi.", "Tambahkan --with-personal bila perlu.")
        )
        raise BadUsage(words, remedy)


def _no_contacts(name: str, value: Report | Summary) -> str | None:
    """Why `--with-personal` brings nothing. Raises BadUsage, Refused for an empty table."""
    from kkmp_cli.reports.report import Report

    if not isinstance(value, Report):
        remedy = "Sebut --kota, misalnya --kota jakpus, atau --rinci untuk semua kota."
        raise BadUsage("Ringkasan per kota tidak memuat data pribadi.", remedy)
    if any(kota.rincian is not None and kota.rincian.kontak for kota in value.kota):
        return None
    message = "Ketua dan telepon tidak tercatat pada yang belum beroperasi atau belum RAT."
    if name == "csv":
        show = Command("show", "KELURAHAN", "--with-personal")
        raise Refused(message, Advice("Satu koperasi: {}.", show))
    return message


def _formats(layout: ReportLayout) -> dict[str, Writer]:
    """The formats by name; `.md`, `.html`, … of `-o` are the same names."""
    from kkmp_cli.render.formats import WRITERS

    names = dict.fromkeys(("terminal", "json", *WRITERS, "pesan"))
    return {name: partial(_written, name=name, layout=layout) for name in names}


def _written(done: Readiness, *, name: str, layout: ReportLayout) -> str | bytes:
    """The report in a format: a packet, but for JSON and the message, which are made of itself."""
    from kkmp_cli.render import formats
    from kkmp_cli.render.formats import report_json

    if name == "json":
        origin = layout.origin._replace(printed=None).line() if layout.origin else ""
        return report_json.text(done.report, done.head * layout.to_file, origin)
    if name == "pesan":
        return _message(done.report, layout)
    packet = _packet(done, layout._replace(picture=name == PICTURE))
    return formats.WRITERS[name](packet, _options(layout))


def _options(layout: ReportLayout) -> Options:
    from kkmp_cli.render.formats import Options

    table = MATRIX if layout.matrix else layout.table
    return Options(table, brief=not layout.detail, to_file=layout.to_file)


def _message(value: Report | Summary, layout: ReportLayout) -> str:
    from kkmp_cli.render.formats import chat
    from kkmp_cli.reports.report import Report

    if isinstance(value, Report):
        answer_by = day_options.read_answer_day(layout.answer_by, settings.today())
        return chat.write(value, layout.each_kecamatan, answer_by)
    return chat.overview(value)


def _packet(done: Readiness, layout: ReportLayout) -> Document:
    from kkmp_cli.render import packet

    at = (layout.origin.printed if layout.origin else None) or settings.now()
    made = packet.with_letterhead(_document(done, at, layout), done.office, at)
    if layout.matrix:
        made = packet.only_matrix(made)
    elif layout.picture:
        made = packet.first_pages(made)
    return made._replace(origin=layout.origin.line() if layout.origin else "")


def _document(done: Readiness, at: datetime, layout: ReportLayout) -> Document:
    from kkmp_cli.render import packet
    from kkmp_cli.reports.report import Report

    provenance = packet.Provenance(done.head, layout.known_at)
    if isinstance(done.report, Report):
        return packet.document(done.report, at, layout.detail, provenance)
    return packet.overview(done.report, at, provenance)


def report_text(session: Session, kota: str, per: str) -> str:
    """The terminal report of one kota on a day, as `kkmp report` prints it."""
    from kkmp_cli.actions.build_report import ReportRequest, readiness

    day = date.fromisoformat(per)
    done = readiness(session, ReportRequest(kota, None, day, newest_book_year(day)))
    return str(_written(done, name="terminal", layout=ReportLayout()))
