"""The text of a row of the history, read back as what it holds; damage is an error, never guessed.

Only the form is looked at, in which a value of a kind is always written; what it may be is asked
when it is stated. Never enters: a row's place, a query.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import NoneType
from typing import Any

from kkmp_cli.milestones import STATES
from kkmp_cli.model.own_field import JUMLAH, PERSEN, RUPIAH, TANGGAL, YA_TIDAK
from kkmp_cli.model.vocabulary import PLAN, START, STATE
from kkmp_cli.parsing.states import split_state

_LONGEST = 100_000
"""Letters that no value has."""
_DIGITS = 18
_SHORT = 3
"""Field, old and new value: an event of the day of its row."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_COUNT = re.compile(rf"-?\d{{1,{_DIGITS}}}", re.ASCII)
_IDS = re.compile(r"\d{1,18}(;\d{1,18})*", re.ASCII)
_DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,10})?", re.ASCII)
_FORMS = {
    "anggota": _COUNT,
    "lintang": _DEGREES,
    "bujur": _DEGREES,
    "percontohan": re.compile("ya|tidak"),
    "status": re.compile(r"aktif|(bubar|digabung) \d{4}-(0[1-9]|1[0-2])-[0-3]\d", re.ASCII),
}
_BY_KIND = {
    JUMLAH: _COUNT,
    RUPIAH: _COUNT,
    PERSEN: re.compile(r"\d{1,3}(\.\d{1,10})?%", re.ASCII),
    YA_TIDAK: _FORMS["percontohan"],
}
_FORMED = frozenset((STATE, START, PLAN, TANGGAL, *_BY_KIND))
"""The kinds of which not every text is a value."""
_RECORD_DAYS = frozenset(("batas", "mulai", "selesai", "per", "rapat", "ditetapkan", "sejak"))


def items(text: Any, per: str, form_of: Callable[[str], str]) -> list[list[Any]]:
    """The events of a row: field, old and new value, day. Raises ValueError."""
    listed = _decoded(text)
    if not isinstance(listed, list):
        raise ValueError
    listed = [[*item, per] if _length(item) == _SHORT else item for item in listed]
    if not all(_is_item(item, form_of) for item in listed):
        raise ValueError
    return listed


def _is_item(item: Any, form_of: Callable[[str], str]) -> bool:
    """True for a field, two values of its form, and a day."""
    if _length(item) != _SHORT + 1:
        return False
    name, *values, day = item
    if type(name) is not str or not is_day(day):
        return False
    kind = form_of(name)
    return all(is_value(name, kind, value) for value in values)


def _length(item: Any) -> int:
    return len(item) if isinstance(item, list) else 0


def count(text: str) -> int:
    """How many events a row holds. Raises ValueError."""
    return len(_decoded(text))


def record(text: str, columns: Collection[str], numbers: Collection[str]) -> dict[str, Any]:
    """A whole record; what was not stated is None. Raises ValueError."""
    values = _decoded(text)
    if not isinstance(values, dict):
        raise ValueError
    row = {name: values.get(name) for name in columns}
    refuse_row(row, numbers)
    return row


def refuse_row(row: Mapping[str, Any], numbers: Collection[str]) -> None:
    """Raises ValueError for a row of a record that holds what is never written there."""
    for name, value in row.items():
        if value is not None and name in numbers:
            if type(value) is not int or len(str(value)) > _DIGITS:
                raise ValueError
        elif not _is_record_value(name, value):
            raise ValueError


def record_value(value: str | None, name: str, is_number: bool) -> Any:
    """One value of a record as its column holds it. Raises ValueError."""
    if is_number and value is not None:
        if type(value) is not str or not _COUNT.fullmatch(value):
            raise ValueError
        return int(value)
    if not _is_record_value(name, value):
        raise ValueError
    return value


def _is_record_value(name: str, value: Any) -> bool:
    if value is None:
        return True
    if type(value) is not str or len(value) >= _LONGEST:
        return False
    if name == "koperasi":
        return bool(_IDS.fullmatch(value))
    return name not in _RECORD_DAYS or is_part_of_time(value)


def _decoded(text: Any) -> Any:
    """JSON, without what cannot be said in it. Raises ValueError."""
    if type(text) is not str:
        raise ValueError
    try:
        return _JSON.decode(text)
    except RecursionError:
        raise ValueError from None


def _no_number(text: str) -> Any:
    raise ValueError(text[:20])


_JSON = json.JSONDecoder(parse_constant=_no_number, parse_float=_no_number)


def is_day(text: Any) -> bool:
    """True for a whole day, as `per` always is."""
    return type(text) is str and len(text) == len("2026-03-10") and is_part_of_time(text)


@lru_cache(maxsize=65_536)
def is_part_of_time(text: str) -> bool:
    """True for a day, a month or a year as it is written."""
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False


def is_free(name: str, kind: str) -> bool:
    """True for a field of which any text may be a value."""
    return name not in _FORMS and kind not in _FORMED


def are_texts(values: Sequence[Any]) -> bool:
    """True for texts of which none is too long, and for nothing: values of a field that is free."""
    lengths = map(len, filter(None, values))
    return {*map(type, values)} <= {str, NoneType} and max(lengths, default=0) < _LONGEST


def is_value(name: str, kind: str, value: Any) -> bool:
    """True for nothing, and for what a field of this name and kind may be."""
    if value is None:
        return True
    return type(value) is str and len(value) < _LONGEST and _is_written(name, kind, value)


@lru_cache(maxsize=65_536)
def _is_written(name: str, kind: str, value: str) -> bool:
    """True for a value of the form in which its field is written."""
    if form := _FORMS.get(name) or _BY_KIND.get(kind):
        return bool(form.fullmatch(value))
    if is_free(name, kind):
        return True
    if kind != STATE:
        return is_part_of_time(value)
    state, stated = split_state(value) if value else ("", None)
    return state in STATES and (stated is None or is_part_of_time(stated))
