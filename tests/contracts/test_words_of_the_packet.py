"""What the program says of its figures: growth is what happened, silence is asked, nobody is called
complete or missing of whom nothing is known. From outside, in every format.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import python_calamine

from kkmp_cli.render.formats import pdf
from running import Office

pytestmark = pytest.mark.both_engines

PER, SINCE = "2026-03-10", "2026-02-15"
REPORT = ("report", "--kota", "jakpus", "--per", PER)
CHANGED = (*REPORT, "--sejak", SINCE)
PAPER = ("terminal", "md", "html", "pdf", "pesan")


def state(office: Office, name: str, usaha: str, per: str = "2026-03-05") -> None:
    office.good("update", name, "--kota", "jakpus", "--usaha", usaha, "--per", per)


@pytest.fixture
def one_for_one(pusat: Office) -> Office:
    """One opened and one stopped since the last meeting, two run as before."""
    for name in ("Cideng", "Serdang", "Kartini"):
        state(pusat, name, "2025-08-01", "2025-09-30")
    state(pusat, "Gondangdia", "belum", "2026-01-31")
    state(pusat, "Gondangdia", "2026-03-02")
    state(pusat, "Cideng", "berhenti 2026-03-01")
    return pusat


def texts(office: Office, monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, str]:
    """The packet since the last meeting, in every format for readers."""
    monkeypatch.setattr(pdf, "write", lambda made: json.dumps(pdf._document(made)).encode())
    for name in PAPER:
        office.good(*CHANGED, "--format", name, "-o", folder / f"p.{name}")
    return {name: (folder / f"p.{name}").read_text(encoding="utf-8") for name in PAPER}


def milestone_rows(office: Office) -> dict[str, dict[str, str]]:
    """The table of the milestones, as CSV."""
    text = office.good(*CHANGED, "--format", "csv", "--tabel", "milestone").out
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";")
    return {row["kunci"]: row for row in rows}


def test_one_that_opened_and_one_that_stopped_are_no_zero(
    one_for_one: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, text in texts(one_for_one, monkeypatch, tmp_path).items():
        assert "Beroperasi tetap 3 (1 buka, 1 berhenti)." in text, name
        assert "Beroperasi 0" not in text, name
    row = milestone_rows(one_for_one)["usaha"]
    assert (row["sudah"], row["naik_turun"], row["baru_tercatat"]) == ("3", "0", "0")


def test_what_only_became_known_is_no_growth(
    pusat: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("Cideng", "Serdang", "Kartini"):
        state(pusat, name, "sudah")
    for name, text in texts(pusat, monkeypatch, tmp_path).items():
        assert "Beroperasi: 3, semuanya baru tercatat." in text, name
        assert "+3" not in text, name
        assert "naik" not in text, name
    row = milestone_rows(pusat)["usaha"]
    assert (row["naik_turun"], row["baru_tercatat"]) == ("0", "3")
    book = tmp_path / "p.xlsx"
    pusat.good(*CHANGED, "-o", book)
    sheet = python_calamine.CalamineWorkbook.from_path(book).get_sheet_by_name("Angka")
    rows = sheet.to_python()
    at = next(number for number, row in enumerate(rows) if "Naik/turun" in row)
    cells = dict(zip(map(str, rows[at]), rows[at + 1], strict=True))
    assert (cells["Naik/turun"], cells["Baru tercatat"]) == (0, 3)


def test_growth_and_what_only_became_known_are_told_apart(pusat: Office) -> None:
    state(pusat, "Gondangdia", "belum", "2026-01-31")
    state(pusat, "Gondangdia", "sudah")
    state(pusat, "Cideng", "2026-03-01")
    state(pusat, "Serdang", "sudah")
    kinds = {
        one["kelurahan"]: one["jenis"]
        for one in pusat.good(*CHANGED, "--json").json["kota"][0]["berubah"]
    }
    assert kinds == {
        "Gondangdia": "bertambah",
        "Cideng": "bertambah",
        "Serdang": "baru_tercatat",
    }
    told = pusat.good(*CHANGED).out
    assert "Beroperasi: 3 (2 buka, 1 baru tercatat)." in told
    assert "naik 2 · 1 baru tercatat" in told


def test_months_say_that_a_rise_may_be_a_report(pusat: Office) -> None:
    state(pusat, "Cideng", "2025-12-01", "2025-12-31")
    alone = pusat.good(*REPORT, "--rinci").out
    assert "Naik dapat juga berarti baru tercatat" not in alone
    state(pusat, "Serdang", "sudah", "2026-02-10")
    assert "Naik dapat juga berarti baru tercatat" in pusat.good(*REPORT, "--rinci").out


def message(office: Office, kecamatan: str) -> str:
    """The message for one kecamatan."""
    told = office.good(*REPORT, "--format", "pesan", "--per-kecamatan").out
    (found,) = (one for one in told.split("\n\n\n") if f"Kecamatan {kecamatan}*," in one)
    return found


def test_a_kecamatan_from_which_nothing_came_is_asked_by_name(pusat: Office) -> None:
    state(pusat, "Cideng", "sudah")
    senen = message(pusat, "Senen")
    assert "lengkap" not in senen
    assert "Belum ada kabar dari 6 KKMP: Senen, Kenari, Paseban, Kramat, Kwitang, Bungur." in senen
    assert "Mohon kabarnya" in senen


def test_a_kecamatan_of_which_some_are_unknown_is_not_complete(pusat: Office) -> None:
    state(pusat, "Cideng", "sudah")
    gambir = message(pusat, "Gambir")
    assert "lengkap" not in gambir
    assert (
        "- Belum ada kabar apakah beroperasi (5): Gambir, Petojo Utara, Petojo Selatan, Kebon Kelapa, Duri Pulo"
        in gambir
    )
    assert "Mohon kabarnya untuk yang belum ada datanya, paling lambat *" in gambir


def test_a_complete_kecamatan_says_of_what_nothing_is_known(pusat: Office) -> None:
    pusat.good(
        *("update", "--kota", "jakpus", "--kecamatan", "Senen", "--all", "--usaha", "sudah"),
        *("--rat", "sudah", "--per", "2026-03-05"),
    )
    senen = message(pusat, "Senen")
    assert "Semua yang dilaporkan sudah lengkap." in senen
    assert "Belum ada data: Musyawarah, SK badan hukum, NIB, NPWP, Rekening, Gerai." in senen


def test_a_message_to_the_kota_names_the_kecamatan_that_are_silent(pusat: Office) -> None:
    state(pusat, "Cideng", "belum")
    told = pusat.good(*REPORT, "--format", "pesan").out
    assert "Belum ada kabar sama sekali dari kecamatan Sawah Besar (5), Kemayoran (8)" in told
    assert "Gambir (6)" not in told
    assert len(told) < 1_500


def test_a_message_tells_what_changed(one_for_one: Office) -> None:
    told = one_for_one.good(*CHANGED, "--format", "pesan").out
    assert "Berubah sejak 15 Februari 2026:\n- Beroperasi tetap 3 (1 buka, 1 berhenti).\n" in told
    assert "  Bertambah: Gondangdia\n  Berhenti: Cideng\n" in told
    each = one_for_one.good(*CHANGED, "--format", "pesan", "--per-kecamatan").out
    assert "- Beroperasi turun 1 menjadi 0 (1 berhenti).\n  Berhenti: Cideng" in each
    assert "- Beroperasi naik 1 menjadi 1.\n  Bertambah: Gondangdia" in each
    assert "Tidak ada yang berubah sejak 15 Februari 2026." in each
    without = one_for_one.good(*REPORT, "--format", "pesan").out
    assert "Berubah" not in without
    one_for_one.good("update", "Cideng", "--kota", "jakpus", "--anggota", "40", "--per", PER)
    assert "- Anggota: berubah pada 1 KKMP" in one_for_one.good(*CHANGED, "--format", "pesan").out


@pytest.mark.parametrize("form", ["terminal", "md", "html", "pesan"])
def test_a_register_without_cooperatives_says_so(office: Office, form: str) -> None:
    office.good("add", "Cideng", "--kota", "jakpus")
    office.good("undo", "--yes")
    assert "Belum ada koperasi di register ini." in office.good("report", "--format", form).out
    named = office.good(*REPORT, "--format", form).out
    assert "tidak ada di register ini" in named
    assert "Batas RAT" not in named


def test_where_all_have_left_nothing_is_said_to_be_finished(pusat: Office) -> None:
    pusat.good("training", "add", "Umum", "--kota", "jakpus", "--mulai", "2026-02-01")
    pusat.good(
        *("update", "--kota", "jakpus", "--all", "--status", "bubar 2026-02-01"),
        *("--per", "2026-02-10"),
    )
    told = pusat.good(*REPORT, "--format", "md").out
    assert "44 bubar atau digabung, di luar hitungan" in told
    assert "selesai" not in told
    assert "Semua 0" not in told
    assert "semua 0" not in told


def test_those_that_left_are_counted_as_cooperatives_and_did_not_stop(pusat: Office) -> None:
    for name in ("Cideng", "Serdang"):
        words = ("--usaha", "sudah", "--nib", "sudah", "--per", "2026-01-31")
        pusat.good("update", name, "--kota", "jakpus", *words)
    pusat.good("update", "Cideng", "--status", "bubar 2026-03-01", "--per", "2026-03-05")
    told = pusat.good(*CHANGED).out
    assert "Beroperasi turun 1 menjadi 1 (1 bubar atau digabung)." in told
    assert "  Bubar atau digabung: 1\n    Cideng bubar 1 Maret 2026, keluar dari hitungan" in told
    assert "Berhenti:" not in told
