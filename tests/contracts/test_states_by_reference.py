"""What officers state at random, counted on every day by the program and by a plain walk of the rule:
from the newest word to the oldest, the first that has begun holds; a kendala in force means
terkendala, what has stopped is stopped.
"""

from __future__ import annotations

import random
from typing import Any, NamedTuple

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

DAYS = ("2025-09-01", "2025-10-15", "2025-12-31", "2026-02-01", "2026-03-10")
BETWEEN = ("2025-08-01", "2025-09-15", "2025-11-30", "2026-01-10", "2026-02-15", "2026-05-01")
OPEN = ("belum", "proses")


class Word(NamedTuple):
    """One word of an officer on the usaha of one cooperative, in the order in which it was said."""

    per: str
    order: int
    state: str
    day: str | None
    kendala: bool

    @property
    def begins(self) -> str:
        """A `sudah` or stop with a date on that date, all else on its `per`."""
        return self.day or self.per


def state_on(words: list[Word], day: str) -> str:
    """The plain walk. A `sudah` after a `sudah` corrects it; a bare one keeps the known date."""
    held = standing(sorted(words))
    holding = None
    for at in range(len(held) - 1, -1, -1):
        one = held[at]
        begins = one.begins
        if one.state == "sudah" and one.day is None:
            begins = begun_before(held[:at], one)
        if begins <= day:
            holding = one
            break
    if holding is None:
        return "tidak_diketahui"
    if holding.state in OPEN and holding.kendala:
        return "terkendala"
    return holding.state


def standing(words: list[Word]) -> list[Word]:
    """Without each `sudah` that an open word takes back: that never was."""
    kept: list[Word] = []
    for one in words:
        while one.state in OPEN and kept and kept[-1].state == "sudah":
            kept.pop()
        kept.append(one)
    return kept


def begun_before(earlier: list[Word], one: Word) -> str:
    """When the `sudah` that a bare one repeats has begun."""
    begins = one.per
    for before in reversed(earlier):
        if before.state != "sudah":
            break
        begins = before.begins
        if before.day:
            break
    return begins


def spoken(seed: int) -> list[Word]:
    """Words in the order of their days, so that each is the newest when it is said."""
    chance = random.Random(seed)
    words: list[Word] = []
    for order, per in enumerate(sorted(chance.sample(DAYS, chance.randint(1, 4)))):
        before = words[-1].state if words else ""
        state = chance.choice(["sudah", *OPEN, *(["berhenti"] if before == "sudah" else [])])
        earliest = words[-1].per if words else "2025-08-15"
        dated = state in ("sudah", "berhenti") and chance.random() < 0.5
        words.append(
            Word(
                per,
                order,
                state,
                earliest if dated and earliest < per else None,
                state in OPEN and chance.random() < 0.5,
            )
        )
    return words


def typed(word: Word) -> list[str]:
    """The same as the options of `kkmp update`."""
    value = word.day or "sudah" if word.state == "sudah" else word.state
    if word.state == "berhenti" and word.day:
        value = f"berhenti {word.day}"
    kendala = ("--usaha-kendala", "modal") if word.kendala else ()
    return ["--usaha", value, *kendala, "--koreksi", "--per", word.per]


@pytest.mark.parametrize("seed", range(3))
def test_every_day_is_counted_as_a_plain_walk_counts_it(pusat: Office, seed: int) -> None:
    names = ("Gambir", "Cideng", "Serdang", "Kartini", "Gondangdia")
    said = {name: spoken(seed * 100 + number) for number, name in enumerate(names)}
    for name, words in said.items():
        for word in words:
            pusat.good("update", name, "--kota", "jakpus", *typed(word))
    for day in sorted((*DAYS, *BETWEEN)):
        told = pusat.good("report", "--kota", "jakpus", "--per", day, "--json").json["kota"][0]
        wanted = {name: state_on(words, day) for name, words in said.items()}
        assert counts(told) == {
            state: [*wanted.values()].count(state) + 39 * (state == "tidak_diketahui")
            for state in counts(told)
        }, (day, wanted, said)
        listed = {one["kelurahan"]: one["keadaan"] for one in told["belum_beroperasi"]}
        stated = ("sudah", "tidak_diketahui")
        assert listed == {name: state for name, state in wanted.items() if state not in stated}
        stuck = {one["kelurahan"] for one in told["belum_beroperasi"] if one["kendala"]}
        assert stuck == {name for name, state in wanted.items() if state == "terkendala"}


def counts(told: dict[str, Any]) -> dict[str, int]:
    """The states of the usaha in a report."""
    return {name: n for name, n in told["milestone"]["usaha"].items() if name != "berubah"}
