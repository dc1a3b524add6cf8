"""What an import of a small sheet of Kecamatan Gambir came to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.importing import ImportOptions, absent, read_rows
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.sheets import Sheet

TODAY = date(2026, 3, 10)
NAMES = ("Gambir", "Cideng", "Duri Pulo", "Kebon Kelapa", "Petojo Utara")
AREAS = [
    Area(at, f"31.71.01.100{at}", name, "Gambir", "Kota Administrasi Jakarta Pusat", "Jakarta")
    for at, name in enumerate(NAMES, 1)
]


def sheet_of(text: str) -> Sheet:
    rows = [(at, line.split(";")) for at, line in enumerate(text.strip("\n").split("\n"), 1)]
    return Sheet("isian.csv", None, "utf-8", ";", rows)


def _in_kota(code: str) -> list[Area]:
    return [area for area in AREAS if area.kota_code == code]


def take(
    text: str, held: Mapping[int, Mapping[str, str]] | None = None, **options: Any
) -> ImportResult:
    reading = read_rows(
        [sheet_of(text)], AreaIndex(AREAS), ImportOptions(built_in(), 2025, **options), TODAY
    )
    known = {
        at: Cooperative(at, AREAS[at - 1], values, dict.fromkeys(values, "2026-03-01"))
        for at, values in (held or {}).items()
    }
    planned = build_plan(reading.intents, known, MergePolicy(), {}, built_in())
    left = [AREAS[at - 1] for at in known.keys() - reading.named[0]]
    return ImportResult(reading, planned, absent(reading, left, _in_kota))
