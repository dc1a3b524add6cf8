"""Asks at a terminal in which columns of milestones an empty cell means `belum`; Enter: in none.

Never enters: a column of which the workbook shows that empty need not mean nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.cli.questions.choice import numbered
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview

_SETTLED = "sel kosong"
_ALL, _NONE = match_key("semua"), ("", "t", "tidak")


def with_empties(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with the columns of which an empty cell means `belum`; None with nothing
    to ask, where the sheets say nothing new, and where nothing is written or told in words.
    """
    result = seen.result
    if asked.dry_run or asked.as_json or _SETTLED in asked.settled or result.forms:
        return None
    if result.plan.empty and not result.problems:
        return None
    counts = _counts(seen)
    if not counts:
        return None
    return asked.settle(_SETTLED).with_belum(_asked_fields(command, seen, counts))


def _counts(seen: Preview) -> Mapping[str, int]:
    """Milestone field → its empty cells, where nothing makes them doubtful in any file."""
    counts, closed = Counter[str](), set[str]()
    for file in seen.result.reading.files:
        counts.update(file.empty)
        closed.update(file.belum, file.appearance.doubtful)
    return {name: count for name, count in counts.items() if count and name not in closed}


def _asked_fields(command: Terminal, seen: Preview, counts: Mapping[str, int]) -> list[str]:
    """The fields that are named by number; none for Enter."""
    names, label_of = [*counts], seen.result.reading.files[0].label_of
    command.say("Sel kosong di kolom tahap tidak menyatakan apa-apa. Berarti belum?")
    for number, name in enumerate(names, 1):
        command.say(f"  {number} {label_of(name)}: {show(counts[name])} sel kosong")
    while True:
        answer = ask("  Enter = tidak; `semua`, atau nomornya, misalnya 1,2: ")
        if (chosen := _fields(answer, names)) is not None:
            return chosen
        command.say(f"  Ketik nomornya, 1 sampai {show(len(names))}.")


def _fields(answer: str, names: list[str]) -> list[str] | None:
    """The fields of an answer; None for what is none."""
    if match_key(answer) in _NONE:
        return []
    if match_key(answer) == _ALL:
        return names
    numbers = [numbered(part, len(names)) for part in answer.replace(",", " ").split()]
    return [names[at - 1] for at in dict.fromkeys(numbers)] if all(numbers) else None
