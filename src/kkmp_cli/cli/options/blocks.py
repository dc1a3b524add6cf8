"""A block of options that a command takes over whole and receives, read, in one parameter."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Function = Callable[..., None]
OF_VOCABULARY = "of_vocabulary"
"""Where a command keeps what makes it anew with an option for every field of a vocabulary."""


def with_options(
    command: Function,
    name: str,
    options: Iterable[inspect.Parameter],
    read: Callable[[dict[str, Any]], Any],
) -> Function:
    """`command` with `options` instead of its parameter `name`, which gets what `read` makes."""
    block = [*options]

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        given = {each.name: arguments.pop(each.name) for each in block}
        command(**arguments, **{name: read(given)})

    _take_over(run, inspect.signature(command, eval_str=True), name, block)
    return run


def with_extra(command: Function, extra: inspect.Parameter) -> Function:
    """`command` with one more option at the end, which it does not hear of."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        arguments.pop(extra.name)
        command(**arguments)

    signature = inspect.signature(command, eval_str=True)
    every = [*signature.parameters.values(), extra]
    keywords = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in every]
    _take_over(run, signature.replace(parameters=keywords), extra.name, [extra])
    return run


def _take_over(
    run: Any, signature: inspect.Signature, name: str, block: Sequence[inspect.Parameter]
) -> None:
    """Gives `run` the signature with the block in the place of the parameter `name`."""
    parameters = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for parameter in signature.parameters.values()
        for each in (block if parameter.name == name else [parameter])
    ]
    run.__signature__ = signature.replace(parameters=parameters)
    run.__annotations__ = {each.name: each.annotation for each in parameters} | {"return": None}


def option(name: str, annotation: Any, default: object = None) -> inspect.Parameter:
    """An option of a block: under which name it is handed on, and how Typer reads it."""
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=annotation)
