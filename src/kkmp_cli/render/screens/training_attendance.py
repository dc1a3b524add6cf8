"""What was read of an attendance list, in words: the columns, what was not counted, and the bad
rows.

No name of a person is ever told, only the numbers of rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from kkmp_cli.errors import Advice, Command, Problem
from kkmp_cli.importing.attendance import Attended, SeenList
from kkmp_cli.importing.attendance.attendance_headings import says_organ
from kkmp_cli.importing.attendance.organs import ORGANS
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.excerpt import capped, short, subject
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import ended, printable
from kkmp_cli.render.screens.understanding import differences, unread
from kkmp_cli.render.words import listed

_NAMES = 60


def as_lines(attended: Attended) -> Iterator[str]:
    """What to know before the result: the columns first, then what was not taken."""
    yield from map(printable, _columns(attended.seen, attended.rows))
    yield from map(printable, _doubtful(attended))


def _doubtful(attended: Attended) -> Iterator[str]:
    """What was assumed, what differs, what was left out; the names are nobody's business."""
    if attended.count and not says_organ(attended.seen.columns.columns):
        yield "Organ tidak disebut; dicatat sebagai pengurus."
    yield from differences(attended.differences)
    if attended.unread:
        yield unread(*attended.unread)
    yield from _passed_over(attended)
    if attended.twice:
        rows = ", ".join(f"baris {row} (= baris {first})" for row, first in attended.twice.items())
        what = "nama yang sudah ada di kelurahan yang sama, dihitung sekali"
        yield f"{show(len(attended.twice))} baris berisi {what}: {rows}."


def _passed_over(attended: Attended) -> Iterator[str]:
    """The rows of people who are not counted, with their jabatan."""
    whys = {
        "orang di luar pengurus dan pengawas": attended.guests,
        "jabatan yang tidak dikenal": attended.unknown,
    }
    for why, people in whys.items():
        rows = ", ".join(f"baris {row} ({jabatan.strip('()')})" for row, jabatan in people.items())
        if rows:
            yield f"{show(len(people))} baris berisi {why}, tidak dihitung: {rows}."


def _columns(seen: SeenList, rows: int) -> Iterator[str]:
    sheet = f"lembar {short(seen.sheet)}, " if seen.sheet is not None else ""
    yield f"{seen.file}: {sheet}judul di baris {seen.columns.table.row}, {show(rows)} baris data"
    meant = (
        short(column.heading)
        if column.heading.casefold() == column.name
        else f"{short(column.heading)} → {column.name}"
        for column in seen.columns.columns
    )
    ignored = (
        f" · diabaikan: {', '.join(map(short, seen.columns.ignored))}"
        if seen.columns.ignored
        else ""
    )
    yield f"  Dibaca: {', '.join(meant)}{ignored}"
    for letter, heading in seen.columns.unknown:
        yield f'  Kolom {letter} "{short(heading)}" tidak dikenal, tidak dibaca'
    if seen.passed_over:
        yield f"  Lembar lain tidak dibaca: {', '.join(seen.passed_over)}."


def contradicting(
    attended: Attended, rows: Mapping[int, Mapping[str, Any]], training: int
) -> Iterator[str]:
    """The recorded attendances of which the list says that nobody came, each with the command that
    takes it out.

    `rows` are the rows of the training, by cooperative.
    """
    against = [area for area in attended.nobody if area.id in rows]
    if against:
        yield f"Bertentangan dengan catatan, tidak diubah ({show(len(against))}):"
    for area in against:
        yield (
            f"  {area.distinct_name}: tercatat {recorded(rows[area.id])}; menurut berkas tidak "
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
        yield f"  {area.distinct_name}: {organ} {show(before)} → {show(now)}"


def result(attended: Attended, written: bool | None) -> str:
    """Who was recorded and who was passed over; `written` is None for a plan."""
    people = f", {show(attended.count)} orang" if attended.count else ""
    done = "akan dicatat" if written is None else "dicatat" if written else "sudah tercatat"
    who = (
        f"{show(len(attended.people))} koperasi{people} {done} hadir"
        if attended.people
        else "tidak ada yang hadir"
    )
    return "; ".join(filter(None, (who, uncounted(attended), skipped(attended))))


def uncounted(attended: Attended) -> str:
    """`3 orang tidak dihitung (2 bukan pengurus atau pengawas, 1 jabatannya tidak dikenal)`."""
    whys = {
        "bukan pengurus atau pengawas": attended.guests,
        "jabatannya tidak dikenal": attended.unknown,
    }
    told = ", ".join(f"{show(len(rows))} {why}" for why, rows in whys.items() if rows)
    return f"{show(attended.uncounted)} orang tidak dihitung ({told})" if told else ""


def already(
    came: Mapping[Area, Mapping[str, int | None]],
    rows: Mapping[int, Mapping[str, Any]],
    training: int,
) -> Iterator[str]:
    """The cooperatives of a file of rejected rows of which others are recorded, each with the
    command that counts both.
    """
    if came:
        what = "sudah tercatat hadir; yang di berkas ini tidak ditambahkan"
        yield f"{show(len(came))} koperasi {what}:"
    for area, organs in came.items():
        yield from _beside(area, organs, rows[area.id], training)


def _beside(
    area: Area, organs: Mapping[str, int | None], row: Mapping[str, Any], training: int
) -> Iterator[str]:
    here = ", ".join(f"{show(count or 0)} {name}" for name, count in organs.items()) or "hadir"
    yield f"  {area.distinct_name}: tercatat {recorded(row)}; di berkas ini {here}"
    if organs:
        sums = ((f"--{name}", (row[name] or 0) + (count or 0)) for name, count in organs.items())
        command = Command("training", "attend", training, area.kode, *chain.from_iterable(sums))
        yield Advice("    bila belum terhitung: {}", command)


def skipped(attended: Attended) -> str:
    """`4 baris tanpa peserta dilewati: Cideng, …`; with the row if others of it count."""
    if not attended.skipped:
        return ""
    names = dict.fromkeys(
        area.distinct_name + f" (baris {row})" * (area in attended.people)
        for row, area in attended.skipped
    )
    rows = f"{show(len(attended.skipped))} baris tanpa peserta dilewati"
    return f"{rows}: {listed([*names], _NAMES)}"


def rejected(attended: Attended) -> Iterator[str]:
    """The rows that do not go in, and those that wait for them."""
    if attended.problems:
        yield from problems(attended.problems, partial=True)
    if attended.held_back:
        names = dict.fromkeys(area.distinct_name for area in attended.held_back.values())
        rows = f"{show(len(attended.held_back))} baris lain ikut ditahan"
        yield f"{rows}, karena jumlah satu kelurahan dicatat sekaligus: {', '.join(names)}."
    if attended.left_out:
        rows = ", ".join(map(str, attended.left_out))
        yield f"{show(len(attended.left_out))} baris ditinggalkan karena diminta: baris {rows}."


def problems(bad: Sequence[Problem], partial: bool = False) -> Iterator[str]:
    """The bad rows, as the lines of a refusal, or where the others go in."""
    outcome = "ditolak" if partial else "tidak dapat dipakai; tidak ada yang ditulis"
    yield f"{show(len({problem.row for problem in bad}))} baris {outcome}:"
    lines = []
    for problem in bad:
        where = f"baris {problem.row} ({problem.cell}) {subject(problem)}".rstrip()
        lines.append(Advice("  {}: {} {}", where, ended(problem.message), problem.remedy))
    yield from capped(lines)
