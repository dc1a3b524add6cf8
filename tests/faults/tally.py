"""How many faults were tried and survived, by scenario; printed at the end of a run of this
folder.
"""

from __future__ import annotations

from collections import defaultdict

TRIED: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))


def count(scenario: str, *kinds: str) -> None:
    """One fault that left everything as it should be; `kinds` say where it fell (before, inside,
    after).
    """
    for kind in ("tried", *kinds):
        TRIED[scenario][kind] += 1


def lines() -> list[str]:
    """A line per scenario."""
    width = max(map(len, TRIED), default=0)
    found = []
    for scenario, kinds in TRIED.items():
        more = ", ".join(f"{number} {kind}" for kind, number in kinds.items() if kind != "tried")
        found.append(f"{scenario:<{width}}  {kinds['tried']:>5}{f'  ({more})' if more else ''}")
    return found
