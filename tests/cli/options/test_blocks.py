"""A block of options that commands share."""

from __future__ import annotations

import inspect

from kkmp_cli.cli.commands.export import export
from kkmp_cli.cli.commands.list_ import list_
from kkmp_cli.cli.options.blocks import with_options


def test_a_block_stands_in_the_place_of_its_parameter_and_arrives_read() -> None:
    heard: list[object] = []

    def command(first: int, block: str, last: int = 3) -> None:
        heard.append((first, block, last))

    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None)
        for name in ("one", "two")
    ]
    wide = with_options(command, "block", options, lambda given: f"{given['one']}-{given['two']}")
    assert list(inspect.signature(wide).parameters) == ["first", "one", "two", "last"]
    wide(first=1, one="a", two="b", last=2)
    assert heard == [(1, "a-b", 2)]


def test_list_and_export_have_the_same_filters_in_the_same_order() -> None:
    of_list, of_export = (
        list(inspect.signature(command).parameters) for command in (list_, export)
    )
    shared = of_list[: of_list.index("everybody")]
    assert of_export[: len(shared)] == shared
    assert "chosen" not in of_list
