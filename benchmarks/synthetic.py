"""Synthetic data: a country of 84,000 cooperatives in 514 kota, and one of 267 in the shipped areas
of Jakarta.

Every number is derived from its row's position, so that two calls write the same bytes. Nothing
here is a fact.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

KOTA = 514
COUNTRY = 84_000
COLUMNS = (
    "kode",
    "kelurahan",
    "kecamatan",
    "kota",
    "nama",
    "anggota",
    "unit_usaha",
    "musyawarah",
    "sk_kemenkop",
    "sk_kemenkop_nomor",
    "nib",
    "nib_nomor",
    "npwp",
    "npwp_nomor",
    "rekening",
    "rekening_bank",
    "rekening_nomor",
    "gerai",
    "usaha",
    "rat_2025",
)
AREA_COLUMNS = ("kode", "kelurahan", "kecamatan", "kota", "provinsi")
_BANKS = ("BRI", "BNI", "Mandiri", "BSI")
_UNITS = ("sembako", "sembako;klinik", "simpan_pinjam", "kantor;logistik", "")


def country_areas() -> Iterator[tuple[str, ...]]:
    """84,000 areas of provinces that do not exist (codes 41 to 60)."""
    for number in range(COUNTRY):
        kota = number % KOTA
        province, city = 41 + kota // 26, 1 + kota % 26
        place = number // KOTA
        district, village = 1 + place // 12, 1001 + place % 12
        yield (
            f"{province}.{city:02}.{district:02}.{village}",
            f"Kelurahan {number:05}",
            f"Kecamatan {kota:03}-{district:02}",
            f"Kota Contoh {kota:03}",
            f"Provinsi Contoh {province}",
        )


def jakarta_areas(shipped: Path, count: int = 267) -> list[tuple[str, ...]]:
    """The first areas of Jakarta in the shipped list."""
    with shipped.open(encoding="utf-8", newline="") as file:
        rows = [tuple(row[name] for name in AREA_COLUMNS) for row in csv.DictReader(file)]
    return [row for row in rows if row[0].startswith("31.")][:count]


def write_sheet(
    target: Path, areas: Iterator[tuple[str, ...]] | list[tuple[str, ...]], changed: int = 0
) -> None:
    """One CSV of 20 columns; with `changed` every so manieth cooperative has five members more than
    before.
    """
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number, area in enumerate(areas):
            writer.writerow(_row(number, area, 5 if changed and number % changed == 0 else 0))


def _row(number: int, area: tuple[str, ...], more: int) -> tuple[str | int, ...]:
    kode, kelurahan, kecamatan, kota, _ = area
    day = date(2025, 5, 1) + timedelta(days=number * 7 % 200)
    done = number * 37 % 100
    return (
        kode,
        kelurahan,
        kecamatan,
        kota,
        f"KKMP {kelurahan} Sejahtera",
        20 + number * 13 % 400 + more,
        _UNITS[number % 5],
        day.isoformat(),
        (day + timedelta(days=20)).strftime("%d/%m/%Y") if done < 90 else "proses",
        f"AHU-{number:07}.AH.01.29.TAHUN 2025" if done < 90 else "",
        (day + timedelta(days=35)).isoformat() if done < 70 else "belum",
        f"{number * 7919 % 10**13:013}" if done < 70 else "",
        "sudah" if done < 55 else "belum",
        f"{number * 104729 % 10**16:016}" if done < 55 else "",
        "sudah" if done < 45 else "belum",
        _BANKS[number % 4] if done < 45 else "",
        f"{number * 611953 % 10**12:012}" if done < 45 else "",
        "sudah" if done < 35 else "terkendala" if done < 50 else "belum",
        (day + timedelta(days=60)).isoformat() if done < 28 else "belum",
        "2026-02-14" if done < 8 else "",
    )
