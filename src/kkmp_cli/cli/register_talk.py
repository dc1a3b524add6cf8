"""Registers of colleagues taken in: read and proven, the plan shown, one yes, one run.

Never enters: how a register is read, what is taken of it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import typer

from kkmp_cli.actions import import_registers
from kkmp_cli.cli.conversation import Conversation
from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import BadUsage
from kkmp_cli.importing.foreign_register import Taken
from kkmp_cli.parsing.numbers import show
from kkmp_cli.render.screens import register_json, register_plan


def take_in(talk: Conversation, places: Sequence[str]) -> None:
    """Takes in the registers of a call, all of them or none. Raises BadUsage for what says how
    sheets are read, Refused for a no.
    """
    command, asked = talk.command, talk.typed
    _refuse_of_sheets(asked)
    command.warn_of_clock()
    registers = import_registers.read(command, places)
    seen = import_registers.preview(command, registers, asked.request)
    shown = False
    if not asked.dry_run and seen.writable(asked.request.skip_errors):
        shown = _agreed(talk, seen)
        seen = import_registers.take(command, seen, asked.request, talk.asking)
    _tell(talk, seen, shown)
    if seen.result.problems:
        raise typer.Exit(1)


def _agreed(talk: Conversation, seen: Taken) -> bool:
    """Asks where somebody is there to be asked; whether the plan was shown. Raises Refused."""
    if not talk.asking:
        return False
    talk.command.say(register_plan.as_preview(seen, talk.command.worded))
    count = show(seen.result.touched)
    confirm(f"Tulis perubahan pada {count} koperasi dari register itu?", yes=False)
    return True


def _tell(talk: Conversation, taken: Taken, shown: bool) -> None:
    command, asked = talk.command, talk.typed
    how = asked.dry_run, asked.request.skip_errors
    sentence = register_plan.result(taken, *how)
    if asked.as_json:
        command.done(sentence, register_json.as_json(taken, command.worded))
    elif shown and sys.stdout.isatty():
        command.done(sentence)
    else:
        text = register_plan.as_text(taken, *how, command.worded)
        command.done(sentence, command.with_head(text))


def _refuse_of_sheets(asked: Asked) -> None:
    """Raises BadUsage for an option by which sheets are read."""
    if named := next(_given(asked), None):
        raise BadUsage(
            f"{named} tidak berlaku untuk register: tiap catatannya membawa hari dan isinya "
            "sendiri.",
            f"Hapus {named}.",
        )


_ALLOWED = frozenset(("--kota", "--alasan"))


def _given(asked: Asked) -> Iterator[str]:
    for name, values in asked.values():
        if name not in _ALLOWED and any(values):
            yield name
    if asked.request.remember:
        yield "--remember"
