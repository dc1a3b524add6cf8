"""The plan of a call: intents and what is registered → events, judged on the state after the call.

How one intent fares is told in `merge`, many new cooperatives in `bulk`. Never enters: a database,
a word of layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

from kkmp_cli.errors import Problem
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.planning import bulk
from kkmp_cli.planning.bulk import BulkIntents
from kkmp_cli.planning.intent import REJECTED, Intent, Numbers, Plan, RowResult
from kkmp_cli.planning.merge import MergePolicy, merge
from kkmp_cli.planning.unique import duplicates

_MANY = 2_048
"""So many rows on new cooperatives are merged together."""


def build_plan(
    intents: Iterable[Intent | BulkIntents],
    registered: Mapping[int, Cooperative],
    policy: MergePolicy,
    numbers: Numbers,
    vocabulary: Vocabulary,
    faulty: Sequence[Intent] = (),
) -> Plan:
    """The events of a whole call, judged on the state after it.

    `registered` are the cooperatives by area id; `numbers` all identifiers of the register, whose
    `vocabulary` the intents were read by. Bad
    values become problems and their rows `ditolak`; of rows that are `faulty` already only the
    numbers are looked at. Raises CorrectionNeeded and Refused only for an officer's word.
    """
    builder = _Builder(registered, policy, vocabulary)
    for each in intents:
        builder.take(each)
    rows, problems = builder.end()
    twice, more = duplicates(rows, registered, numbers, faulty)
    problems += [*chain.from_iterable(twice.values()), *more]
    for i in twice:
        rows[i] = rows[i]._replace(outcome=REJECTED, events=())
    return Plan(vocabulary, tuple(rows), tuple(problems))


class _Builder:
    """The rows of a call in their places; those on new cooperatives are merged together."""

    def __init__(
        self,
        registered: Mapping[int, Cooperative],
        policy: MergePolicy,
        vocabulary: Vocabulary,
    ) -> None:
        self._registered, self._policy, self._vocabulary = registered, policy, vocabulary
        self._rows: list[RowResult | None] = []
        self._problems: dict[int, list[Problem]] = {}
        self._waiting: dict[tuple[date, bool, int], list[tuple[int, Intent]]] = {}

    def take(self, each: Intent | BulkIntents) -> None:
        """The next row, or many."""
        if isinstance(each, Intent):
            self._place(each)
        elif any(area.id in self._registered for area in each.areas):
            for intent in each:
                self._place(intent)
        else:
            begin = len(self._rows)
            self._rows += [None] * len(each)
            self._together(each, range(begin, begin + len(each)))

    def end(self) -> tuple[list[RowResult], list[Problem]]:
        """What became of all rows, in order."""
        while self._waiting:
            self._end_waiting(next(iter(self._waiting)))
        problems = [one for _, several in sorted(self._problems.items()) for one in several]
        return [row for row in self._rows if row is not None], problems

    def _place(self, intent: Intent) -> None:
        self._rows.append(None)
        if intent.area.id in self._registered or not bulk.is_plain(intent, self._vocabulary):
            self._alone(intent, len(self._rows) - 1)
            return
        key = (intent.per, intent.explicit, intent.source.file if intent.source else 0)
        waiting = self._waiting.setdefault(key, [])
        waiting.append((len(self._rows) - 1, intent))
        if len(waiting) == _MANY:
            self._end_waiting(key)

    def _end_waiting(self, key: tuple[date, bool, int]) -> None:
        places, intents = zip(*self._waiting.pop(key), strict=True)
        self._together(BulkIntents.of(intents), places)

    def _together(self, batch: BulkIntents, places: Sequence[int]) -> None:
        for at, (place, row) in enumerate(
            zip(places, bulk.merge_new(batch, self._vocabulary), strict=True)
        ):
            if row is None:
                self._alone(batch.one(at), place)
            else:
                self._rows[place] = row

    def _alone(self, intent: Intent, place: int) -> None:
        current = self._registered.get(intent.area.id)
        row, problems = merge(intent, current, self._policy, self._vocabulary)
        self._rows[place] = row
        if problems:
            self._problems[place] = problems
