"""How the count of a milestone moved since the last meeting, in words: what happened apart from
what only became known. Never enters: a name, a sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kkmp_cli.parsing import numbers
from kkmp_cli.render.words import sentences
from kkmp_cli.reports.report import MilestoneChange, MilestoneCount

GROWN, NEWLY = "bertambah", "baru_tercatat"
_BEGUN = {"usaha": "buka"}
"""What a milestone does that became `sudah`, where it is not `bertambah`."""


def moved(count: MilestoneCount) -> list[str]:
    """`naik 3`, `turun 1`, `6 baru tercatat`: pieces of a line, none where nothing moved."""
    newly = _newly(count.baru_tercatat)
    return [*([_by(count.growth)] if count.growth else []), *([newly] if newly else [])]


def _by(growth: int) -> str:
    return f"{'naik' if growth > 0 else 'turun'} {numbers.show(abs(growth))}"


def _newly(number: int) -> str:
    return f"{numbers.show(number)} {sentences.CHANGE_WORDS[NEWLY]}" if number else ""


def net_change(code: str, label: str, now: int, kinds: Mapping[str, int]) -> str:
    """`Beroperasi naik 2 menjadi 34.`, `Beroperasi tetap 34 (1 buka, 1 berhenti).`; where some only
    became known no sum that mixes both: `Beroperasi: 40 (2 buka, 6 baru tercatat).`

    `now` are `sudah`; `kinds` are how many changes there are of each kind.
    """
    words = sentences.CHANGE_WORDS | {GROWN: _BEGUN.get(code, GROWN)}
    each = [f"{numbers.show(kinds[kind])} {words[kind]}" for kind in words if kinds.get(kind)]
    parts = f" ({', '.join(each)})"
    if now and kinds.get(NEWLY) == now:
        return f"{label}: {numbers.show(now)}, semuanya {words[NEWLY]}."
    if kinds.get(NEWLY):
        return f"{label}: {numbers.show(now)}{parts}."
    growth = 2 * kinds.get(GROWN, 0) - sum(kinds.values())
    if not growth:
        return f"{label} tetap {numbers.show(now)}{parts}."
    more = "" if growth == kinds.get(GROWN) else parts
    return f"{label} {_by(growth)} menjadi {numbers.show(now)}{more}."


def of_milestone(changes: Iterable[MilestoneChange], code: str) -> Counter[str]:
    """How many changes of a milestone there are of each kind."""
    return Counter(one.jenis for one in changes if one.milestone == code)
