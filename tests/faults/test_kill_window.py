"""Killed at a random moment: before, inside or after the write, the register is as before or as
after.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from faults import tally
from faults.injecting import killed_after, plain
from faults.scenarios import NAMES, Scenario


def _killed(scenario: Scenario, folder: Path, times: int) -> None:
    register, command = scenario.placed(folder)
    begun = time.monotonic()
    assert plain(register, command, folder.parent).code == 0
    whole = time.monotonic() - begun
    chance = random.Random(f"{scenario.name} {times}")
    for number in range(times):
        register, command = scenario.placed(folder)
        writing = number % 2 == 0
        share = chance.uniform(0, 0.1) ** 2 if writing else chance.uniform(0.2, 1.05)
        _, inside = killed_after(register, command, folder.parent, whole * share, writing)
        ended = scenario.check(register)
        reads = scenario.before == scenario.after
        moment = "inside the write" if inside else "outside it" if reads else f"{ended} the write"
        kinds = [] if reads else [f"register as {ended}"]
        tally.count(f"kill -9 {scenario.name}", moment, *kinds)


@pytest.mark.parametrize("name", NAMES)
def test_killed_at_a_random_moment(
    scenario: Callable[[str], Scenario], tmp_path: Path, name: str
) -> None:
    _killed(scenario(name), tmp_path / "kantor", 3)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_killed_at_a_hundred_random_moments(
    scenario: Callable[[str], Scenario], tmp_path: Path, name: str
) -> None:
    _killed(scenario(name), tmp_path / "kantor", 100)
