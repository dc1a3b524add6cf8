"""The words that a shell is offered at TAB, at the desk of a test."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.completion import reply
from running import Office


def offered(office: Office, *words: str, shell: str = "fish") -> list[str]:
    """What is offered for the last word of a call, which is not finished; `/` for a file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KKMP_DB", office.location)
        kind, *lines = reply.answered(shell, ["kkmp", *words], {}).splitlines()
    return ["/"] if kind == "/" else [line.partition("\t")[0] for line in lines]
