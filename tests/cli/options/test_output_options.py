"""`--yes` beside a command that never asks: in its help, and of no other effect."""

from __future__ import annotations

import inspect

from kkmp_cli.cli.options.output_options import never_asking


def test_the_command_takes_yes_and_does_not_hear_of_it() -> None:
    heard: list[int] = []

    def command(number: int) -> None:
        heard.append(number)

    wide = never_asking(command)
    assert list(inspect.signature(wide).parameters) == ["number", "yes"]
    wide(number=3, yes=True)
    assert heard == [3]
