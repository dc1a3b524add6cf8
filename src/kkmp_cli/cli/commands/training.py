"""`kkmp training`: trainings, and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.actions.attendance import attend, import_, read_count
from kkmp_cli.cli.framework import group, out, session
from kkmp_cli.cli.options import field_options, record_options
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.parsing import dates, lists
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.model.event import Event
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

app = group("training", "Pelatihan dan siapa yang hadir.")
_KOTA = "Nama, singkatan atau kode kota."


@app.command("add")
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="JUDUL", help="Judul pelatihan.")],
    kota: Annotated[str, typer.Option("--kota", help=_KOTA)],
    start: Annotated[
        str,
        typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama; boleh bulan atau tahun."),
    ],
    end: Annotated[
        str | None, typer.Option("--selesai", metavar="TANGGAL", help="Hari terakhir.")
    ] = None,
    place: Annotated[str | None, typer.Option("--tempat", metavar="TEKS", help="Tempat.")] = None,
    organiser: Annotated[
        str | None, typer.Option("--penyelenggara", metavar="TEKS", help="Penyelenggara.")
    ] = None,
    topics: Annotated[
        str | None, typer.Option("--materi", metavar="A,B", help="Materi, dipisah koma.")
    ] = None,
    people: Annotated[
        str | None, typer.Option("--peserta", metavar="N", help="Jumlah peserta, bila diketahui.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--sumber", metavar="TEKS", help="Sumber keterangan.")
    ] = None,
) -> None:
    """Catat satu pelatihan.

    Contoh: kkmp training add "Pembukuan" --kota jakut --mulai "3 November 2025" --peserta 62
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.named_areas import one_kota
    from kkmp_cli.register.writer import open_writer

    values = _values(title, start, end, place, organiser, topics, people, source)
    command = session(ctx)
    with open_writer(command.location) as register:
        values["kota"], name = one_kota(register, kota)
        key = record.create_record(register, "pelatihan", values, command.typed)
    out(f"Pelatihan {key} dicatat: {values['judul']}, {name}, {dates.show(values['mulai'])}.")


def _values(
    title: str | None,
    start: str | None,
    end: str | None,
    place: str | None,
    organiser: str | None,
    topics: str | None,
    people: str | None,
    source: str | None,
) -> dict[str, Any]:
    first = field_options.read_any_day(start, "--mulai") if start else None
    last = field_options.read_any_day(end, "--selesai") if end else None
    if first and last and dates.read(last).last_day < dates.read(first).first_day:
        raise Refused("--selesai lebih awal dari --mulai.", "Periksa kedua tanggalnya.")
    name = clean(title) if title is not None else None
    if name == "":
        raise Refused("Judul pelatihan kosong.", "Tulis judulnya.")
    return {
        "judul": name,
        "mulai": first,
        "selesai": last,
        "tempat": clean(place) if place else None,
        "penyelenggara": clean(organiser) if organiser else None,
        "materi": lists.read_names(topics) if topics else None,
        "peserta": read_count(people, "--peserta"),
        "sumber": clean(source, 2_000) if source else None,
    }


@app.command("update")
def update(
    ctx: typer.Context,
    number: record_options.Number,
    title: Annotated[str | None, typer.Option("--judul", metavar="TEKS", help="Judul.")] = None,
    start: Annotated[
        str | None, typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--selesai", metavar="TANGGAL", help="Hari terakhir.")
    ] = None,
    place: Annotated[str | None, typer.Option("--tempat", metavar="TEKS", help="Tempat.")] = None,
    organiser: Annotated[
        str | None, typer.Option("--penyelenggara", metavar="TEKS", help="Penyelenggara.")
    ] = None,
    topics: Annotated[
        str | None, typer.Option("--materi", metavar="A,B", help="Materi, dipisah koma.")
    ] = None,
    people: Annotated[
        str | None, typer.Option("--peserta", metavar="N", help="Jumlah peserta.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--sumber", metavar="TEKS", help="Sumber keterangan.")
    ] = None,
) -> None:
    """Ubah keterangan satu pelatihan."""
    from kkmp_cli.actions import record
    from kkmp_cli.register.writer import open_writer

    read = _values(title, start, end, place, organiser, topics, people, source)
    stated = {name: value for name, value in read.items() if value is not None}
    if not stated:
        raise BadUsage("Tidak ada yang diubah.", "Sebut isiannya, misalnya --peserta 62.")
    command = session(ctx)
    with open_writer(command.location) as register:
        run = record.update_record(
            register, "pelatihan", record.read_id(number), stated, command.typed
        )
    out(
        f"Pelatihan {number} diubah (run {run})."
        if run
        else "Sudah tercatat demikian; tidak ada yang berubah."
    )


app.command("attend")(attend)
app.command("import")(import_)


@app.command("list")
def list_(
    ctx: typer.Context, kota: record_options.Kota = None, as_json: record_options.AsJson = False
) -> None:
    """Daftar pelatihan."""
    find = _rows if as_json else _told
    record_options.show_list(
        ctx, kota, as_json, find, ("id", "mulai", "kota", "peserta", "kkmp", "judul")
    )


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import others
    from kkmp_cli.render import objects

    found = [
        training for training in others(register).trainings if not codes or training.kota in codes
    ]
    return [objects.training(training) | {"kkmp": len(training.hadir)} for training in found]


def _told(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    """The same with the headcount in words, where only the attendance tells it."""
    from kkmp_cli.register.records import others
    from kkmp_cli.render.screens.training_show import headcount

    words = {training.id: headcount(training) for training in others(register).trainings}
    return [row | {"peserta": words[row["id"]]} for row in _rows(register, codes)]


@app.command("show")
def show(
    ctx: typer.Context,
    number: record_options.Number,
    as_json: record_options.AsJson = False,
) -> None:
    """Tampilkan satu pelatihan dan kehadirannya."""
    from kkmp_cli.actions import record
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.records import others
    from kkmp_cli.render.screens import training_show

    with open_reader(session(ctx).location) as register:
        key = record.read_id(number)
        record.existing(register, "pelatihan", key)
        found = next(training for training in others(register).trainings if training.id == key)
        names = {area.id: area for area in register.areas(found.kota)}
    out(training_show.as_json(found) if as_json else training_show.as_text(found, names))


@app.command("remove")
def remove(ctx: typer.Context, number: record_options.Number) -> None:
    """Hapus satu pelatihan beserta kehadirannya; riwayatnya tetap ada."""
    record_options.remove(ctx, "pelatihan", number, _without_attendance)


def _without_attendance(register: Writer, training: int) -> list[Event]:
    from kkmp_cli.model.event import Event
    from kkmp_cli.model.run import WHOLE
    from kkmp_cli.register.records import rows_of, to_json

    day = settings.today().isoformat()
    came = [
        (key, row)
        for key, row in rows_of(register, "hadir").items()
        if row["pelatihan"] == training
    ]
    return [Event("hadir", key, WHOLE, to_json(row), None, day) for key, row in came]
