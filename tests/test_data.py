"""The shipped facts: they say what the published sources say, and nothing more."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kkmp_cli import milestones, settings
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.parsing import dates

DATA = settings.shipped_data()
TODAY = date(2026, 11, 21)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


AREAS = [Area(number, **row) for number, row in enumerate(_rows("areas.csv"), 1)]
INDEX = AreaIndex(AREAS, [(row["kode"], row["alias"]) for row in _rows("aliases.csv")])
MANIFEST = _rows("manifest.csv")
SAMPLES = [row["berkas"] for row in MANIFEST]
KOTA_OF = {row["berkas"]: row["kota"] for row in MANIFEST}
PUSAT = "jakarta-pusat-2026-03-10.csv"


def _named(sample: str) -> dict[Area, dict[str, str]]:
    return {
        INDEX.find(row["kelurahan"], KOTA_OF[sample]): row for row in _rows(f"samples/{sample}")
    }


def test_the_area_list_is_complete_and_in_order_of_code() -> None:
    counts = Counter(area.kota_code for area in AREAS)
    assert counts == {
        "31.01": 6,
        "31.71": 44,
        "31.72": 31,
        "31.73": 56,
        "31.74": 65,
        "31.75": 65,
        "35.76": 18,
    }
    codes = [area.kode for area in AREAS]
    assert codes == sorted(set(codes))


def test_every_alias_stands_for_an_area_or_kota_and_hides_no_name() -> None:
    kota = dict(INDEX.kota_names)
    for row in _rows("aliases.csv"):
        assert row["kode"] in kota or INDEX.by_code(row["kode"])
        assert row["alias"] not in {area.kelurahan for area in AREAS}
    assert {row["kode"] for row in _rows("aliases.csv") if len(row["kode"]) == 5} == set(kota)


def test_the_manifest_names_every_sample_once_in_the_order_of_their_days() -> None:
    assert sorted(SAMPLES) == sorted(path.name for path in (DATA / "samples").iterdir())
    days = [dates.read_per(row["per"], TODAY) for row in MANIFEST]
    assert days == sorted(days)
    assert all(row["sumber"] for row in MANIFEST)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_names_every_kelurahan_of_its_kota_once(sample: str) -> None:
    expected = {area for area in AREAS if area.kota_code == KOTA_OF[sample]}
    assert set(_named(sample)) == expected
    assert len(_rows(f"samples/{sample}")) == len(expected)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_speaks_the_vocabulary_and_every_cell_reads_as_itself(sample: str) -> None:
    for row in _rows(f"samples/{sample}"):
        for name, text in row.items():
            field = built_in().by_name(name)
            assert field is not None
            assert built_in().read(field, text, TODAY) == ({name: text} if text else {})


def test_jakarta_pusat_gives_the_golden_table_of_10_march_2026() -> None:
    table: dict[str, Counter[str]] = {}
    for area, row in _named(PUSAT).items():
        counts = table.setdefault(area.kecamatan, Counter())
        counts.update(["kkmp", f"usaha {row['usaha']}", f"rat {row['rat_2025']}"])
    golden = {
        kecamatan: tuple(counts[key] for key in ("kkmp", "usaha belum", "rat sudah", "rat belum"))
        for kecamatan, counts in table.items()
    }
    assert golden == {
        "Gambir": (6, 4, 0, 6),
        "Sawah Besar": (5, 3, 1, 4),
        "Kemayoran": (8, 2, 0, 8),
        "Senen": (6, 0, 0, 6),
        "Cempaka Putih": (3, 0, 0, 3),
        "Menteng": (5, 1, 0, 5),
        "Tanah Abang": (7, 0, 4, 3),
        "Johar Baru": (4, 0, 0, 4),
    }
    assert tuple(map(sum, zip(*golden.values(), strict=True))) == (44, 10, 5, 39)


def test_jakarta_pusat_names_those_that_the_source_names_in_its_own_spelling() -> None:
    rows = _rows(f"samples/{PUSAT}")
    assert {row["kelurahan"] for row in rows if row["usaha"] == "belum"} == {
        "Duri Pulo",
        "Petojo Selatan",
        "Cideng",
        "Gambir",
        "Gondangdia",
        "Kemayoran",
        "Serdang",
        "Mangga Dua Selatan",
        "Gunung Sahari Utara",
        "Kartini",
    }
    assert {row["kelurahan"] for row in rows if row["rat_2025"] == "sudah"} == {
        "Karang Ayar",
        "Petamburan",
        "Kebon Melati",
        "Kebon Kacang",
        "Kampung Bali",
    }


def test_no_sample_states_what_its_source_leaves_open() -> None:
    stated = {sample: set(_rows(f"samples/{sample}")[0]) for sample in SAMPLES}
    assert stated == {
        "mojokerto-2025-09-08.csv": {"kelurahan", "unit_usaha", "usaha"},
        "jakarta-barat-2025-09-09.csv": {"kelurahan"},
        "jakarta-selatan-2025-09-22.csv": {"kelurahan"},
        "jakarta-utara-2025.csv": {"kelurahan", "anggota"},
        PUSAT: {"kelurahan", "usaha", "rat_2025"},
    }
    members = {
        area.kelurahan: row["anggota"] for area, row in _named("jakarta-utara-2025.csv").items()
    }
    assert {name: count for name, count in members.items() if count} == {"Sunter Agung": "175"}
    assert {
        (row["unit_usaha"], row["usaha"]) for row in _rows("samples/mojokerto-2025-09-08.csv")
    } == {("sembako", "sudah")}


def test_figures_are_as_published() -> None:
    figures = {(row["kota"], row["indikator"]): row["nilai"] for row in _rows("figures.csv")}
    assert figures == {
        ("31.71", "kkmp"): "44",
        ("31.71", "beroperasi"): "34",
        ("31.71", "milestone.usaha.belum"): "10",
        ("31.71", "rat"): "5",
        ("31.71", "milestone.rat.belum"): "39",
        ("31.74", "kkmp"): "65",
        ("31.74", "gerai_usaha.gerai_dan_usaha"): "10",
        ("31.74", "gerai_usaha.belum_gerai"): "36",
        ("31.74", "gerai_usaha.gerai_tanpa_usaha"): "19",
        ("31.73", "kelurahan"): "56",
        ("31.73", "nib"): "sekitar 90%",
        ("31.72", "pelatihan.peserta"): "62",
        ("31.72", "pelatihan.kkmp_terjangkau"): "31",
        ("35.76", "kkmp"): "18",
        ("35.76", "beroperasi"): "18",
    }
    assert "pengurangan" in next(
        row["sumber"] for row in _rows("figures.csv") if row["nilai"] == "19"
    )


@pytest.mark.parametrize("name", ["figures.csv", "trainings.csv", "targets.csv"])
def test_every_fact_has_its_source_and_a_kota_of_the_list(name: str) -> None:
    for row in _rows(name):
        assert row["sumber"]
        assert row["kota"] in dict(INDEX.kota_names)


def test_targets_name_a_milestone_and_the_last_day_in_time() -> None:
    targets = {row["milestone"]: row for row in _rows("targets.csv")}
    assert all(milestones.by_code(code) for code in targets)
    assert (targets["usaha"]["batas"], targets["rat"]["batas"]) == ("2025-09-30", "2026-03-31")


def test_a_headcount_that_nobody_printed_is_empty_and_all_31_kelurahan_came() -> None:
    peserta = {row["kota"]: row["peserta"] for row in _rows("trainings.csv")}
    assert peserta == {"31.72": "62", "35.76": ""}
    attended = _rows("attendance.csv")
    titles = {row["judul"] for row in _rows("trainings.csv")}
    assert {row["judul"] for row in attended} <= titles
    came = {INDEX.find(row["kelurahan"], row["kota"]) for row in attended}
    assert came == {area for area in AREAS if area.kota_code == "31.72"}


def test_the_folder_explains_every_file_in_it() -> None:
    readme = Path(DATA / "README.md").read_text(encoding="utf-8")
    assert all(path.name in readme for path in DATA.glob("*.csv"))
