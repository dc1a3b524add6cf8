"""Asks at a terminal which of several columns that mean one field is the one to be read.

Never enters: the columns by which a row is named, what a heading means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.questions.choice import Answer, chosen, say_wrapped
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.render.words import some

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.open_columns import DoubledColumn

_TOLD = 5


def with_doubled(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with one column for a field that several mean; None with nothing to ask,
    and where nothing is written or told in words.
    """
    from kkmp_cli.importing.open_columns import doubled_columns

    if asked.dry_run or asked.as_json:
        return None
    columns = next(doubled_columns(seen.result.reading), None)
    return _asked_columns(command, columns, asked) if columns else None


def _asked_columns(command: Terminal, columns: Sequence[DoubledColumn], asked: Asked) -> Asked:
    """What was asked for, with the column that an officer chooses."""
    places = some([_named(one) for one in columns], _TOLD)
    title = columns[0].column.field.title
    say_wrapped(command, f"Kolom {places} sama-sama berarti {title}. Mana yang dipakai?")
    return chosen(command, [*_answers(columns, asked)], None)


def _named(one: DoubledColumn) -> str:
    return f'{one.column.letter} "{short(one.column.heading)}"'


def _answers(columns: Sequence[DoubledColumn], asked: Asked) -> Iterator[Answer[Asked]]:
    """One column alone, or a column of states with one of dates."""
    for one in columns:
        others = [f"{other.name}=" for other in columns if other is not one]
        held = "; ".join(short(each, 30) for each in one.samples) or "kosong"
        yield Answer(f"hanya {_named(one)}: {held}", partial(asked.with_maps, others))
    first, *rest = columns
    if len(rest) == 1 and first.may_be_date:
        for state, day in ((first, rest[0]), (rest[0], first)):
            words = f"{_named(state)} keadaannya, {_named(day)} tanggalnya"
            dated = [f"{day.name}={day.column.field.name}_tanggal"]
            yield Answer(words, partial(asked.with_maps, dated))
