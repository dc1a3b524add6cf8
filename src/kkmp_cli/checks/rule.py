"""What a rule of data quality is, what it looks at, and what it finds. Never enters: a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.settings.keys import STALE_DAYS

ERROR, WARNING, INFO = "galat", "peringatan", "info"
SEVERITIES = (ERROR, WARNING, INFO)
INTEGRITY, CORRECTNESS, COMPLETENESS = "keutuhan", "kebenaran", "kelengkapan"
CONSISTENCY, TIMELINESS = "keselarasan", "kemutakhiran"
GROUPS = (INTEGRITY, CORRECTNESS, COMPLETENESS, CONSISTENCY, TIMELINESS)


class Finding(NamedTuple):
    """One thing found: whose (`kode` of a kelurahan or kota, and its name), and what exactly."""

    kode: str
    name: str
    detail: str = ""


class Examined(NamedTuple):
    """What the rules look at: all that is registered, the ISO day of today, what the fields are,
    and after how many days without word an open state is asked for.
    """

    areas: tuple[Area, ...]
    cooperatives: tuple[Cooperative, ...]
    aliases: tuple[tuple[str, str], ...]
    followups: tuple[FollowUp, ...]
    day: str
    vocabulary: Vocabulary = built_in()
    stale_days: int = STALE_DAYS


class Rule(NamedTuple):
    """One rule. `find` names every place where it does not hold."""

    code: str
    group: str
    severity: str
    sentence: str
    remedy: str
    find: Callable[[Examined], Iterable[Finding]]


class Result(NamedTuple):
    """What one rule came to."""

    rule: Rule
    findings: tuple[Finding, ...]


Says = Callable[[Cooperative, Examined], Iterable[str]]


def each(says: Says) -> Callable[[Examined], Iterable[Finding]]:
    """A rule asked of each cooperative that still counts; all it says of one is one finding."""

    def find(examined: Examined) -> Iterator[Finding]:
        for one in examined.cooperatives:
            if one.counts_on(examined.day):
                details = list(says(one, examined))
                if details:
                    yield Finding(one.area.kode, one.area.kelurahan, "; ".join(details))

    return find


def earlier(day: str, *, days: int) -> str:
    """The ISO day so many days before."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
