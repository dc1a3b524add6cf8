"""Asks at a terminal which cooperative rows are about whose name is not known: once for each name,
with the likeliest ones; the answer can be kept as a spelling.

Never enters: how a name is found, a write.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.cli.prompts import agreed
from kkmp_cli.cli.questions.repairs import LEAVE, Repairs, standing
from kkmp_cli.errors import CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import ended

if TYPE_CHECKING:
    from kkmp_cli.actions.row_naming import RowNaming
    from kkmp_cli.importing.renamed_row import RenamedRow
    from kkmp_cli.importing.wrong_rows import WrongRow
    from kkmp_cli.model.area import Area


_HOW = f"Ketik nama atau kodenya; {LEAVE} tanpa baris ini."


class _Named(NamedTuple):
    """Rows that name the same in the same words, by the first of them, and why that is wrong."""

    rows: Sequence[WrongRow]
    renamed: RenamedRow
    position: int
    error: CellError


def repair_names(repairs: Repairs, rows: Iterable[WrongRow]) -> None:
    """Asks about each name of these rows that is not known."""
    from kkmp_cli.actions.row_naming import row_naming

    naming: RowNaming | None = None
    for alike in _alike(repairs, rows):
        naming = naming or row_naming(repairs.command, repairs.asked.request)
        named = _named(repairs, alike, naming)
        repairs.say("", *_told(repairs, named))
        texts = _asked(repairs, named)
        if texts is None:
            repairs.leave_out(alike)
        else:
            _keep(repairs, named, texts, naming)


def _alike(repairs: Repairs, rows: Iterable[WrongRow]) -> Iterator[list[WrongRow]]:
    """The rows with a wrong name, those together that name the same in all its words."""
    from kkmp_cli.importing.wrong_rows import names_area, wrong_in

    alike: dict[tuple[object, ...], list[WrongRow]] = defaultdict(list)
    for row in rows:
        file = repairs.file(row)
        if any(names_area(file, one.position) for one in wrong_in(row)):
            words = [
                row.cells[column.position].strip()
                for column in file.columns
                if names_area(file, column.position)
            ]
            alike[(file.place, *words)].append(row)
    yield from alike.values()


def _named(repairs: Repairs, rows: Sequence[WrongRow], naming: RowNaming) -> _Named:
    from kkmp_cli.importing.renamed_row import RenamedRow
    from kkmp_cli.importing.wrong_rows import names_area, wrong_in

    first, file = rows[0], repairs.file(rows[0])
    wrong = next(one for one in wrong_in(first) if names_area(file, one.position))
    renamed = RenamedRow(naming.areas, naming.kota, file, first.cells)
    return _Named(rows, renamed, wrong.position or 0, wrong.error)


def _told(repairs: Repairs, named: _Named) -> Iterator[str]:
    first, *others = named.rows
    file = repairs.file(first)
    more = f" (juga baris {', '.join(str(row.row) for row in others)})" if others else ""
    yield f"{repairs.called(first)}{more}: {ended(named.error.message)}"
    yield standing(file, first)
    for number, area in enumerate(named.renamed.candidates(), 1):
        yield f"  {number}  {area.distinct_name}, kecamatan {area.kecamatan} ({area.kode})"


def _asked(repairs: Repairs, named: _Named) -> dict[int, str] | None:
    """The texts, by column, with which the row names a cooperative; None to leave it out."""
    repairs.explain()
    areas = named.renamed.candidates()
    numbers = f"nomornya, {'atau ' * bool(areas)}" if areas else ""
    enter = "Enter untuk 1, " if len(areas) == 1 else ""
    while (typed := repairs.answer(f"[{enter}{numbers}nama atau kode lain]")) is not None:
        try:
            return _texts(named, areas, typed)
        except CellError as error:
            repairs.say(f"  {ended(error.message)} {_HOW}")
    return None


def _texts(named: _Named, areas: Sequence[Area], typed: str) -> dict[int, str]:
    """What an answer comes to. Raises CellError."""
    texts = {named.position: typed}
    area = _meant(areas, typed) or named.renamed.areas.by_code(typed) or named.renamed.area(texts)
    if area is None:
        return texts
    if named_so := named.renamed.naming(area):
        return named_so
    raise CellError(f"{area.kelurahan} bertentangan dengan isi lain baris ini", "")


def _meant(areas: Sequence[Area], typed: str) -> Area | None:
    """The area of a number, or the only one for Enter. Raises CellError for no answer."""
    if not typed and len(areas) != 1:
        raise CellError("Belum dijawab")
    by_number = {str(at): area for at, area in enumerate(areas, 1)}
    return by_number.get(typed or "1")


def _keep(repairs: Repairs, named: _Named, texts: dict[int, str], naming: RowNaming) -> None:
    """The answer as a spelling for good where the officer wants that, else in the cells."""
    area = named.renamed.area(texts)
    spelling = named.renamed.spelling(area) if area else None
    if area and spelling and _for_good(repairs, spelling, area, naming):
        repairs.keep(repairs.asked.with_spelling(spelling, area.kode))
    else:
        for row in named.rows:
            repairs.correct(row, texts)


def _for_good(repairs: Repairs, spelling: str, area: Area, naming: RowNaming) -> bool:
    """True for a spelling that can be kept, and that an officer wants to be."""
    if not repairs.lasting or not naming.may_be_kept(spelling, area.kode):
        return False
    return agreed(f"  Ingat `{short(spelling)}` sebagai ejaan {area.kelurahan} untuk seterusnya?")
