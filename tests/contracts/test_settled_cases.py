"""Rules of days, each as it is settled, from outside: commands in, figures out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import settings
from running import Office

pytestmark = pytest.mark.both_engines

CIDENG = "31.71.01.1002"


def sheet(folder: Path, text: str, name: str = "isian.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def plan(office: Office, path: Path, *more: str) -> dict[str, Any]:
    done = office.run("import", path, "--json", *more)
    return dict(done.json["berkas"][0])


def states(office: Office, milestone: str, per: str, *more: str) -> dict[str, Any]:
    report = office.good("report", "--kota", "jakpus", "--per", per, *more, "--json").json
    return dict(report["kota"][0]["milestone"][milestone])


def kota(office: Office, per: str, *more: str) -> dict[str, Any]:
    report = office.good("report", "--kota", "jakpus", "--per", per, *more, "--json").json
    return dict(report["kota"][0])


def shown(office: Office, *more: str) -> dict[str, Any]:
    return dict(office.good("show", "Cideng", *more, "--json").json)


def test_a_day_in_a_row_without_per_confirms_and_an_older_file_is_stale(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "belum", "--per", "2026-01-31")
    confirmed = plan(pusat, sheet(tmp_path, f"kode,usaha,usaha_per\n{CIDENG},belum,2026-06-30\n"))
    assert (confirmed["dikonfirmasi"], confirmed["sama"]) == (1, 0)
    older = plan(
        pusat, sheet(tmp_path, f"kode,usaha\n{CIDENG},sudah\n", "b.csv"), "--per", "2026-03-31"
    )
    assert (older["usang"], older["ubah"]) == (1, 0)
    assert states(pusat, "usaha", "2026-07-01")["sudah"] == 0


def test_an_equal_word_of_today_is_a_confirmation(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--usaha", "belum", "--per", "2026-01-31")
    pusat.good("update", "Cideng", "--usaha", "belum")
    assert shown(pusat)["usaha_per"] == settings.today().isoformat()
    older = plan(pusat, sheet(tmp_path, f"kode,usaha\n{CIDENG},sudah\n"), "--per", "2026-03-31")
    assert older["usang"] == 1


def test_a_coarser_day_that_holds_the_known_one_says_nothing_new(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "2025-08-05", "--per", "2025-08-20")
    file = sheet(tmp_path, f"kode,usaha\n{CIDENG},Agustus 2025\n")
    assert plan(pusat, file, "--per", "2025-09-30")["ubah"] == 0
    pusat.good("update", "Cideng", "--usaha", "Agustus 2025")
    assert states(pusat, "usaha", "2025-08-10")["sudah"] == 1
    assert shown(pusat)["usaha"] == "2025-08-05"


def test_a_correction_to_belum_leaves_no_kendala_in_force(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--usaha-kendala", "modal: KUR", "--per", "2026-01-31")
    pusat.good("update", "Cideng", "--usaha", "2026-02-10", "--per", "2026-02-28")
    corrected = pusat.good(
        "update", "Cideng", "--usaha", "belum", "--koreksi", "--per", "2026-03-31"
    )
    assert "Kendala Usaha: modal: KUR → belum ada data" in corrected.out
    now = shown(pusat)
    assert (now["usaha"], now["usaha_kendala"]) == ("belum", None)
    counted = states(pusat, "usaha", "2026-04-01")
    assert (counted["belum"], counted["terkendala"]) == (1, 0)
    listed = kota(pusat, "2026-04-01")["belum_beroperasi"]
    assert [one["kendala"] for one in listed] == [[]]


def test_what_has_stopped_is_not_listed_as_terkendala(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--usaha", "2025-08-01", "--per", "2025-09-30")
    pusat.good(
        "update",
        "Cideng",
        "--usaha",
        "berhenti 2026-02-01",
        "--usaha-kendala",
        "modal",
        "--per",
        "2026-02-10",
    )
    assert states(pusat, "usaha", "2026-03-01")["berhenti"] == 1
    for wanted in ("usaha", "semua"):
        assert pusat.good("list", "--kota", "jakpus", "--terkendala", wanted, "--json").json == []


def test_a_kendala_of_a_day_before_the_stop_counts_on_that_day(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--gerai", "belum", "--per", "2025-07-31")
    pusat.good("update", "Cideng", "--gerai-kendala", "tempat", "--per", "2025-08-31")
    pusat.good("update", "Cideng", "--gerai", "2025-10-01", "--per", "2025-10-31")
    pusat.good("update", "Cideng", "--gerai", "berhenti 2026-02-01", "--per", "2026-02-10")
    assert states(pusat, "gerai", "2025-09-15")["terkendala"] == 1
    assert states(pusat, "gerai", "2025-10-15")["sudah"] == 1
    assert states(pusat, "gerai", "2026-03-01")["berhenti"] == 1


def test_the_kendala_of_a_rat_that_is_not_owed_stands_in_no_list(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--sk-kemenkop", "2026-02-02", "--per", "2026-02-28")
    pusat.good(
        "update", "Cideng", "--rat-kendala", "sdm", "--tahun-buku", "2025", "--per", "2026-03-01"
    )
    told = kota(pusat, "2026-03-10")
    assert told["milestone"]["rat"]["tidak_wajib"] == 1
    assert told["belum_rat"] == []
    listed = pusat.good("list", "--kota", "jakpus", "--terkendala", "semua", "--json")
    assert listed.json == []
    assert (
        "sdm"
        not in pusat.good(
            "report", "--kota", "jakpus", "--per", "2026-03-10", "--rinci", "--format", "md"
        ).out
    )


def test_emptying_a_kendala_in_force_makes_its_milestone_belum(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--usaha-kendala", "modal", "--per", "2026-01-31")
    pusat.good("update", "Cideng", "--kosongkan", "usaha-kendala", "--per", "2026-02-28")
    assert shown(pusat)["usaha"] == "belum"
    assert states(pusat, "usaha", "2026-03-01")["belum"] == 1


def test_emptying_a_sudah_is_guarded_like_belum_after_sudah(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--usaha", "2025-08-01", "--per", "2025-09-30")
    pusat.refused("update", "Cideng", "--kosongkan", "usaha")
    file = sheet(tmp_path, f"kode,usaha\n{CIDENG},(kosongkan)\n")
    assert plan(pusat, file)["konflik"] == 1
    pusat.good("update", "Cideng", "--kosongkan", "usaha", "--koreksi")
    assert shown(pusat)["usaha"] is None


def test_active_again_after_dissolved_is_out_of_the_counts_in_between(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--status", "bubar 2026-02-01", "--per", "2026-02-10")
    file = sheet(tmp_path, f"kode,status\n{CIDENG},aktif\n")
    assert plan(pusat, file)["konflik"] == 1
    pusat.good("update", "Cideng", "--status", "aktif", "--per", "2026-06-30")
    counts = [kota(pusat, day)["kkmp"] for day in ("2026-01-31", "2026-03-10", "2026-07-01")]
    assert counts == [44, 43, 44]


def test_an_equal_value_of_an_older_day_is_the_same(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Cideng", "--anggota", "120", "--per", "2026-06-30")
    file = sheet(tmp_path, f"kode,anggota\n{CIDENG},120\n")
    told = plan(pusat, file, "--per", "2026-03-31")
    assert (told["sama"], told["usang"]) == (1, 0)


def test_tetap_confirms_what_is_open_and_what_can_stop(pusat: Office) -> None:
    pusat.good(
        "update",
        "Cideng",
        "--nib",
        "belum",
        "--usaha",
        "2025-08-01",
        "--sk-kemenkop",
        "2025-07-01",
        "--per",
        "2025-12-31",
    )
    pusat.good("update", "Cideng", "--tetap", "--per", "2026-03-01")
    now = shown(pusat)
    assert now["nib_per"] == now["usaha_per"] == "2026-03-01"
    assert now["sk_kemenkop_per"] == "2025-12-31"


def test_all_touches_active_ones_and_a_list_hides_dissolved_ones(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--status", "bubar 2026-02-01", "--per", "2026-02-10")
    pusat.good("update", "--kota", "jakpus", "--all", "--nib", "belum", "--per", "2026-03-01")
    assert shown(pusat)["nib"] is None
    listed = pusat.good("list", "--kota", "jakpus", "--json").json
    assert len(listed) == 43
    assert len(pusat.good("list", "--kota", "jakpus", "--semua", "--json").json) == 44
    assert CIDENG in pusat.good("export", "--kota", "jakpus").out


def test_without_rat_are_those_that_owe_it_and_are_not_known_to_have_held_it(
    pusat: Office,
) -> None:
    pusat.good("update", "Cideng", "--sk-kemenkop", "2026-02-02", "--per", "2026-02-28")
    listed = pusat.good("list", "--kota", "jakpus", "--tanpa", "rat", "--json").json
    assert len(listed) == 43
    assert CIDENG not in {one["kode"] for one in listed}


def test_arrears_hold_the_unknown_too_with_their_state(pusat: Office) -> None:
    told = kota(pusat, "2026-03-10", "--tahun-buku", "2026")
    assert {one["keadaan"] for one in told["tunggakan_rat"]} == {"tidak_diketahui"}


def test_a_report_of_one_kecamatan_counts_that_kecamatan_in_every_line(pusat: Office) -> None:
    pusat.good(
        "training", "add", "Umum", "--kota", "jakpus", "--mulai", "2026-02-01", "--peserta", "62"
    )
    pusat.good("training", "attend", "1", "Gambir", "--pengurus", "2", "--pengawas", "1")
    pusat.good("training", "attend", "1", "Menteng", "--pengurus", "4", "--pengawas", "0")
    pusat.good("training", "add", "Lain", "--kota", "jakpus", "--mulai", "2026-02-02")
    pusat.good("training", "attend", "2", "Menteng", "--hadir")
    told = kota(pusat, "2026-03-10", "--kecamatan", "Gambir")["pelatihan"]
    assert (told["kegiatan"], told["peserta"], told["kkmp_terjangkau"]) == (1, 3, 1)
    assert len(told["belum_tercatat"]) == 5


def test_what_changed_is_told_by_kind(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--nib", "2025-08-01", "--per", "2025-08-31")
    pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-01-31")
    pusat.good("update", "Gambir", "--nib", "2026-03-05", "--per", "2026-03-06")
    pusat.good("update", "Menteng", "--nib", "sudah", "--per", "2026-03-06")
    pusat.good("update", "Cideng", "--status", "bubar 2026-03-01", "--per", "2026-03-05")
    kinds = {
        (one["kelurahan"], one["jenis"])
        for one in kota(pusat, "2026-03-10", "--sejak", "2026-02-15")["berubah"]
    }
    assert kinds == {("Gambir", "bertambah"), ("Menteng", "baru_tercatat"), ("Cideng", "bubar")}


@pytest.mark.on_a_file
def test_as_recorded_remembers_a_kota_whose_cooperatives_were_undone_since(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "now", lambda: datetime(2026, 3, 1, 3, tzinfo=UTC))
    office.good("add", "--kota", "jakpus", "--all")
    office.good("add", "--kota", "mojokerto", "--all")
    monkeypatch.setattr(settings, "now", lambda: datetime(2026, 3, 5, 3, tzinfo=UTC))
    office.good("undo", "2")
    office.good("area", "alias", "Karangg", "31.71.02.1002")
    office.good("area", "add", "Baru", "--kota", "jakpus", "--kecamatan", "Gambir")
    recorded = ("--per", "2026-03-01", "--seperti-tercatat", "2026-03-02")
    told = office.good("report", *recorded, "--json").json["kota"]
    assert [(one["kode"], one["kkmp"], one["kelurahan"]) for one in told] == [
        ("31.71", 44, 44),
        ("35.76", 18, 18),
    ]
    assert [one["kode"] for one in office.good("report", "--json").json["kota"]] == ["31.71"]


def test_a_sudah_of_a_file_that_is_taken_back_leaves_state_and_kendala_in_agreement(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha-kendala", "modal: KUR", "--per", "2026-01-31")
    pusat.good("update", "Cideng", "--usaha", "2026-02-10", "--per", "2026-02-28")
    file = sheet(tmp_path, f"kode,usaha\n{CIDENG},belum\n")
    pusat.good("import", file, "--overwrite", "--per", "2026-03-31")
    now = shown(pusat)
    assert (now["usaha"], now["usaha_kendala"]) == ("terkendala", "modal: KUR")
    counted = states(pusat, "usaha", "2026-04-01")
    assert (counted["terkendala"], counted["belum"]) == (1, 0)
    assert pusat.good("check").code == 0
