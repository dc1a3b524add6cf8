"""`kkmp history` by day, officer, run and page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kkmp_cli import settings
from running import Office

pytestmark = pytest.mark.both_engines


@pytest.fixture
def busy(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """25 more runs, of two officers."""
    for number in range(25):
        monkeypatch.setenv("KKMP_PETUGAS", "Ani Wijaya" if number % 5 == 0 else "Budi")
        pusat.good("update", "Gambir" if number % 2 else "Cideng", "--anggota", number)
    return pusat


def numbers(office: Office, *arguments: object) -> list[int]:
    return [run["run"] for run in office.good("history", "--json", *arguments).json]


def test_a_page_shows_the_newest_twenty_and_says_how_many_there_are(busy: Office) -> None:
    done = busy.good("history")
    assert done.out.count("\nPekerjaan ") + done.out.startswith("Pekerjaan ") == 20
    assert "20 dari 26 pekerjaan" in done.err
    assert busy.good("history", "--semua").out.count("WIB") == 26
    assert busy.good("history", "--jumlah", 3).out.count("WIB") == 3
    assert len(numbers(busy)) == 26


def test_an_officer_is_found_by_part_of_the_name(busy: Office) -> None:
    assert numbers(busy, "--petugas", "ani") == [22, 17, 12, 7, 2]
    assert "Ani Wijaya, Budi" in busy.refused("history", "--petugas", "cici").err


def test_days_are_those_of_jakarta_and_both_included(busy: Office) -> None:
    today = settings.today()
    assert len(numbers(busy, "--sejak", today, "--sampai", today)) == 26
    assert numbers(busy, "--sampai", today - timedelta(days=1)) == []
    assert len(numbers(busy, "--sejak", f"{today:%Y-%m}")) == 26
    assert "Belum ada riwayat" in busy.good("history", "--sampai", "2025-01-01").out


def test_filters_join(busy: Office) -> None:
    assert numbers(busy, "Gambir", "--petugas", "ani") == [17, 7, 1][:2]
    assert numbers(busy, "--run", 5) == [5]
    assert numbers(busy, "Gambir", "--jumlah", 1) == [25]


def test_what_is_no_run_or_number_is_refused(busy: Office) -> None:
    busy.refused("history", "--run", 99)
    busy.refused("history", "--run", "lima", code=2)
    busy.refused("history", "--jumlah", 0)
    busy.refused("history", "Gambir", "--run", 2)


@pytest.fixture
def late(pusat: Office) -> Office:
    """A newer word, then older ones: of a count, of a state that stays, of a state that moves
    back.
    """
    for said in (
        ("--anggota", 100, "--per", "2026-06-01"),
        ("--anggota", 90, "--per", "2026-04-01"),
        ("--usaha", "2026-01-05", "--per", "2026-03-01"),
        ("--usaha", "belum", "--per", "2026-01-03"),
        ("--nib", "sudah", "--per", "2026-03-01"),
        ("--nib", "sudah", "--per", "2026-02-01"),
    ):
        pusat.good("update", "Gambir", *said)
    return pusat


@pytest.mark.parametrize("shown", [("history", "Gambir"), ("show", "Gambir")])
def test_an_older_word_is_not_shown_as_if_it_were_the_value_of_today(
    late: Office, shown: tuple[str, ...]
) -> None:
    said = late.good(*shown).out
    assert "Anggota: belum ada data → 100, per 1 Juni 2026\n" in said
    kept = "lebih lama dari catatan waktu itu, yang tetap"
    assert f"Anggota: 90, per 1 April 2026 ({kept}: 100 per 1 Juni 2026)\n" in said
    assert (
        f"Usaha: belum, per 3 Januari 2026 ({kept}: sudah, 5 Januari 2026 per 1 Maret 2026)\n"
        in said
    )
    assert (
        "NIB: sudah, terhitung sejak 1 Maret 2026 → 1 Februari 2026, per 1 Februari 2026\n" in said
    )
    assert "→ 90" not in said


def test_an_older_word_of_many_is_told_once_with_its_names(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--anggota", 100, "--per", "2026-06-01")
    pusat.good("update", "Gambir", "Cideng", "--anggota", 90, "--per", "2026-04-01")
    assert "Gambir, Cideng: Anggota: 90, per 1 April 2026 (lebih lama" in pusat.good("history").out


def test_an_older_word_that_is_undone_is_shown_as_it_was_recorded(late: Office) -> None:
    late.good("undo", 3)
    said = late.good("history", "Gambir", "--run", 3).out
    assert "[dibatalkan]" in said and "Anggota: 100 → 90" in said


def test_as_json_a_change_stays_what_was_recorded(late: Office) -> None:
    [change] = late.good("history", "--json", "--run", 3).json[0]["perubahan"]
    assert (change["lama"], change["baru"], change["per"]) == ("100", "90", "2026-04-01")


def test_the_page_for_a_visit_says_it_too(late: Office, tmp_path: Path) -> None:
    late.good("show", "Gambir", "-o", tmp_path / "gambir.html")
    said = (tmp_path / "gambir.html").read_text("utf-8")
    assert "NIB: sudah, terhitung sejak 1 Maret 2026 → 1 Februari 2026" in said
