"""Asks at a terminal what to do with the rows that do not go in: repair them one by one, leave them
out, or stop.

Never enters: how a cell is read, a write.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import PASSING, Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.cli.questions.cell_repair import repair_cells
from kkmp_cli.cli.questions.name_repair import repair_names
from kkmp_cli.cli.questions.repairs import LeaveAll, Repairs, standing
from kkmp_cli.cli.questions.row_choice import choose_rows
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.import_result import ImportResult
    from kkmp_cli.importing.wrong_rows import Wrong, WrongRow

_ONE_BY_ONE, _STOPPED = f"{PASSING}satu per satu", f"{PASSING}berhenti"
_REPAIR, _LEAVE, _STOP = "1", "2", "3"
_WORDS = {"": _REPAIR, "betulkan": _REPAIR, "tinggalkan": _LEAVE, "lewati": _LEAVE, "t": _STOP}
_NAMED = 50
"""So many rows are left out by their numbers; more of them by --skip-errors."""


def with_repairs(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what an officer says of the rows that do not go in; None where all
    do, and where nobody is to be asked.
    """
    from kkmp_cli.importing.wrong_rows import wrong_rows

    rows = wrong_rows(seen.result) if _may_ask(seen.result, asked) else []
    if not rows:
        return None
    again = _ONE_BY_ONE in asked.settled
    repairs = Repairs(command, seen.result, asked, lasting=bool(seen.head), told=again)
    return _answered(repairs, rows, _REPAIR if again else _chosen(repairs, rows))


def _answered(repairs: Repairs, rows: Sequence[WrongRow], choice: str) -> Asked:
    """The call by what an officer chose to do with the rows."""
    asked = repairs.asked
    if choice == _STOP:
        return asked.settle(_STOPPED)
    if choice == _LEAVE:
        return _without(asked, repairs, rows)
    repairs.keep(asked.settle(_ONE_BY_ONE))
    return _repaired(repairs, rows)


def _may_ask(result: ImportResult, asked: Asked) -> bool:
    silent = asked.dry_run or asked.as_json or asked.request.skip_errors
    return not (silent or result.reading.blocked or _STOPPED in asked.settled)


def _chosen(repairs: Repairs, rows: Sequence[WrongRow]) -> str:
    from kkmp_cli.render.screens.problems import summary

    wrong = [problem for row in rows for problem in row.problems]
    several = len({problem.file for problem in wrong}) > 1
    repairs.say("", f"{show(len(wrong))} kesalahan di {show(len(rows))} baris:")
    repairs.say(*summary(wrong, several))
    repairs.say(
        f"  {_REPAIR}  betulkan satu per satu",
        f"  {_LEAVE}  tinggalkan {show(len(rows))} baris itu (ke berkas .ditolak); yang lain masuk",
        f"  {_STOP}  berhenti, tidak ada yang ditulis",
    )
    while True:
        typed = match_key(ask(f"  [Enter untuk {_REPAIR}, atau nomornya]: "))
        chosen = _WORDS.get(typed, typed)
        if chosen in (_REPAIR, _LEAVE, _STOP):
            return chosen
        repairs.say(f"  Tulis {_REPAIR}, {_LEAVE} atau {_STOP}.")


def _without(asked: Asked, repairs: Repairs, rows: Sequence[WrongRow]) -> Asked:
    """The call without these rows."""
    if len(rows) > _NAMED:
        return asked.skipping()
    repairs.leave_out(rows)
    return repairs.asked


def _repaired(repairs: Repairs, rows: Sequence[WrongRow]) -> Asked:
    """The call with what was answered about each row. What is only wrong beside what the register
    holds is asked when all else is good, one row at a time: it may go with another one.
    """
    own = set(repairs.result.reading.problems)
    first = [row for row in rows if not own.isdisjoint(row.problems)] or rows[:1]
    try:
        choose_rows(repairs, first)
        repair_names(repairs, repairs.open(first))
        _repair_each(repairs, repairs.open(first))
    except LeaveAll:
        return _without(repairs.asked, repairs, repairs.open(rows))
    return repairs.asked


def _repair_each(repairs: Repairs, rows: Sequence[WrongRow]) -> None:
    left = [(row, wrong) for row in rows if (wrong := _wrong_cells(repairs, row))]
    for at, (row, wrong) in enumerate(left):
        cells = sum(len(each) for _, each in left[at:])
        count = f" (tinggal {show(cells)} sel di {show(len(left) - at)} baris)"
        places = [one.position for one in wrong if one.position is not None]
        place = standing(repairs.file(row), row, places)
        repairs.say("", f"{repairs.called(row)}{count}", place)
        repair_cells(repairs, row, wrong)


def _wrong_cells(repairs: Repairs, row: WrongRow) -> list[Wrong]:
    """What is wrong in a row but the name of its cooperative."""
    from kkmp_cli.importing.wrong_rows import names_area, wrong_in

    file = repairs.file(row)
    return [one for one in wrong_in(row) if not names_area(file, one.position)]
