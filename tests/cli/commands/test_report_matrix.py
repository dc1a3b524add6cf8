"""`kkmp report --matriks`: one line for each KKMP, with every option that it can bear."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("report", "--kota", "jakpus", "--per", "2026-03-10")
SIGNS = "●◐▲○■·/"


def lines_of(text: str) -> dict[str, str]:
    """The signs of each line of a matrix on a screen, by its name."""
    rows = [line.strip() for line in text.splitlines() if any(sign in line for sign in SIGNS)]
    return {
        row.split("  ")[0]: "".join(sign for sign in row if sign in SIGNS)
        for row in rows
        if row[0] not in SIGNS and "dicetak" not in row and "KKMP di" not in row
    }


def test_it_shows_each_kkmp_and_nothing_else_of_the_report(demo: Office) -> None:
    text = demo.good(*PUSAT, "--matriks").out
    lines = lines_of(text)
    assert len([name for name in lines if not name.startswith(("Laporan", "RAT"))]) == 44
    assert lines["Cideng"] == "······○○"
    assert lines["Karang Anyar"] == "······●●"
    assert "Belum beroperasi: 10" not in text and "Angka yang terbit" not in text


def test_what_is_recorded_moves_the_sign_and_its_month(pusat: Office) -> None:
    pusat.good(
        "update", "Gambir", "--nib", "2025-08-15", "--usaha", "terkendala", "--per", "2026-02-01"
    )
    pusat.good("update", "Gambir", "--usaha-kendala", "modal", "--per", "2026-02-01")
    text = pusat.good(*PUSAT, "--matriks").out
    assert "● Agu 25" in text
    assert lines_of(text)["Gambir"] == "··●···▲·"
    before = pusat.good("report", "--kota", "jakpus", "--matriks", "--per", "2025-08-14").out
    assert lines_of(before)["Gambir"] == "········"
    known = pusat.good(*PUSAT, "--matriks", "--seperti-tercatat", "2026-01-01").err
    assert "belum tercatat" in known


def test_one_kecamatan_and_a_choice_group_it(pusat: Office) -> None:
    pusat.good(
        "field",
        "add",
        "milik",
        "Milik",
        "--kind",
        "pilihan",
        "--pilihan",
        "warga,pemkot",
        "--arti",
        "siapa",
    )
    pusat.good("update", "Cideng", "--x-milik", "warga", "--per", "2026-03-01")
    one = pusat.good(*PUSAT, "--matriks", "--kecamatan", "Gambir").out
    assert "Gambir (6)" in one and "Menteng" not in one
    grouped = pusat.good(*PUSAT, "--matriks", "--menurut", "x_milik").out
    assert "warga (1)" in grouped and "Cideng (Gambir)" in grouped
    assert "belum ada data (43)" in grouped


def test_as_csv_it_is_a_table_in_words_whose_counts_are_the_reports(demo: Office) -> None:
    content = demo.good(*PUSAT, "--matriks", "--format", "csv").out
    rows = [*csv.DictReader(io.StringIO(content.lstrip("\ufeff")), delimiter=";")]
    assert Counter(row["usaha"] for row in rows) == {"sudah": 34, "belum": 10}
    assert {row["nib"] for row in rows} == {"belum ada data"}
    assert demo.good(*PUSAT, "--format", "csv", "--tabel", "matriks").out == content


@pytest.mark.parametrize("name", ["m.md", "m.html", "m.txt", "m.xlsx", "m.pdf"])
def test_every_form_of_a_document_has_it(demo: Office, name: str, tmp_path: Path) -> None:
    if name.endswith("pdf"):
        pytest.importorskip("typst")
    target = tmp_path / name
    demo.good(*PUSAT, "--matriks", "-o", target)
    assert target.stat().st_size > 1_000


def test_without_a_kota_each_has_its_own(demo: Office) -> None:
    text = demo.good("report", "--matriks", "--per", "2026-03-10").out
    assert text.count("Matriks: keadaan setiap KKMP") == 5
    assert len([name for name in lines_of(text) if name == "Kartini"]) == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--json",), "dalam bentuk json"),
        (("--format", "pesan"), "dalam bentuk pesan"),
        (("--rinci",), "--rinci sudah memuat"),
        (("--with-personal",), "tidak memuat data pribadi"),
        (("--format", "csv", "--tabel", "kecamatan"), "satu tabel"),
    ],
)
def test_where_it_has_no_place_that_is_said(
    demo: Office, options: tuple[str, ...], why: str
) -> None:
    assert why in demo.refused(*PUSAT, "--matriks", *options, code=2).err


def test_what_a_refusal_advises_can_be_done(demo: Office, tmp_path: Path) -> None:
    advice = demo.refused(*PUSAT, "--matriks", "--json", code=2).err
    assert "--format csv" in advice and "-o matriks.md" in advice
    demo.good(*PUSAT, "--matriks", "--format", "csv")
    demo.good(*PUSAT, "--matriks", "-o", tmp_path / "matriks.md")
    advice = demo.refused(
        *PUSAT, "--matriks", "--format", "csv", "--tabel", "kecamatan", code=2
    ).err
    assert "Pakai --tabel kecamatan saja." in advice
    demo.good(*PUSAT, "--format", "csv", "--tabel", "kecamatan")


def test_of_more_kota_than_anybody_looks_through_one_is_asked_for(
    office: Office, tmp_path: Path
) -> None:
    areas = tmp_path / "wilayah.csv"
    rows = [f"{n}.71.01.1001,Satu{n},Kec{n},Kota Uji {n},Prov {n}" for n in range(61, 72)]
    areas.write_text("\n".join(["kode,kelurahan,kecamatan,kota,provinsi", *rows]))
    office.good("area", "import", areas, "--yes")
    for number in range(61, 72):
        office.good("add", "--kota", f"{number}.71", "--all", "--yes")
    told = office.refused("report", "--matriks").err
    assert "paling banyak 10 kota; ini 11" in told
    assert "kkmp report --matriks --kota 61.71" in told
    assert "Satu61" in office.good("report", "--matriks", "--kota", "61.71").out
    assert "Matriks" not in office.good("report", "--format", "md", "--rinci").out
