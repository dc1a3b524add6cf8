"""A message says what changed, with the names that fit."""

from __future__ import annotations

from datetime import date

from kkmp_cli import reports
from kkmp_cli.render.formats import chat_changes
from snapshots import jakarta_pusat, small, unknown

DAY, SINCE = date(2026, 3, 10), date(2026, 1, 31)


def test_of_those_that_only_became_known_a_kota_tells_how_many_and_a_kecamatan_whom() -> None:
    report = reports.build(jakarta_pusat(), DAY, since=SINCE)
    (kota,) = report.kota
    lines = chat_changes.of_kota(report, kota, named=True)
    assert lines[:2] == [
        "Berubah sejak 31 Januari 2026:",
        "- Beroperasi: 34, semuanya baru tercatat.",
    ]
    assert not any("Petojo Utara" in line for line in lines)
    gambir = chat_changes.of_kecamatan(report, kota, kota.kecamatan[0], named=True)
    assert "  Baru tercatat: Petojo Utara, Kebon Kelapa" in gambir
    assert not any(
        line.startswith("  ")
        for line in chat_changes.of_kecamatan(report, kota, kota.kecamatan[0], named=False)
    )


def test_what_happened_has_its_names() -> None:
    report = reports.build(small({"usaha": "sudah 2026-02-10"}), DAY, since=SINCE)
    (kota,) = report.kota
    lines = chat_changes.of_kota(report, kota, named=True)
    assert lines[1:] == ["- Beroperasi naik 1 menjadi 1.", "  Bertambah: Gambir"]


def test_where_nothing_changed_it_says_so() -> None:
    report = reports.build(unknown(), DAY, since=SINCE)
    assert chat_changes.of_kota(report, report.kota[0], named=True) == [
        "Tidak ada yang berubah sejak 31 Januari 2026."
    ]
