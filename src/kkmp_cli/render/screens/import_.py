"""What an import understood, would change and could not read: for the officer at the terminal.

The same errors and the same changes are told once, with all the cells or names they concern. Never
enters: a rule. Text of the file is printed only after `printable` has taken out what could act.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, filterfalse
from operator import attrgetter
from typing import NamedTuple

from kkmp_cli.errors import Advice, Command, Problem
from kkmp_cli.importing.headings.columns import FOR_GOOD
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.event import Event
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.vocabulary import Field, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
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
)
from kkmp_cli.render import words
from kkmp_cli.render.console import width
from kkmp_cli.render.line_breaks import broken
from kkmp_cli.render.screens import conflicts, plan_summary, problems
from kkmp_cli.render.screens import understanding as understood
from kkmp_cli.render.words.old_new import field_label, short_value

COUNTED = {
    ADDED: "koperasi baru",
    CHANGED: "diubah",
    CONFIRMED: "tetap, tanggalnya diperbarui",
    SAME: "sama",
    STALE: "lebih lama dari catatan, tidak dipakai",
    CONFLICT: "bertentangan dengan catatan, belum diterapkan",
    REJECTED: "ditolak",
}
_ONLY_PLAN = "Hanya rencana (--dry-run); tidak ada yang ditulis."
_NAMES = 60
_FEW = 3
_SCREEN = 24
"""Lines: of a longer plan only the first names of each change are shown before a yes."""
_GROUPS = 80
_BULK = 500
"""Beyond so many changed cooperatives only counts are printed."""


class ShownPlan(NamedTuple):
    """A plan as it is shown before a yes; `shortened` where not every name is in it."""

    text: str
    shortened: bool


def as_text(
    taken: ImportResult, dry_run: bool, skipping: bool = False, worded: Callable[[str], str] = str
) -> str:
    """What was understood first, then the plan, then what is in the way; one sentence of the result
    at the end. `worded` makes what is printed of each line.
    """
    end = result(taken, dry_run, skipping)
    lines = [*_understood(taken), "", *_planned(taken, skipping=skipping), "", end]
    return laid_out(map(worded, lines))


def as_preview(
    taken: ImportResult, again: str, full: bool, worded: Callable[[str], str] = str
) -> ShownPlan:
    """What is understood and would change, to be agreed to; `again`: how to apply conflicts. Where
    it is more than a screen, and not asked for in `full`, what is new is counted and of each change
    only the first names are told.
    """
    room = width(sys.stderr)
    head = [*_understood(taken), *forms(taken), ""]
    whole = [*head, *_outcomes(taken, again)]
    text = _joined(map(worded, whole), room)
    if full or text.count("\n") < _SCREEN:
        return ShownPlan(text, shortened=False)
    few = [*head, *_outcomes(taken, again, _FEW)]
    return ShownPlan(_joined(map(worded, few), room), shortened=True)


def forms(taken: ImportResult) -> Iterator[str]:
    """What came back as a form of ours, and how it is read."""
    for at, form in taken.forms.items():
        day, place = dates.show(form.issue.day), taken.reading.files[at].place
        touched, checked = show(form.touched), show(len(form.checked))
        yield (
            f"{place}: formulir yang dikeluarkan {day}; {touched} sel diisi atau diubah, "
            f"{checked} baris dicek tetap. Sel lain tidak menyatakan apa-apa."
        )
        if form.issue.lost:
            yield (
                f"  Lembar tersembunyinya hilang: dibaca per {day}, dan sel yang sama dengan "
                f"catatan sampai hari itu dianggap tidak diubah. Kirim kembali berkas .xlsx "
                f"aslinya bila masih ada."
            )


def as_plan(taken: ImportResult, again: str, worded: Callable[[str], str] = str) -> str:
    """What a form that lies open would change, and what is to be mended in it; `again`: how to
    apply conflicts.
    """
    notes = chain.from_iterable(map(understood.notes, taken.reading.files))
    wrong = errors([*map(_as_mended_there, taken.problems)], several=False)
    return laid_out(map(worded, [*notes, *_outcomes(taken, again), *wrong]))


def _as_mended_there(one: Problem) -> Problem:
    """The error with what is to be done in the cell."""
    return one._replace(remedy=in_the_cell(one.remedy) or "Perbaiki selnya di lembar itu.")


def in_the_cell(remedy: str) -> str:
    """What of a remedy is done in the cell itself; no option is typed there."""
    sentences = re.split(r"(?<=[.?]) +(?=[A-Z])", remedy)
    return " ".join(each for each in sentences if "--" not in each)


def _understood(taken: ImportResult) -> Iterator[str]:
    files = taken.reading.files
    for file in files:
        yield from understood.lines(file)
    if any(map(understood.may_be_mapped, files)):
        yield f"  {FOR_GOOD}"
    for word in taken.reading.idle_words:
        yield f"  --arti: tidak ada sel yang berisi `{short(word)}`."


def _outcomes(taken: ImportResult, again: str, most: int = _NAMES) -> Iterator[str]:
    """What would change, with `most` names at each change."""
    yield from _counts(taken)
    yield from changes(taken.plan, most)
    yield from conflicts.lines(taken, COUNTED, again)
    yield from _notes(taken.plan)
    yield from _uncounted(taken)
    yield from _absent(taken)


def _planned(taken: ImportResult, skipping: bool) -> Iterator[str]:
    yield from _outcomes(taken, conflicts.AGAIN)
    several = len({file.place for file in taken.reading.files}) > 1
    rejects = skipping and not taken.reading.blocked
    elsewhere = f"; semuanya: --json{', atau berkas .ditolak' * rejects}"
    yield from errors(taken.problems, several, elsewhere)


def laid_out(lines: Iterable[str]) -> str:
    """Lines under each other as they fit where they are printed."""
    return _joined(lines, width())


def asked_out(lines: Iterable[str]) -> str:
    """Lines under each other as they fit where questions are asked."""
    return _joined(lines, width(sys.stderr))


def _joined(lines: Iterable[str], room: int | None) -> str:
    return "\n".join(_laid_out([*lines], room))


def _laid_out(lines: Sequence[str], width: int | None) -> Iterator[str]:
    """Lines as they are for a pipe; for a terminal broken between words and indented."""
    for line in map(printable, lines):
        yield from broken(line, width or 0, deeper=2).split("\n")


def result(taken: ImportResult, dry_run: bool, skipping: bool = False) -> str:
    """The last sentence: what was written and remembered, or why not (`skipping` bad rows)."""
    remembered = understood.meanings(taken.remembering)
    if taken.run is not None:
        written = "Tersimpan sebagai pekerjaan {}: {} Batalkan dengan `{}`."
        undo = Command("undo", taken.run)
        return Advice(written, taken.run, _written(taken, remembered), undo)
    unchanged = taken.plan.empty and not remembered
    also = f" Belum diingat: {remembered}." if remembered else ""
    if taken.problems:
        return _refused(taken, unchanged, skipping, also)
    if unchanged:
        return "Tidak ada yang berubah; tidak ada yang ditulis."
    left_out = f" {show(rejected_rows(taken))} baris ditolak, yang lain akan dimasukkan."
    planned = f"{_ONLY_PLAN}{left_out * taken.left_out}{also}"
    return planned if dry_run else "Tidak ada yang ditulis."


def _refused(taken: ImportResult, unchanged: bool, skipping: bool, also: str) -> str:
    if not skipping or taken.reading.blocked:
        skip = "" if taken.reading.blocked else "; --skip-errors memasukkan baris yang baik saja"
        wrong = show(len(taken.problems))
        return f"Tidak ada yang ditulis: perbaiki {wrong} kesalahan di atas{skip}.{also}"
    left = f"{show(rejected_rows(taken))} baris ditolak"
    if unchanged:
        return f"Tidak ada yang ditulis: {left}, dan baris lainnya tidak mengubah apa-apa."
    return f"{_ONLY_PLAN} {left}, yang lain akan dimasukkan."


def _written(taken: ImportResult, remembered: str) -> str:
    touched = sum(1 for row in taken.plan.results if row.events)
    sentences = [f"{show(touched)} koperasi."] if touched or not remembered else []
    if remembered:
        sentences.append(f"Diingat: {remembered}." if sentences else f"diingat {remembered}.")
    if cells := sum(len(each.corrected) for each in taken.reading.files):
        sentences.append(f"{show(cells)} sel dibaca seperti dibetulkan.")
    if taken.problems or taken.left_out:
        held_back = sum(each.held_back for each in taken.reading.files)
        also = f", {show(held_back)} isian baik di dalamnya ikut tertahan" if held_back else ""
        sentences.append(f"{show(rejected_rows(taken))} baris ditolak{also}.")
    return " ".join(sentences)


def rejected_rows(taken: ImportResult) -> int:
    """How many rows are rejected, each counted once."""
    return sum(len(each.rejected) for each in taken.reading.files) + taken.plan.count(REJECTED)


def _counts(taken: ImportResult) -> list[str]:
    counts = Counter(map(attrgetter("outcome"), taken.plan.results))
    counts[SAME] += sum(taken.plan.passed.values())
    counts[REJECTED] = rejected_rows(taken)
    outcomes = [
        f"{show(counts[outcome])} {COUNTED[outcome]}" for outcome in OUTCOMES if counts[outcome]
    ]
    return [f"{show(sum(counts.values()))} baris: {' · '.join(outcomes) or 'tidak ada baris data'}"]


def changes(plan: Plan, most: int = _NAMES) -> Iterator[str]:
    """What a plan changes, with `most` names at each change."""
    yield from named("Koperasi baru", _names(plan, ADDED), most)
    touched, counts = plan.events.changed()
    if touched > _BULK:
        for name in sorted(counts, key=plan.vocabulary.place):
            label, count = field_label(plan.vocabulary.field(name)), counts[name]
            yield f"{label}: berubah pada {show(count)} koperasi"
    else:
        yield from _steps(plan, most)
    yield from named("Tetap, tanggalnya diperbarui", _names(plan, CONFIRMED), most)


def _steps(plan: Plan, most: int) -> Iterator[str]:
    names = {row.area.id: row.area.distinct_name for row in plan.results if row.events}
    counted, told = _counted_apart(plan, names) if most < _NAMES else ((), plan.events)
    groups = _groups(told, names, plan.vocabulary)
    lines = [*_together(groups, most), *_one_by_one(groups, most), *counted]
    yield from lines[:_GROUPS]
    if len(lines) > _GROUPS:
        yield f"… dan {show(len(lines) - _GROUPS)} macam perubahan lain"


def _names(plan: Plan, outcome: str) -> list[str]:
    return [row.area.distinct_name for row in plan.results if row.outcome == outcome]


def _counted_apart(plan: Plan, names: Mapping[int, str]) -> tuple[Iterable[str], Iterable[Event]]:
    """What is new, counted; and the events that change what was known."""
    changed = filterfalse(plan_summary.is_new, plan.events)
    return plan_summary.lines(plan.events, names, plan.vocabulary), changed


def named(title: str, names: Sequence[str], most: int = _NAMES) -> Iterator[str]:
    """A line of names under what they have in common; none for nobody."""
    if names:
        yield f"{title} ({show(len(names))}): {words.listed(names, most)}"


def _groups(
    changes: Iterable[Event], names: Mapping[int, str], vocabulary: Vocabulary
) -> Mapping[tuple[str, str], Sequence[str]]:
    """Label and step of each change → the names that it concerns."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in changes:
        if event.field != REGISTERED and event.old != event.new:
            key = _label_and_step(vocabulary.field(event.field), event)
            groups[key].append(names.get(event.key, str(event.key)))
    return groups


def _together(groups: Mapping[tuple[str, str], Sequence[str]], most: int) -> Iterator[str]:
    """Equal changes of several in a line with their names."""
    for (label, step), concerned in groups.items():
        if len(concerned) > 1:
            yield from named(f"{label}: {step}", concerned, most)


def _one_by_one(groups: Mapping[tuple[str, str], Sequence[str]], most: int) -> Iterator[str]:
    """Changes of one alone together, by field."""
    single: dict[str, list[str]] = defaultdict(list)
    for (label, step), concerned in groups.items():
        if len(concerned) == 1:
            single[label].append(f"{concerned[0]} {step}")
    yield from (f"{label}: {words.listed(one, most, '; ')}" for label, one in single.items())


def _label_and_step(field: Field, change: Event) -> tuple[str, str]:
    return field_label(field), _step(field, change)


def _step(field: Field, change: Event) -> str:
    if field.personal:
        return "dikosongkan" if change.new is None else "diisi" if change.old is None else "diganti"
    return f"{short_value(field, change.old)} → {short_value(field, change.new)}"


def _notes(plan: Plan) -> Iterator[str]:
    notes: dict[str, list[str]] = defaultdict(list)
    for row in plan.results:
        for note in row.notes:
            notes[note].append(row.area.distinct_name)
    for note, names in notes.items():
        yield from named(note, names)


def _uncounted(taken: ImportResult) -> Iterator[str]:
    status = taken.plan.vocabulary.known(STATUS)
    names = [
        f"{area.distinct_name} ({words.stated(status, value)})" for area, value in taken.uncounted
    ]
    yield from named("Tidak ikut dihitung, karena sudah bubar atau digabung", names)


def _absent(taken: ImportResult) -> Iterator[str]:
    absent = {area.kode: area.distinct_name for each in taken.absent for area in each}
    names = [absent[kode] for kode in sorted(absent)]
    yield from named("Tidak ada di berkas, tetapi terdaftar di wilayah itu", names)


def errors(faults: Sequence[Problem], several: bool, elsewhere: str = "") -> Iterator[str]:
    """What could not be read, and where all of it stands if the screen does not tell it."""
    if faults:
        yield from ("", f"Kesalahan ({show(len(faults))}):")
        yield from problems.lines(faults, several, elsewhere)
