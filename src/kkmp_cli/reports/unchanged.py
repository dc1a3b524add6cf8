"""Since when a number is what it is: the day from which as many have been `sudah` as today.

Never enters: a number itself, a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kkmp_cli.milestones import MILESTONES, SUDAH, field_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.projection import STATUS


def unchanged_since(
    cooperatives: Sequence[Cooperative], day: str, book_year: int
) -> dict[str, str]:
    """By milestone code, the last day (ISO) until `day` on which one came into the count of `sudah`
    or left it; none where nobody ever was in it.
    """
    plain = [one for one in cooperatives if not _comes_and_goes(one)]
    others = [one for one in cooperatives if _comes_and_goes(one)]
    days = {}
    for milestone in MILESTONES:
        name = field_code(milestone, book_year)
        turns = [*_turns(plain, name, day), *_turns_of_members(others, name, day)]
        if turns:
            days[milestone.code] = max(turns)
    return days


def _comes_and_goes(one: Cooperative) -> bool:
    """Whether there are days on which it is in no count."""
    return STATUS in one.values or STATUS in one.profile or one.area.sejak is not None


def _turns(cooperatives: Iterable[Cooperative], name: str, day: str) -> Iterator[str]:
    """The days on which they became `sudah` or ceased to be it."""
    for one in cooperatives:
        before = False
        for span in one.states.get(name, ()):
            if span.since > day:
                break
            if (span.value == SUDAH) != before:
                before = not before
                yield span.since


def _turns_of_members(cooperatives: Iterable[Cooperative], name: str, day: str) -> Iterator[str]:
    """The same of those that are not always in the count."""
    for one in cooperatives:
        before = False
        for turn in sorted(_turning_days(one, name)):
            if turn > day:
                break
            if (one.counts_on(turn) and one.state(name, turn) == SUDAH) != before:
                before = not before
                yield turn


def _turning_days(one: Cooperative, name: str) -> set[str]:
    """Every day on which its state or its membership can have changed."""
    days = {one.values.get(STATUS, "").partition(" ")[2], one.area.sejak or ""}
    for span in (*one.states.get(name, ()), *one.profile.get(STATUS, ())):
        days |= {span.since, span.until or "", span.value.partition(" ")[2]}
    return days - {""}
