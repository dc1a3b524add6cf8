"""`kkmp followup`: tindak lanjut of a meeting, carried from meeting to meeting until done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import group, out, session
from kkmp_cli.cli.options import field_options, record_options
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

app = group("followup", "Tindak lanjut rapat: apa, siapa, sampai kapan.")
_KOTA = "Nama, singkatan atau kode kota."


@app.command("add")
def add(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="URAIAN", help="Apa yang harus dilakukan.")],
    who: Annotated[
        str, typer.Option("--penanggung-jawab", metavar="TEKS", help="Kantor atau jabatan.")
    ],
    due: Annotated[str, typer.Option("--batas", metavar="TANGGAL", help="Paling lambat.")],
    kelurahan: Annotated[
        list[str] | None, typer.Option("--kelurahan", help="Untuk koperasi ini; dapat diulang.")
    ] = None,
    kota: Annotated[str | None, typer.Option("--kota", help=_KOTA)] = None,
    lacking: Annotated[
        str | None, typer.Option("--belum", metavar="M", help="Semua yang belum milestone itu.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option("--rapat", metavar="TANGGAL", help="Tanggal rapat.")
    ] = None,
) -> None:
    """Catat satu tindak lanjut.

    Contoh: kkmp followup add "Dampingi" --kota jakpus --belum usaha --penanggung-jawab Sudin
    --batas 2026-03-31
    """
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    if not kelurahan and not kota:
        raise BadUsage(
            "Tindak lanjut ini untuk siapa?", "Sebut --kelurahan, atau --kota (dengan --belum)."
        )
    values: dict[str, Any] = {
        "uraian": _stated(what, "URAIAN"),
        "penanggung_jawab": _stated(who, "--penanggung-jawab", 200),
        "batas": field_options.read_exact_day(due, "--batas"),
        "rapat": field_options.read_exact_day(meeting, "--rapat") if meeting else None,
    }
    command = session(ctx)
    with open_writer(command.location) as register:
        code, ids = _concerned(register, kelurahan or [], kota, lacking)
        values |= {"kota": code, "koperasi": ";".join(map(str, ids)) or None}
        key = record.create_record(register, "tindak_lanjut", values, command.typed)
    whom = f"{numbers.show(len(ids))} koperasi" if ids else "kota itu"
    out(f"Tindak lanjut {key} dicatat untuk {whom}, batas {dates.show(values['batas'])}.")


def _stated(text: str, name: str, limit: int = 2_000) -> str:
    found = clean(text, limit)
    if not found:
        raise Refused(f"{name} kosong.", "Tulis isinya.")
    return found


def _concerned(
    register: Any, names: list[str], kota: str | None, lacking: str | None
) -> tuple[str | None, list[int]]:
    from kkmp_cli.actions.named_areas import areas_named, one_kota
    from kkmp_cli.cli.options.filter_options import milestone_code
    from kkmp_cli.milestones import newest_book_year
    from kkmp_cli.reports.selection import Filters, select

    today = settings.today()
    if names:
        areas = areas_named(register, names, kota, None)
        held = {known.id for known in register.cooperatives(ids=[area.id for area in areas])}
        missing = [area.kelurahan for area in areas if area.id not in held]
        if missing:
            raise Refused(
                f"Belum ada di register: {', '.join(missing)}.", "Daftarkan dulu dengan `kkmp add`."
            )
        return None, [area.id for area in areas]
    code, _ = one_kota(register, kota or "")
    if lacking is None:
        return code, []
    filters = Filters(belum=[milestone_code(lacking)])
    found = select(
        register.cooperatives([code]), filters, today.isoformat(), newest_book_year(today)
    )
    if not found:
        raise Refused(
            "Tidak ada koperasi yang dinyatakan belum di sana.",
            Advice("Lihat `{}`.", Command("list", "--kota", "…", "--belum", "…")),
        )
    return code, [one.cooperative.id for one in found]


@app.command("update")
def update(
    ctx: typer.Context,
    number: record_options.Number,
    what: Annotated[
        str | None, typer.Option("--uraian", metavar="TEKS", help="Apa yang harus dilakukan.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--penanggung-jawab", metavar="TEKS", help="Kantor atau jabatan.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--batas", metavar="TANGGAL", help="Batas baru.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option("--rapat", metavar="TANGGAL", help="Tanggal rapat.")
    ] = None,
) -> None:
    """Ubah satu tindak lanjut; batas yang dipindah tetap terlihat."""
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    stated: dict[str, Any] = {}
    if what is not None:
        stated["uraian"] = _stated(what, "--uraian")
    if who is not None:
        stated["penanggung_jawab"] = _stated(who, "--penanggung-jawab", 200)
    if meeting is not None:
        stated["rapat"] = field_options.read_exact_day(meeting, "--rapat")
    command = session(ctx)
    with open_writer(command.location) as register:
        key = record.read_id(number)
        held = record.existing(register, "tindak_lanjut", key)
        if (
            due is not None
            and (moved := field_options.read_exact_day(due, "--batas")) != held["batas"]
        ):
            past = [*filter(None, (held["batas_lama"] or "").split(";")), held["batas"]]
            stated |= {"batas": moved, "batas_lama": ";".join(past)}
        if not stated:
            raise BadUsage("Tidak ada yang diubah.", "Sebut isiannya, misalnya --batas 2026-04-30.")
        run = record.update_record(register, "tindak_lanjut", key, stated, command.typed)
    out(
        f"Tindak lanjut {number} diubah (run {run})."
        if run
        else "Sudah tercatat demikian; tidak ada yang berubah."
    )


@app.command("done")
def done(
    ctx: typer.Context,
    number: record_options.Number,
    outcome: Annotated[
        str | None, typer.Option("--hasil", metavar="TEKS", help="Hasilnya.")
    ] = None,
    per: Annotated[
        str | None,
        typer.Option("--per", metavar="TANGGAL", help="Kapan selesai; bawaan: hari ini."),
    ] = None,
) -> None:
    """Nyatakan satu tindak lanjut selesai."""
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    day = field_options.read_day(per, settings.today()).isoformat()
    command = session(ctx)
    with open_writer(command.location) as register:
        key = record.read_id(number)
        held = record.existing(register, "tindak_lanjut", key)
        if held["selesai"] and per is None:
            day = held["selesai"]
        stated = {"selesai": day, "hasil": clean(outcome, 2_000) if outcome else held["hasil"]}
        run = record.update_record(register, "tindak_lanjut", key, stated, command.typed)
    done_on = f"selesai per {dates.show(day)}"
    if run:
        out(f"Tindak lanjut {number} {done_on} (run {run}).")
    else:
        out(f"Tindak lanjut {number} sudah tercatat {done_on}; tidak ada yang berubah.")


@app.command("list")
def list_(
    ctx: typer.Context,
    kota: record_options.Kota = None,
    everything: Annotated[bool, typer.Option("--all", help="Juga yang sudah selesai.")] = False,
    as_json: record_options.AsJson = False,
) -> None:
    """Daftar tindak lanjut; yang lewat batas lebih dulu."""
    shown = (
        "id",
        "batas",
        "sisa",
        "batas_lama",
        "kota",
        "kode",
        "penanggung_jawab",
        "hasil",
        "uraian",
    )
    record_options.show_list(
        ctx, kota, as_json, partial(_rows, everything=everything, remaining=not as_json), shown
    )


def _rows(
    register: Reader, codes: frozenset[str], *, everything: bool, remaining: bool
) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import others
    from kkmp_cli.render import objects

    today = settings.today()
    found = [
        item
        for item in others(register).followups
        if (everything or not item.selesai)
        and (not codes or item.kota in codes or any(kode[:5] in codes for kode in item.kode))
    ]
    rows = []
    for item in sorted(found, key=lambda item: (item.batas, item.id)):
        row = objects.followup(item) | {"terlambat": item.late_on(today)}
        rows.append(row | {"sisa": item.remaining(today)} if remaining else row)
    return rows
