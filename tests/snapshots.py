"""Snapshots built by hand for tests: the published facts on Jakarta Pusat, and kota of which
nothing is known.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kkmp_cli.model import timeline
from kkmp_cli.model.area import Area
from kkmp_cli.model.cooperative import Cooperative, Snapshot
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.timeline import FieldEvent, Span

AREAS = Path(__file__).parents[1] / "data" / "areas.csv"
IDLE = (
    "Duri Pulo",
    "Petojo Selatan",
    "Cideng",
    "Gambir",
    "Gondangdia",
    "Kemayoran",
    "Serdang",
    "Mangga Dua Selatan",
    "Gunung Sahari Utara",
    "Kartini",
)
HELD_RAT = ("Karang Anyar", "Petamburan", "Kebon Melati", "Kebon Kacang", "Kampung Bali")
SOURCE = "Beritajakarta, 10 Maret 2026"
PER = "2026-03-10"


def areas_of(kota: str) -> tuple[Area, ...]:
    """The kelurahan of a kota in the shipped list."""
    with AREAS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kode"].startswith(kota)]
    return tuple(
        Area(number, row["kode"], row["kelurahan"], row["kecamatan"], row["kota"], row["provinsi"])
        for number, row in enumerate(sorted(rows, key=lambda row: row["kode"]), 1)
    )


def said(value: str, per: str = PER) -> tuple[Span, ...]:
    """The timeline of a milestone of which one thing was stated."""
    return tuple(timeline.timeline([FieldEvent("", value, per, 1)]))


def cooperative(
    area: Area, states: Mapping[str, str] = {}, **more: Mapping[str, object]
) -> Cooperative:
    """A cooperative with one statement per milestone."""
    spans = {name: said(value) for name, value in states.items()}
    return Cooperative(area.id, area, states=spans, **more)  # type: ignore[arg-type]


def unknown(kota: str = "31.71") -> Snapshot:
    """Every kelurahan has its cooperative, and nothing was ever stated."""
    areas = areas_of(kota)
    return Snapshot(areas, tuple(cooperative(area) for area in areas))


def jakarta_pusat() -> Snapshot:
    """The facts published on 10 March 2026: 34 of 44 run a usaha, 5 held the RAT of 2025."""
    areas = areas_of("31.71")
    figures = (
        Figure(1, "beroperasi", "34", "31.71", PER, SOURCE),
        Figure(2, "rat", "5", "31.71", PER, SOURCE),
    )
    return Snapshot(areas, tuple(_of_pusat(areas)), figures=figures)


def _of_pusat(areas: Iterable[Area]) -> Iterable[Cooperative]:
    for area in areas:
        usaha = "belum" if area.kelurahan in IDLE else "sudah"
        held = "sudah" if area.kelurahan in HELD_RAT else "belum"
        yield cooperative(area, {"usaha": usaha, "rat_2025": held})


def small(*states: dict[str, str], **parts: Any) -> Snapshot:
    """The first cooperatives of Jakarta Pusat with these states."""
    areas = areas_of("31.71")
    return Snapshot(
        areas, tuple(cooperative(a, s) for a, s in zip(areas, states, strict=False)), **parts
    )


def stuck() -> Snapshot:
    """One waits for a place, one is stuck without a word, one had a kendala and now runs."""
    areas = areas_of("31.71")
    since = {"usaha": (Span("2026-01-12", None, "tempat: menunggu aset"),)}
    first = cooperative(areas[0], {"usaha": "belum"}, obstacles=since)
    second = cooperative(areas[1], {"nib": "terkendala"})
    third = cooperative(areas[2], {"usaha": "sudah"}, obstacles=since)
    return Snapshot(areas, (first, second, third))
