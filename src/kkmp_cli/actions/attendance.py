"""`kkmp training attend` and `import`: who came to a training, and which recorded counts that
replaces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import confirm, out, session
from kkmp_cli.cli.options import record_options
from kkmp_cli.errors import BadUsage, CellError, Refused
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.importing.attendance import Attended
    from kkmp_cli.model.area import Area
    from kkmp_cli.model.event import Event
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

People = Mapping[str, int | None]
"""How many came of each organ; None where only their presence is known."""


def attend(
    ctx: typer.Context,
    number: record_options.Number,
    kelurahan: Annotated[
        list[str] | None, typer.Argument(metavar="KELURAHAN…", help="Nama atau kode.")
    ] = None,
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Semua koperasi kota itu.")] = False,
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
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Catat koperasi yang hadir di satu pelatihan; --tidak-hadir menghapus kehadiran yang salah
    catat.

    Contoh: kkmp training attend 1 Penjaringan Pluit --pengurus 2
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.named_areas import chosen_areas
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.writer import open_writer

    people = {
        "pengurus": read_count(board, "--pengurus"),
        "pengawas": read_count(overseers, "--pengawas"),
    }
    if present and any(value is not None for value in people.values()):
        raise BadUsage(
            "--hadir berarti jumlahnya tidak diketahui.",
            "Pakai --hadir, atau --pengurus dan --pengawas.",
        )
    if absent and (present or any(value is not None for value in people.values())):
        raise BadUsage("--tidak-hadir berdiri sendiri.", "Pakai --tidak-hadir, atau yang lain.")
    command = session(ctx)
    with open_reader(command.location) as register:
        key = record.read_id(number)
        training = record.existing(register, "pelatihan", key)
        areas = chosen_areas(
            register, kelurahan or [], kota or training["kota"], kecamatan, everything
        )
        chosen = register.registered_areas([area.kode for area in areas])
        missing = [area.kelurahan for area in areas if area not in chosen]
        if missing and not everything:
            raise Refused(
                f"Belum ada di register: {', '.join(missing)}.", "Daftarkan dulu dengan `kkmp add`."
            )
    if len(chosen) > 1:
        confirm(
            f"{'Hapus kehadiran' if absent else 'Catat'} {numbers.show(len(chosen))} koperasi"
            f"{'' if absent else ' hadir'}?",
            yes,
        )
    with open_writer(command.location) as writer:
        record.existing(writer, "pelatihan", key)
        if absent:
            _take_out(writer, key, chosen, command.typed)
        else:
            _record(writer, key, dict.fromkeys(chosen, people), command.typed)


def _record(writer: Writer, training: int, came: Mapping[Area, People], typed: str) -> None:
    from kkmp_cli.actions import record

    replaced = _replaced(writer, training, came)
    run = record.record(
        writer, attendance(writer, training, {area.id: came[area] for area in came}), typed
    )
    for line in replaced:
        out(line)
    done = f"{_undoing(run)}." if run else "; tidak berubah."
    out(f"{numbers.show(len(came))} koperasi dicatat hadir di pelatihan {training}{done}")


def _take_out(writer: Writer, training: int, areas: Sequence[Area], typed: str) -> None:
    """Takes the recorded attendance of these cooperatives out; what was recorded is told."""
    from kkmp_cli.actions import record
    from kkmp_cli.model.event import Event
    from kkmp_cli.model.run import WHOLE
    from kkmp_cli.register.records import to_json
    from kkmp_cli.render.screens import training_attendance

    held, day = _held(writer, training), settings.today().isoformat()
    found = [(area, *held[area.id]) for area in areas if area.id in held]
    run = record.record(
        writer,
        [Event("hadir", key, WHOLE, to_json(row), None, day) for _, key, row in found],
        typed,
    )
    for area, _, row in found:
        out(f"  {area.kelurahan}: {training_attendance.recorded(row)} → tidak hadir")
    done = f"{_undoing(run)}." if run else "; tidak berubah."
    out(f"Kehadiran {numbers.show(len(found))} koperasi di pelatihan {training} dihapus{done}")


def attendance(register: Writer, training: int, people: Mapping[int, People]) -> list[Event]:
    """The changes that record cooperatives (by id) at a training; those recorded alike already
    change nothing.
    """
    from kkmp_cli.model.event import Event
    from kkmp_cli.model.run import WHOLE
    from kkmp_cli.register.records import to_json

    day = settings.today().isoformat()
    held = _held(register, training)
    following = register.next_id("hadir")
    events = []
    for cooperative, organs in people.items():
        if cooperative not in held:
            values = {"pelatihan": training, "cooperative_id": cooperative, **organs}
            events.append(Event("hadir", following, WHOLE, None, to_json(values), day))
            following += 1
            continue
        key, row = held[cooperative]
        for name, value in organs.items():
            if value is not None and row[name] != value:
                old = None if row[name] is None else str(row[name])
                events.append(Event("hadir", key, name, old, str(value), day))
    return events


def _held(register: Reader, training: int) -> dict[int, tuple[int, Mapping[str, Any]]]:
    """The attendance of a training by cooperative: its id and its row."""
    from kkmp_cli.register.records import rows_of

    rows = rows_of(register, "hadir").items()
    return {row["cooperative_id"]: (key, row) for key, row in rows if row["pelatihan"] == training}


def _beside_held(register: Reader, training: int, found: Attended, dry_run: bool) -> list[str]:
    """Where a list denies what is recorded of a training, or says other counts."""
    from kkmp_cli.render.screens import training_attendance

    rows = {cooperative: row for cooperative, (_, row) in _held(register, training).items()}
    denied = training_attendance.contradicting(found, rows, training)
    return [*denied, *_replaced(register, training, found.people, dry_run)]


def _replaced(
    register: Reader, training: int, came: Mapping[Area, People], dry_run: bool = False
) -> list[str]:
    """`Gambir: pengurus 3 → 2` for every recorded count that is said otherwise now, below how many
    they are.
    """
    held = _held(register, training)
    told = []
    for area, organs in came.items():
        row = held[area.id][1] if area.id in held else {}
        for name, count in organs.items():
            before = row.get(name)
            if before is not None and count is not None and before != count:
                told.append(
                    f"  {area.kelurahan}: {name} {numbers.show(before)} → {numbers.show(count)}"
                )
    title = (
        f"{numbers.show(len(told))} jumlah yang tercatat "
        f"{'akan diganti' if dry_run else 'diganti'}:"
    )
    return [title, *told] if told else []


def import_(
    ctx: typer.Context,
    number: record_options.Number,
    file: Annotated[
        str, typer.Argument(metavar="BERKAS", help="Daftar hadir: CSV, XLSX, ODS; - untuk stdin.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan hasilnya.")] = False,
) -> None:
    """Masukkan daftar hadir: kelurahan atau kode, organ atau jabatan, jumlah atau nama (dihitung,
    tidak disimpan).

    Kolom Pengurus dan Pengawas dibaca sebagai jumlah, kolom Hadir sebagai siapa yang hadir; baris 0
    atau tidak hadir tidak dicatat. Daftar yang lebih baru mengganti jumlah yang tercatat. Nama yang
    sama di satu kelurahan dihitung sekali. Baris JUMLAH dibandingkan; catatan dan tanda tangan di
    bawahnya tidak dibaca.

    Contoh: kkmp training import 1 hadir.csv
    """
    from kkmp_cli import sheets
    from kkmp_cli.actions import record
    from kkmp_cli.areas.index import AreaIndex
    from kkmp_cli.importing import attendance as attendances
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.writer import open_writer
    from kkmp_cli.render.screens import training_attendance

    sheet = sheets.read(file, knows=attendances.knows)
    key, command = record.read_id(number), session(ctx)
    with open_reader(command.location) as register:
        training = record.existing(register, "pelatihan", key)
        found = attendances.read(
            sheet, AreaIndex(register.areas(), register.aliases()), training["kota"]
        )
        _refuse_unusable(register, found)
        told = _beside_held(register, key, found, dry_run) if dry_run else []
    run = None
    if not dry_run:
        with open_writer(command.location) as writer:
            record.existing(writer, "pelatihan", key)
            came = {area.id: organs for area, organs in found.people.items()}
            told = _beside_held(writer, key, found, dry_run)
            run = record.record(writer, attendance(writer, key, came), command.typed)
    for line in (*training_attendance.as_lines(found), *told):
        out(line)
    out(_result(found, key, run, dry_run))


def _result(found: Attended, training: int, run: int | None, dry_run: bool) -> str:
    """The last sentence: who was recorded, who was passed over, and how to undo it."""
    from kkmp_cli.render.screens import training_attendance

    people = f", {numbers.show(found.count)} orang" if found.count else ""
    done = "akan dicatat" if dry_run else "dicatat" if run else "sudah tercatat"
    who = (
        f"{numbers.show(len(found.people))} koperasi{people} {done} hadir"
        if found.people
        else "tidak ada yang hadir"
    )
    said = "; ".join(filter(None, (who, training_attendance.skipped(found))))
    plan = " Hanya rencana (--dry-run); tidak ada yang ditulis." if dry_run else ""
    return f"Pelatihan {training}: {said}{_undoing(run)}.{plan}"


def _undoing(run: int | None) -> str:
    return f" (run {run}; batalkan: kkmp undo {run})" if run else ""


def _refuse_unusable(register: Reader, found: Attended) -> None:
    """Raises Refused with every bad row, or with the cooperatives that are not registered."""
    from kkmp_cli.render.screens import training_attendance

    if found.problems:
        title = (
            f"{numbers.show(len(found.problems))} baris tidak dapat dipakai; tidak ada yang "
            f"ditulis:"
        )
        raise Refused("\n".join([title, *training_attendance.problems(found.problems)]))
    held = {area.id for area in register.registered_areas([area.kode for area in found.people])}
    missing = [area.kelurahan for area in found.people if area.id not in held]
    if missing:
        raise Refused(
            f"Belum ada di register: {', '.join(missing)}.", "Daftarkan dulu dengan `kkmp add`."
        )


def read_count(text: str | None, option: str) -> int | None:
    """A number of people as typed after an option, None where it was not. Raises Refused."""
    if text is None:
        return None
    try:
        return int(numbers.read_count(clean(text)))
    except CellError as error:
        raise Refused(f"{option} `{clean(text)[:20]}`: {error.message}.", error.remedy) from None
