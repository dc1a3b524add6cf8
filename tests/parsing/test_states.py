"""A milestone's cell, a kendala and a status → one canonical value or a refusal with a remedy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import milestones
from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES, Milestone
from kkmp_cli.parsing import identifiers, kendala_words, lists, numbers, state_words, states
from kkmp_cli.parsing.text import read_name, read_note

RAT = MILESTONES[-1]
TODAY = date(2026, 3, 10)


NUMBERED = [milestone for milestone in MILESTONES if milestone.number]


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
    assert {states.read_state(word, milestone, TODAY) for word in words} == {state}


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
    assert states.read_state(short, MILESTONES[0], TODAY) == whole


@pytest.mark.parametrize(
    "word", ["Milik Sendiri", "SEWA", "pinjam pakai", "ada sewa", "menumpang di pos RW", "hibah"]
)
def test_how_a_gerai_is_held_says_that_there_is_one_and_nothing_of_other_milestones(
    word: str,
) -> None:
    for milestone in MILESTONES:
        if milestone.code == "gerai":
            assert states.read_state(word, milestone, TODAY) == "sudah"
        else:
            with pytest.raises(CellError):
                states.read_state(word, milestone, TODAY)


@pytest.mark.parametrize("word", ["belum (sewa)", "tidak sewa", "sewa habis", "mau sewa"])
def test_a_gerai_that_is_only_wished_for_is_no_gerai(word: str) -> None:
    gerai = milestones.by_code("gerai")
    assert gerai is not None
    with pytest.raises(CellError):
        states.read_state(word, gerai, TODAY)


def test_a_bank_alone_is_no_state_and_the_remedy_says_where_it_goes() -> None:
    rekening = milestones.by_code("rekening")
    assert rekening is not None
    with pytest.raises(CellError, match="nama bank tanpa nomor") as caught:
        states.read_state("Bank DKI", rekening, TODAY)
    assert "kolom Bank" in caught.value.remedy


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
@pytest.mark.parametrize(
    "word", ["x", "X", "mungkin", "2", "proses 2025", "belum 10/3/2026", "tidak_diketahui"]
)
def test_any_other_word_is_an_error_that_names_the_words_allowed(
    milestone: Milestone, word: str
) -> None:
    with pytest.raises(CellError, match="tidak dimengerti") as caught:
        states.read_state(word, milestone, TODAY)
    assert "sudah, proses, terkendala, belum" in caught.value.remedy
    assert ("berhenti" in caught.value.remedy) == milestone.stops


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
        assert states.read_state(text, milestone, TODAY) == value
        assert states.split_state(value) == ("sudah", value)


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_a_date_after_today_is_refused_with_the_option_for_plans(milestone: Milestone) -> None:
    with pytest.raises(CellError) as caught:
        states.read_state("11/3/2026", milestone, TODAY)
    assert caught.value.remedy == f"Rencana? pakai `--{milestone.code.replace('_', '-')}-rencana`."


def test_a_date_after_today_names_the_plan_of_its_own_book_year() -> None:
    with pytest.raises(CellError) as caught:
        states.read_state("11/3/2027", RAT, TODAY, "rat_2026")
    assert caught.value.remedy == (
        "Rencana? pakai `--rat-rencana` dengan `--tahun-buku 2026` (kolom `rat_2026_rencana`), "
        "atau tulis `Rencana 11 Maret 2027` di sini."
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rencana 12 Februari 2027", "2027-02-12"),
        ("rencana tgl 12/2/2027", "2027-02-12"),
        ("Rencananya: Feb 2027", "2027-02"),
        ("direncanakan pada tanggal 12-02-2027", "2027-02-12"),
        ("dijadwalkan 12 Februari 2027", "2027-02-12"),
        ("target akhir Februari 2027", "2027-02"),
        ("Target (2027)", "2027"),
        ("rencana", None),
        ("Rencana Februari", None),
        ("12 Februari 2027", None),
        ("sudah 12 Februari 2026", None),
    ],
)
def test_a_plan_in_a_milestones_cell_is_its_day(text: str, day: str | None) -> None:
    assert states.read_plan(text, TODAY) == day


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_only_what_runs_can_stop(milestone: Milestone) -> None:
    for text, value in {
        "berhenti": "berhenti",
        "Tutup sejak 10 Januari 2026": "berhenti 2026-01-10",
    }.items():
        if milestone.stops:
            assert states.read_state(text, milestone, TODAY) == value
        else:
            with pytest.raises(CellError, match="tidak dapat berhenti"):
                states.read_state(text, milestone, TODAY)


def test_a_status_that_ends_a_cooperative_needs_its_day() -> None:
    assert states.read_status("Bubar 1 Februari 2026", TODAY) == "bubar 2026-02-01"
    assert states.read_status("digabung, 1/2/2026", TODAY) == "digabung 2026-02-01"
    for text in ("bubar", "bubar Februari 2026", "bubar 11/3/2026", "aktif 2026", "tutup"):
        with pytest.raises(CellError):
            states.read_status(text, TODAY)


READERS: list[Callable[[str], str]] = [
    identifiers.read_registration,
    numbers.read_count,
    state_words.read_yes_no,
    lists.read_units,
    lists.read_names,
    kendala_words.read_obstacle,
    read_name,
    read_note,
    identifiers.read_phone,
    identifiers.read_bank,
    lambda text: states.read_status(text, TODAY),
    *(lambda text, m=m: states.read_state(text, m, TODAY) for m in MILESTONES),
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


@pytest.mark.parametrize(
    ("text", "state"),
    [("100%", "sudah"), ("0 %", "belum"), ("85%", "proses"), ("dalam pembangunan", "proses")],
)
def test_a_share_of_a_building_is_a_state(text: str, state: str) -> None:
    for milestone in MILESTONES:
        assert states.read_state(text, milestone, TODAY) == state
