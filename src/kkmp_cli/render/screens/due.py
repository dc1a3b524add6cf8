"""What `kkmp due` tells: JSON for programs, events for a calendar; all else is a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.render.formats import ics
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.packet.due_agenda import TITLE, what
from kkmp_cli.reports.due import GROUPS, DueItem, DueList


def as_json(value: DueList) -> str:
    """`{"per", "jatuh_tempo": [...], "tanpa_kabar": [...]}`."""
    return json_text(
        {
            "per": value.per,
            "jumlah": {name: _count(value, name) for name in GROUPS},
            "jatuh_tempo": [_object(one) for one in value.jatuh_tempo],
            "lama_tanpa_kabar": value.lama_tanpa_kabar,
            "tanpa_kabar": [one._asdict() for one in value.tanpa_kabar],
        }
    )


def _count(value: DueList, name: str) -> int:
    return sum(one.kelompok == name for one in value.jatuh_tempo)


def _object(one: DueItem) -> dict[str, Any]:
    places = [place._asdict() for place in one.koperasi]
    return {"kelompok": one.kelompok} | one._asdict() | {"koperasi": places}


def as_calendar(
    value: DueList, vocabulary: Vocabulary, register: str, run: int, at: datetime
) -> str:
    """All of it, also what is later than a month."""
    return ics.calendar(TITLE, _events(value, vocabulary), register, run, at)


def _events(value: DueList, vocabulary: Vocabulary) -> Iterator[ics.CalendarEvent]:
    for one in value.jatuh_tempo:
        said = what(one, vocabulary)
        named = [distinct_name(place.kelurahan) for place in one.koperasi]
        alone = f" ({named[0]})" if len(named) == 1 else ""
        yield ics.CalendarEvent(
            one.kunci,
            date.fromisoformat(one.batas),
            f"KKMP: {said}{alone}",
            "\n".join(_details(one, named, value.per)),
            "KKMP",
        )


def _details(one: DueItem, named: list[str], per: str) -> Iterator[str]:
    yield one.nama_kota
    if one.penanggung_jawab:
        yield f"Penanggung jawab: {one.penanggung_jawab}"
    if named:
        yield f"{len(named)} koperasi: {', '.join(named)}"
    yield f"Keadaan per {dates.show(per)}"
