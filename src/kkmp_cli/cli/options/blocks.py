"""A block of options that a command takes over whole and receives, read, in one parameter.

Never enters: which options there are.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

Command = Callable[..., None]


def with_options(
    command: Command,
    name: str,
    options: Iterable[inspect.Parameter],
    read: Callable[[dict[str, Any]], Any],
) -> Command:
    """`command` with `options` in the place of its parameter `name`, which receives what `read`
    makes of them all.
    """
    block = [option.replace(kind=inspect.Parameter.KEYWORD_ONLY) for option in options]

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        given = {option.name: arguments.pop(option.name) for option in block}
        command(**arguments, **{name: read(given)})

    signature = inspect.signature(command, eval_str=True)
    taken: list[inspect.Parameter] = []
    for parameter in signature.parameters.values():
        taken += (
            block
            if parameter.name == name
            else [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
        )
    run.__signature__ = signature.replace(parameters=taken)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in taken} | {
        "return": None
    }
    return run
