"""Identifiers as offices write them → digits kept as text, and what Excel has damaged refused.

NIB, NPWP, SK numbers, accounts and their banks, the NIK koperasi. Nothing is repaired but what is
sure: separators, and the leading zero of an old NPWP. Never enters: whose number it is, whether
somebody else holds it (`holders`).
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import Number
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.cells import SCIENTIFIC, SEPARATORS, holds_a_state, read_bank, states_nothing
from kkmp_cli.parsing.text import clean

_DIGITS = re.compile(r"\d+", re.ASCII)
_SK = re.compile(
    r"(?:(?:sk|no|nomor|kep|keputusan|menkum\w*|kemenkum\w*)[\s.:\-]*)*ahu[\s.\-]*\d.*"
    r"|(?:no(?:mor)?\.?\s*)?[\w.\-]*\d[\w.\-]*/[\w.\-/ ]+.*",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"((?:bank\s+)?bni[\s\-]*46\b|[^\W\d][^\d]*?)[\s.:\-]*(\d[\d.\-\s/]*)", re.ASCII | re.IGNORECASE
)
_ACCOUNT_WORDS = re.compile(r"\b(?:no|nomor|norek|rek|rekening)\b\.?", re.IGNORECASE)


def read_number(text: str, number: Number) -> str:
    """An identifier, separators stripped, digits kept as text; a free one in capitals with single
    spaces.

    Raises CellError for what Excel damaged (`1,23E+12`, a lost leading zero) and for a wrong
    length.
    """
    bare = _unwrapped(text)
    if SCIENTIFIC.fullmatch(bare.replace(" ", "")):
        raise CellError(
            "angka ini sudah dirusak Excel; digit aslinya hilang",
            "Format kolom itu sebagai Teks, lalu ketik ulang nomornya dari berkas asli.",
        )
    if number.free_text:
        return _read_free_number(bare, number)
    digits = SEPARATORS.sub("", bare)
    if not _DIGITS.fullmatch(digits):
        raise CellError(f"{number.label} hanya berisi angka", f"Tulis {_lengths(number)} angka.")
    for short, full in number.pads:
        if len(digits) == short:
            digits = digits.rjust(full, "0")
    if number.digits and len(digits) not in number.digits:
        lost = len(digits) + 1 in (min(number.digits), *(short for short, _ in number.pads))
        hint = " Mungkin nol di depan hilang di Excel." if lost else ""
        raise CellError(
            f"{number.label} harus {_lengths(number)} angka, ini {len(digits)}",
            f"Periksa nomor aslinya dan ketik lengkap sebagai teks.{hint}",
        )
    return digits


def _unwrapped(text: str) -> str:
    """Without what spreadsheets put around a number to keep it text: `'0123`, `="0123"`."""
    return text.lstrip(" ='\"").rstrip(" '\"")


def _read_free_number(text: str, number: Number) -> str:
    if not any(letter.isdigit() for letter in text):
        raise CellError(
            f"{number.label} tanpa angka",
            "Tulis nomornya; keadaan seperti belum ditulis di kolom lain.",
        )
    return clean(text.upper())


def _lengths(number: Number) -> str:
    allowed = sorted({*number.digits, *(short for short, _ in number.pads)})
    if len(allowed) > 2:
        return f"{allowed[0]} sampai {allowed[-1]}"
    return " atau ".join(map(str, allowed)) or "beberapa"


def number_in_state_cell(text: str, number: Number) -> tuple[str, str | None] | None:
    """A milestone cell that holds that milestone's identifier → (number, bank or None); None for
    any other.

    `BRI 0123-01-…` in a bank column gives the bank as well. What looks damaged raises CellError.
    """
    bare = _unwrapped(text)
    if holds_a_state(bare):
        return None
    if number.free_text:
        return (
            (read_number(bare, number), None)
            if _SK.fullmatch(bare) and not dates.is_date(bare)
            else None
        )
    if SCIENTIFIC.fullmatch(bare):
        return read_number(bare, number), None
    bank = None
    if number.bank and (match := _ACCOUNT.fullmatch(bare)):
        name, bare = _ACCOUNT_WORDS.sub(" ", match[1]).strip(" .:-"), match[2]
        bank = None if states_nothing(name) else read_bank(name)
    digits = SEPARATORS.sub("", bare)
    if not _DIGITS.fullmatch(digits) or (dates.is_date(bare) and bank is None) or len(digits) < 5:
        return None
    return read_number(bare, number), bank


def read_registration(text: str) -> str:
    """NIK koperasi: digits as text. 16 digits are a person's KTP number and are refused (UU
    27/2022).
    """
    if SCIENTIFIC.fullmatch(text.replace(" ", "")):
        raise CellError(
            "angka ini sudah dirusak Excel",
            "Format kolom itu sebagai Teks dan ketik ulang nomornya.",
        )
    digits = SEPARATORS.sub("", _unwrapped(text))
    if not _DIGITS.fullmatch(digits):
        raise CellError(
            "NIK koperasi hanya berisi angka", "Tulis nomor induk koperasi, bukan nomor KTP."
        )
    if len(digits) == 16:
        raise CellError(
            "16 angka adalah bentuk nomor KTP orang, yang tidak boleh disimpan",
            "Tulis nomor induk koperasi, bukan nomor KTP.",
        )
    if len(digits) > 30:
        raise CellError("terlalu panjang untuk NIK koperasi", "Periksa nomornya.")
    return digits
