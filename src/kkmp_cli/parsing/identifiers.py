"""Identifiers as offices write them → digits kept as text, and what Excel has damaged refused.

NIB, NPWP, SK numbers, accounts and their banks, the NIK koperasi, telephones. Nothing is repaired
but what is sure: separators, and the leading zero of an old NPWP. Never enters: whose number it
is, whether somebody else holds it.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import Number
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.state_words import (
    holds_a_state,
    refuse_doubt,
    refuse_state,
    states_nothing,
)
from kkmp_cli.parsing.text import clean, match_key, refuse_ktp

_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.ASCII | re.IGNORECASE)
"""What Excel makes of a long number: `1,23E+12`."""
_SEPARATORS = re.compile(r"[\s.\-/_]+")
_POINT_ZERO = re.compile(r"\d{5,}\.0+", re.ASCII)
_DAMAGED = re.compile(f"{_SCIENTIFIC.pattern}|{_POINT_ZERO.pattern}", _SCIENTIFIC.flags)
ROUNDED = r"[1-9]\d{3,}0{7,}"
"""What is left of a long number that was kept as it was shown, `1,23E+12`: zeros behind those."""
_ENDS_IN_ZERO = (
    "nomor ini berakhir .0: sudah dirusak sebuah program",
    "Format kolom itu sebagai Teks, lalu ketik ulang nomornya dari berkas asli.",
)
_DIGITS_LOST = (
    "angka ini sudah dirusak Excel; digit aslinya hilang",
    "Format kolom itu sebagai Teks, lalu ketik ulang nomornya dari berkas asli.",
)
_AS_TEXT = re.compile(r"\A'+(?=\d)", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_SK = (
    r"(?i)(?:(?:sk|no|nomor|kep|keputusan|menkum\w*|kemenkum\w*)[\s.:\-]*)*ahu[\s.\-]*\d.*"
    r"|(?:no(?:mor)?\.?\s*)?[\w.\-]*\d[\w.\-]*/[\w.\-/ ]+.*"
)
_ACCOUNT = r"(?ai)((?:bank\s+)?bni[\s\-]*46\b|[^\W\d][^\d]*?)[\s.:\-]*(\d[\d.\-\s/]*)"
_PHONES = re.compile(r"(?=.*\d)[\d+()\-–./,; ]+", re.ASCII)
"""One telephone number, or several."""
_LONG_DIGITS = re.compile(r"\d{5,}", re.ASCII)
"""Fewer digits in a milestone's cell are no identifier."""
_ACCOUNT_WORDS = r"(?i)\b(?:no|nomor|norek|rek|rekening)\b\.?"


def read_number(text: str, number: Number) -> str:
    """An identifier, separators stripped, digits kept as text; a free one in capitals.

    Raises CellError for what Excel damaged (`1,23E+12`, a lost leading zero) and for a wrong
    length.
    """
    bare = _unwrapped(text)
    if _POINT_ZERO.fullmatch(bare):
        raise CellError(*_ENDS_IN_ZERO)
    if _SCIENTIFIC.fullmatch(bare.replace(" ", "")):
        raise CellError(*_DIGITS_LOST)
    if number.free_text:
        return _read_free_number(bare, number)
    digits = _SEPARATORS.sub("", bare)
    if re.fullmatch(ROUNDED, digits, re.ASCII):
        raise CellError(*_DIGITS_LOST)
    if not _DIGITS.fullmatch(digits):
        raise CellError(f"{number.label} hanya berisi angka", f"Tulis {_lengths(number)} angka.")
    return _in_full(digits, number)


def _in_full(digits: str, number: Number) -> str:
    """The digits, with the zero of an old number. Raises CellError for a wrong length."""
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
    return clean(refuse_doubt(text).upper())


def _lengths(number: Number) -> str:
    allowed = sorted({*number.digits, *(short for short, _ in number.pads)})
    if len(allowed) > 2:
        return f"{allowed[0]} sampai {allowed[-1]}"
    return " atau ".join(map(str, allowed)) or "beberapa"


def number_in_state_cell(text: str, number: Number) -> tuple[str, str | None] | None:
    """A milestone cell that holds that milestone's identifier → (number, bank or None); else None.

    `BRI 0123-01-…` in a bank column gives the bank as well. Raises CellError for what looks
    damaged.
    """
    bare = _unwrapped(text)
    if holds_a_state(bare):
        return None
    if number.free_text:
        return (read_number(bare, number), None) if _is_sk(bare) else None
    if _DAMAGED.fullmatch(bare):
        return read_number(bare, number), None
    bank, account = _bank_and_account(bare) if number.bank else (None, bare)
    if bank is None and dates.is_date(account):
        return None
    digits = _SEPARATORS.sub("", account)
    return (read_number(account, number), bank) if _LONG_DIGITS.fullmatch(digits) else None


def _is_sk(text: str) -> bool:
    return bool(re.fullmatch(_SK, text)) and not dates.is_date(text)


def _bank_and_account(text: str) -> tuple[str | None, str]:
    """`BRI 0123-01-…` → the bank, where one is named, and the rest."""
    match = re.fullmatch(_ACCOUNT, text)
    if match is None:
        return None, text
    name = re.sub(_ACCOUNT_WORDS, " ", match[1]).strip(" .:-")
    return None if states_nothing(name) else read_bank(name), match[2]


_BANKS = {
    "BRI": "bri|bank bri|bank rakyat indonesia",
    "BNI": "bni|bank bni|bni 46|bank bni 46",
    "Bank Mandiri": "mandiri|bank mandiri",
    "BTN": "btn|bank btn",
    "BSI": "bsi|bank bsi|bank syariah indonesia",
    "Bank Jakarta": "bank dki|dki|bank jakarta|jakarta",
    "BCA": "bca|bank bca",
}
_BANK_OF = {match_key(word): bank for bank, words in _BANKS.items() for word in words.split("|")}


def is_bank(text: str) -> bool:
    """True for the name of a bank in one of its usual forms, and nothing beside it."""
    return "?" not in text and match_key(text) in _BANK_OF


def read_bank(text: str) -> str:
    """A bank's name; the usual short and former names (Bank DKI → Bank Jakarta) become one.

    Raises CellError for a word of state, and for an account.
    """
    name = refuse_doubt(refuse_state(clean(text), "bank"))
    if _LONG_DIGITS.search(name):
        raise CellError(
            "berisi nomor, bukan nama bank saja", "Pindahkan nomornya ke kolom nomor rekening."
        )
    return _BANK_OF.get(match_key(name), name)


def read_registration(text: str) -> str:
    """NIK koperasi: digits as text; 16 are a person's KTP number, which is refused (UU 27/2022)."""
    _refuse_damaged(text.replace(" ", ""))
    digits = _SEPARATORS.sub("", _unwrapped(text))
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


def read_phone(text: str) -> str:
    """A telephone number or several, as text. Raises CellError for 16 digits, a KTP number."""
    phone = refuse_ktp(clean(_AS_TEXT.sub("", text.strip(), count=1)))
    _refuse_damaged(phone)
    digits = _SEPARATORS.sub("", phone)
    if len(digits) == 16 and digits.isdigit():
        raise CellError("16 angka adalah bentuk nomor KTP", "Tulis nomor teleponnya saja.")
    if not _PHONES.fullmatch(phone):
        raise CellError(
            "nomor telepon hanya berisi angka dan tanda + - ( ) /",
            "Tulis nomornya saja, misalnya 0812-3456-7890; nama orangnya di isian ketua.",
        )
    return phone


def _refuse_damaged(text: str) -> None:
    if _POINT_ZERO.fullmatch(text):
        raise CellError(*_ENDS_IN_ZERO)
    if _SCIENTIFIC.fullmatch(text):
        raise CellError(
            "angka ini sudah dirusak Excel",
            "Format kolom itu sebagai Teks dan ketik ulang nomornya.",
        )
