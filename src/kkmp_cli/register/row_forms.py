"""What a row of the projection may hold, column by column: what was written there by hand is
damage, told with its row.

Asks each distinct value once, so that a whole country costs little. Never enters: a query, whether
a value follows from the history (`integrity`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from kkmp_cli.errors import Advice, Command
from kkmp_cli.milestones import OBSTACLES, STATES
from kkmp_cli.model.vocabulary import PER, PERSONAL, Vocabulary
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.register.event_text import are_texts, is_day, is_free, is_part_of_time, is_value
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.projection_rows import COLUMNS, Row

_CUT = 40
"""Letters of a key that a message shows."""
_Form = Callable[[Any], bool]


def _or_none(form: _Form) -> _Form:
    return lambda value: value is None or form(value)


def _text(value: Any) -> bool:
    return value is None or type(value) is str


def _moment(value: Any) -> bool:
    return type(value) is str and (not value or is_part_of_time(value))


def _obstacle(value: Any) -> bool:
    return type(value) is str and (not value or split_obstacle(value)[0] in OBSTACLES)


_DAYS = dict.fromkeys(("sampai", "per"), _or_none(is_day))
_FORMS: Mapping[str, _Form] = {
    **_DAYS,
    "dari": is_day,
    "keadaan": _or_none(frozenset(STATES).__contains__),
    "kendala": _or_none(_obstacle),
    **dict.fromkeys(("tanggal", "mulai", "rencana"), _or_none(_moment)),
}


def _form(column: str) -> _Form:
    return _DAYS["per"] if column.endswith("_per") else _FORMS.get(column, _text)


_COLUMNS = {
    table: [*map(_form, columns[1:])]
    for table, columns in COLUMNS.items()
    if table != "cooperatives"
}
_KEYS = {"contacts": 1}
"""Columns that tell a row, where it is not three."""


def refuse(table: str, rows: Sequence[Row], vocabulary: Vocabulary) -> None:
    """Raises Damaged, with the row, where one of them (all columns of the table) cannot be."""
    if rows and not _all_fit(table, rows, vocabulary):
        row = next(row for row in rows if not _all_fit(table, [row], vocabulary))
        keys = ", ".join(str(key)[:_CUT] for key in row[: _KEYS.get(table, 3)])
        raise damage(table, keys)


def refuse_values(
    names: Sequence[str], rows: Sequence[Sequence[Any]], vocabulary: Vocabulary
) -> None:
    """Raises Damaged where rows of an export (kelurahan, kode, then a text for each field) hold
    what no field of that name may be.
    """
    if bad := next((row for row in rows if not _is_named(row)), None):
        raise damage("areas", bad[1])
    columns = zip(*rows, strict=True)
    _, codes = next(columns), next(columns)
    for name, column in zip(names, columns, strict=True):
        misfits = _misfits(name, vocabulary.form_of(name), column)
        for value in misfits:
            raise damage("v_koperasi", f"{codes[column.index(value)]}, {name}")


def _is_named(row: Sequence[Any]) -> bool:
    return type(row[0]) is type(row[1]) is str


def _misfits(name: str, kind: str, column: Sequence[Any]) -> list[Any]:
    if kind != PER and is_free(name, kind) and are_texts(column):
        return []
    fits = _DAYS["per"] if kind == PER else partial(is_value, name, kind)
    return [value for value in {*column} if not fits(value)]


def damage(table: str, row: object) -> Damaged:
    """What a row holds is not what was ever written there."""
    return Damaged(
        f"Register rusak: baris {row} di tabel {table}.",
        Advice("Lihat apa lagi dengan `{}`. {}", Command("check", "--rinci"), RESTORE),
    )


def _all_fit(table: str, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    columns = [*zip(*rows, strict=True)]
    values = (
        map(form, {*column}) for form, column in zip(_COLUMNS[table], columns[1:], strict=True)
    )
    return all(map(all, values)) and _names_fit(table, columns, vocabulary)


def _names_fit(table: str, columns: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """True where all milestones and fields are known ones, each value of the form of its field."""
    if table == "milestones":
        return all(name and vocabulary.milestone_of(name) == name for name in {*columns[1]})
    return table != "field_values" or all(
        name and name not in PERSONAL and is_value(name, vocabulary.form_of(name), value)
        for name, value in {*zip(columns[1], columns[4], strict=True)}
    )
