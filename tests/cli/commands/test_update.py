"""`kkmp update`: what it says that it replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

DEFAULTS = pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("percontohan", "ya", "Percontohan: tidak → ya"),
        ("status", "bubar 2026-02-01", "Status: aktif → bubar sejak 1 Februari 2026"),
    ],
)


@DEFAULTS
def test_a_default_that_was_shown_is_what_the_first_word_replaces(
    pusat: Office, name: str, value: str, told: str
) -> None:
    assert told in pusat.good("update", "Gambir", f"--{name}", value).out
    assert told in pusat.good("history", "Gambir").out
    assert told in pusat.good("show", "Gambir").out
    [change] = pusat.good("history", "--json").json[0]["perubahan"]
    assert (change["lama"], change["baru"]) == (None, value)


@DEFAULTS
def test_the_plan_of_an_import_says_the_default_too(
    pusat: Office, tmp_path: Path, name: str, value: str, told: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(f"kode,{name}\n31.71.01.1001,{value}\n", encoding="utf-8")
    label, _, step = told.partition(": ")
    assert f"{label}: Gambir {step}" in pusat.good("import", sheet, "--dry-run").out


def test_emptying_returns_to_the_default_by_its_word(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--percontohan", "ya")
    assert (
        "Percontohan: ya → tidak"
        in pusat.good("update", "Gambir", "--kosongkan", "percontohan").out
    )


def test_what_has_no_default_was_nothing(pusat: Office) -> None:
    assert "Anggota: belum ada data → 5" in pusat.good("update", "Gambir", "--anggota", 5).out


OLDER = pytest.mark.parametrize(
    "said",
    [
        ("--usaha", "belum"),
        ("--anggota", "120"),
        ("--ketua", "Ani"),
        ("--unit-usaha", "+klinik"),
        ("--nib-kendala", "modal: KUR"),
        ("--kosongkan", "anggota"),
        ("--nib", "proses", "--nib-rencana", "2027-01-01"),
    ],
    ids=" ".join,
)
HELD = (
    "--usaha",
    "2026-01-05",
    "--nib",
    "belum",
    "--anggota",
    "200",
    "--ketua",
    "Budi",
    "--unit-usaha",
    "sembako",
)


@OLDER
def test_an_older_word_that_is_repeated_is_not_recorded_again(
    pusat: Office, said: tuple[str, ...]
) -> None:
    pusat.good("update", "Gambir", *HELD, "--per", "2026-03-01")
    older = ("update", "Gambir", *said, "--per", "2026-02-01")
    assert "run" in pusat.good(*older).out
    runs = len(pusat.good("history", "--json").json)
    assert pusat.good(*older).out == "Sudah tercatat demikian; tidak ada yang berubah.\n"
    assert len(pusat.good("history", "--json").json) == runs


def test_an_older_word_that_was_corrected_or_undone_is_recorded_again(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "200", "--per", "2026-03-01")
    for count in (120, 130, 120):
        assert (
            "run" in pusat.good("update", "Gambir", "--anggota", count, "--per", "2026-02-01").out
        )
    pusat.good("undo")
    assert "run" in pusat.good("update", "Gambir", "--anggota", "120", "--per", "2026-02-01").out
    assert pusat.good("show", "Gambir", "--json").json["anggota"] == 200


def test_of_many_only_those_that_did_not_say_it_are_recorded(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--anggota", "200", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--anggota", "120", "--per", "2026-02-01")
    said = pusat.good("update", "Gambir", "Cideng", "--anggota", "120", "--per", "2026-02-01").out
    assert "Gambir" not in said and "1 koperasi" in said


MOVED = pytest.mark.parametrize(
    ("first", "older", "told"),
    [
        (
            ("--nib", "sudah", "--per", "2026-03-10"),
            ("--nib", "sudah", "--per", "2026-02-01"),
            "NIB: sudah, terhitung sejak 10 Maret 2026 → 1 Februari 2026",
        ),
        (
            ("--gerai", "belum", "--per", "2026-03-10"),
            ("--gerai", "belum", "--per", "2026-02-01"),
            "Gerai: belum, terhitung sejak 10 Maret 2026 → 1 Februari 2026",
        ),
        (
            ("--nib", "2025-12", "--per", "2026-01-01"),
            ("--nib", "2025-12", "--per", "2025-12-15"),
            "NIB: sudah, Desember 2025, terhitung sejak 31 Desember 2025 → 15 Desember 2025",
        ),
        (
            ("--nib", "sudah", "--per", "2026-03-10"),
            ("--nib", "2026-01-05", "--per", "2026-02-01"),
            "NIB: sudah → sudah, 5 Januari 2026",
        ),
    ],
)


@MOVED
def test_an_older_word_that_moves_the_start_back_says_from_which_day_to_which(
    pusat: Office, first: tuple[str, ...], older: tuple[str, ...], told: str
) -> None:
    pusat.good("update", "Gambir", *first)
    said = pusat.good("update", "Gambir", *older).out
    assert f"Gambir: {told}\n" in said
    assert "dikonfirmasi" not in said


def test_an_older_word_between_two_others_moves_nothing_and_says_so(pusat: Office) -> None:
    for state, per in (("belum", "2026-06-01"), ("proses", "2026-04-01")):
        pusat.good("update", "Gambir", "--nib", state, "--per", per)
    said = pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-03-01").out
    told = (
        "NIB: belum per 1 Maret 2026; catatan yang lebih baru tetap berlaku: belum (per 1 "
        "Juni 2026)"
    )
    assert f"Gambir: {told}\n" in said


def test_a_newer_word_that_repeats_what_is_held_confirms_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-02-01")
    said = pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10").out
    assert "Gambir: NIB: tetap sudah, dikonfirmasi\n" in said


def test_an_older_word_of_another_state_is_told_before_what_it_moved(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    pusat.good("update", "Gambir", "--nib", "2025-12-01", "--per", "2026-01-01")
    done = pusat.good("update", "Gambir", "--nib", "proses", "--per", "2026-02-01")
    said = (
        "proses per 1 Februari 2026, sehingga sudah, terhitung sejak 1 Desember 2025 → 10 "
        "Maret 2026"
    )
    assert f"Gambir: NIB: {said}\n" in done.out
    assert f"Gambir: NIB: {said}\n" in pusat.good("history").out


@pytest.mark.parametrize("by_file", [True, False])
def test_a_number_that_has_lost_its_zeros_is_refused_and_the_held_one_is_named(
    pusat: Office, by_file: bool
) -> None:
    pusat.good("update", "Gambir", "--rekening-bank", "BRI", "--rekening-nomor", "012301000124305")
    sheet = pusat.register.with_name("isian.csv")
    sheet.write_text("Kelurahan;Bank;No Rekening\nGambir;BRI;12301000124305\n", encoding="utf-8")
    by_hand = ("update", "Gambir", "--rekening-nomor", "12301000124305")
    done = pusat.run(*(("import", sheet, "--kota", "jakpus") if by_file else by_hand))
    assert done.code == 1
    assert "angka 0 di depan hilang; yang tercatat 012301000124305" in done.out + done.err
    pusat.good("update", "Gambir", "--rekening-nomor", "912301000124305")


def test_a_stop_between_two_days_is_no_correction_whatever_was_said_after_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "2026-03-01", "--per", "2026-03-02")
    pusat.good("update", "Gambir", "--usaha", "berhenti 2026-04-01", "--per", "2026-04-10")
    pusat.good("update", "Gambir", "--usaha", "belum", "--per", "2026-05-01")
    asked = ("report", "--kota", "jakpus", "--sejak", "2026-03-10", "--per", "2026-05-10")
    (change,) = pusat.good(*asked, "--json").json["kota"][0]["berubah"]
    assert (change["jenis"], change["tanggal"], change["menjadi"]) == (
        "berhenti",
        "2026-04-01",
        "belum",
    )
    assert "Beroperasi, 1 April 2026" in pusat.good(*asked).out
