"""A block of options that a command takes over whole and receives, read, in one parameter.

Never enters: which options there are.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

Function = Callable[..., None]


def with_options(
    command: Function,
    name: str,
    options: Iterable[inspect.Parameter],
    read: Callable[[dict[str, Any]], Any],
) -> Function:
    """`command` with `options` in the place of its parameter `name`, which receives what `read`
    makes of them all.
    """
    block = [*options]

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        given = {option.name: arguments.pop(option.name) for option in block}
        command(**arguments, **{name: read(given)})

    signature = inspect.signature(command, eval_str=True)
    parameters = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in signature.parameters.values()
        for each in (block if parameter.name == name else [parameter])
    ]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": None}
    return run
