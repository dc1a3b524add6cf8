"""Asks at a terminal whether a column of numbers tells only whether there is one: `1` and `0` under
`No. Rekening`. Never enters: how a cell is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkmp_cli import settings
from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.state_columns import StateColumn

_SAMPLES = 3
_NO = ("t", "tidak")


def with_states(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what the first such column holds; None where there is none."""
    from kkmp_cli.importing.state_columns import state_columns

    columns = state_columns(seen.result.reading, settings.today())
    column = next((one for one in columns if _name(one.heading) not in asked.settled), None)
    if column is None or asked.as_json:
        return None
    return _asked(command, column, asked)


def _asked(command: Terminal, column: StateColumn, asked: Asked) -> Asked:
    texts = "; ".join(f"`{short(text)}`" for text in column.texts[:_SAMPLES])
    place = f'Kolom {column.letter} "{short(column.heading)}"'
    command.say(broken(f"{place} berisi {texts}, bukan nomor. Dibaca sebagai keadaan?"))
    answer = ask(broken(f"  [Enter = ya, sebagai keadaan {column.label}; t = tidak]: "))
    if match_key(answer) in _NO:
        return asked.settle(_name(column.heading))
    return asked.with_maps([column.map])


def _name(heading: str) -> str:
    """By which a question that was answered is known again."""
    return f"state:{match_key(heading)}"
