"""What became different between two days, as the register knows both days now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kkmp_cli.milestones import BERHENTI, MILESTONES, SUDAH, UNKNOWN, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import ACTIVE
from kkmp_cli.parsing import dates
from kkmp_cli.reports.report import MilestoneChange

BERTAMBAH, BARU_TERCATAT, STOPPED, KOREKSI = "bertambah", "baru_tercatat", "berhenti", "koreksi"
LEFT = "bubar"
"""The kinds of a change: dated after `sejak`; not surely after it; was there and has stopped; was
there and is now said not to be; the cooperative left (contract, section 6).
"""


def between(
    cooperatives: Sequence[Cooperative], since: str, day: str, book_year: int
) -> tuple[MilestoneChange, ...]:
    """Every milestone that is `sudah` on one of the two days only, in the order of the codes.

    A cooperative dissolved or merged in between stops all that it had, one that is active again or
    in a new kelurahan brings all that it has. So the entries of a
    milestone add up to the difference between its `sudah` on the two days.
    """
    found = []
    for cooperative in cooperatives:
        for milestone in MILESTONES:
            name = field_code(milestone, book_year)
            change = _change(cooperative, milestone.code, name, (since, day))
            if change:
                found.append(change)
    return tuple(found)


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
    """What kind of change it is, and its day."""
    since, day = days
    if not cooperative.counts_on(day):
        return LEFT, cooperative.status(day).partition(" ")[2] or day
    span = cooperative.span(name, day)
    begun = (span.day or span.since) if span else day
    if span and span.value == SUDAH:
        return (BERTAMBAH if _dated_after(span.day, since) else BARU_TERCATAT), begun
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


def net(changes: Iterable[MilestoneChange]) -> Counter[str]:
    """By milestone code, how many more (or fewer) are `sudah`."""
    counted: Counter[str] = Counter()
    for change in changes:
        counted[change.milestone] += 1 if change.menjadi == SUDAH else -1
    return counted
