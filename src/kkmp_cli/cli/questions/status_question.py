"""Asks at a terminal about a column `Status` whose cells are no status of a cooperative.

Never enters: a single wrong cell, how a cell is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.questions.choice import Answer, chosen, say_wrapped
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.status_columns import StatusColumn

_LETTERS = 30


def with_status(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what such a column is; None with nothing to ask, and where nothing
    is written or told in words.
    """
    from kkmp_cli.importing.status_columns import status_columns

    if asked.dry_run or asked.as_json:
        return None
    columns = status_columns(seen.result.reading)
    one = next((each for each in columns if _name(each) not in asked.settled), None)
    return _asked_column(command, one, asked) if one else None


def _name(one: StatusColumn) -> str:
    """By which a question that was answered is known again."""
    return f"status:{one.name}"


def _asked_column(command: Terminal, one: StatusColumn, asked: Asked) -> Asked:
    """What was asked for, with what an officer says of a column."""
    samples = "; ".join(short(each, _LETTERS) for each in one.samples)
    column = f'{one.column.letter} "{short(one.column.heading)}"'
    counts = f"{show(one.wrong)} dari {show(one.filled)} sel"
    told = f"Kolom {column}: {counts} bukan aktif, bubar atau digabung, misalnya {samples}."
    say_wrapped(command, told)
    return chosen(command, [*_answers(one, asked)])


def _answers(one: StatusColumn, asked: Asked) -> Iterator[Answer[Asked]]:
    for words, name in (("lewati kolom ini", ""), ("simpan di catatan", "catatan")):
        yield Answer(words, partial(asked.with_maps, [f"{one.name}={name}"]))
    words = "memang keadaan koperasinya; selnya diperbaiki sesudah ini"
    yield Answer(words, partial(asked.settle, _name(one)))
