"""What became different between two days, as the register knows both days now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kkmp_cli.milestones import BERHENTI, MILESTONES, STATES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model import timeline
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import PREFIX
from kkmp_cli.model.projection import STATUS
from kkmp_cli.model.timeline import ACTIVE
from kkmp_cli.model.vocabulary import DEFAULTS, STATE, VALUE, Field, Vocabulary, default_name
from kkmp_cli.parsing import dates
from kkmp_cli.reports.report import FieldChange, MilestoneChange

BERTAMBAH, BARU_TERCATAT, STOPPED, KOREKSI = "bertambah", "baru_tercatat", "berhenti", "koreksi"
LEFT = "bubar"
"""The kinds of a change: dated after `sejak`, or from another stated state; only known since then;
was there and has stopped; was there and is now said not to be; the cooperative left.
"""

_STATED = frozenset(STATES) - {UNKNOWN}


def between(
    cooperatives: Sequence[Cooperative], since: str, day: str, book_year: int
) -> tuple[MilestoneChange, ...]:
    """Every milestone that is `sudah` on one of the two days only, in the order of the codes.

    A cooperative dissolved or merged in between stops all that it had, one that is active again or
    in a new kelurahan brings all that it has. So the entries of a milestone add up to the
    difference between its `sudah` on the two days.
    """
    changes = []
    for cooperative in cooperatives:
        for milestone in MILESTONES:
            name = field_code(milestone, book_year)
            change = _change(cooperative, milestone.code, name, (since, day))
            if change:
                changes.append(change)
    return tuple(changes)


def _change(
    cooperative: Cooperative, code: str, name: str, days: tuple[str, str]
) -> MilestoneChange | None:
    before, after = (_state(cooperative, name, day) for day in days)
    if (before == SUDAH) == (after == SUDAH):
        return None
    kind, begun = _kind(cooperative, name, days)
    area = cooperative.area
    return MilestoneChange(
        area.kode,
        area.kelurahan,
        code,
        dari=before,
        menjadi=after,
        tanggal=begun,
        jenis=kind,
        kecamatan=area.kecamatan,
    )


def _state(cooperative: Cooperative, name: str, day: str) -> str:
    """The state of a milestone, the status of one that is out of every count."""
    if cooperative.counts_on(day):
        return cooperative.state(name, day)
    word, _, _ = cooperative.status(day).partition(" ")
    return UNKNOWN if word == ACTIVE else word


def _kind(cooperative: Cooperative, name: str, days: tuple[str, str]) -> tuple[str, str]:
    since, day = days
    if not cooperative.counts_on(day):
        return LEFT, cooperative.status(day).partition(" ")[2] or day
    span = cooperative.span(name, day)
    begun = (span.day or span.since) if span else day
    if span and span.value == SUDAH:
        grown = _dated_after(span.day, since) or _state(cooperative, name, since) in _STATED
        return (BERTAMBAH if grown else BARU_TERCATAT), begun
    if stop := _stopped(cooperative, name, days):
        return STOPPED, stop
    return KOREKSI, begun


def _stopped(cooperative: Cooperative, name: str, days: tuple[str, str]) -> str | None:
    """The day on which it stopped between two days, whatever was said of it after that."""
    since, day = days
    stops = [
        span
        for span in cooperative.states.get(name, ())
        if span.value == BERHENTI and since < span.since <= day
    ]
    return (stops[-1].day or stops[-1].since) if stops else None


def _dated_after(stated: str | None, since: str) -> bool:
    """True where the stated day, or every day of the stated month or year, lies after `since`."""
    return stated is not None and dates.read(stated).first_day.isoformat() > since


def of_fields(
    cooperatives: Sequence[Cooperative], since: str, day: str, vocabulary: Vocabulary
) -> tuple[FieldChange, ...]:
    """Every field but of milestones and persons with another value on the two days, by field;
    stages of the office's own among them.
    """
    newer = [one for one in cooperatives if max(one.pers.values(), default="") > since]
    changes = (
        _field_change(one, name, (since, day)) for name in _fields(vocabulary) for one in newer
    )
    return tuple(change for change in changes if change)


def _fields(vocabulary: Vocabulary) -> list[str]:
    return [
        field.name
        for field in vocabulary.all_fields()
        if _is_stage(field) or (field.kind == VALUE and not field.milestone and not field.personal)
    ]


def _is_stage(field: Field) -> bool:
    """True for a stage of the office's own, which is no milestone of a report."""
    return field.kind == STATE and field.name.startswith(PREFIX)


def _field_change(one: Cooperative, name: str, days: tuple[str, str]) -> FieldChange | None:
    before, after = (_value(one, name, day) for day in days)
    if before == after:
        return None
    span = timeline.on_day(one.profile.get(name) or one.states.get(name, ()), days[1])
    area = one.area
    return FieldChange(
        area.kode,
        area.kelurahan,
        area.kecamatan,
        isian=name,
        dari=before,
        menjadi=after,
        tanggal=span.since if span else None,
    )


def _value(one: Cooperative, name: str, day: str) -> str | None:
    """What is shown of a field on a day, its default where nothing was stated."""
    if name == STATUS:
        return one.status(day)
    if name in one.states:
        return span.value if (span := one.span(name, day)) else None
    default = default_name(one.area.kelurahan, one.area.kode) if name == "nama" else None
    return one.value(name, day) or DEFAULTS.get(name, default)


def net(changes: Iterable[MilestoneChange]) -> Counter[str]:
    """By milestone code, how many more (or fewer) are `sudah`."""
    counted: Counter[str] = Counter()
    for change in changes:
        counted[change.milestone] += 1 if change.menjadi == SUDAH else -1
    return counted


def newly_recorded(changes: Iterable[MilestoneChange]) -> Counter[str]:
    """By milestone code, how many of whom nothing was known before: no growth."""
    return Counter(change.milestone for change in changes if change.jenis == BARU_TERCATAT)
