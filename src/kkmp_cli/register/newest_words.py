"""Until which day word has come of each kota: the newest day of which anything in force was said of
a cooperative there.

What registers a cooperative says nothing, and what is of a person is not looked at, since not
everybody sees it. Never enters: what was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kkmp_cli.model.run import REGISTERED, AsKnown
from kkmp_cli.model.vocabulary import PERSONAL
from kkmp_cli.register import checkpoints, log
from kkmp_cli.register.queries import Queries

_UNSAID = frozenset((REGISTERED, *PERSONAL))
_PERS = ("per", "mulai_per", "nomor_per", "bank_per", "kendala_per", "rencana_per")
_OPEN = "WHERE sampai IS NULL GROUP BY cooperative_id"
_NEWEST = (
    f"SELECT cooperative_id, {', '.join(f'max({name})' for name in _PERS)} FROM milestones {_OPEN}",
    f"SELECT cooperative_id, max(per) FROM field_values {_OPEN}",
)
"""The newest day of each cooperative, by its milestones and by its other fields."""
_PLACES = "SELECT a.id, substr(a.kode, 1, 5) FROM areas a JOIN cooperatives c ON c.id = a.id"


def newest_words(register: Queries, day: str, known_at: AsKnown | None = None) -> dict[str, str]:
    """By the code of a kota, that day up to an ISO day; as the register knew it then, where that is
    asked. A kota of which nothing was said is not in it.
    """
    if known_at is None:
        register.ahead((sql, ()) for sql in (_PLACES, *_NEWEST))
    places = dict(register.rows(_PLACES))
    days = _known_then(register, known_at) if known_at else _held(register, day)
    words: dict[str, str] = {}
    for key, said in days:
        if key in places and said <= day:
            words[places[key]] = max(said, words.get(places[key], ""))
    return words


def _known_then(register: Queries, known_at: AsKnown) -> Iterator[tuple[int, str]]:
    for key, events in log.field_events(register, None, known_at).items():
        yield from ((key, one.per) for one in events if one.field not in _UNSAID)


def _held(register: Queries, day: str) -> Iterator[tuple[int, str]]:
    """The tables have the newest days alone: where one is later, the log tells those before."""
    late = set()
    for key, *days in (row for sql in _NEWEST for row in register.rows(sql)):
        said = [one for one in days if one]
        if any(one > day for one in said):
            late.add(key)
        yield from ((key, one) for one in said)
    yield from _before(checkpoints.pasts(register, late) if late else {}, day)


def _before(pasts: Mapping[int, checkpoints.PastEvents], day: str) -> Iterator[tuple[int, str]]:
    for key, past in pasts.items():
        told: Iterable[tuple[str, tuple[str, ...]]] = past.days().items()
        for name, days in told:
            yield from ((key, one) for one in days if name not in _UNSAID and one <= day)
