"""The repair of wrong rows at a terminal, one by one: what all its questions share.

Each answer goes into the call at once, so that an interrupt loses none. Never enters: what a
question asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.importing.import_result import ImportResult
    from kkmp_cli.importing.read_result import Understanding
    from kkmp_cli.importing.wrong_rows import WrongRow
    from kkmp_cli.sheets import Sheet

LEAVE, LEAVE_ALL, EMPTY = "lewati", "lewati semua", "-"


class LeaveAll(Exception):
    """The officer leaves out every row that is still wrong."""


@dataclass
class Repairs:
    """The call with the answers so far, and the rows that are settled by them. `lasting`: there is
    a register that can keep an answer.
    """

    command: Terminal
    result: ImportResult
    asked: Asked
    lasting: bool = False
    done: set[tuple[int, int]] = field(default_factory=set)
    told: bool = False

    def keep(self, asked: Asked) -> None:
        """An answer, from now on part of the call."""
        self.asked = asked
        self.command.onward = asked.onward()

    def file(self, row: WrongRow) -> Understanding:
        """What was understood of the file of a row."""
        return self.result.reading.files[row.file]

    def leave_out(self, rows: Iterable[WrongRow]) -> None:
        """Rows that go into the file of rejected ones."""
        rows = [*rows]
        self.keep(self.asked.without_rows([self._place(row) for row in rows]))
        self.settle(rows)

    def settle(self, rows: Iterable[WrongRow]) -> None:
        """Rows of which nothing is to be asked any more."""
        self.done.update((row.file, row.row) for row in rows)

    def correct(self, row: WrongRow, texts: Mapping[int, str]) -> None:
        """New texts of cells, by column."""
        self.keep(self.asked.with_cells({self._place(row, at): texts[at] for at in texts}))

    def open(self, rows: Iterable[WrongRow]) -> list[WrongRow]:
        """Those of which something is still to be asked."""
        return [row for row in rows if (row.file, row.row) not in self.done]

    def _place(self, row: WrongRow, position: int | None = None) -> str:
        from kkmp_cli.sheets.cell_place import CellPlace, written

        sheets = self.result.reading.sheets
        return written(CellPlace(None, None, row.row, position), sheets[row.file], self._sheets)

    @property
    def _sheets(self) -> Sequence[Sheet]:
        return self.result.reading.sheets

    def say(self, *lines: str) -> None:
        """Lines as they fit on the terminal."""
        from kkmp_cli.render.screens.import_ import asked_out

        self.command.say(asked_out(lines))

    def called(self, row: WrongRow) -> str:
        """A row as it is called: by its number, its file where there are several, and by what
        names its cooperative.
        """
        file, files = self.file(row), self.result.reading.files
        where = f" {file.place}" if len({each.place for each in files}) > 1 else ""
        return ", ".join(filter(None, (f"Baris {row.row}{where}", _name_of(file, row))))

    def answer(self, question: str) -> str | None:
        """What is typed; None to leave the row out. Raises LeaveAll."""
        typed = ask(f"  {question}: ").strip()
        if match_key(typed) == match_key(LEAVE_ALL):
            raise LeaveAll
        return None if match_key(typed) == LEAVE else typed

    def explain(self, *more: str) -> None:
        """Once, what may be typed beside an answer."""
        if not self.told:
            self.told = True
            ways = (*more, f"{LEAVE} = tinggalkan baris ini", f"{LEAVE_ALL} = juga semua sisanya")
            self.say(f"  ({' · '.join(ways)} · Ctrl-C = berhenti)")


def _name_of(file: Understanding, row: WrongRow) -> str:
    """What names the cooperative of a row."""
    from kkmp_cli.importing.wrong_rows import naming_column

    areas = [one.area for one in file.corrected if one.cell.row == row.row and one.area]
    if areas:
        return areas[0].distinct_name
    column = naming_column(file)
    return short(row.cells[column.position].strip()) if column else ""


def standing(file: Understanding, row: WrongRow, without: Iterable[int] = ()) -> str:
    """A row as it stands: heading and content of each cell that is filled, personal ones aside."""
    from kkmp_cli.render.words import JOINT, PERSONAL

    personal = {each.position for each in file.columns if each.field.personal}
    skipped = {*without}
    cells = (
        f"{short(heading.text)}: {PERSONAL if heading.position in personal else short(text)}"
        for heading in file.headings
        if heading.position not in skipped and (text := row.cells[heading.position].strip())
    )
    return f"  {JOINT.join(cells)}"
