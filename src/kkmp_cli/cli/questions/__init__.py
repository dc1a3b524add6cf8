"""What `kkmp import` asks at a terminal, in this order, until nothing is left to ask.

Each answer is an option of the same command, as if it had been typed: the sheets are read anew with
it, so a question that was answered is not put again, and the whole can be told as one command that
asks nothing. Never enters: a write, how a file is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.questions.day_question import with_day
from kkmp_cli.cli.questions.doubled_question import with_doubled
from kkmp_cli.cli.questions.empty_question import with_empties
from kkmp_cli.cli.questions.heading_question import with_headings
from kkmp_cli.cli.questions.key_question import with_key
from kkmp_cli.cli.questions.repair_question import with_repairs
from kkmp_cli.cli.questions.state_column_question import with_states
from kkmp_cli.cli.questions.status_question import with_status
from kkmp_cli.cli.questions.word_question import with_words

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview

Question = Callable[[Terminal, "Preview", Asked], Asked | None]
"""Of a preview of what was asked for: the same with an answer, or None with nothing to ask."""

QUESTIONS: tuple[Question, ...] = (
    with_day,
    with_key,
    with_headings,
    with_states,
    with_doubled,
    with_status,
    with_words,
    with_repairs,
    with_empties,
)


def with_answer(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with the answer to the first question that there is; None without one."""
    answers = (question(command, seen, asked) for question in QUESTIONS)
    return next((answer for answer in answers if answer is not None), None)
