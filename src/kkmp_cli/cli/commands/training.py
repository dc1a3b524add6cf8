"""`kkmp training`: trainings, and who came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.actions.named_areas import AreaChoice
from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import list_options, output_options, place_options, record_options
from kkmp_cli.cli.options.training_options import read_training, with_details
from kkmp_cli.cli.output import Terminal, session, undo_with
from kkmp_cli.cli.prompts import confirm, interactive
from kkmp_cli.errors import Advice, BadUsage
from kkmp_cli.parsing import dates, numbers

if TYPE_CHECKING:
    from kkmp_cli.actions.attendance import People
    from kkmp_cli.areas.index import Area
    from kkmp_cli.model.training import Training
    from kkmp_cli.register.reader import Reader

app = group("training", "Pelatihan dan siapa yang hadir.")


@app.command("add")
@output_options.never_asking
@with_details("Jumlah peserta, bila diketahui.")
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="JUDUL", help="Judul pelatihan.")],
    start: Annotated[
        str,
        typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama; boleh bulan atau tahun."),
    ],
    kota: place_options.Kota = None,
    *,
    details: dict[str, str | None],
) -> None:
    """Catat satu pelatihan.

    Contoh:
    kkmp training add "Pembukuan" --kota jakut --mulai "3 November 2025" --peserta 62
    """
    from kkmp_cli.actions import office_records

    command, values = session(ctx), read_training(title, start, details)
    added = office_records.add(
        command, "pelatihan", values, place_options.of_one_kota(command, kota)
    )
    record_options.say_run(command, added.run)
    day = dates.show(values["mulai"])
    command.done(f"Pelatihan {added.key} dicatat: {values['judul']}, {added.place}, {day}.")


@app.command("update")
@output_options.never_asking
@with_details("Jumlah peserta.")
def update(
    ctx: typer.Context,
    number: record_options.Number,
    title: Annotated[str | None, typer.Option("--judul", metavar="TEKS", help="Judul.")] = None,
    start: Annotated[
        str | None, typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama.")
    ] = None,
    *,
    details: dict[str, str | None],
) -> None:
    """Ubah keterangan satu pelatihan.

    Contoh:
    kkmp training update 1 --peserta 60
    """
    from kkmp_cli.actions import office_records

    typed = read_training(title, start, details)
    stated = {name: value for name, value in typed.items() if value is not None}
    if not stated:
        raise BadUsage("Tidak ada yang diubah.", "Sebut isiannya, misalnya --peserta 62.")
    command, key = session(ctx), record_options.read_id(ctx, number)
    run, _ = office_records.update(command, "pelatihan", key, lambda _row: stated)
    record_options.out_changed(command, f"Pelatihan {number}", run)


@app.command("attend")
@place_options.with_places("Semua koperasi kota itu.")
def attend(
    ctx: typer.Context,
    number: record_options.Number,
    choice: AreaChoice,
    board: Annotated[
        str | None,
        typer.Option("--pengurus", metavar="N", help="Pengurus yang hadir, tiap koperasi."),
    ] = None,
    overseers: Annotated[
        str | None, typer.Option("--pengawas", metavar="N", help="Pengawas yang hadir.")
    ] = None,
    present: Annotated[
        bool, typer.Option("--hadir", help="Hadir, jumlahnya tidak diketahui.")
    ] = False,
    absent: Annotated[
        bool, typer.Option("--tidak-hadir", help="Hapus kehadiran yang tercatat.")
    ] = False,
    yes: output_options.Yes = False,
) -> None:
    """Catat koperasi yang hadir di satu pelatihan; --tidak-hadir menghapus kehadiran yang salah
    catat.

    Contoh:
    kkmp training attend 1 Penjaringan Pluit --pengurus 2
    """
    from kkmp_cli.actions import attendance

    people = {
        "pengurus": record_options.read_people(board, "--pengurus"),
        "pengawas": record_options.read_people(overseers, "--pengawas"),
    }
    _refuse_mixed(people, present, absent)
    command, key = session(ctx), record_options.read_id(ctx, number)
    areas = attendance.chosen(command, key, choice)
    confirm(_question(len(areas), absent), yes or len(areas) < 2)
    if absent:
        _take_out(command, key, areas)
    else:
        _attend(command, key, dict.fromkeys(areas, people))


def _question(count: int, absent: bool) -> str:
    many = f"{numbers.show(count)} koperasi"
    return f"Hapus kehadiran {many}?" if absent else f"Catat {many} hadir?"


def _refuse_mixed(people: People, present: bool, absent: bool) -> None:
    counted = any(value is not None for value in people.values())
    if present and counted:
        remedy = "Pakai --hadir, atau --pengurus dan --pengawas."
        raise BadUsage("--hadir berarti jumlahnya tidak diketahui.", remedy)
    if absent and (present or counted):
        raise BadUsage("--tidak-hadir berdiri sendiri.", "Pakai --tidak-hadir, atau yang lain.")


def _attend(command: Terminal, key: int, came: Mapping[Area, People]) -> None:
    from kkmp_cli.actions import attendance
    from kkmp_cli.render.screens import training_attendance

    recorded = attendance.attend(command, key, came)
    what = f"{numbers.show(len(came))} koperasi dicatat hadir di pelatihan {key}"
    outcome = Advice("{}{}.", what, _outcome(recorded.run))
    command.done_lines((*training_attendance.replaced(recorded.replaced), outcome))


def _take_out(command: Terminal, key: int, areas: Sequence[Area]) -> None:
    from kkmp_cli.actions import attendance
    from kkmp_cli.render.screens import training_attendance

    done = attendance.take_out(command, key, areas)
    gone = [
        f"  {area.distinct_name}: {training_attendance.recorded(row)} → tidak hadir"
        for area, row in done.rows
    ]
    what = f"Kehadiran {numbers.show(len(done.rows))} koperasi di pelatihan {key} dihapus"
    command.done_lines((*gone, Advice("{}{}.", what, _outcome(done.run))))


def _outcome(run: int | None) -> str:
    return undo_with(run) or "; tidak berubah"


@app.command("import")
@list_options.with_list
def import_(
    ctx: typer.Context,
    number: record_options.Number,
    file: Annotated[
        str,
        typer.Argument(
            metavar="BERKAS", help="Daftar hadir: CSV, XLSX, ODS; - untuk CSV dari pipa."
        ),
    ],
    *,
    asked: ListRequest,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan hasilnya.")] = False,
    yes: output_options.Yes = False,
) -> None:
    """Masukkan daftar hadir: kelurahan atau kode, organ atau jabatan, jumlah atau nama (dihitung,
    tidak disimpan).

    Kolom Pengurus dan Pengawas dibaca sebagai jumlah, kolom Hadir sebagai siapa yang hadir; baris 0
    atau tidak hadir tidak dicatat. Daftar yang lebih baru mengganti jumlah yang tercatat. Nama yang
    sama di satu kelurahan dihitung sekali. Baris JUMLAH dibandingkan; catatan dan tanda tangan di
    bawahnya tidak dibaca. Narasumber, undangan dan jabatan yang tidak dikenal tidak dihitung, dan
    disebut.

    Contoh:
    kkmp training import 1 hadir.csv
    """
    from kkmp_cli.cli.list_conversation import ListConversation

    command, key = session(ctx), record_options.read_id(ctx, number)
    request = asked._replace(training=key, file=file)
    if not ListConversation(command, request, dry_run, interactive() and not yes).held():
        raise typer.Exit(1)


@app.command("list")
def list_(
    ctx: typer.Context, kota: place_options.Kota = None, as_json: output_options.AsJson = False
) -> None:
    """Daftar pelatihan.

    Contoh:
    kkmp training list --kota jakut
    """
    find = _rows if as_json else _rows_in_words
    columns = ("id", "mulai", "kota", "peserta", "kkmp", "judul")
    record_options.show_list(ctx, kota, as_json, find, columns)


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import others
    from kkmp_cli.render import objects

    return [
        objects.training(training) | {"kkmp": len(training.hadir)}
        for training in others(register).trainings
        if not codes or training.kota in codes
    ]


def _rows_in_words(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    """The same with the headcount in words, where only the attendance tells it."""
    from kkmp_cli.register.records import others
    from kkmp_cli.render.screens.training_show import headcount

    words = {training.id: headcount(training) for training in others(register).trainings}
    return [row | {"peserta": words[row["id"]]} for row in _rows(register, codes)]


@app.command("show")
def show(
    ctx: typer.Context, number: record_options.Number, as_json: output_options.AsJson = False
) -> None:
    """Tampilkan satu pelatihan dan kehadirannya.

    Contoh:
    kkmp training show 1
    """
    from kkmp_cli.render.screens import training_show as screen

    command, key = session(ctx), record_options.read_id(ctx, number)
    with command.reading() as register:
        one = _training(register, key)
        areas = {area.id: area for area in register.areas(one.kota)}
    text = screen.as_json(one) if as_json else screen.as_text(one, areas)
    command.page(text, as_json)


def _training(register: Reader, key: int) -> Training:
    from kkmp_cli.actions import office_records
    from kkmp_cli.register.records import others

    office_records.existing(register, "pelatihan", key)
    return next(each for each in others(register).trainings if each.id == key)


@app.command("remove")
def remove(
    ctx: typer.Context, number: record_options.Number, yes: output_options.Yes = False
) -> None:
    """Hapus satu pelatihan beserta kehadirannya; riwayatnya tetap ada.

    Contoh:
    kkmp training remove 1
    """
    from kkmp_cli.actions.attendance import all_of

    command, key = session(ctx), record_options.read_id(ctx, number)
    with command.reading() as register:
        count = len(_training(register, key).hadir)
    confirm(f"Hapus pelatihan {key} dan kehadiran {count} koperasi?", yes or count < 2)
    record_options.remove(ctx, "pelatihan", number, all_of)
