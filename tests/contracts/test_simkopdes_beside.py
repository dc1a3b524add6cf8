"""The village export of SIMKOPDES is taken in as figures of each cooperative: no state changes, what
differs is named with both days.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kkmp_cli.settings import today
from running import Office

HEAD = (
    "province_id,province,district_id,district,subdistrict_id,subdistrict,village_id,village,"
    "cooperatives,accounts_count,npwp_count,nib_count,rat_count,simpanan_pokok_amount,"
    "simpanan_pokok_members"
)
ROWS = (
    "11,DKI JAKARTA,505,KOTA ADM. JAKARTA PUSAT,6815,Gambir,74736,Cideng,1,1,1,1,0,0,0",
    "11,DKI JAKARTA,505,KOTA ADM. JAKARTA PUSAT,6815,Gambir,74740,Duri Pulo,1,1,1,1,0,0,0",
    "11,DKI JAKARTA,505,KOTA ADM. JAKARTA PUSAT,6815,Gambir,74735,Gambir,1,1,1,0,0,0,0",
    "11,DKI JAKARTA,505,KOTA ADM. JAKARTA PUSAT,6816,Sawah Besar,74742,Karang Anyar,2,1,1,1,0,"
    "23500000,235",
    "11,DKI JAKARTA,504,KAB. ADM. KEP. SERIBU,6814,Kepulauan Seribu Selatan.,74732,"
    "Pulau Untung Jawa,1,1,1,1,0,0,0",
    ",TOTAL,,,,,,,6,5,5,4,0,23500000,235",
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "kopdes_stats_village.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def told(pusat: Office) -> Office:
    """What the register says: no NIB at Cideng, one at Gambir, no RAT at Duri Pulo."""
    for name, *stated in (
        ("Cideng", "--nib", "belum"),
        ("Gambir", "--nib", "2026-01-05"),
        ("Duri Pulo", "--nib", "sudah", "--rat", "belum", "--tahun-buku", "2025"),
    ):
        pusat.good("update", name, "--kota", "jakpus", *stated, "--per", "2026-02-28")
    return pusat


def test_it_goes_in_and_the_differences_are_named_with_both_days(
    told: Office, export: Path
) -> None:
    before = told.good("list", "--json").json
    done = told.good("figure", "import", export, "--per", "2026-03-10")
    assert "Angka per koperasi: 9 baru" in done.out
    assert "Pulau Untung Jawa" in done.out
    assert "baris 5 (2 koperasi)" in done.out
    assert "accounts_count" in done.out
    assert told.good("list", "--json").json == before
    differing = told.good("figure", "list", "--beda", "--json").json
    assert [
        (one["kelurahan"], one["indikator"], one["nilai"], one["per"], one["register"])
        for one in differing
    ] == [
        ("Cideng", "nib", "sudah", "2026-03-10", "belum"),
        ("Gambir", "nib", "belum", "2026-03-10", "2026-01-05"),
    ]
    assert {one["register_per"] for one in differing} == {"2026-02-28"}
    (kota,) = told.good("report", "--kota", "jakpus", "--per", "2026-03-10", "--json").json["kota"]
    assert len(kota["angka_rujukan_koperasi"]) == 9


def test_the_same_file_twice_changes_nothing_and_a_new_value_is_one_change(
    told: Office, export: Path
) -> None:
    told.good("figure", "import", export, "--per", "2026-03-10")
    runs = told.count("runs")
    assert "9 sama" in told.good("figure", "import", export, "--per", "2026-03-10").out
    assert told.count("runs") == runs
    export.write_text(export.read_text().replace("Cideng,1,1,1,1,", "Cideng,1,1,1,0,"))
    told.good("figure", "import", export, "--per", "2026-03-10")
    newest = told.good("history", "--json").json[0]["perubahan"]
    assert [(one["bidang"], one["lama"], one["baru"]) for one in newest] == [
        ("nilai", "sudah", "belum")
    ]
    told.good("undo")
    assert told.good("figure", "list", "--json").json[0]["nilai"] == "sudah"


def test_it_is_undone_whole_and_what_was_recorded_stays_known(told: Office, export: Path) -> None:
    told.good("figure", "import", export, "--per", "2026-03-10")
    newest = told.good("history", "--json").json[0]
    assert newest["berkas"] == [str(export)]
    report = ("report", "--kota", "jakpus", "--json", "--seperti-tercatat", today().isoformat())
    assert len(told.good(*report).json["kota"][0]["angka_rujukan_koperasi"]) == 9
    told.good("undo")
    assert told.good("figure", "list", "--json").json == []
    assert told.good("check").code == 0


def test_its_day_must_be_named_and_the_advice_is_ready(told: Office, export: Path) -> None:
    dated = export.with_name("SIMKOPDES (31 Agustus 2026).csv")
    dated.write_bytes(export.read_bytes())
    refused = told.refused("figure", "import", dated, code=2).err
    told.good(*shlex.split(refused.partition("kkmp ")[2]))
    assert told.good("figure", "list", "--json").json[0]["per"] == "2026-08-31"


@pytest.mark.on_a_file
def test_a_dry_run_writes_nothing_and_a_kota_narrows(told: Office, export: Path) -> None:
    before = told.register.read_bytes()
    done = told.good(
        *("figure", "import", export, "--per", "2026-03-10", "--kota", "kepseribu", "--dry-run")
    )
    assert "Di luar kota itu, tidak diambil: 3 baris" in done.out
    assert told.register.read_bytes() == before


def test_a_cell_that_cannot_be_read_is_an_error_of_the_cell(told: Office, export: Path) -> None:
    export.write_text(export.read_text().replace("Gambir,1,1,1,0,0", "Gambir,1,1,x,0,0"))
    runs = told.count("runs")
    done = told.run("figure", "import", export, "--per", "2026-03-10")
    assert done.code == 1
    assert "K4 npwp_count `x`" in done.out
    assert told.count("runs") == runs


def test_what_the_office_has_declared_is_compared_too(told: Office, export: Path) -> None:
    told.good("field", "add", "--paket", "simkopdes")
    told.good("update", "Cideng", "--x-akun-simkopdes", "tidak", "--per", "2026-02-28")
    told.good("figure", "import", export, "--per", "2026-03-10")
    rows = told.good("figure", "list", "--beda", "--json").json
    assert ("x_akun_simkopdes", "ya", "tidak") in {
        (one["indikator"], one["nilai"], one["register"]) for one in rows
    }
