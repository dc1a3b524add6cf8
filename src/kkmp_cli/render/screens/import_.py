"""What an import understood, would change and could not read: for the officer at the terminal, and
as JSON.

The same errors and the same changes are told once, with all the cells or names they concern. Never
enters: a rule. Text of the file is printed only after `printable` has taken out what could act.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Protocol

from kkmp_cli.errors import Advice, Command, Problem
from kkmp_cli.importing import ReadResult, Understanding
from kkmp_cli.importing.columns import FOR_GOOD
from kkmp_cli.importing.maps import Map
from kkmp_cli.model import vocabulary
from kkmp_cli.model.area import Area
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.planning.intent import (
    ADDED,
    CHANGED,
    CONFIRMED,
    CONFLICT,
    OUTCOMES,
    REJECTED,
    SAME,
    STALE,
    Plan,
    Unapplied,
)
from kkmp_cli.render import words
from kkmp_cli.render.screens import understanding as understood
from kkmp_cli.render.width import width

_COUNTED = {
    ADDED: "koperasi baru",
    CHANGED: "diubah",
    CONFIRMED: "tetap, tanggalnya diperbarui",
    SAME: "sama",
    STALE: "lebih lama dari catatan, tidak dipakai",
    CONFLICT: "bertentangan dengan catatan, belum diterapkan",
    REJECTED: "ditolak",
}
_NAMES = 60
_GROUPS = 80
_BULK = 500
"""Beyond so many changed cooperatives only counts are printed."""


class Taken(Protocol):
    """What a call came to; `run` is None where nothing was written."""

    @property
    def reading(self) -> ReadResult:
        """What was read."""

    @property
    def plan(self) -> Plan:
        """What would change."""

    @property
    def absent(self) -> Sequence[Sequence[Area]]:
        """For each file, the registered cooperatives of its kota that no row names."""

    @property
    def run(self) -> int | None:
        """The run that was written."""

    @property
    def remembering(self) -> Sequence[Map]:
        """What of this call is to be remembered and was not yet."""


def as_text(
    taken: Taken, dry_run: bool, skipping: bool = False, worded: Callable[[str], str] = str
) -> str:
    """What was understood first, then the plan, then what is in the way; one sentence of the result
    at the end. `worded` makes what is printed of each line.
    """
    lines: list[str] = []
    for understanding in taken.reading.files:
        lines += understood.lines(understanding)
    if any(one.map for understanding in taken.reading.files for one in understanding.unknown):
        lines.append(f"  {FOR_GOOD}")
    lines += [
        "",
        *_counts(taken),
        *_changes(taken.plan),
        *_unapplied(taken.plan),
        *_notes(taken.plan),
    ]
    lines += [*_absent(taken), *_errors(problems(taken), several=len(taken.reading.files) > 1)]
    lines += ["", result(taken, dry_run, skipping)]
    return "\n".join(_laid_out([*map(worded, lines)], width()))


def _laid_out(lines: Sequence[str], width: int | None) -> Iterator[str]:
    """Lines as they are for a pipe; for a terminal broken between words, deeper indented where they
    go on.
    """
    for line in map(printable, lines):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        if width is None or len(line) <= width:
            yield line
        else:
            yield from textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)


def result(taken: Taken, dry_run: bool, skipping: bool = False) -> str:
    """The last sentence: what was written and is remembered, or why nothing was. `skipping`: good
    rows alone go in.
    """
    told = ", ".join(f"{one.heading} → {one.name or 'diabaikan'}" for one in taken.remembering)
    wrong = problems(taken)
    if taken.run is not None:
        return Advice(
            "Tersimpan sebagai run {}: {} Batalkan dengan `{}`.",
            taken.run,
            _written(taken, told),
            Command("undo", taken.run),
        )
    if wrong and skipping and not taken.reading.blocked:
        left = f"{show(rejected_rows(taken))} baris ditolak"
        if taken.plan.empty and not told:
            return f"Tidak ada yang ditulis: {left}, dan baris lainnya tidak mengubah apa-apa."
        return (
            f"Hanya rencana (--dry-run); tidak ada yang ditulis. {left}, yang lain akan dimasukkan."
        )
    if wrong:
        skip = "" if taken.reading.blocked else "; --skip-errors memasukkan baris yang baik saja"
        also = f" Belum diingat: {told}." if told else ""
        return f"Tidak ada yang ditulis: perbaiki {show(len(wrong))} kesalahan di atas{skip}.{also}"
    if taken.plan.empty and not told:
        return "Tidak ada yang berubah; tidak ada yang ditulis."
    also = f" Belum diingat: {told}." if told else ""
    return (
        f"Hanya rencana (--dry-run); tidak ada yang ditulis.{also}"
        if dry_run
        else "Tidak ada yang ditulis."
    )


def _written(taken: Taken, told: str) -> str:
    touched = sum(1 for row in taken.plan.results if row.events)
    said = [f"{show(touched)} koperasi."] if touched or not told else []
    if told:
        said.append(f"Diingat: {told}." if said else f"diingat {told}.")
    if problems(taken):
        held = sum(each.held_back for each in taken.reading.files)
        also = f", {show(held)} isian baik di dalamnya ikut tertahan" if held else ""
        said.append(f"{show(rejected_rows(taken))} baris ditolak{also}.")
    return " ".join(said)


def problems(taken: Taken) -> tuple[Problem, ...]:
    """All problems: of the cells, then of what they would do to the register."""
    return (*taken.reading.problems, *taken.plan.problems)


def rejected_rows(taken: Taken) -> int:
    """How many rows are rejected, each counted once."""
    return sum(len(each.rejected) for each in taken.reading.files) + taken.plan.count(REJECTED)


def _counts(taken: Taken) -> list[str]:
    counts = Counter(map(attrgetter("outcome"), taken.plan.results))
    counts[SAME] += sum(taken.plan.passed.values())
    counts[REJECTED] = rejected_rows(taken)
    told = [
        f"{show(counts[outcome])} {_COUNTED[outcome]}" for outcome in OUTCOMES if counts[outcome]
    ]
    return [f"{show(sum(counts.values()))} baris: {' · '.join(told) or 'tidak ada baris data'}"]


def _changes(plan: Plan) -> Iterator[str]:
    added = [row.area.kelurahan for row in plan.results if row.outcome == ADDED]
    confirmed = [row.area.kelurahan for row in plan.results if row.outcome == CONFIRMED]
    if added:
        yield f"Koperasi baru ({show(len(added))}): {_listed(added)}"
    touched, counts = plan.events.changed()
    if touched > _BULK:
        for name, count in sorted(counts.items(), key=lambda item: vocabulary.place(item[0])):
            yield f"{_label(name)}: berubah pada {show(count)} koperasi"
    else:
        events = [
            change
            for change in plan.events
            if change.field != REGISTERED and change.old != change.new
        ]
        yield from _grouped(
            events, {row.area.id: row.area.kelurahan for row in plan.results if row.events}
        )
    if confirmed:
        yield f"Tetap, tanggalnya diperbarui ({show(len(confirmed))}): {_listed(confirmed)}"


def _grouped(events: Sequence[Event], named: dict[int, str]) -> Iterator[str]:
    """Equal changes in one line with their names; those of one cooperative alone behind each other,
    by field.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for change in events:
        groups.setdefault((change.field, _step(change)), []).append(
            named.get(change.key, str(change.key))
        )
    single: dict[str, list[str]] = {}
    lines = []
    for (name, step), names in groups.items():
        if len(names) > 1:
            lines.append(f"{_label(name)}: {step} ({show(len(names))}): {_listed(names)}")
        else:
            single.setdefault(name, []).append(f"{names[0]} {step}")
    lines += [f"{_label(name)}: {_listed(told, '; ')}" for name, told in single.items()]
    yield from lines[:_GROUPS]
    if len(lines) > _GROUPS:
        yield f"… dan {show(len(lines) - _GROUPS)} macam perubahan lain"


def _label(name: str) -> str:
    """A field's words; an identifier that bears its milestone's name is told apart."""
    field = vocabulary.by_name(name)
    if (
        field
        and field.kind == vocabulary.NUMBER
        and field.milestone
        and field.label == field.milestone.label
    ):
        return f"Nomor {field.label}"
    return vocabulary.label_of(name)


def _step(change: Event) -> str:
    field = vocabulary.by_name(change.field)
    if field is not None and field.personal:
        return "dikosongkan" if change.new is None else "diisi" if change.old is None else "diganti"
    return f"{_value(change.field, change.old)} → {_value(change.field, change.new)}"


def _value(name: str, value: str | None) -> str:
    field = vocabulary.by_name(name)
    nothing = "belum ada data" if field is not None and field.kind == vocabulary.STATE else "kosong"
    text = words.held(name, value, nothing)
    return text if len(text) <= 120 else text[:119] + "…"


def _unapplied(plan: Plan) -> Iterator[str]:
    left = [row for row in plan.results if row.unapplied]
    for outcome, title in (
        (CONFLICT, "Bertentangan dengan catatan, belum diterapkan"),
        (STALE, "Lebih lama dari catatan, tidak dipakai"),
    ):
        found = [one for row in left for one in row.unapplied if one.outcome == outcome]
        if found:
            yield f"{title} ({show(len(found))}):"
        for one in found[:_GROUPS]:
            yield f"  {one.area.kelurahan} · {_label(one.field)}: {_against(one)}"
            if one.command:
                yield Advice("    terapkan: {}", one.command)
        if len(found) > _GROUPS:
            yield f"  … dan {show(len(found) - _GROUPS)} lainnya (semua: --json)"
        if found and outcome == CONFLICT:
            yield "  Semua sekaligus: ulangi dengan --overwrite."


def _against(one: Unapplied) -> str:
    field = vocabulary.by_name(one.field)
    held, stated = (
        ("(data pribadi)",) * 2
        if field is not None and field.personal
        else (_value(one.field, one.held), _value(one.field, one.stated))
    )
    since = f" (per {dates.show(one.held_per)})" if one.held_per else ""
    return f"tercatat {held}{since}; di berkas {stated} (per {dates.show(one.per)})"


def _notes(plan: Plan) -> Iterator[str]:
    notes: dict[str, list[str]] = {}
    for row in plan.results:
        for note in row.notes:
            notes.setdefault(note, []).append(row.area.kelurahan)
    for note, names in notes.items():
        yield f"{note} ({show(len(names))}): {_listed(names)}"


def _absent(taken: Taken) -> Iterator[str]:
    if found := {area.kode: area for each in taken.absent for area in each}:
        names = [found[kode].kelurahan for kode in sorted(found)]
        yield (
            f"Tidak ada di berkas, tetapi terdaftar di kota itu ({show(len(names))}): "
            f"{_listed(names)}"
        )


def _errors(found: Sequence[Problem], several: bool) -> Iterator[str]:
    """The same error once, with all its cells."""
    if not found:
        return
    groups: dict[tuple[str, ...], list[str]] = {}
    for problem in found:
        key = (
            problem.file if several else "",
            problem.column,
            problem.content,
            problem.message,
            problem.remedy,
        )
        groups.setdefault(key, []).append(problem.cell or f"baris {problem.row}")
    yield ""
    yield f"Kesalahan ({show(len(found))}):"
    for (file, column, content, message, remedy), cells in groups.items():
        place = f"{_listed(cells)}{f' {column}' if column else ''}"
        shown = f" `{content}`" if content and content != column else ""
        yield f"  {f'{file}: ' if file else ''}{place}{shown}: {message}"
        if remedy:
            yield Advice("    → {}", remedy)


def _listed(names: Sequence[str], joint: str = ", ") -> str:
    more = f"{joint}dan {show(len(names) - _NAMES)} lainnya" if len(names) > _NAMES else ""
    return joint.join(names[:_NAMES]) + more


def as_json(taken: Taken) -> str:
    """The object of the contract, section 5."""
    files = [
        _file(taken, at, understanding) for at, understanding in enumerate(taken.reading.files)
    ]
    whole = {"berkas": files, "ditulis": taken.run is not None, "run": taken.run}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _file(taken: Taken, at: int, understanding: Understanding) -> dict[str, Any]:
    rows = [row for row in taken.plan.results if row.source is not None and row.source.file == at]
    counts = Counter(row.outcome for row in rows)
    counts[SAME] += taken.plan.passed.get(at, 0)
    counts[REJECTED] += len(understanding.rejected)
    left = [one for row in rows for one in row.unapplied]
    return {
        "berkas": understanding.file,
        "lembar": understanding.sheet,
        "baris_judul": understanding.heading_row,
        "penyandian": understanding.encoding,
        "pemisah": understanding.separator,
        "per": understanding.per.isoformat(),
        "kolom": understanding.meanings,
        "diabaikan": [
            *understanding.ignored,
            *(unknown.heading for unknown in understanding.unknown),
        ],
        **{outcome: counts[outcome] for outcome in OUTCOMES},
        "rincian_konflik": [_left(one) for one in left if one.outcome == CONFLICT],
        "rincian_usang": [_left(one) for one in left if one.outcome == STALE],
        "tidak_ada_di_berkas": [
            {"kode": area.kode, "kelurahan": area.kelurahan, "kecamatan": area.kecamatan}
            for area in taken.absent[at]
        ],
        "galat": [
            {
                "baris": one.row,
                "kolom": one.column,
                "sel": one.cell,
                "isi": one.content,
                "pesan": one.message,
                "saran": one.remedy,
            }
            for one in problems(taken)
            if one.file in ("", understanding.place)
        ],
    }


def _left(one: Unapplied) -> dict[str, Any]:
    field = vocabulary.by_name(one.field)
    concealed = field is not None and field.personal
    source = one.source
    heading, cell = source.cells.get(one.field, ("", "")) if source else ("", "")
    return {
        "kode": one.area.kode,
        "kelurahan": one.area.kelurahan,
        "field": one.field,
        "tercatat": None if concealed else one.held,
        "tercatat_per": one.held_per or None,
        "di_berkas": None if concealed else one.stated,
        "per": one.per,
        "perintah": one.command or None,
        "baris": source.row if source else None,
        "kolom": heading,
        "sel": cell,
    }
