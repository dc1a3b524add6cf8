"""A run knows whether it took personal values out for good."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli.model.run import Run


@pytest.mark.parametrize(
    ("command", "forgets"),
    [("kkmp forget Cideng", True), ("kkmp forgetting", False), ("kkmp update forget", False)],
)
def test_only_a_run_of_forget_forgets(command: str, forgets: bool) -> None:
    now = datetime(2026, 3, 10, tzinfo=UTC)
    run = Run(1, now, "Sari", command, None, (), None, 0, in_force=True)
    assert run.forgets is forgets
