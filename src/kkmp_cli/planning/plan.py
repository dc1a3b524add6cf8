"""What somebody stated + what is held → the changes of a whole call, judged on the state after it.

How one intent fares is told in `merge`, what many new cooperatives come to in `bulk`.
Writes nothing, prints nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kkmp_cli.errors import Problem
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.planning import bulk
from kkmp_cli.planning.intent import REJECTED, BulkIntents, Intent, Plan, RowResult
from kkmp_cli.planning.merge import MergePolicy, merge
from kkmp_cli.planning.unique import Numbers, duplicates

_MANY = 2_048
"""So many rows on new cooperatives are judged together."""


def build_plan(
    intents: Iterable[Intent | BulkIntents],
    held: Mapping[int, Cooperative],
    policy: MergePolicy,
    numbers: Numbers,
    faulty: Sequence[Intent] = (),
) -> Plan:
    """The changes of a whole call, judged on the state after it.

    `held` are the registered cooperatives by area id; `numbers` all identifiers of the register.
    Bad values become problems and their rows `ditolak`; of rows that are `faulty` already only the
    numbers are looked at. Raises CorrectionNeeded and Refused only for an officer's word.
    """
    work = _Judging(held, policy)
    for each in intents:
        work.take(each)
    rows, problems = work.end()
    twice, more = duplicates(rows, held, numbers, faulty)
    problems += [*twice.values(), *more]
    if twice:
        rows = [
            row._replace(outcome=REJECTED, events=()) if i in twice else row
            for i, row in enumerate(rows)
        ]
    return Plan(tuple(rows), tuple(problems))


class _Judging:
    """The rows of a call, each in its place; those on new cooperatives wait until many are judged
    together.
    """

    def __init__(self, held: Mapping[int, Cooperative], policy: MergePolicy) -> None:
        self._held, self._rule = held, policy
        self._rows: list[RowResult | None] = []
        self._problems: dict[int, list[Problem]] = {}
        self._waiting: dict[tuple[date, bool, int], list[tuple[int, Intent]]] = {}

    def take(self, each: Intent | BulkIntents) -> None:
        """The next row, or many."""
        if isinstance(each, Intent):
            self._place(each)
        elif any(area.id in self._held for area in each.areas):
            for intent in each:
                self._place(intent)
        else:
            begin = len(self._rows)
            self._rows += [None] * len(each)
            self._together(each, range(begin, begin + len(each)))

    def end(self) -> tuple[list[RowResult], list[Problem]]:
        """What became of all rows, in order."""
        while self._waiting:
            self._judge_waiting(next(iter(self._waiting)))
        problems = [problem for _, found in sorted(self._problems.items()) for problem in found]
        return [row for row in self._rows if row is not None], problems

    def _place(self, intent: Intent) -> None:
        self._rows.append(None)
        if intent.area.id in self._held or not bulk.is_plain(intent):
            self._alone(intent, len(self._rows) - 1)
            return
        key = (intent.per, intent.explicit, intent.source.file if intent.source else 0)
        waiting = self._waiting.setdefault(key, [])
        waiting.append((len(self._rows) - 1, intent))
        if len(waiting) == _MANY:
            self._judge_waiting(key)

    def _judge_waiting(self, key: tuple[date, bool, int]) -> None:
        places, intents = zip(*self._waiting.pop(key), strict=True)
        self._together(BulkIntents.of(intents), places)

    def _together(self, batch: BulkIntents, places: Sequence[int]) -> None:
        for at, (place, row) in enumerate(zip(places, bulk.judge(batch), strict=True)):
            if row is None:
                self._alone(batch.one(at), place)
            else:
                self._rows[place] = row

    def _alone(self, intent: Intent, place: int) -> None:
        row, found = merge(intent, self._held.get(intent.area.id), self._rule)
        self._rows[place] = row
        if found:
            self._problems[place] = found
