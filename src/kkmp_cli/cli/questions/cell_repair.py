"""Asks at a terminal for the right content of the bad cells of a row; what is typed is judged at
once, by the reader of rows.

Never enters: which cooperative a row is about, a write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli import settings
from kkmp_cli.cli.questions.repairs import EMPTY, LEAVE, Repairs
from kkmp_cli.errors import CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import ended

if TYPE_CHECKING:
    from kkmp_cli.importing.wrong_rows import RowTrial, Wrong, WrongRow

_READY = re.compile(r"`([^`]+)` di sini|(?i:tulis) [\d/]+ atau (\d{1,2} [A-Z][a-z]+ \d{4})\.")
"""What a remedy says that may be typed in the cell as it is."""
_HOW = f"Ketik isinya; {EMPTY} bila sel ini tidak menyatakan apa-apa; {LEAVE} tanpa baris ini."


class _Cell(NamedTuple):
    """A bad cell, among the cells of its row as they are by now."""

    row: WrongRow
    wrong: Wrong
    cells: list[str]
    trial: RowTrial

    def fault(self, text: str) -> CellError | None:
        """Why it cannot hold a text."""
        position = self.wrong.position or 0
        if text == self.cells[position]:
            return self.wrong.error
        cells = [*self.cells]
        cells[position] = text
        wrong = self.trial.wrong(self.row.row, cells)
        return next((one.error for one in wrong if one.position == position), None)


def repair_cells(repairs: Repairs, row: WrongRow, wrong: Sequence[Wrong]) -> None:
    """Asks for each bad cell of a row, also for those that an answer makes bad, until all are
    good or the row is left out.
    """
    from kkmp_cli.importing.wrong_rows import RowTrial

    trial = RowTrial(repairs.file(row), settings.today())
    cells, waiting = [*row.cells], [*wrong]
    while waiting:
        cell = _Cell(row, waiting.pop(0), cells, trial)
        text = _asked(repairs, cell)
        if text is None:
            repairs.leave_out([row])
            return
        waiting = _put(repairs, cell, text, waiting)
    repairs.settle([row])


def _put(repairs: Repairs, cell: _Cell, text: str, waiting: Sequence[Wrong]) -> list[Wrong]:
    """Puts an answer into its cell. What is wrong now: what is so by more than its own row, and
    what the reader of rows still tells.
    """
    seen = {one.position for one in cell.trial.wrong(cell.row.row, cell.cells)}
    at = cell.wrong.position or 0
    cell.cells[at] = text
    repairs.correct(cell.row, {at: text})
    unseen = (one for one in waiting if one.position not in seen)
    return [*unseen, *cell.trial.wrong(cell.row.row, cell.cells)]


def _asked(repairs: Repairs, cell: _Cell) -> str | None:
    """The text that the cell is to hold; None to leave its row out."""
    repairs.say(*_told(repairs, cell))
    if not _is_read(repairs, cell):
        _wait_for_leave(repairs)
        return None
    repairs.explain(f"{EMPTY} = sel ini tidak menyatakan apa-apa")
    ready = _ready(cell)
    question = "Isi yang benar" + (f" [Enter untuk `{ready}`]" if ready else "")
    while (typed := repairs.answer(question)) is not None:
        text = "" if typed == EMPTY else typed or ready
        if not typed and not ready:
            repairs.say(f"  {_HOW}")
        elif error := cell.fault(text):
            repairs.say(f"  {ended(error.message)} {_in_the_cell(error)}")
        else:
            return text
    return None


def _wait_for_leave(repairs: Repairs) -> None:
    """A row that no cell mends: it is left out, or the officer stops."""
    while repairs.answer(f"Tidak dapat dibetulkan di sini; ketik {LEAVE}") is not None:
        pass


def _is_read(repairs: Repairs, cell: _Cell) -> bool:
    """True for a cell of which the content counts."""
    columns = repairs.file(cell.row).columns
    return any(column.position == cell.wrong.position for column in columns)


def _told(repairs: Repairs, cell: _Cell) -> Iterator[str]:
    """The cell, what stands in it, why that cannot be, and what could stand there."""
    from kkmp_cli.render.words import PERSONAL
    from kkmp_cli.sheets import cell_name

    error, at = cell.wrong.error, cell.wrong.position
    if at is None:
        yield f"  {ended(error.message)} {_in_the_cell(error)}"
        return
    columns = {column.position: column for column in repairs.file(cell.row).columns}
    column, text = columns.get(at), "".join(cell.cells[at : at + 1])
    heading = f" {short(column.heading)}" if column else ""
    stands = PERSONAL if column and column.field.personal else f"`{short(text)}`"
    yield f"  {cell_name(at, cell.row.row)}{heading}: {stands} · {ended(error.message)}"
    if remedy := _in_the_cell(error):
        yield f"    {remedy}"


def _in_the_cell(error: CellError) -> str:
    from kkmp_cli.render.screens.import_ import in_the_cell

    return in_the_cell(error.remedy)


def _ready(cell: _Cell) -> str:
    """The one text that the remedy offers and that the cell can hold; empty for none or several."""
    offered = (match[1] or match[2] for match in _READY.finditer(cell.wrong.error.remedy))
    good = [text for text in dict.fromkeys(offered) if cell.fault(text) is None]
    return good[0] if len(good) == 1 else ""
