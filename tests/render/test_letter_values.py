"""What stands for each placeholder of a letter."""

from __future__ import annotations

from datetime import date

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.letter_values import (
    BLANK,
    OF_OFFICE,
    PERSONAL,
    PLACEHOLDERS,
    LetterDays,
    values,
)
from kkmp_cli.reports.letters import Concern, Letter

DAYS = LetterDays(date(2026, 3, 11), date(2026, 3, 10), date(2026, 3, 13))
OPEN = (("rat_2025", "belum"), ("nib", "tidak_diketahui"), ("usaha", "terkendala"))
LETTER = Letter(
    "31.71.01",
    "Camat",
    "Gambir",
    "Gambir",
    kota="Jakarta Pusat",
    provinsi="DKI",
    koperasi=(
        Concern(1, "31.71.01.1002", "KKMP Cideng", "Cideng", OPEN, "Siti", None),
        Concern(2, "31.71.01.1003", "KKMP Sejahtera", "Petojo Utara", OPEN[:1]),
    ),
)


def test_every_known_name_has_a_text() -> None:
    made = values(LETTER, ("rat_2025",), DAYS, built_in(), {"kantor": "SUDIN"})
    assert set(made) == {*PLACEHOLDERS, *PERSONAL}
    assert made["kantor"] == "SUDIN" and made["penandatangan_nip"] == BLANK
    assert set(PLACEHOLDERS) >= OF_OFFICE


def test_days_places_and_what_is_open_are_in_words() -> None:
    made = values(LETTER, ("rat_2025",), DAYS, built_in(), {})
    assert made["batas"] == "Jumat, 13 Maret 2026" and made["tanggal"] == "11 Maret 2026"
    assert made["kepada"] == "Camat Gambir" and made["jumlah"] == "2"
    assert made["belum"] == "RAT tahun buku 2025"
    assert made["daftar"].split("\n") == [
        "1. KKMP Cideng: RAT tahun buku 2025 belum, NIB belum ada data, Beroperasi terkendala",
        "2. KKMP Sejahtera, Petojo Utara: RAT tahun buku 2025 belum",
    ]
    assert (
        values(LETTER, (), DAYS, built_in(), {})["belum"]
        == "RAT tahun buku 2025, NIB, unit usaha berjalan"
    )
