"""Asks at a terminal about a column whose cells are none of what its heading says.

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
    from kkmp_cli.importing.misread_columns import MisreadColumn
    from kkmp_cli.model.vocabulary import Vocabulary

_LETTERS = 30


def with_misread(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what a column is whose cells are none of its field; None with
    nothing to ask, and where nothing is written or told in words.
    """
    from kkmp_cli.importing.misread_columns import misread_columns

    if asked.dry_run or asked.as_json:
        return None
    for one in misread_columns(seen.result.reading):
        if _name(one) not in asked.settled:
            return _asked_column(command, one, asked, seen.result.reading.files[0].vocabulary)
    return None


def _name(one: MisreadColumn) -> str:
    """By which a question that was answered is known again."""
    return f"column:{one.name}"


def _asked_column(
    command: Terminal, one: MisreadColumn, asked: Asked, vocabulary: Vocabulary
) -> Asked:
    """What was asked for, with what an officer says of a column."""
    samples = "; ".join(short(each, _LETTERS) for each in one.samples)
    title, column = one.column.field.title, f'{one.column.letter} "{short(one.column.heading)}"'
    say_wrapped(
        command,
        f"Kolom {column}: {show(one.wrong)} dari {show(one.filled)} sel bukan {title}, misalnya "
        f"{samples}.",
    )
    return chosen(command, [*_answers(one, asked, vocabulary)])


def _answers(one: MisreadColumn, asked: Asked, vocabulary: Vocabulary) -> Iterator[Answer[Asked]]:
    if one.state:
        words = f"isinya keadaan {vocabulary.label_of(one.state)}: sudah, belum, atau nomornya"
        yield Answer(words, partial(asked.with_maps, [f"{one.name}={one.state}"]))
    yield Answer("lewati kolom ini", partial(asked.with_maps, [f"{one.name}="]))
    words = f"tetap {one.column.field.title}; selnya diperbaiki sesudah ini"
    yield Answer(words, partial(asked.settle, _name(one)))
