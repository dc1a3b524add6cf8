"""Every system call of a write that fails or is the last one: the register is as before or as
after.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from faults import tally
from faults.injecting import CALLS, FAULTS, Trial, injected, needs_strace
from faults.scenarios import NAMES, Scenario, left_over

SAMPLE = {
    "pwrite64": (9,),
    "fdatasync": (3,),
    "fsync": (1,),
    "unlink": (1,),
    "rename": (1,),
    "write": (1,),
}
"""Which calls of a kind fail in the short run; the long one takes every one of them."""


def tried(scenario: Scenario, folder: Path, fault: str, call: str, number: int) -> bool:
    """One trial with all that must hold; False where the command made fewer calls of the kind."""
    register, command = scenario.placed(folder)
    trial = injected(register, command, folder.parent, fault, call, number)
    if not trial.hit:
        return False
    ended = scenario.check(register)
    if fault != "SIGKILL":
        _spoke(trial, ended, register, call, number)
    tally.count(
        f"strace {scenario.name}: {fault}", *([ended] if scenario.before != scenario.after else [])
    )
    return True


def _spoke(trial: Trial, ended: str, register: Path, call: str, number: int) -> None:
    where = f"{call} {number}: {trial}"
    assert trial.code in (0, 1, 3), where
    assert "Traceback" not in trial.err, where
    assert trial.code == 0 or trial.err.strip() or call == "write", where
    assert "Budi Rahasia" not in trial.err + trial.out, where
    assert trial.code != 0 or ended == "after", where
    if call not in ("unlink", "write"):
        assert not left_over(register), where


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", NAMES[:6])
def test_a_few_failing_calls_leave_it_before_or_after(
    scenario: Callable[[str], Scenario], tmp_path: Path, name: str, fault: str
) -> None:
    needs_strace()
    hits = [
        tried(scenario(name), tmp_path / "kantor", fault, call, number)
        for call, numbers in SAMPLE.items()
        for number in numbers
        if call in _made(name)
    ]
    assert any(hits)


def _made(name: str) -> tuple[str, ...]:
    """The kinds of calls worth a trial in the short run."""
    return (
        ("fsync", "rename", "write")
        if name == "export"
        else ("pwrite64", "fdatasync", "unlink", "rename")
    )


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_failing_call_leaves_it_before_or_after(
    scenario: Callable[[str], Scenario], tmp_path: Path, name: str, fault: str
) -> None:
    needs_strace()
    for call in CALLS:
        number = 1
        while tried(scenario(name), tmp_path / "kantor", fault, call, number):
            number += 1 if number < 60 else 7
