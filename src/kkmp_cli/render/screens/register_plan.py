"""What is taken of the registers of colleagues: by whom and when it was said, what changes, what is
left out and why.

Never enters: a rule. Texts of a file are printed only after what could act is taken out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import attrgetter

from kkmp_cli.errors import Advice, Command
from kkmp_cli.importing.foreign_register import TITLES, Taken, Thing
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.planning.intent import OUTCOMES, REJECTED, Plan
from kkmp_cli.render.screens import conflicts, import_
from kkmp_cli.render.screens.import_ import COUNTED
from kkmp_cli.render.words import listed
from kkmp_cli.render.words.old_new import field_label, short_value
from kkmp_cli.render.words.origins import day_of

_NAMES = 60
_LINES = 40


def as_text(
    taken: Taken, dry_run: bool, skipping: bool = False, worded: Callable[[str], str] = str
) -> str:
    """All of it, one sentence of the result at the end."""
    shown = [*plan(taken), "", result(taken, dry_run, skipping)]
    return import_.laid_out(map(worded, shown))


def as_preview(taken: Taken, worded: Callable[[str], str] = str) -> str:
    """The same before a yes."""
    return import_.asked_out(map(worded, plan(taken)))


def plan(taken: Taken) -> Iterator[str]:
    """What was understood, then what would change, then what is in the way."""
    yield from map(_holding, range(len(taken.registers)), [taken] * len(taken.registers))
    yield from _who(taken)
    yield from _counts(taken)
    yield from _fields(taken)
    yield from import_.changes(_without_past(taken))
    yield from _past(taken)
    yield from conflicts.lines(taken.result, COUNTED)
    yield from _records(taken)
    yield from taken.told
    yield from _unknown(taken)
    yield from _withdrawn(taken)
    yield from import_.errors(taken.result.problems, len(taken.registers) > 1)


def _holding(number: int, taken: Taken) -> str:
    register = taken.registers[number]
    kota = dict.fromkeys(area.kota for area in register.areas)
    count = show(len(register.areas))
    return f"{register.place}: register dengan {count} koperasi ({listed([*kota], _NAMES)})"


def _who(taken: Taken) -> Iterator[str]:
    """Who said what is taken, how much of it, and on which days."""
    said: dict[str, list[str]] = defaultdict(list)
    for event in taken.result.plan.events:
        origin = taken.origin(event)
        said[origin.officer].append(day_of(origin).isoformat())
    told = [f"{officer} {show(len(days))} catatan, {_span(days)}" for officer, days in said.items()]
    if told:
        yield f"  Dicatat di sana oleh: {'; '.join(told)}"


def _span(days: Iterable[str]) -> str:
    ends = sorted({*days})
    return " sampai ".join(map(dates.show, dict.fromkeys((ends[0], ends[-1]))))


def _counts(taken: Taken) -> Iterator[str]:
    counts = Counter(map(attrgetter("outcome"), taken.result.plan.results))
    outcomes = [
        f"{show(counts[outcome])} {COUNTED[outcome]}" for outcome in OUTCOMES if counts[outcome]
    ]
    yield f"{show(sum(counts.values()))} koperasi: {' · '.join(outcomes) or 'tidak ada koperasi'}"


def _fields(taken: Taken) -> Iterator[str]:
    named = [f"{own.key} ({own.label}, {own.kind})" for own in taken.fields]
    yield from import_.named("Bidang baru, menurut register itu", named)


def _without_past(taken: Taken) -> Plan:
    """The plan without what leaves today as it is."""
    past = {*taken.past}
    rows = (
        row._replace(events=tuple(one for one in row.events if one not in past))
        for row in taken.result.plan.results
    )
    return Plan(taken.result.plan.vocabulary, tuple(rows))


def _past(taken: Taken) -> Iterator[str]:
    """What is older than what is held: it completes the days before."""
    past = [one for one in taken.past if one.field != REGISTERED]
    if past:
        yield f"Melengkapi riwayat, keadaan terakhir tetap ({show(len(past))}):"
    names = {row.area.id: row.area.distinct_name for row in taken.result.plan.results}
    by_field: dict[str, list[str]] = defaultdict(list)
    for one in past:
        field = taken.result.plan.vocabulary.field(one.field)
        said = f"{short_value(field, one.new)} per {dates.show(one.per)}"
        by_field[field_label(field)].append(f"{names[one.key]} {said}")
    yield from (f"  {name}: {listed(said, _NAMES, '; ')}" for name, said in by_field.items())


def _records(taken: Taken) -> Iterator[str]:
    """The other records of the office that are new, or are told more of."""
    kinds = Counter(thing.kind for thing in taken.new)
    if kinds:
        counts = (f"{show(count)} {TITLES[kind].lower()}" for kind, count in kinds.items())
        yield f"Catatan kantor yang baru: {', '.join(counts)}"
    yield from map(_completed, taken.altered)


def _completed(thing: Thing) -> str:
    news = (f"{name.replace('_', ' ')} {value}" for name, (_, value) in thing.news.items())
    return f"{thing.title} dilengkapi: {', '.join(news)}"


def _unknown(taken: Taken) -> Iterator[str]:
    names = [f"{area.distinct_name} ({area.kode})" for area in taken.unknown]
    yield from import_.named("Tidak ada di daftar wilayah register ini, tidak diambil", names)


def _withdrawn(taken: Taken) -> Iterator[str]:
    """What stands here though it was undone where it was said, each with where to look."""
    vocabulary = taken.result.plan.vocabulary
    for one in taken.withdrawn[:_LINES]:
        field = vocabulary.field(one.field)
        said = f"{one.area.distinct_name} · {field_label(field)}: {short_value(field, one.value)}"
        yield Advice(
            "{} per {} sudah dibatalkan di {}, di sini masih berlaku; lihat `{}`",
            *(said, dates.show(one.per), one.place),
            Command("history", one.area.kode),
        )
    if len(taken.withdrawn) > _LINES:
        yield f"… dan {show(len(taken.withdrawn) - _LINES)} lainnya (semua: --json)"


def result(taken: Taken, dry_run: bool, skipping: bool = False) -> str:
    """The last sentence: what was written, or why not (`skipping` what is wrong)."""
    problems, run = taken.result.problems, taken.result.run
    if run is not None:
        words = "Tersimpan sebagai pekerjaan {}: {}. Batalkan dengan `{}`."
        return Advice(words, run, ", ".join(_written(taken)), Command("undo", run))
    if problems and not skipping:
        wrong = show(len(problems))
        return f"Tidak ada yang ditulis: {wrong} kesalahan di atas; --skip-errors meninggalkannya."
    if taken.empty:
        return "Tidak ada yang berubah; tidak ada yang ditulis."
    return (
        "Hanya rencana (--dry-run); tidak ada yang ditulis."
        if dry_run
        else "Tidak ada yang ditulis."
    )


def _written(taken: Taken) -> Iterator[str]:
    if taken.result.touched or not (taken.new or taken.altered):
        yield f"{show(taken.result.touched)} koperasi"
    kinds = Counter(thing.kind for thing in chain(taken.new, taken.altered))
    yield from (f"{show(count)} {TITLES[kind].lower()}" for kind, count in kinds.items())
    if rejected := taken.result.plan.count(REJECTED):
        yield f"{show(rejected)} koperasi ditolak"
