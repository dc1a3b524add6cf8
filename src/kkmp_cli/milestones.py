"""What a milestone is: one entry holds its code, its words and its kinds of state.

Adding a milestone is one more entry in `MILESTONES`; fields, options, headings, report, import and
export all ask this table. The order is the advised one (Inpres 9/2025 and its guidelines); reality
may break it, so nothing here forbids an order. Never enters: a day, a cooperative, a database.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

SUDAH = "sudah"
PROSES = "proses"
TERKENDALA = "terkendala"
BELUM = "belum"
BERHENTI = "berhenti"
UNKNOWN = "tidak_diketahui"
STATES = (SUDAH, PROSES, TERKENDALA, BELUM, BERHENTI, UNKNOWN)
"""Every state a milestone can have on a day, in the order in which they are counted and printed."""

OBSTACLES = ("modal", "tempat", "sdm", "legalitas", "anggota", "sistem", "lahan", "lainnya")
"""Categories of kendala, as named in practice by the offices."""

FIRST_BOOK_YEAR = 2025
"""The first tahun buku of any KKMP; Inpres 9/2025 founded them."""


def words(text: str) -> tuple[str, ...]:
    """Spellings in one text, a comma between them: `nib, nomor induk berusaha`."""
    return tuple(word.strip() for word in text.split(","))


class Number(NamedTuple):
    """The identifier that proves a milestone; `digits`: the lengths allowed, none for free text."""

    label: str
    headings: tuple[str, ...]
    digits: tuple[int, ...] = ()
    pads: tuple[tuple[int, int], ...] = ()
    free_text: bool = False
    bank: bool = False


class Milestone(NamedTuple):
    """One milestone: `label` as printed, `headings` as offices write the column of its state.

    `premises`: words for whose room it is say `sudah`. `unopened` are words that say `sudah` of
    this milestone alone, and `belum` of the one that it `opens`; `unclear` ones leave open which of
    both is not.
    """

    code: str
    label: str
    about: str
    headings: tuple[str, ...]
    date_headings: tuple[str, ...] = ()
    stops: bool = False
    yearly: bool = False
    number: Number | None = None
    premises: bool = False
    unopened: tuple[str, ...] = ()
    opens: str = ""
    unclear: tuple[str, ...] = ()


MILESTONES: tuple[Milestone, ...] = (
    Milestone(
        "musyawarah",
        "Musyawarah",
        "musyawarah kelurahan khusus, rapat pendirian",
        words(
            "musyawarah kelurahan, musyawarah khusus, muskel, muskelsus, musdesus, rapat pendirian"
        ),
        ("tgl musyawarah", "tanggal musyawarah", "tgl muskel", "tanggal muskelsus"),
    ),
    Milestone(
        "sk_kemenkop",
        "SK badan hukum",
        "keputusan badan hukum koperasi (SK Kemenkop / SK AHU)",
        words(
            "sk, sk kemenkop, sk kementerian, sk ahu, ahu, sk badan hukum, badan hukum, akta, "
            "sk kemenkum, sk kemenkumham, sk menkumham, sk pengesahan, sk pengesahan badan hukum"
        ),
        words(
            "tgl sk, tanggal sk, tgl sk ahu, tanggal sk ahu, tgl sk kemenkop, tanggal sk kemenkop, "
            "tgl badan hukum, tanggal badan hukum"
        ),
        number=Number(
            "Nomor SK badan hukum",
            words(
                "no sk, nomor sk, no sk ahu, nomor sk ahu, no ahu, nomor ahu, no sk kemenkop, "
                "nomor sk kemenkop, no badan hukum, nomor badan hukum"
            ),
            free_text=True,
        ),
    ),
    Milestone(
        "nib",
        "NIB",
        "Nomor Induk Berusaha (OSS)",
        ("nib", "nomor induk berusaha", "punya nib", "status nib"),
        ("tgl nib", "tanggal nib", "tgl terbit nib", "tanggal terbit nib"),
        number=Number("NIB", ("no nib", "nomor nib"), digits=(13,)),
    ),
    Milestone(
        "npwp",
        "NPWP",
        "nomor pokok wajib pajak koperasi",
        ("npwp", "npwp koperasi", "punya npwp", "status npwp"),
        ("tgl npwp", "tanggal npwp"),
        number=Number("NPWP", ("no npwp", "nomor npwp"), digits=(16,), pads=((15, 16),)),
    ),
    Milestone(
        "rekening",
        "Rekening",
        "rekening bank atas nama koperasi",
        ("rekening", "rekening bank", "rekening koperasi", "punya rekening", "status rekening"),
        ("tgl rekening", "tanggal rekening", "tgl buka rekening", "tanggal buka rekening"),
        number=Number(
            "Nomor rekening",
            ("no rekening", "nomor rekening", "no rek", "nomor rek", "norek"),
            digits=tuple(range(5, 21)),
            bank=True,
        ),
    ),
    Milestone(
        "gerai",
        "Gerai",
        "gerai ada: milik sendiri, sewa atau pinjam",
        ("gerai", "punya gerai", "gerai ada", "status gerai", "lokasi gerai"),
        ("tgl gerai", "tanggal gerai", "tgl buka gerai", "tanggal buka gerai"),
        stops=True,
        premises=True,
        unopened=("belum buka", "belum dibuka", "belum beroperasi", "belum operasional"),
        opens="usaha",
        unclear=("belum berjalan", "belum jalan", "tidak beroperasi", "tidak berjalan"),
    ),
    Milestone(
        "usaha",
        "Usaha",
        "unit usaha berjalan sekarang",
        words(
            "usaha, usaha berjalan, usaha jalan, unit usaha berjalan, operasional, beroperasi, "
            "status usaha, sudah beroperasi, status operasional"
        ),
        words(
            "tgl usaha, tanggal usaha, tgl operasional, tanggal operasional, mulai usaha, "
            "mulai beroperasi, tgl mulai usaha, tanggal mulai usaha"
        ),
        stops=True,
    ),
    Milestone(
        "rat",
        "RAT",
        "Rapat Anggota Tahunan, satu kali untuk setiap tahun buku",
        ("rat", "rapat anggota tahunan"),
        ("tgl rat", "tanggal rat", "pelaksanaan rat"),
        yearly=True,
    ),
)

_YEARLY = re.compile(r"([a-z_]+)_(20\d\d)", re.ASCII)


def by_code(code: str) -> Milestone | None:
    """The milestone of a field name: `nib` → NIB, `rat_2025` → RAT; None where there is none."""
    for milestone in MILESTONES:
        if milestone.code == code:
            return milestone
    match = _YEARLY.fullmatch(code)
    base = by_code(match[1]) if match else None
    return base if base and base.yearly else None


def codes() -> tuple[str, ...]:
    """The codes in their default order, RAT without a year."""
    return tuple(milestone.code for milestone in MILESTONES)


def field_code(milestone: Milestone, book_year: int) -> str:
    """The field that holds it: the code, of a yearly one with the tahun buku (`rat_2025`)."""
    return f"{milestone.code}_{book_year}" if milestone.yearly else milestone.code


def book_year_of(field: str) -> int | None:
    """The tahun buku in a yearly field's name (`rat_2025` → 2025), None for all others."""
    match = _YEARLY.fullmatch(field)
    if match and (milestone := by_code(match[1])) and milestone.yearly:
        return int(match[2])
    return None


def newest_book_year(day: date) -> int:
    """The newest tahun buku that had ended by a day, never before 2025: 10 March 2026 → 2025."""
    return max(FIRST_BOOK_YEAR, day.year - 1)
