"""One cell → one canonical value or a refusal with a remedy; nothing guessed, nothing damaged
repaired.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import milestones
from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES, OBSTACLES, Milestone, Number
from kkmp_cli.parsing import cells, identifiers

TODAY = date(2026, 3, 10)
STOPPING = [milestone for milestone in MILESTONES if milestone.stops]
NUMBERED = [milestone for milestone in MILESTONES if milestone.number]


def _number(code: str) -> Number:
    milestone = milestones.by_code(code)
    assert milestone is not None
    assert milestone.number is not None
    return milestone.number


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            "sudah",
            [
                "sudah",
                "ada",
                "ya",
                "v",
                "✓",
                "selesai",
                "terbit",
                "lengkap",
                "1",
                "SUDAH ",
                "Sudah Ada",
                "TRUE",
            ],
        ),
        ("belum", ["belum", "tidak", "0", "kosong", "Belum ada", "blm", "belum."]),
        ("proses", ["proses", "diajukan", "dalam pengurusan", "Dalam  Proses", "dalam_proses"]),
        ("terkendala", ["terkendala", "tertunda", "ditolak"]),
    ],
)
def test_words_of_state_are_read_by_the_table(
    milestone: Milestone, state: str, words: list[str]
) -> None:
    assert {cells.read_state(word, milestone, TODAY) for word in words} == {state}


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("sdh ada", "sudah"),
        ("blm berjalan", "belum"),
        ("dlm proses", "proses"),
        ("Tdk Ada", "belum"),
    ],
)
def test_usual_abbreviations_are_read(short: str, whole: str) -> None:
    assert cells.read_state(short, MILESTONES[0], TODAY) == whole


@pytest.mark.parametrize(
    "word", ["Milik Sendiri", "SEWA", "pinjam pakai", "ada (sewa)", "Sudah, sewa", "ada sewa"]
)
def test_how_a_gerai_is_held_says_that_there_is_one_and_nothing_of_other_milestones(
    word: str,
) -> None:
    for milestone in MILESTONES:
        if milestone.code == "gerai":
            assert cells.read_state(word, milestone, TODAY) == "sudah"
        else:
            with pytest.raises(CellError):
                cells.read_state(word, milestone, TODAY)


@pytest.mark.parametrize("word", ["belum (sewa)", "tidak sewa", "sewa habis", "mau sewa", "(sewa"])
def test_a_gerai_that_is_only_wished_for_is_no_gerai(word: str) -> None:
    gerai = milestones.by_code("gerai")
    assert gerai is not None
    with pytest.raises(CellError):
        cells.read_state(word, gerai, TODAY)


def test_a_bank_alone_is_no_state_and_the_remedy_says_where_it_goes() -> None:
    rekening = milestones.by_code("rekening")
    assert rekening is not None
    with pytest.raises(CellError, match="nama bank tanpa nomor") as caught:
        cells.read_state("Bank DKI", rekening, TODAY)
    assert "kolom Bank" in caught.value.remedy


@pytest.mark.parametrize("read", [cells.read_name, cells.read_bank, cells.read_names])
@pytest.mark.parametrize("word", ["ada", "√", "Belum Ada", "sudah.", "tidak"])
def test_a_word_of_state_is_no_name(read: Callable[[str], str], word: str) -> None:
    with pytest.raises(CellError, match="adalah keadaan, bukan nama"):
        read(word)


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
@pytest.mark.parametrize(
    "word", ["x", "X", "mungkin", "2", "proses 2025", "belum 10/3/2026", "tidak_diketahui"]
)
def test_any_other_word_is_an_error_that_names_the_words_allowed(
    milestone: Milestone, word: str
) -> None:
    with pytest.raises(CellError, match="bukan keadaan yang dikenal") as caught:
        cells.read_state(word, milestone, TODAY)
    assert "sudah, proses, terkendala, belum" in caught.value.remedy
    assert ("berhenti" in caught.value.remedy) == milestone.stops


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "N/A", "?", "#N/A"])
def test_signs_that_state_nothing(text: str) -> None:
    assert cells.states_nothing(text)


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_a_date_means_sudah_on_it_and_keeps_its_precision(milestone: Milestone) -> None:
    for text, value in {
        "15 Agustus 2025": "2025-08-15",
        "Agustus 2025": "2025-08",
        "2025": "2025",
        "sudah 15/8/2025": "2025-08-15",
        "Sudah (15 Agustus 2025)": "2025-08-15",
        "terbit tgl 15-08-25": "2025-08-15",
    }.items():
        assert cells.read_state(text, milestone, TODAY) == value
        assert cells.split_state(value) == ("sudah", value)


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_a_date_after_today_is_refused_with_the_option_for_plans(milestone: Milestone) -> None:
    with pytest.raises(CellError) as caught:
        cells.read_state("11/3/2026", milestone, TODAY)
    assert caught.value.remedy == f"Rencana? pakai `--{milestone.code.replace('_', '-')}-rencana`."


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_only_what_runs_can_stop(milestone: Milestone) -> None:
    for text, value in {
        "berhenti": "berhenti",
        "Tutup sejak 10 Januari 2026": "berhenti 2026-01-10",
    }.items():
        if milestone.stops:
            assert cells.read_state(text, milestone, TODAY) == value
        else:
            with pytest.raises(CellError, match="tidak dapat berhenti"):
                cells.read_state(text, milestone, TODAY)


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
    ("text", "count"),
    [
        ("175", "175"),
        ("1.250", "1250"),
        ("1.250.000", "1250000"),
        ("0", "0"),
        ("175 orang", "175"),
        ("175,0", "175"),
    ],
)
def test_counts_follow_indonesian_writing(text: str, count: str) -> None:
    assert cells.read_count(text) == count


@pytest.mark.parametrize(
    "text",
    ["-5", "1,250", "12.5", "1e3", "１２", "1_000", "9" * 20, "9" * 5_000, "banyak", "1.25.000"],
)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.read_count(text)


def test_units_are_kept_in_official_order_and_a_signed_list_changes_the_held_one() -> None:
    assert cells.read_units("apotek, Kios Sembako; simpan pinjam") == "sembako;simpan_pinjam;apotek"
    assert cells.read_units("+klinik -apotek") == "+klinik;-apotek"
    assert cells.apply_units("sembako;apotek", "+klinik;-apotek") == "sembako;klinik"
    assert cells.apply_units(None, "+klinik") == "klinik"
    assert cells.apply_units("klinik", "-klinik") is None
    assert cells.apply_units("klinik", "sembako") == "sembako"


@pytest.mark.parametrize("text", ["klinik;+apotek", "warteg", ";", "kios dan apotek"])
def test_units_that_are_unknown_mixed_or_none_are_refused(text: str) -> None:
    with pytest.raises(CellError):
        cells.read_units(text)


def test_names_are_separated_by_semicolons_else_by_commas() -> None:
    assert cells.read_names("Bulog, Bank Mandiri") == "Bulog;Bank Mandiri"
    assert cells.read_names("PT A, Tbk.; Bulog; Bulog") == "PT A, Tbk.;Bulog"
    assert cells.split_list(cells.read_names("PT A, Tbk.;")) == ["PT A, Tbk."]


def test_signs_for_nothing_are_no_names_of_a_list() -> None:
    assert cells.read_names("Bulog, -, n/a") == "Bulog"
    for text in ("-,", "?;?", "(kosongkan);"):
        with pytest.raises(CellError, match="tidak berisi nama"):
            cells.read_names(text)


@pytest.mark.parametrize("category", OBSTACLES)
def test_an_obstacle_is_a_category_with_or_without_words(category: str) -> None:
    assert cells.read_obstacle(category.upper()) == category
    assert cells.read_obstacle(f"{category} :  kurang 20 juta") == f"{category}: kurang 20 juta"
    assert cells.split_obstacle(f"{category}: a: b") == (category, "a: b")


def test_common_words_name_the_obstacle_and_all_others_are_kept_as_lainnya() -> None:
    assert cells.read_obstacle("Belum ada tempat") == "tempat"
    assert cells.read_obstacle("listrik mati") == "lainnya: listrik mati"


def test_a_note_of_the_greatest_length_reads_back_and_a_longer_one_is_refused() -> None:
    longest = cells.read_obstacle("a" * 2_000)
    assert cells.read_obstacle(longest) == longest
    for text in ("a" * 2_001, "modal: " + "a" * 2_001):
        with pytest.raises(CellError, match="2001 huruf"):
            cells.read_obstacle(text)


def test_a_status_that_ends_a_cooperative_needs_its_day() -> None:
    assert cells.read_status("Bubar 1 Februari 2026", TODAY) == "bubar 2026-02-01"
    assert cells.read_status("digabung, 1/2/2026", TODAY) == "digabung 2026-02-01"
    for text in ("bubar", "bubar Februari 2026", "bubar 11/3/2026", "aktif 2026", "tutup"):
        with pytest.raises(CellError):
            cells.read_status(text, TODAY)


@pytest.mark.parametrize(
    "reader",
    [
        identifiers.read_registration,
        cells.read_phone,
        cells.read_name,
        cells.read_note,
        cells.read_names,
        cells.read_obstacle,
    ],
)
def test_a_ktp_number_is_refused_wherever_it_is_typed(reader: Callable[[str], str]) -> None:
    with pytest.raises(CellError, match="KTP"):
        reader("3171010101900001")


READERS: list[Callable[[str], str]] = [
    identifiers.read_registration,
    cells.read_count,
    cells.read_yes_no,
    cells.read_units,
    cells.read_names,
    cells.read_obstacle,
    cells.read_name,
    cells.read_note,
    cells.read_phone,
    cells.read_bank,
    lambda text: cells.read_status(text, TODAY),
    *(lambda text, m=m: cells.read_state(text, m, TODAY) for m in MILESTONES),
    *(lambda text, n=m.number: identifiers.read_number(text, n) for m in NUMBERED),
]


@given(st.text(min_size=1, max_size=40), st.sampled_from(READERS))
def test_whatever_is_accepted_reads_back_as_itself(text: str, reader: Callable[[str], str]) -> None:
    try:
        value = reader(text)
    except CellError as error:
        assert error.message
        return
    if value:
        assert reader(value) == value
