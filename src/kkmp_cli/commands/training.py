"""`kkmp training`: trainings, and who came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import cells, dates, numbers, settings
from kkmp_cli.commands import groups, stating
from kkmp_cli.commands.cli import confirm, group, out, session
from kkmp_cli.errors import BadUsage, CellError, Refused
from kkmp_cli.text import clean

if TYPE_CHECKING:
    from kkmp_cli.attendances import Attended
    from kkmp_cli.changes import Change
    from kkmp_cli.register.reading import Reader
    from kkmp_cli.register.store import Writer

app = group("training", "Pelatihan dan siapa yang hadir.")
_KOTA = "Nama, singkatan atau kode kota."


@app.command("add")
def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="JUDUL", help="Judul pelatihan.")],
    kota: Annotated[str, typer.Option("--kota", help=_KOTA)],
    start: Annotated[str, typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama; boleh bulan atau tahun.")],
    end: Annotated[str | None, typer.Option("--selesai", metavar="TANGGAL", help="Hari terakhir.")] = None,
    place: Annotated[str | None, typer.Option("--tempat", metavar="TEKS", help="Tempat.")] = None,
    organiser: Annotated[str | None, typer.Option("--penyelenggara", metavar="TEKS", help="Penyelenggara.")] = None,
    topics: Annotated[str | None, typer.Option("--materi", metavar="A,B", help="Materi, dipisah koma.")] = None,
    people: Annotated[
        str | None, typer.Option("--peserta", metavar="N", help="Jumlah peserta, bila diketahui.")
    ] = None,
    source: Annotated[str | None, typer.Option("--sumber", metavar="TEKS", help="Sumber keterangan.")] = None,
) -> None:
    """Catat satu pelatihan.

    Contoh: kkmp training add "Pembukuan" --kota jakut --mulai "3 November 2025" --peserta 62
    """
    from kkmp_cli.commands import writes
    from kkmp_cli.commands.naming import one_kota
    from kkmp_cli.register.store import writing

    values = _values(title, start, end, place, organiser, topics, people, source)
    command = session(ctx)
    with writing(command.location) as register:
        values["kota"], name = one_kota(register, kota)
        key = writes.create_record(register, "pelatihan", values, command.typed)
    out(f"Pelatihan {key} dicatat: {values['judul']}, {name}, {dates.show(values['mulai'])}.")


def _values(
    title: str | None, start: str | None, end: str | None, place: str | None, organiser: str | None,
    topics: str | None, people: str | None, source: str | None,
) -> dict[str, Any]:  # fmt: skip
    first = stating.read_any_day(start, "--mulai") if start else None
    last = stating.read_any_day(end, "--selesai") if end else None
    if first and last and dates.read(last).last_day < dates.read(first).first_day:
        raise Refused("--selesai lebih awal dari --mulai.", "Periksa kedua tanggalnya.")
    name = clean(title) if title is not None else None
    if name == "":
        raise Refused("Judul pelatihan kosong.", "Tulis judulnya.")
    return {
        "judul": name, "mulai": first, "selesai": last,
        "tempat": clean(place) if place else None, "penyelenggara": clean(organiser) if organiser else None,
        "materi": cells.read_names(topics) if topics else None,
        "peserta": _count(people, "--peserta"), "sumber": clean(source, 2_000) if source else None,
    }  # fmt: skip


def _count(text: str | None, option: str) -> int | None:
    if text is None:
        return None
    try:
        return int(cells.read_count(clean(text)))
    except CellError as error:
        raise Refused(f"{option} `{clean(text)[:20]}`: {error.message}.", error.remedy) from None


@app.command("update")
def update(
    ctx: typer.Context,
    number: groups.Number,
    title: Annotated[str | None, typer.Option("--judul", metavar="TEKS", help="Judul.")] = None,
    start: Annotated[str | None, typer.Option("--mulai", metavar="TANGGAL", help="Hari pertama.")] = None,
    end: Annotated[str | None, typer.Option("--selesai", metavar="TANGGAL", help="Hari terakhir.")] = None,
    place: Annotated[str | None, typer.Option("--tempat", metavar="TEKS", help="Tempat.")] = None,
    organiser: Annotated[str | None, typer.Option("--penyelenggara", metavar="TEKS", help="Penyelenggara.")] = None,
    topics: Annotated[str | None, typer.Option("--materi", metavar="A,B", help="Materi, dipisah koma.")] = None,
    people: Annotated[str | None, typer.Option("--peserta", metavar="N", help="Jumlah peserta.")] = None,
    source: Annotated[str | None, typer.Option("--sumber", metavar="TEKS", help="Sumber keterangan.")] = None,
) -> None:
    """Ubah keterangan satu pelatihan."""
    from kkmp_cli.commands import writes
    from kkmp_cli.register.store import writing

    read = _values(title, start, end, place, organiser, topics, people, source)
    stated = {name: value for name, value in read.items() if value is not None}
    if not stated:
        raise BadUsage("Tidak ada yang diubah.", "Sebut isiannya, misalnya --peserta 62.")
    command = session(ctx)
    with writing(command.location) as register:
        run = writes.update_record(register, "pelatihan", writes.read_id(number), stated, command.typed)
    out(f"Pelatihan {number} diubah (run {run})." if run else "Sudah tercatat demikian; tidak ada yang berubah.")


@app.command("attend")
def attend(
    ctx: typer.Context,
    number: groups.Number,
    kelurahan: Annotated[list[str] | None, typer.Argument(metavar="KELURAHAN…", help="Nama atau kode.")] = None,
    kota: Annotated[str | None, typer.Option("--kota", help=_KOTA)] = None,
    kecamatan: Annotated[str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Semua koperasi kota itu.")] = False,
    board: Annotated[
        str | None, typer.Option("--pengurus", metavar="N", help="Pengurus yang hadir, tiap koperasi.")
    ] = None,
    overseers: Annotated[str | None, typer.Option("--pengawas", metavar="N", help="Pengawas yang hadir.")] = None,
    present: Annotated[bool, typer.Option("--hadir", help="Hadir, jumlahnya tidak diketahui.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Catat koperasi yang hadir di satu pelatihan.

    Contoh: kkmp training attend 1 Penjaringan Pluit --pengurus 2
    """
    from kkmp_cli.commands import writes
    from kkmp_cli.commands.naming import chosen_areas
    from kkmp_cli.register.reading import reading
    from kkmp_cli.register.store import writing

    people = {"pengurus": _count(board, "--pengurus"), "pengawas": _count(overseers, "--pengawas")}
    if present and any(value is not None for value in people.values()):
        raise BadUsage("--hadir berarti jumlahnya tidak diketahui.", "Pakai --hadir, atau --pengurus dan --pengawas.")
    command = session(ctx)
    with reading(command.location) as register:
        key = writes.read_id(number)
        training = writes.existing(register, "pelatihan", key)
        areas = chosen_areas(register, kelurahan or [], kota or training["kota"], kecamatan, everything)
        chosen = [area.id for area in register.registered_areas([area.kode for area in areas])]
        missing = [area.kelurahan for area in areas if area.id not in chosen]
        if missing and not everything:
            raise Refused(f"Belum ada di register: {', '.join(missing)}.", "Daftarkan dulu dengan `kkmp add`.")
    if len(chosen) > 1:
        confirm(f"Catat {numbers.show(len(chosen))} koperasi hadir?", yes)
    with writing(command.location) as writer:
        writes.existing(writer, "pelatihan", key)
        run = writes.record(writer, attendance(writer, key, dict.fromkeys(chosen, people)), command.typed)
    out(
        f"{numbers.show(len(chosen))} koperasi dicatat hadir di pelatihan {number}"
        + (f" (run {run})." if run else "; tidak berubah.")
    )


def attendance(
    register: Writer, training: int, people: Mapping[int, Mapping[str, int | None]]
) -> list[Change]:
    """The changes that record cooperatives (by id) at a training; those recorded alike already change nothing."""
    from kkmp_cli.changes import Change
    from kkmp_cli.register.records import to_json
    from kkmp_cli.runs import WHOLE

    day = settings.today().isoformat()
    held = _held(register, training)
    following = register.next_id("hadir")
    changes = []
    for cooperative, organs in people.items():
        if cooperative not in held:
            values = {"pelatihan": training, "cooperative_id": cooperative, **organs}
            changes.append(Change("hadir", following, WHOLE, None, to_json(values), day))
            following += 1
            continue
        key, row = held[cooperative]
        for name, value in organs.items():
            if value is not None and row[name] != value:
                old = None if row[name] is None else str(row[name])
                changes.append(Change("hadir", key, name, old, str(value), day))
    return changes


def _held(register: Reader, training: int) -> dict[int, tuple[int, Mapping[str, Any]]]:
    """The attendance of a training by cooperative: its id and its row."""
    from kkmp_cli.register.records import rows_of

    rows = rows_of(register, "hadir").items()
    return {row["cooperative_id"]: (key, row) for key, row in rows if row["pelatihan"] == training}


def _replaced(register: Reader, training: int, found: Attended) -> list[str]:
    """`Gambir: pengurus 3 → 2` for every recorded count that the list says otherwise."""
    held = _held(register, training)
    told = []
    for area, organs in found.people.items():
        row = held[area.id][1] if area.id in held else {}
        for name, count in organs.items():
            before = row.get(name)
            if before is not None and count is not None and before != count:
                told.append(f"  {area.kelurahan}: {name} {numbers.show(before)} → {numbers.show(count)}")
    return told


@app.command("import")
def import_(
    ctx: typer.Context,
    number: groups.Number,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Daftar hadir: CSV, XLSX, ODS; - untuk stdin.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan hasilnya.")] = False,
) -> None:
    """Masukkan daftar hadir: kelurahan atau kode, organ atau jabatan, jumlah atau nama (dihitung, tidak disimpan).

    Daftar yang lebih baru mengganti jumlah yang tercatat. Baris bernama yang sama persis dihitung sekali.

    Contoh: kkmp training import 1 hadir.csv
    """
    from kkmp_cli import attendances, sheets
    from kkmp_cli.areas import AreaIndex
    from kkmp_cli.commands import writes
    from kkmp_cli.register.reading import reading
    from kkmp_cli.register.store import writing

    sheet = sheets.read(file, knows=attendances.knows)
    key, command = writes.read_id(number), session(ctx)
    with reading(command.location) as register:
        training = writes.existing(register, "pelatihan", key)
        found = attendances.read(sheet, AreaIndex(register.areas(), register.aliases()), training["kota"])
        _refuse_unusable(register, found)
        replaced = _replaced(register, key, found)
    run = None
    if not dry_run:
        with writing(command.location) as writer:
            writes.existing(writer, "pelatihan", key)
            came = {area.id: organs for area, organs in found.people.items()}
            replaced = _replaced(writer, key, found)
            run = writes.record(writer, attendance(writer, key, came), command.typed)
    for line in _remarks(found, replaced, dry_run):
        out(line)
    people = f", {numbers.show(found.count)} orang" if found.count else ""
    done = "akan dicatat" if dry_run else "dicatat" if run else "sudah tercatat"
    tail = " Hanya rencana (--dry-run)." if dry_run else f" Batalkan dengan `kkmp undo {run}`." if run else ""
    out(f"{numbers.show(len(found.people))} koperasi{people} {done} hadir di pelatihan {number}.{tail}")


def _remarks(found: Attended, replaced: list[str], dry_run: bool) -> list[str]:
    """What the officer may not expect: rows that were counted once, counts that are replaced."""
    from kkmp_cli.attendances import told_twice

    title = f"{numbers.show(len(replaced))} jumlah yang tercatat {'akan diganti' if dry_run else 'diganti'}:"
    return [*told_twice(found), *([title, *replaced] if replaced else [])]


def _refuse_unusable(register: Reader, found: Attended) -> None:
    """Raises Refused with every bad row, or with the cooperatives that are not registered."""
    from kkmp_cli.attendances import told

    if found.problems:
        title = f"{numbers.show(len(found.problems))} baris tidak dapat dipakai; tidak ada yang ditulis:"
        raise Refused("\n".join([title, *told(found.problems)]))
    held = {area.id for area in register.registered_areas([area.kode for area in found.people])}
    missing = [area.kelurahan for area in found.people if area.id not in held]
    if missing:
        raise Refused(f"Belum ada di register: {', '.join(missing)}.", "Daftarkan dulu dengan `kkmp add`.")


@app.command("list")
def list_(ctx: typer.Context, kota: groups.Kota = None, as_json: groups.AsJson = False) -> None:
    """Daftar pelatihan."""
    find = _rows if as_json else _told
    groups.show_list(ctx, kota, as_json, find, ("id", "mulai", "kota", "peserta", "kkmp", "judul"))


def _rows(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    from kkmp_cli.register.records import others
    from kkmp_cli.render.record import training_object

    found = [training for training in others(register).trainings if not codes or training.kota in codes]
    return [training_object(training) | {"kkmp": len(training.hadir)} for training in found]


def _told(register: Reader, codes: frozenset[str]) -> list[dict[str, Any]]:
    """The same with the headcount in words, where only the attendance tells it."""
    from kkmp_cli.register.records import others
    from kkmp_cli.render.attendances import headcount

    words = {training.id: headcount(training) for training in others(register).trainings}
    return [row | {"peserta": words[row["id"]]} for row in _rows(register, codes)]


@app.command("show")
def show(
    ctx: typer.Context,
    number: groups.Number,
    as_json: groups.AsJson = False,
) -> None:
    """Tampilkan satu pelatihan dan kehadirannya."""
    from kkmp_cli.commands import writes
    from kkmp_cli.register.reading import reading
    from kkmp_cli.register.records import others
    from kkmp_cli.render import attendances

    with reading(session(ctx).location) as register:
        key = writes.read_id(number)
        writes.existing(register, "pelatihan", key)
        found = next(training for training in others(register).trainings if training.id == key)
        names = {area.id: area for area in register.areas(found.kota)}
    out(attendances.as_json(found) if as_json else attendances.as_text(found, names))


@app.command("remove")
def remove(ctx: typer.Context, number: groups.Number) -> None:
    """Hapus satu pelatihan beserta kehadirannya; riwayatnya tetap ada."""
    groups.remove(ctx, "pelatihan", number, _without_attendance)


def _without_attendance(register: Writer, training: int) -> list[Change]:
    from kkmp_cli.changes import Change
    from kkmp_cli.register.records import rows_of, to_json
    from kkmp_cli.runs import WHOLE

    day = settings.today().isoformat()
    came = [(key, row) for key, row in rows_of(register, "hadir").items() if row["pelatihan"] == training]
    return [Change("hadir", key, WHOLE, to_json(row), None, day) for key, row in came]
