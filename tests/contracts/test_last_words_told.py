"""Beside each of several kota it is told until which day word has come of it, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

DAY = ("--per", "2026-03-10")


def test_each_kota_has_its_day_or_that_there_is_no_word_yet(demo: Office) -> None:
    listed = demo.good("report", *DAY, "--json").json["kota"]
    assert {one["kode"]: one["kabar_terakhir"] for one in listed} == {
        "31.71": "2026-03-10",
        "31.72": "2025-12-31",
        "31.73": None,
        "31.74": None,
        "35.76": "2025-09-08",
    }


def test_a_report_of_one_kota_does_not_tell_it(demo: Office) -> None:
    done = demo.good("report", *DAY, "--kota", "jakut", "--json")
    assert "kabar_terakhir" not in done.json["kota"][0]
    assert "kabar" not in demo.good("report", *DAY, "--kota", "jakut", "--format", "md").out


@pytest.mark.parametrize("form", ["terminal", "md", "html", "csv", "pesan"])
def test_every_format_tells_it(demo: Office, form: str) -> None:
    told = demo.good("report", *DAY, "--format", form).out
    assert "31 Desember 2025" in told
    assert "belum ada kabar" in told


def test_the_packet_of_two_kota_tells_it_where_each_begins(demo: Office, tmp_path: Path) -> None:
    where = ("--kota", "jakut", "--kota", "jakbar")
    told = demo.good("report", *DAY, *where, "--format", "md").out
    assert "31 KKMP di 31 kelurahan · 6 kecamatan · kabar terakhir 31 Desember 2025" in told
    assert "belum ada kabar" in told


def test_a_word_of_an_older_day_moves_it(demo: Office) -> None:
    demo.good("update", "Ancol", "--anggota", 9, "--per", "2026-03-01")
    told = demo.good("report", *DAY, "--json").json["kota"][1]
    assert told["kabar_terakhir"] == "2026-03-01"
