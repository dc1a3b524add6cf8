"""The moments at which the answers of a web form were sent: each is the day of its row, and of two
answers on one cooperative the later counts.

Never enters: what an answer states.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.importing.sheet_layout import Layout
from kkmp_cli.importing.which_area import RowArea
from kkmp_cli.model.area import Area
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.table import body

_HEADINGS = frozenset(("timestamp", "stempelwaktu", "capwaktu", "waktupengisian", "submittedat"))


class Answers(NamedTuple):
    """`heading`: over the moments, empty where a sheet has none that all can be read. `days`: of
    each row; `replaced`: a row → the later row on the same cooperative.
    """

    heading: str = ""
    days: Mapping[int, date] = MappingProxyType({})
    replaced: Mapping[int, int] = MappingProxyType({})
    areas: Mapping[int, Area] = MappingProxyType({})


NO_ANSWERS = Answers()


def answers_of(layout: Layout, naming: RowArea, today: date) -> Answers:
    """The answers of a sheet; moments that are not all certain, or lie ahead, are not used."""
    heading = next(filter(layout.is_unread, filter(_is_moment, layout.table.headings)), None)
    if heading is None or not layout.names_rows:
        return NO_ANSWERS
    rows = dict(body(layout.sheet, layout.table))
    moments = _moments(rows, heading.position, today)
    areas = _areas({row: rows[row] for row in moments}, naming, layout.table.width)
    if not moments:
        return NO_ANSWERS
    return Answers(heading.text, _days(moments), _replaced(moments, areas), areas)


def _is_moment(heading: Heading) -> bool:
    return match_key(heading.text) in _HEADINGS


def _moments(rows: Mapping[int, Sequence[str]], position: int, today: date) -> dict[int, datetime]:
    """The moment of each row that has one; none where a text is no moment, or one to come."""
    texts = {row: cells[position].strip() for row, cells in rows.items() if position < len(cells)}
    try:
        moments = {row: dates.read_moment(text) for row, text in texts.items() if text}
    except CellError:
        return {}
    return {} if any(day > today for day in _days(moments).values()) else moments


def _days(moments: Mapping[int, datetime]) -> dict[int, date]:
    return {row: moment.date() for row, moment in moments.items()}


def _areas(rows: Mapping[int, Sequence[str]], naming: RowArea, width: int) -> dict[int, Area]:
    areas: dict[int, Area] = {}
    for row, cells in rows.items():
        try:
            area = naming.find([*cells, *[""] * (width - len(cells))])
        except Refused:
            continue
        if area is not None:
            areas[row] = area
    return areas


def _replaced(moments: Mapping[int, datetime], areas: Mapping[int, Area]) -> dict[int, int]:
    """Earlier answers by the one that counts; two of one moment are none's answer."""
    by_area: dict[int, list[int]] = {}
    for row, area in areas.items():
        by_area.setdefault(area.id, []).append(row)
    replaced: dict[int, int] = {}
    for rows in by_area.values():
        newest = max(rows, key=moments.__getitem__)
        if _alone(newest, rows, moments):
            replaced |= {row: newest for row in rows if row != newest}
    return replaced


def _alone(newest: int, rows: Collection[int], moments: Mapping[int, datetime]) -> bool:
    return sum(moments[row] == moments[newest] for row in rows) == 1
