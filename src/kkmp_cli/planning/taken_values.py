"""What another register holds, proven value by value as a cell would be: nothing is taken that
could not have been said here.

Never enters: whether it is applied, a file.
"""

from __future__ import annotations

from datetime import date

from kkmp_cli.errors import CellError, Problem
from kkmp_cli.model.area import Area
from kkmp_cli.model.statement import Statement
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short

_REMEDY = "Perbaiki di register rekan, atau masukkan yang lain saja dengan --skip-errors."


def problem_of(one: Statement, area: Area, vocabulary: Vocabulary, today: date) -> Problem | None:
    """Why a statement about the cooperative of an area cannot be taken; None where it can."""
    if one.per > today.isoformat():
        return _problem(one, area, vocabulary, "tanggal keadaannya sesudah hari ini")
    field = vocabulary.by_name(one.field)
    if field is None:
        return _problem(one, area, vocabulary, "isian ini tidak dikenal kkmp versi ini")
    if one.value is None:
        return None
    try:
        if vocabulary.read(field, one.value, today).get(one.field) == one.value:
            return None
    except CellError as error:
        return _problem(one, area, vocabulary, error.message)
    return _problem(one, area, vocabulary, "isinya bukan yang ditulis kkmp")


def _problem(one: Statement, area: Area, vocabulary: Vocabulary, why: str) -> Problem:
    day = dates.show(one.per)
    return Problem(
        row=one.origin.run,
        column=vocabulary.label_of(one.field),
        cell=f"{area.distinct_name}, per {day}",
        content=short(one.value or ""),
        message=why,
        remedy=_REMEDY,
    )
