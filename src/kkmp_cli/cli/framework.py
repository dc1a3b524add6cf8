"""Groups and commands with our help and hints, loaded when typed. Never: a rule, a word list."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kkmp_cli.cli.help import write_epilog, write_options, write_rows, write_usage
from kkmp_cli.cli.options.blocks import OF_VOCABULARY
from kkmp_cli.errors import Advice, BadUsage
from kkmp_cli.parsing.excerpt import short


class _AsTyped:
    """A text or flag as it was typed: what it means, our own readers say.

    The library would ask pydantic whether a text is a text, and load it for a third of the time
    that a report takes.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value; a list where it may be repeated."""
        return [*(value or ())] if param.multiple or param.nargs < 0 else value


def _parsed(parse: Callable[..., list[str]], ctx: Any, args: list[str]) -> list[str]:
    """The words parsed; a complaint keeps them, and knows of which command it is."""
    typed = [*args]
    try:
        return parse(ctx, args)
    except typer.TyperException as error:
        error.__dict__["typed"] = typed
        if getattr(error, "ctx", None) is None:
            error.__dict__["ctx"] = ctx
        raise


def _as_typed(parameters: list[Any]) -> list[Any]:
    """The parameters of a command, whose values are taken as they are typed."""
    for parameter in parameters:
        if parameter.type_descriptor.annotation in (str, bool, list[str]):
            parameter._runtime_param = _AsTyped()
    return parameters


class OfficerCommand(TyperCommand):
    """A command whose help is Indonesian, grouped by panels."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Arguments and options; every value stays as it was typed."""
        return _as_typed(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As in Typer, but that no option is the value of another."""
        if any(word[:1] == following[:1] == "-" for word, following in pairwise(args)):
            from kkmp_cli.cli import misuse

            misuse.refuse_swallowed(self, ctx, args)
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, arguments and options; plain text, one column for names."""
        write_usage(self, ctx, formatter)
        write_options(self, ctx, formatter)
        write_epilog(self, formatter)


def _meant(words: list[str], names: list[str]) -> list[str]:
    """The command that is meant: what stands behind a second `kkmp`, or one of these names."""
    if words[0] == "kkmp":
        return words[1:]
    from kkmp_cli.cli import hints

    command = hints.meant_command(words[0], names)
    return [command] if command else []


class OfficerGroup(TyperGroup):
    """A group whose help is Indonesian; it answers a wrong word with the command that is meant."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Arguments and options; every value stays as it was typed."""
        return _as_typed(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As in Typer; a complaint knows what was typed."""
        return _parsed(super().parse_args, ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, its commands and options."""
        write_usage(self, ctx, formatter)
        write_rows(self.described(), formatter)
        write_options(self, ctx, formatter)
        write_epilog(self, formatter)

    def described(self) -> dict[str, list[tuple[str, str]]]:
        """Heading → (command, what it does), as the help shows them."""
        rows = [
            (name, " ".join((command.help or "").partition("\n\n")[0].split()))
            for name, command in self.commands.items()
        ]
        return {"Perintah": rows}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of the first word. Raises BadUsage with the one that is meant."""
        name = args[0]
        unknown = not name.startswith("-") and self.get_command(ctx, name) is None
        if unknown and not ctx.resilient_parsing:
            from kkmp_cli.cli import misuse

            meant = _meant(args, [*self.names()])
            asked = "Maksud Anda `{}`?" if meant else "Lihat `{}`."
            remedy = Advice(asked, misuse.below(ctx, *(meant or ["--help"])))
            raise BadUsage(f"Tidak ada perintah `{short(name)}`.", remedy)
        return super().resolve_command(ctx, args)

    def names(self) -> Iterator[str]:
        """The commands as the help lists them."""
        for rows in self.described().values():
            yield from (name for name, _ in rows)


class LazyGroup(OfficerGroup):
    """A group that loads a command when it is typed: help stays fast."""

    described_as: Mapping[str, Mapping[str, str]] = {}
    """By heading, each command and its line in the help."""

    def described(self) -> dict[str, list[tuple[str, str]]]:
        """From the table alone; nothing is loaded."""
        return {heading: [*commands.items()] for heading, commands in self.described_as.items()}

    def list_commands(self, ctx: Any) -> list[str]:
        """The names in the order of the help."""
        return [*self.names()]

    def get_command(self, ctx: Any, name: str) -> Any:
        """The command of a name, loaded now; None where there is none."""
        return loaded(name, _own_vocabulary(ctx)) if name in self.names() else None


def _own_vocabulary(ctx: Any) -> Callable[[], Any]:
    """What tells the fields of the register, None where none of its own can be meant."""
    root = ctx.find_root()
    return partial(root.obj.own_vocabulary, root.params) if root.obj else lambda: None


_BUILT_IN = ("list", "help")
"""Commands that bear the name of a function of the language."""


def loaded(name: str, vocabulary: Callable[[], Any]) -> Any:
    """The command or group of a name: `app`, or the function, of its file below `commands/`; one
    that has an option for every field, also for those of a `vocabulary`.
    """
    word = f"{name}_" if iskeyword(name) or name in _BUILT_IN else name
    module = importlib.import_module(f"kkmp_cli.cli.commands.{word}")
    if app := getattr(module, "app", None):
        return typer.main.get_command(app)
    function = getattr(module, word)
    of_vocabulary = getattr(function, OF_VOCABULARY, None)
    if of_vocabulary and (fields := vocabulary()):
        function = of_vocabulary(fields)
    single = typer.Typer(
        add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    single.command(name, cls=OfficerCommand)(function)
    return typer.main.get_command(single)


class OfficerTyper(typer.Typer):
    """An application whose commands have our help unless they say otherwise."""

    def command(self, name: str | None = None, *, cls: Any = OfficerCommand, **options: Any) -> Any:
        """As in Typer, with our command class."""
        return super().command(name, cls=cls, **options)


def group(name: str, about: str) -> typer.Typer:
    """A group of commands with our help and hints."""
    return OfficerTyper(
        name=name,
        help=about,
        cls=OfficerGroup,
        no_args_is_help=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
