"""Asks at a terminal which of several rows on one cooperative counts; the others are left out.

Never enters: what the rows state, a write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kkmp_cli.cli.questions.repairs import LEAVE, Repairs
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.importing.duplicates import NamedRow
    from kkmp_cli.importing.wrong_rows import WrongRow


def choose_rows(repairs: Repairs, rows: Iterable[WrongRow]) -> None:
    """Asks about each cooperative that several of the rows name."""
    by_place = {(row.file, row.row): row for row in rows}
    for alike in repairs.result.reading.doubled:
        several = [by_place[one.file, one.row] for one in alike if (one.file, one.row) in by_place]
        if len(several) > 1:
            _choose(repairs, alike[0], several)


def _choose(repairs: Repairs, first: NamedRow, rows: Sequence[WrongRow]) -> None:
    area = first.area
    repairs.say("", f"{area.distinct_name} ({area.kode}) ada di {show(len(rows))} baris:")
    repairs.say(*_lines(repairs, rows))
    counts = _chosen(repairs, rows)
    repairs.leave_out(row for row in rows if row is not counts)
    repairs.settle(rows)


def _chosen(repairs: Repairs, rows: Sequence[WrongRow]) -> WrongRow | None:
    """The row that counts; None where all are left out."""
    alike = all(row.cells == rows[0].cells for row in rows)
    enter = "Enter untuk 1, " if alike else ""
    question = f"Baris mana yang berlaku? [{enter}1-{len(rows)}; {LEAVE} = tidak satu pun]"
    by_number = {str(number): row for number, row in enumerate(rows, 1)}
    while (typed := repairs.answer(question)) is not None:
        if chosen := by_number.get(typed or "1" * alike):
            return chosen
        repairs.say(f"  Tulis angka 1 sampai {len(rows)}, atau {LEAVE}.")
    return None


def _lines(repairs: Repairs, rows: Sequence[WrongRow]) -> Iterator[str]:
    """A line for each row, with what is not the same in all of them."""
    several = len({repairs.file(row).place for row in rows}) > 1
    for number, row in enumerate(rows, 1):
        where = f" {repairs.file(row).place}" if several else ""
        yield f"  {number}  baris {row.row}{where}: {_differing(repairs, row, rows)}"


def _differing(repairs: Repairs, row: WrongRow, rows: Sequence[WrongRow]) -> str:
    """The cells of a row in which another one of them holds something else."""
    from kkmp_cli.render.words import JOINT, PERSONAL

    file = repairs.file(row)
    personal = {column.position for column in file.columns if column.field.personal}
    cells = [
        f"{short(heading.text)} {PERSONAL if heading.position in personal else text}"
        for heading in file.headings
        if len({_text(one, heading.position) for one in rows}) > 1
        for text in [_text(row, heading.position)]
    ]
    return JOINT.join(cells) or "isinya sama"


def _text(row: WrongRow, at: int) -> str:
    return short("".join(row.cells[at : at + 1])) or "(kosong)"
