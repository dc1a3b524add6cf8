"""The settled rules of days and of old against new that other files do not hold, from outside."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import settings
from running import Office

pytestmark = pytest.mark.both_engines

CIDENG = "31.71.01.1002"
OUTCOMES = ("tambah", "ubah", "dikonfirmasi", "konflik", "usang", "sama", "ditolak")


def update(office: Office, name: str, *words: str) -> None:
    office.good("update", name, "--kota", "jakpus", *words)


def imported(office: Office, folder: Path, text: str, *more: str, dry: bool = True) -> Any:
    path = folder / "isian.csv"
    path.write_text(text, encoding="utf-8")
    words = ("--dry-run",) if dry else ()
    return office.run("import", path, "--json", *words, *more).json["berkas"][0]


def counted(plan: Any) -> dict[str, int]:
    return {name: plan[name] for name in OUTCOMES if plan[name]}


def shown(office: Office, *more: str) -> dict[str, Any]:
    return dict(office.good("show", "Cideng", *more, "--json").json)


def states(office: Office, milestone: str, per: str) -> dict[str, Any]:
    told = office.good("report", "--kota", "jakpus", "--per", per, "--json").json["kota"][0]
    return {key: number for key, number in told["milestone"][milestone].items() if number}


@pytest.mark.parametrize(
    ("cells", "outcome"),
    [
        ("belum,,,,sudah", "ubah"),
        ("belum,,belum,,", "dikonfirmasi"),
        ("belum,sudah,,,", "konflik"),
        (",sudah,,100,", "usang"),
        (",,,100,", "sama"),
    ],
)
def test_a_row_counts_once_as_the_first_of_its_outcomes(
    pusat: Office, tmp_path: Path, cells: str, outcome: str
) -> None:
    update(pusat, "Cideng", "--nib", "sudah", "--rekening", "belum", "--per", "2026-01-31")
    update(pusat, "Cideng", "--npwp", "belum", "--anggota", "100", "--per", "2026-06-30")
    text = f"kode,nib,npwp,rekening,anggota,musyawarah\n{CIDENG},{cells}\n"
    assert counted(imported(pusat, tmp_path, text, "--per", "2026-03-31")) == {outcome: 1}


def test_tetap_confirms_what_is_open_and_what_can_stop_and_nothing_else(pusat: Office) -> None:
    before, day = "2025-12-31", "2026-03-01"
    update(
        pusat, "Cideng", "--nib", "proses", "--gerai", "sudah", "--npwp", "sudah", "--per", before
    )
    update(pusat, "Cideng", "--rekening-kendala", "modal", "--rat", "belum", "--per", before)
    update(pusat, "Cideng", "--usaha", "2025-08-01", "--per", "2025-09-30")
    update(pusat, "Cideng", "--usaha", "berhenti 2025-11-01", "--per", before)
    pusat.good("update", "Cideng", "--tetap", "--per", day)
    now = shown(pusat)
    confirmed = ("nib", "gerai", "rekening", "rat_2025")
    assert {name: now[f"{name}_per"] for name in confirmed} == dict.fromkeys(confirmed, day)
    assert {name: now[f"{name}_per"] for name in ("npwp", "usaha")} == {
        "npwp": before,
        "usaha": before,
    }
    assert (now["musyawarah"], now["musyawarah_per"]) == (None, None)


def test_the_per_of_a_day_is_that_of_the_last_word_until_then(pusat: Office) -> None:
    update(pusat, "Cideng", "--nib", "belum", "--anggota", "120", "--per", "2026-01-31")
    update(pusat, "Cideng", "--nib", "belum", "--per", "2026-02-28")
    update(pusat, "Cideng", "--nib", "sudah", "--anggota", "135", "--per", "2026-06-30")
    for day, wanted in (
        ("2026-01-30", (None, None)),
        ("2026-02-15", ("2026-01-31", "2026-01-31")),
        ("2026-04-15", ("2026-02-28", "2026-01-31")),
        ("2026-07-15", ("2026-06-30", "2026-06-30")),
    ):
        one = shown(pusat, "--per", day)
        listed = pusat.good("list", "--kota", "jakpus", "--per", day, "--json").json
        (row,) = (each for each in listed if each["kode"] == CIDENG)
        text = pusat.good("export", "--kota", "jakpus", "--per", day, "--plain").out
        (line,) = (each for each in csv.DictReader(io.StringIO(text)) if each["kode"] == CIDENG)
        for found in (one, row, line):
            assert (found["nib_per"] or None, found["anggota_per"] or None) == wanted, day


def test_an_older_kendala_meets_only_the_kendala(pusat: Office, tmp_path: Path) -> None:
    update(pusat, "Cideng", "--nib", "proses", "--per", "2026-06-30")
    text = f"kode,nib_kendala\n{CIDENG},modal\n"
    plan = imported(pusat, tmp_path, text, "--per", "2026-03-31", dry=False)
    assert counted(plan) == {"ubah": 1}
    assert states(pusat, "nib", "2026-04-15") == {"terkendala": 1, "tidak_diketahui": 43}
    assert states(pusat, "nib", "2026-07-01") == {"proses": 1, "tidak_diketahui": 43}
    older = imported(pusat, tmp_path, f"kode,nib_kendala\n{CIDENG},tempat\n", "--per", "2026-02-28")
    assert counted(older) == {"usang": 1}


def test_an_older_plan_meets_only_the_plan(pusat: Office, tmp_path: Path) -> None:
    update(pusat, "Cideng", "--nib", "belum", "--per", "2026-06-30")
    text = f"kode,nib_rencana\n{CIDENG},2027-01-31\n"
    plan = imported(pusat, tmp_path, text, "--per", "2026-03-31", dry=False)
    assert counted(plan) == {"ubah": 1}
    assert shown(pusat, "--per", "2026-04-15")["nib_rencana"] == "2027-01-31"
    older = imported(
        pusat, tmp_path, f"kode,nib_rencana\n{CIDENG},2027-02-28\n", "--per", "2026-02-28"
    )
    assert counted(older) == {"usang": 1}


def test_a_belum_of_the_officer_ends_a_kendala_and_one_of_a_file_leaves_both(
    pusat: Office, tmp_path: Path
) -> None:
    update(pusat, "Cideng", "--nib-kendala", "modal", "--per", "2026-01-31")
    text = f"kode,nib\n{CIDENG},belum\n"
    imported(pusat, tmp_path, text, "--per", "2026-02-28", dry=False)
    now = shown(pusat)
    assert (now["nib"], now["nib_kendala"]) == ("terkendala", "modal")
    update(pusat, "Cideng", "--nib", "belum", "--per", "2026-03-31")
    now = shown(pusat)
    assert (now["nib"], now["nib_kendala"]) == ("belum", None)
    assert states(pusat, "nib", "2026-03-01") == {"terkendala": 1, "tidak_diketahui": 43}
    assert states(pusat, "nib", "2026-04-01") == {"belum": 1, "tidak_diketahui": 43}


@pytest.mark.parametrize("form", ["terminal", "md", "html"])
def test_a_report_of_one_kecamatan_says_that_a_target_is_that_of_the_kota(
    pusat: Office, form: str
) -> None:
    pusat.good("target", "set", "nib", "2026-12-31", "--kota", "jakpus", "--nilai", "90%")
    words = ("report", "--kota", "jakpus", "--per", "2026-03-10", "--format", form)
    said = "Target sekota"
    assert said in pusat.good(*words, "--kecamatan", "Gambir").out
    assert said not in pusat.good(*words).out
    pusat.good("target", "remove", "1")
    pusat.good("target", "set", "nib", "2026-12-31", "--kota", "jakpus", "--nilai", "40")
    told = pusat.good(*words, "--kecamatan", "Gambir").out
    assert said in told
    assert "jumlah" in told


@pytest.mark.on_a_file
def test_an_old_packet_is_printed_again_whatever_was_done_since(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(day: int) -> None:
        monkeypatch.setattr(settings, "now", lambda: datetime(2026, 3, day, 3, tzinfo=UTC))

    def packet(*more: str) -> list[str]:
        words = ("report", "--kota", "jakpus", "--per", "2026-03-01", "--format", "md")
        lines = office.good(*words, *more).out.splitlines()[:-1]
        return [line for line in lines if not line.startswith("......")]  # the day it is signed

    at(1)
    office.good("add", "--kota", "jakpus", "--all")
    who = ("--penanggung-jawab", "Sudin", "--batas", "2026-04-30")
    office.good("target", "set", "usaha", "2026-12-31", "--kota", "jakpus", "--nilai", "40")
    office.good("figure", "add", "beroperasi", "3", "--kota", "jakpus", "--per", "2026-03-01")
    office.good("followup", "add", "Dampingi", "--kota", "jakpus", *who)
    office.good("training", "add", "Umum", "--kota", "jakpus", "--mulai", "2026-02-01")
    office.good("training", "attend", "1", "Cideng", "--hadir")
    office.good("area", "alias", "jaktengah", "31.71")
    update(office, "Cideng", "--usaha", "sudah", "--per", "2026-02-28")
    then = packet()
    at(5)
    for group in ("target", "figure", "training"):
        office.good(group, "remove", "1")
    office.good("followup", "done", "1", "--per", "2026-02-28")
    office.good("target", "set", "nib", "2026-12-31", "--kota", "jakpus")
    office.good("area", "add", "Baru Sekali", "--kecamatan", "Gambir", "--kota", "jakpus")
    office.good("add", "Baru Sekali", "--kota", "jakpus")
    update(office, "Cideng", "--usaha", "belum", "--koreksi", "--per", "2026-02-28")
    office.good("update", "Serdang", "--status", "bubar 2026-01-01", "--per", "2026-02-28")
    assert packet() != then
    as_known = packet("--seperti-tercatat", "2026-03-02")
    assert [line for line in as_known if "seperti tercatat" not in line] == [
        line for line in then if "dicetak" not in line
    ]
