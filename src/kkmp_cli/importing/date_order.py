"""In which order the dates of a column have day and month, judged by all of its texts together.

A program of another country writes the month first, or takes `3/10/2026` for a date of its own and
leaves `15/3/2026` as a text. One cell alone does not show it. Never enters: what a date states.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import CellError
from kkmp_cli.model.own_field import TANGGAL
from kkmp_cli.model.vocabulary import PER, PLAN, START, STATE, Field, Vocabulary
from kkmp_cli.parsing.dates import has_time
from kkmp_cli.parsing.excerpt import short

_KINDS = frozenset((STATE, START, PLAN, PER))
_DIGITS = re.compile(
    r"(?<![\d/.\-])(\d{1,2}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(?:20\d\d|\d\d)(?![\d/\-]|\.\d)", re.ASCII
)
_TURNING = frozenset("/-")
"""Between these signs a spreadsheet takes digits for a date of its own."""
_ISO = re.compile(r"(?<!\d)20\d\d-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_REMEDY = (
    "Lihat sumbernya, periksa juga tanggal lain di kolom ini, lalu tulis semuanya dengan nama "
    "bulan (10 Maret 2026)"
)


@dataclass(eq=False, repr=False)
class DateOrder:
    """What the texts of one column show. `month_first`: the first that can have no other order;
    `day_first`: one that can only have the usual one; `left`: it stands alone in its cell;
    `open_text`, `early`, `late`: there is a text that leaves the order open, a date of the
    spreadsheet up to the 12th, one after it; `timed`: those with a time of day.
    """

    month_first: str = ""
    day_first: str = ""
    left: str = ""
    open_text: bool = False
    early: bool = False
    late: bool = False
    timed: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        """One more text of the column."""
        if ":" in text and has_time(text):
            self.timed.append(text)
        if match := _ISO.search(text):
            month, day = map(int, match.groups())
            self.early = self.early or (day <= 12 and day != month)
            self.late = self.late or day > 12
        elif match := _DIGITS.search(text):
            self._note_digits(text, match)

    def _note_digits(self, text: str, match: re.Match[str]) -> None:
        first, second = int(match[1]), int(match[3])
        if first <= 12 < second <= 31:
            self.month_first = self.month_first or text
        elif second <= 12 < first <= 31:
            self.day_first = self.day_first or text
            if match[0] == text.strip() and match[2] in _TURNING:
                self.left = self.left or text
        elif first != second:
            self.open_text = True

    @property
    def half_swapped(self) -> bool:
        """True where all dates that a program could take for its own became such, and no other."""
        return self.early and not self.late and bool(self.left) and not self.open_text


class Doubt(NamedTuple):
    """Why dates of a column cannot be read for certain. `month_first`: a text that proves that
    order, in this column or (`elsewhere`) in another; `left`: a text that was not turned into a
    date.
    """

    month_first: str = ""
    elsewhere: bool = False
    left: str = ""

    def about(self, text: str) -> CellError | None:
        """What is wrong with a text of the column; None where its order is certain."""
        iso, digits = _ISO.search(text), _DIGITS.search(text)
        if self.month_first:
            return self._month_first() if digits and not iso else None
        turned = iso is not None and iso[1] != iso[2]
        return self._swapped() if turned or digits else None

    def _month_first(self) -> CellError:
        where = "kolom lain di lembar ini" if self.elsewhere else "kolom ini"
        message = (
            f"urutan hari dan bulannya tidak pasti: {where} memuat "
            f"`{short(self.month_first)}`, yang bulannya di depan"
        )
        only = "" if self.elsewhere else "; bila hanya sel itu salah ketik, betulkan itu saja"
        return CellError(message, f"{_REMEDY}{only}.")

    def _swapped(self) -> CellError:
        return CellError(
            f"hari dan bulannya mungkin tertukar: di kolom ini hanya yang berhari 1-12 menjadi "
            f"tanggal, `{short(self.left)}` tetap teks",
            f"{_REMEDY}.",
        )


Doubts = Mapping[int, Doubt]
"""By the position of a column."""
NONE: Doubts = MappingProxyType({})


def is_dated(known: Field, vocabulary: Vocabulary) -> bool:
    """True for a field whose cells may hold dates."""
    own = vocabulary.own_of(known.name)
    days = known.name == "status" or (own is not None and own.kind == TANGGAL)
    return days or known.kind in _KINDS


def doubts_of(orders: Mapping[int, DateOrder]) -> Doubts:
    """The columns whose dates cannot be read for certain.

    Where one has the month first, so may each other that shows no date with the day first.
    """
    proof = next((order.month_first for order in orders.values() if order.month_first), "")
    doubts = {at: _doubt(order, proof) for at, order in orders.items()}
    return {at: doubt for at, doubt in doubts.items() if doubt}


def _doubt(order: DateOrder, proof: str) -> Doubt | None:
    if order.month_first:
        return Doubt(month_first=order.month_first)
    if order.half_swapped:
        return Doubt(left=order.left)
    if proof and order.open_text and not order.day_first:
        return Doubt(month_first=proof, elsewhere=True)
    return None
