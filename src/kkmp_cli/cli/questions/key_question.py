"""Asks at a terminal which column names the kelurahan, where no heading says it.

Never enters: which kelurahan a name means.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.questions.choice import Answer, chosen, say_wrapped
from kkmp_cli.parsing.excerpt import short

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.open_columns import OpenColumn

_LETTERS = 30


def with_key(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with the column by which the rows name their kelurahan; None with nothing
    to ask, and where nothing is written or told in words.
    """
    from kkmp_cli.importing.open_columns import naming_columns

    if asked.dry_run or asked.as_json:
        return None
    columns = [*naming_columns(seen.result.reading)]
    if not columns:
        return None
    question = "Tidak ada kolom kelurahan yang dikenal. Kolom mana yang berisi nama kelurahan?"
    say_wrapped(command, f"{columns[0].place}: {question}")
    return chosen(command, [_answer(one, asked) for one in columns], None)


def _answer(one: OpenColumn, asked: Asked) -> Answer[Asked]:
    samples = "; ".join(short(each, _LETTERS) for each in one.samples)
    words = f'{one.letter} "{short(one.heading)}": {samples}'
    return Answer(words, partial(asked.with_maps, [f"{one.name}=kelurahan"]))
