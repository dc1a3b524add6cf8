"""What an office declared is in the report: the same in every format, of the day that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from own_desk import REPORT
from running import Office

pytestmark = pytest.mark.both_engines


def own(office: Office, *more: str) -> dict[str, Any]:
    (kota,) = office.good(*REPORT, *more, "--json").json["kota"]
    return dict(kota["tambahan"])


def test_the_counts_are_those_of_the_day_and_the_lengths_of_their_lists(asked: Office) -> None:
    fields = own(asked)
    assert list(fields) == ["x_omzet", "x_lahan", "x_milik"]
    omzet = fields["x_omzet"]
    assert (omzet["melapor"], omzet["tidak_diketahui"]) == (2, 42)
    assert len(omzet["belum_melapor"]) == 42
    assert (omzet["angka"]["jumlah"], omzet["angka"]["median"]) == (20_500_000, 10_250_000)
    assert (omzet["per_terlama"], omzet["per_terbaru"]) == ("2026-03-31", "2026-05-31")
    lahan = fields["x_lahan"]
    states = {"sudah": 1, "proses": 0, "terkendala": 0, "belum": 1, "berhenti": 0}
    assert (lahan["nilai"], lahan["tidak_diketahui"]) == (states, 42)
    assert [one["kelurahan"] for one in lahan["nama"]["sudah"]] == ["Gambir"]
    assert fields["x_milik"]["nilai"] == {"sewa": 1, "hibah": 1}


def test_a_later_day_has_what_was_told_by_then(asked: Office) -> None:
    (kota,) = asked.good("report", "--kota", "jakpus", "--per", "2026-08-01", "--json").json["kota"]
    assert kota["tambahan"]["x_omzet"]["angka"]["jumlah"] == 28_000_000
    assert kota["tambahan"]["x_lahan"]["nilai"]["sudah"] == 2


@pytest.mark.parametrize("form", ["terminal", "md", "html"])
def test_every_format_says_the_same(asked: Office, form: str) -> None:
    text = " ".join(asked.good(*REPORT, "--format", form).out.split())
    assert "Omzet: jumlah Rp20,5 juta dari 2 KKMP yang melapor (42 belum ada data)" in text
    assert "Milik: 2 KKMP melapor (42 belum ada data); 1 sewa, 1 hibah" in text
    assert "Omzet: penjualan sebulan." in text


def test_own_fields_enter_no_other_count(asked: Office) -> None:
    (kota,) = asked.good(*REPORT, "--json").json["kota"]
    assert kota["tahap"]["tidak_diketahui"] == 44
    assert set(kota["milestone"]) == {
        "musyawarah",
        "sk_kemenkop",
        "nib",
        "npwp",
        "rekening",
        "gerai",
        "usaha",
        "rat",
    }
    assert not kota["belum_beroperasi"]


def test_a_report_by_a_choice_counts_all_and_the_unknown_last(asked: Office) -> None:
    (kota,) = asked.good(*REPORT, "--menurut", "x_milik", "--json").json["kota"]
    groups = kota["menurut"]["kelompok"]
    assert [(one["kode"], one["kkmp"]) for one in groups] == [
        ("sewa", 1),
        ("hibah", 1),
        ("tidak_diketahui", 42),
    ]
    total = asked.good("report", "--menurut", "Milik", "--json", "--per", "2026-06-30").json[
        "total"
    ]
    assert total["menurut"]["kelompok"] == groups


def test_what_cannot_group_is_told_with_what_can(asked: Office) -> None:
    refused = asked.refused(*REPORT, "--menurut", "omzet", code=2)
    assert "x_lahan (Lahan), x_milik (Milik)" in refused.err


def test_a_register_without_own_fields_is_told_how_to_declare_some(pusat: Office) -> None:
    refused = pusat.refused(*REPORT, "--menurut", "milik", code=2)
    assert "kkmp field add --paket lahan" in refused.err
    pusat.good("field", "add", "--paket", "lahan")
    assert "Menurut Status lahan" in pusat.good(*REPORT, "--menurut", "x_status_lahan").out


def test_without_own_fields_the_json_has_no_word_of_them(pusat: Office) -> None:
    done = pusat.good(*REPORT, "--json").json
    assert "tambahan" not in done["total"]
    assert not {"tambahan", "menurut"} & set(done["kota"][0])


def test_what_changed_since_a_day_is_listed(asked: Office) -> None:
    since = ("report", "--kota", "jakpus", "--per", "2026-08-01", "--sejak", "2026-06-30")
    text = " ".join(asked.good(*since, "--format", "md").out.split())
    assert "Rp12.500.000" in text
    assert "Rp20.000.000" in text
    assert "Lahan: 1 - belum ada data → sudah: Cideng" in text
    assert not asked.good(*since, "--json").json["kota"][0]["berubah"]


def test_an_old_packet_has_the_old_label(asked: Office, tmp_path: Path) -> None:
    from kkmp_cli.settings import today

    known = ("--seperti-tercatat", today().isoformat())
    assert "Omzet: jumlah" in asked.good(*REPORT, *known).out
    asked.good("field", "update", "omzet", "--label", "Penjualan")
    assert "Penjualan: jumlah" in asked.good(*REPORT, *known).out


def test_a_grouping_is_what_the_csv_holds_and_a_message_refuses_it(asked: Office) -> None:
    grouped = (*REPORT, "--menurut", "x_milik")
    lines = asked.good(*grouped, "--format", "csv").out.splitlines()
    assert [line.split(";")[:3] for line in lines[1:]] == [
        ["sewa", "sewa", "1"],
        ["hibah", "hibah", "1"],
        ["tidak_diketahui", "belum ada data", "42"],
    ]
    named = asked.good(*grouped, "--format", "csv", "--tabel", "kecamatan").out
    assert "31.71.01;Gambir;6" in named
    refused = asked.refused(*grouped, "--format", "pesan", code=2)
    assert "--format md" in refused.err
    assert "Menurut Milik" in asked.good(*grouped, "--format", "md").out
