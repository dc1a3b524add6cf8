"""What a file states against or before what is held: each with the ready commands, and which past
days and published figures a correction changes. Never enters: a rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from kkmp_cli.errors import Advice
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.vocabulary import Field, Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.planning.intent import CONFLICT, STALE, Unapplied
from kkmp_cli.render.words import listed
from kkmp_cli.render.words.old_new import correction, field_label, short_value
from kkmp_cli.render.words.origins import said_by

_MOST = 80
_NAMES = 60


AGAIN = "ulangi dengan --overwrite"


def lines(taken: ImportResult, titles: Mapping[str, str], again: str = AGAIN) -> Iterator[str]:
    """Conflicts, what is older than what is held, what is taken back; `titles` by outcome. `again`:
    what applies all conflicts.
    """
    left = [one for row in taken.plan.results for one in row.unapplied]
    for outcome in (CONFLICT, STALE):
        several = [one for one in left if one.outcome == outcome]
        if several:
            yield f"{titles[outcome].capitalize()} ({show(len(several))}):"
        for one in several[:_MOST]:
            yield from _one(taken, one)
        if len(several) > _MOST:
            yield f"  … dan {show(len(several) - _MOST)} lainnya (semua: --json)"
        if several and outcome == CONFLICT:
            yield from _all_at_once(taken, again)
    if not any(one.outcome == CONFLICT for one in left):
        yield from _applied(taken)


def since_of(taken: ImportResult, one: Unapplied) -> str | None:
    """The ISO day since which figures change if a conflict is applied; None where none do."""
    if one.outcome != CONFLICT:
        return None
    same = (each for each in taken.corrections if (each.area, each.field) == (one.area, one.field))
    return next((each.since for each in same), None)


def advice(one: Unapplied, since: str | None) -> Advice:
    """What can be done about a conflict, with each ready command."""
    if one.stopped:
        return Advice("{}; {}", _stopped(one), _never(one, since))
    return Advice("terapkan: {}", one.command)


def _one(taken: ImportResult, one: Unapplied) -> Iterator[str]:
    field, since = taken.plan.vocabulary.field(one.field), since_of(taken, one)
    yield f"  {one.area.distinct_name} · {field_label(field)}: {_against(one, field, since)}"
    if one.stopped:
        yield Advice("    {}", _stopped(one))
        yield Advice("    {}", _never(one, since))
    elif one.command:
        yield Advice("    {}", advice(one, since))


def _against(one: Unapplied, field: Field, since: str | None) -> str:
    recorded, stated = short_value(field, one.held), short_value(field, one.stated)
    per = f" (per {dates.show(one.held_per)})" if one.held_per else ""
    by = f"; {said_by(one.origin)}" if one.origin else ""
    words = f"tercatat {recorded}{per}; di berkas {stated} (per {dates.show(one.per)}{by})"
    if one.field == STATUS and one.outcome == CONFLICT:
        return f"{words}; bila diterapkan dihitung lagi sejak {dates.show(one.per)}"
    return words if one.stopped or since is None else f"{words}; {correction(since)}"


def _stopped(one: Unapplied) -> Advice:
    return Advice("bila pernah, lalu berhenti: {}", one.stopped)


def _never(one: Unapplied, since: str | None) -> Advice:
    when = f" ({correction(since)})" if since else ""
    return Advice("bila tidak pernah{}: {}", when, one.command)


def _all_at_once(taken: ImportResult, again: str) -> Iterator[str]:
    """What applies all that is in conflict: it corrects, whatever ran and stopped."""
    first = min((one.since for one in taken.corrections), default=None)
    note = f"itu {correction(first)}" if first else ""
    yield Advice("  Semua sekaligus: {}{}.", again, f"; {note}" * bool(note))
    yield from (f"  {line}" for line in _published(taken))


def _applied(taken: ImportResult) -> Iterator[str]:
    """What is taken back by this call."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in taken.corrections:
        label = field_label(taken.plan.vocabulary.field(one.field))
        names[label, one.since].append(one.area.distinct_name)
    for (label, since), several in names.items():
        count, named = show(len(several)), listed(several, _NAMES)
        yield f"{label}: {correction(since)} ({count}): {named}"
    yield from _published(taken)


def _published(taken: ImportResult) -> Iterator[str]:
    figures = dict.fromkeys(chain.from_iterable(one.figures for one in taken.corrections))
    if figures:
        told = "; ".join(_figure(one, taken.plan.vocabulary) for one in figures)
        yield f"Angka terbitan pada hari-hari itu: {told}."


def _figure(one: Figure, vocabulary: Vocabulary) -> str:
    from kkmp_cli.render.words.sentences import indicator

    source = f" ({one.sumber})" if one.sumber else ""
    return f"{indicator(one.indikator, vocabulary)} {one.nilai} per {dates.show(one.per)}{source}"
