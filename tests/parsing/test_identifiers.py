"""Identifiers: digits kept as text, nothing damaged repaired, no KTP number taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kkmp_cli import milestones
from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES, Number
from kkmp_cli.parsing import identifiers, kendala_words, lists
from kkmp_cli.parsing.text import read_name, read_note

NUMBERED = [milestone for milestone in MILESTONES if milestone.number]


def _number(code: str) -> Number:
    milestone = milestones.by_code(code)
    assert milestone is not None
    assert milestone.number is not None
    return milestone.number


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0234567890123", "0234567890123"),
        ("'0234567890123", "0234567890123"),
        ('="0234567890123"', "0234567890123"),
        ("1.234.567.890.123", "1234567890123"),
        (" 1234 5678 90123 ", "1234567890123"),
    ],
)
def test_separators_and_wrappers_of_a_nib_go_and_zeros_stay(text: str, digits: str) -> None:
    assert identifiers.read_number(text, _number("nib")) == digits
    assert identifiers.number_in_state_cell(text, _number("nib")) == (digits, None)


@pytest.mark.parametrize("code", [milestone.code for milestone in NUMBERED])
@pytest.mark.parametrize("text", ["1,23E+12", "1.23457E+15", "2e+13"])
def test_what_excel_has_damaged_is_never_repaired(code: str, text: str) -> None:
    with pytest.raises(CellError, match="dirusak Excel"):
        identifiers.read_number(text, _number(code))


@pytest.mark.parametrize("code", ["nib", "npwp", "rekening"])
def test_what_was_kept_as_excel_showed_it_is_none_either(code: str) -> None:
    length = {"npwp": 16}.get(code, 13)
    with pytest.raises(CellError, match="dirusak Excel"):
        identifiers.read_number("123".ljust(length, "0"), _number(code))
    whole = "123456".ljust(length - 1, "0") + "7"
    assert identifiers.read_number(whole, _number(code)) == whole


def test_a_lost_leading_zero_is_named_as_such() -> None:
    for code, text in (("nib", "234567890123"), ("npwp", "24212755091000")):
        with pytest.raises(CellError) as caught:
            identifiers.read_number(text, _number(code))
        assert "nol di depan" in caught.value.remedy


def test_an_old_npwp_gets_its_leading_zero() -> None:
    assert identifiers.read_number("02.421.275.5-091.000", _number("npwp")) == "0024212755091000"
    assert identifiers.read_number("0024212755091000", _number("npwp")) == "0024212755091000"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("BRI 0123-01-000123-50-5", ("012301000123505", "BRI")),
        ("Bank DKI 1234567890", ("1234567890", "Bank Jakarta")),
        ("BNI 46 1234567890", ("1234567890", "BNI")),
        ("BNI 4612345678", ("4612345678", "BNI")),
        ("BRI No. Rek. 01230100", ("01230100", "BRI")),
        ("No. Rekening: 01230100", ("01230100", None)),
        ("Bank Jatim: 0123456789", ("0123456789", "Bank Jatim")),
        ("0123456789", ("0123456789", None)),
    ],
)
def test_bank_and_account_in_one_cell_are_told_apart(
    text: str, read: tuple[str, str | None]
) -> None:
    assert identifiers.number_in_state_cell(text, _number("rekening")) == read


@pytest.mark.parametrize("code", [milestone.code for milestone in NUMBERED])
@pytest.mark.parametrize(
    "text",
    [
        "sudah",
        "10/3/2026",
        "2025",
        "BRI",
        "proses 1234567",
        "sudah 0123456789",
        "tahun 2025",
        "rencana tahun 2026",
        "proses AHU 2025",
        "belum, AHU-0001234",
        "10/3/26 belum selesai",
        "menunggu AHU 2025",
    ],
)
def test_words_and_dates_beside_digits_are_no_identifier(code: str, text: str) -> None:
    assert identifiers.number_in_state_cell(text, _number(code)) is None


@pytest.mark.parametrize(
    "text",
    [
        "AHU-0001234.AH.01.29.TAHUN 2025",
        "ahu-0001234.ah.01.29.tahun  2025",
        "Nomor AHU-0001234.AH.01.29.TAHUN 2025",
        "SK AHU 0001234",
        "12/BH/KDK.9.4/2025",
        "No. 518/BH/2025",
    ],
)
def test_an_sk_number_is_recognised_in_many_forms_and_normalised_in_case_and_spaces(
    text: str,
) -> None:
    assert identifiers.number_in_state_cell(text, _number("sk_kemenkop")) == (
        " ".join(text.upper().split()),
        None,
    )


@pytest.mark.parametrize("text", ["sudah", "belum ada", "proses", "SK"])
def test_a_number_of_an_sk_without_any_digit_is_no_number(text: str) -> None:
    with pytest.raises(CellError, match="tanpa angka"):
        identifiers.read_number(text, _number("sk_kemenkop"))


@pytest.mark.parametrize(
    "reader",
    [
        identifiers.read_registration,
        identifiers.read_phone,
        read_name,
        read_note,
        lists.read_names,
        kendala_words.read_obstacle,
    ],
)
def test_a_ktp_number_is_refused_wherever_it_is_typed(reader: Callable[[str], str]) -> None:
    with pytest.raises(CellError, match="KTP"):
        reader("3171010101900001")


@pytest.mark.parametrize("text", ["1234567890", "1234567890.0", "BRI 0123456789.0"])
def test_an_account_is_no_name_of_a_bank(text: str) -> None:
    with pytest.raises(CellError, match="bukan nama bank"):
        identifiers.read_bank(text)
    assert identifiers.read_bank("BNI 46") == "BNI"


@pytest.mark.parametrize(
    "phone",
    [
        "0812",
        "+62 812-3456-7890",
        "(021) 555 123",
        "0812.3456.7890",
        "0812 3456 / 0813 4567, 021-55",
    ],
)
def test_a_telephone_or_several_are_taken(phone: str) -> None:
    assert identifiers.read_phone(phone) == phone


@pytest.mark.parametrize(
    "text", ["0812 (Budi)", "Budi Santoso", "0812x", "wa 0812", "08I2", "()", "0812 atau 0813"]
)
def test_a_telephone_holds_no_letters(text: str) -> None:
    with pytest.raises(CellError, match="hanya berisi angka") as refusal:
        identifiers.read_phone(text)
    assert "Tulis nomornya saja" in refusal.value.remedy
    assert "Budi" not in refusal.value.message + refusal.value.remedy
