"""What was read of an attendance list, in words: the columns, what was not counted, and the bad
rows.

No name of a person is ever told, only the numbers of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kkmp_cli.errors import Advice, Command, Problem
from kkmp_cli.importing.attendance import Attended, SeenList
from kkmp_cli.importing.attendance.attendance_headings import says_organ
from kkmp_cli.importing.attendance.organs import ORGANS
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.screens.understanding import differences, unread
from kkmp_cli.render.words import ended

_NAMES = 60


def as_lines(found: Attended) -> Iterator[str]:
    """What to know before the result: the columns first, then what was not taken."""
    yield from map(printable, _columns(found.seen, found.rows))
    yield from map(printable, _doubtful(found))


def _doubtful(found: Attended) -> Iterator[str]:
    """What was assumed, what differs, what was left out; the names are nobody's business."""
    if found.count and not says_organ(found.seen.columns.columns):
        yield "Organ tidak disebut; dicatat sebagai pengurus."
    yield from differences(found.differences)
    if found.unread:
        yield unread(*found.unread)
    if found.twice:
        rows = ", ".join(f"baris {row} (= baris {first})" for row, first in found.twice.items())
        what = "nama yang sudah ada di kelurahan yang sama, dihitung sekali"
        yield f"{show(len(found.twice))} baris berisi {what}: {rows}."


def _columns(seen: SeenList, rows: int) -> Iterator[str]:
    sheet = f"lembar {seen.sheet}, " if seen.sheet is not None else ""
    yield f"{seen.file}: {sheet}judul di baris {seen.columns.table.row}, {show(rows)} baris data"
    meant = (
        column.heading
        if column.heading.casefold() == column.name
        else f"{column.heading} → {column.name}"
        for column in seen.columns.columns
    )
    ignored = f" · diabaikan: {', '.join(seen.columns.ignored)}" if seen.columns.ignored else ""
    yield f"  Dibaca: {', '.join(meant)}{ignored}"
    for letter, heading in seen.columns.unknown:
        yield f'  Kolom {letter} "{heading}" tidak dikenal, tidak dibaca'
    if seen.passed_over:
        yield f"  Lembar lain tidak dibaca: {', '.join(seen.passed_over)}."


def contradicting(
    found: Attended, held: Mapping[int, Mapping[str, Any]], training: int
) -> Iterator[str]:
    """The recorded attendances of which the list says that nobody came, each with the command that
    takes it out.

    `held` are the rows of the training, by cooperative.
    """
    against = [area for area in found.nobody if area.id in held]
    if against:
        yield f"Bertentangan dengan catatan, tidak diubah ({show(len(against))}):"
    for area in against:
        yield (
            f"  {area.kelurahan}: tercatat {recorded(held[area.id])}; menurut berkas tidak "
            f"ada yang hadir"
        )
        command = Command("training", "attend", training, area.kode, "--tidak-hadir")
        yield Advice("    hapus: {}", command)


def recorded(row: Mapping[str, Any]) -> str:
    """A recorded attendance: `hadir (2 pengurus)`, `hadir`."""
    counts = ", ".join(f"{show(row[organ])} {organ}" for organ in ORGANS if row[organ] is not None)
    return f"hadir ({counts})" if counts else "hadir"


def replaced(counts: Sequence[tuple[Area, str, int, int]], dry_run: bool = False) -> Iterator[str]:
    """`Gambir: pengurus 3 → 2` for every count that is said otherwise, below their number."""
    if counts:
        yield f"{show(len(counts))} jumlah yang tercatat {'akan ' * dry_run}diganti:"
    for area, organ, before, now in counts:
        yield f"  {area.kelurahan}: {organ} {show(before)} → {show(now)}"


def result(found: Attended, written: bool | None) -> str:
    """Who was recorded and who was passed over; `written` is None for a plan."""
    people = f", {show(found.count)} orang" if found.count else ""
    done = "akan dicatat" if written is None else "dicatat" if written else "sudah tercatat"
    who = (
        f"{show(len(found.people))} koperasi{people} {done} hadir"
        if found.people
        else "tidak ada yang hadir"
    )
    return "; ".join(filter(None, (who, skipped(found))))


def skipped(found: Attended) -> str:
    """`4 baris tanpa peserta dilewati: Cideng, …`; with the row if others of it count."""
    names = dict.fromkeys(
        f"{area.kelurahan} (baris {row})" if area in found.people else _named(area, found)
        for row, area in found.skipped
    )
    more = f", dan {show(len(names) - _NAMES)} lainnya" if len(names) > _NAMES else ""
    listed = ", ".join([*names][:_NAMES])
    return (
        f"{show(len(found.skipped))} baris tanpa peserta dilewati: {listed}{more}" if names else ""
    )


def _named(area: Area, found: Attended) -> str:
    """A kelurahan's name, with its kecamatan where two that are skipped share the name."""
    alike = {other.kode for _, other in found.skipped if other.kelurahan == area.kelurahan}
    return f"{area.kelurahan} ({area.kecamatan})" if len(alike) > 1 else area.kelurahan


def problems(found: Sequence[Problem]) -> Iterator[str]:
    """The bad rows, as the lines of a refusal."""
    yield f"{show(len(found))} baris tidak dapat dipakai; tidak ada yang ditulis:"
    for problem in found:
        where = f"baris {problem.row} ({problem.cell}) {problem.subject}".rstrip()
        yield Advice("  {}: {} {}", where, ended(problem.message), problem.remedy)
