"""One cooperative in two rows of a call, in whichever files: none of them can be believed. Never
enters: a cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.importing.reading import Work


def stand_in(work: Sequence[Work], named: Sequence[frozenset[int]]) -> bool:
    """True where any cooperative stands in two rows; `named` are the ids that each file names."""
    rows = sum(len(each.found.named) + len(each.found.passed) for each in work)
    return len(frozenset[int]().union(*named)) < rows


def refuse(work: Sequence[Work]) -> None:
    """Two rows on one cooperative, in whichever files: all are refused, each naming the others."""
    places: dict[int, list[tuple[Work, int, Area]]] = {}
    often = Counter(key for each in work for key in each.ids())
    doubled = {key for key, count in often.items() if count > 1}
    for each in work:
        each.found.one_by_one()
        for row, area in sorted(
            (*each.found.named, *each.passed_of(doubled)), key=lambda place: place[0]
        ):
            if area.id in doubled:
                places.setdefault(area.id, []).append((each, row, area))
    dropped: set[tuple[int, int]] = set()
    for rows in places.values():
        groups = [place for place in rows if _only_names_kecamatan(*place)]
        rows = [place for place in rows if place not in groups] if len(groups) < len(rows) else rows
        dropped |= {(each.number, row) for each, row, _ in groups}
        if len(rows) > 1:
            _refuse_all(rows, dropped)
    for each in work:
        each.found.named += [
            place for place in each.passed_of(doubled) if (each.number, place[0]) in dropped
        ]
        each.found.passed = {
            row: mark
            for row, mark in each.found.passed.items()
            if (each.number, row) not in dropped
        }
        each.found.named = [
            place
            for place in each.found.named
            if (each.number, place[0]) not in dropped or place[0] in each.found.rejected
        ]
        each.found.intents = [
            intent
            for intent in each.found.intents
            if (each.number, intent.source.row if intent.source else 0) not in dropped
        ]


def _refuse_all(rows: Sequence[tuple[Work, int, Area]], dropped: set[tuple[int, int]]) -> None:
    for each, row, area in rows:
        others = ", ".join(
            f"baris {other}" + (f" berkas {file.sheet.place}" if file is not each else "")
            for file, other, _ in rows
            if (file.number, other) != (each.number, row)
        )
        each.refuse(row, area, others)
        dropped.add((each.number, row))


def _only_names_kecamatan(work: Work, row: int, area: Area) -> bool:
    """True for a row that says nothing but a name which is a kecamatan's as well, above the rows of
    that kecamatan.
    """
    return row in work.found.bare and match_key(area.kelurahan) in {
        match_key(other.kecamatan)
        for other in work.naming.index.areas
        if other.kota_code == area.kota_code
    }
