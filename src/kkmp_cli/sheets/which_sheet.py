"""Which sheets of a workbook are meant.

Those that are named, every table, or the only one whose headings are known. A sheet that its
workbook hides is taken where it is named; else it is told as passed over. Never enters: how a sheet
is parsed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kkmp_cli.errors import Refused, Unusable, pasted
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.sheets.monthly_sheets import newest
from kkmp_cli.sheets.sheet import Sheet, is_every

_PEEKED = 45
_LONGEST_HEADING = 120
_FILLED = "Pilih berkas yang berisi judul kolom dan baris data."


class SeveralTables(Refused):
    """More than one sheet of a workbook holds a table, and nobody said which is meant; `month` is
    the one of the newest month, where each is of a month.
    """

    def __init__(self, file: str, sheets: Sequence[Sheet]) -> None:
        self.file, self.sheets = file, tuple(sheets)
        names = [str(sheet.name) for sheet in sheets]
        self.month = newest(names)
        listed = ", ".join(f"`{short(name)}`" for name in names)
        super().__init__(f"{file}: {len(sheets)} lembar berisi tabel: {listed}", self._which(names))

    def _which(self, names: Sequence[str]) -> str:
        """How one is named; of a sheet for each month the newest, since all would say different
        things of the same cooperatives.
        """
        if self.month:
            return f"Satu lembar per bulan; yang terbaru: {pasted('--sheet', self.month)}."
        first = pasted("--sheet", names[0])
        return f"Semua sekaligus: --sheet semua; satu per satu, misalnya {first}."


class Book(NamedTuple):
    """A workbook: its shown and its concealed worksheets, and how one of them is loaded."""

    file: str
    shown: Sequence[str]
    concealed: Sequence[str]
    load: Callable[[str], Sheet]


def chosen(book: Book, wanted: Sequence[str], knows: Callable[[str], bool]) -> list[Sheet]:
    """The sheets that are named, each once; all tables with `semua`; else the only one with known
    headings.

    Raises Refused where no sheet, or more than one, fits.
    """
    if not book.shown:
        raise Refused(f"{book.file} tidak berisi lembar kerja", _FILLED)
    if any(map(is_every, wanted)):
        return _every_table(book, knows)
    if wanted:
        return [book.load(each) for each in dict.fromkeys(_named(book, one) for one in wanted)]
    behind = list(_behind(book, knows))
    only = _only(_fitting(_filled(book, behind), book.file, knows), book.file)
    return [only._replace(passed_over=tuple(map(_concealed, behind)))]


def _only(fitting: Sequence[Sheet], file: str) -> Sheet:
    if len(fitting) > 1:
        raise SeveralTables(file, fitting)
    return fitting[0]


def _every_table(book: Book, knows: Callable[[str], bool]) -> list[Sheet]:
    behind = list(_behind(book, None))
    filled = _filled(book, behind)
    first, *others = _fitting(filled, book.file, knows)
    taken = {first.name, *(sheet.name for sheet in others)}
    left = [str(sheet.name) for sheet in filled if sheet.name not in taken]
    return [first._replace(passed_over=(*left, *map(_concealed, behind))), *others]


def _filled(book: Book, behind: Sequence[str]) -> list[Sheet]:
    """The sheets that the workbook shows and that hold anything; `behind` are others that do."""
    sheets = [sheet for sheet in map(book.load, book.shown) if any(_peek(sheet))]
    if not sheets:
        remedy = f"Yang berisi tersembunyi: {pasted('--sheet', behind[0])}." if behind else _FILLED
        raise Refused(f"{book.file} kosong", remedy)
    return sheets


def _behind(book: Book, knows: Callable[[str], bool] | None) -> Iterator[str]:
    """The concealed sheets with content (with `knows`: a known heading), as far as readable."""
    for name in book.concealed:
        with contextlib.suppress(Unusable):
            if any(knows is None or _known(cells, knows) for cells in _peek(book.load(name))):
                yield name


def _concealed(name: str) -> str:
    return f"{name} (tersembunyi)"


def _named(book: Book, wanted: str) -> str:
    every = [*book.shown, *book.concealed]
    if wanted in every:
        return wanted
    for name in every:
        if name.casefold().strip() == wanted.casefold().strip():
            return name
    listed = ", ".join(map(short, [*book.shown, *map(_concealed, book.concealed)]))
    raise Refused(f"{book.file} tidak punya lembar `{short(wanted)}`", f"Lembarnya: {listed}.")


def _fitting(sheets: list[Sheet], file: str, knows: Callable[[str], bool]) -> list[Sheet]:
    """The only sheet, else those with known headings; explanations may hold one by chance."""
    if len(sheets) == 1:
        return sheets
    headings = [
        max((_known(cells, knows) for cells in _peek(sheet)), default=0) for sheet in sheets
    ]
    for enough in (2, 1):
        fitting = [sheet for count, sheet in zip(headings, sheets, strict=True) if count >= enough]
        if fitting:
            return [sheet for sheet in fitting if _names_cooperatives(sheet)] or fitting
    listed = ", ".join(f"`{short(sheet.name)}`" for sheet in sheets)
    raise Refused(
        f"{file}: tidak ada lembar dengan judul kolom yang dikenal ({listed})",
        "Beri judul kolom, misalnya Kelurahan, NIB, RAT; atau sebut lembarnya dengan --sheet.",
    )


def _names_cooperatives(sheet: Sheet) -> bool:
    """True where a column names kelurahan; a sheet of totals beside it has none."""
    return any(
        built_in().names_rows(cell)
        for cells in _peek(sheet)
        for cell in cells
        if len(cell) <= _LONGEST_HEADING
    )


def _peek(sheet: Sheet) -> Iterator[list[str]]:
    for _, cells in islice(sheet.rows, _PEEKED):
        if filled := [cell for cell in cells if cell.strip()]:
            yield filled


def _known(cells: list[str], knows: Callable[[str], bool]) -> int:
    return sum(1 for cell in set(cells) if len(cell) <= _LONGEST_HEADING and knows(cell))
