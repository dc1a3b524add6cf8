"""Which cooperative a row is about, and what narrows its name."""

from __future__ import annotations

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.importing.which_area import RowArea
from kkmp_cli.model.area import Area
from office_sheets import (
    AREAS,
    problems_of,
    read_text,
    values_of,
)
from steps import steps


def test_a_row_that_only_names_a_kecamatan_narrows_the_names_below_it() -> None:
    villages = [
        Area(1, "32.76.01.1001", "Mekarjaya", "Sukmajaya", "Kota Depok", "Jawa Barat"),
        Area(2, "32.76.02.1001", "Mekarjaya", "Beji", "Kota Depok", "Jawa Barat"),
    ]
    index = AreaIndex(villages)
    text = "Kelurahan;NIB\nKecamatan Beji;\nMekarjaya;sudah\nSUKMAJAYA;\nMekarjaya;belum"
    reading = read_text(text, index=index)
    assert [(intent.area.id, dict(intent.values)) for intent in reading.intents] == [
        (2, {"nib": "sudah"}),
        (1, {"nib": "belum"}),
    ]
    merged = "Kecamatan;Kelurahan;NIB\nBeji;Mekarjaya;sudah\nSukmajaya;Mekarjaya;belum"
    assert [intent.area.id for intent in read_text(merged, index=index).intents] == [2, 1]


def test_a_merged_kecamatan_cell_reaches_down_as_far_as_it_is_needed() -> None:
    villages = [
        Area(1, "32.76.01.1001", "Mekarjaya", "Sukmajaya", "Kota Depok", "Jawa Barat"),
        Area(2, "32.76.02.1001", "Mekarjaya", "Beji", "Kota Depok", "Jawa Barat"),
        Area(3, "32.76.02.1002", "Tugu", "Beji", "Kota Depok", "Jawa Barat"),
    ]
    reading = read_text(
        "Kecamatan;Kelurahan;NIB\nBeji;Tugu;sudah\n;Mekarjaya;belum", index=AreaIndex(villages)
    )
    assert [intent.area.id for intent in reading.intents] == [3, 2]


def test_code_and_name_of_a_row_must_agree() -> None:
    rows = ("31.71.02.1002;Kartini;sudah", "31.71.02.1002;Karang Ayar;sudah", "3171021003;Gelora;")
    reading = read_text("\n".join(("Kode;Kelurahan;NIB", *rows)))
    assert problems_of(reading) == [(2, "A2", "31.71.02.1002"), (4, "A4", "3171021003")]


def test_the_kota_asked_for_narrows_names_and_rejects_no_row_that_says_its_own() -> None:
    text = (
        "Kode;Kelurahan;Kota;NIB\n;Gambir;Jakarta "
        "Pusat;sudah\n31.74.01.1001;;;sudah\n;Semanan;;sudah"
    )
    reading = read_text(text, kota="31.71")
    assert problems_of(reading) == [(4, "B4", "Semanan")]
    assert len(reading.intents) == 2


def test_the_name_of_the_cooperative_names_the_row_where_nothing_else_does() -> None:
    text = (
        "Nama Koperasi;NIB\nKKMP Gambir;sudah\nKoperasi Kelurahan Merah Putih "
        "Cideng;sudah\nKartini;belum"
    )
    assert values_of(read_text(text)) == {
        "Gambir": {"nib": "sudah"},
        "Cideng": {"nama": "Koperasi Kelurahan Merah Putih Cideng", "nib": "sudah"},
        "Kartini": {"nib": "belum"},
    }


def test_a_code_without_its_points_is_taken_where_any_name_agrees() -> None:
    texts = ("Kode;Nama;NIB\n3171011002;KKMP Cideng;v", "Kode;Kelurahan;NIB\n3171011002;Cideng;v")
    for text in texts:
        (intent,) = read_text(text).intents
        assert intent.area.kode == "31.71.01.1002"
    for text in ("Kode;NIB\n3171011002;v", "Kode;Nama;NIB\n3171011002;KKMP Gelora;v"):
        assert problems_of(read_text(text)) == [(2, "A2", "3171011002")]


def test_a_line_that_names_nobody_costs_nothing_of_the_area_list() -> None:
    row = RowArea(AreaIndex(AREAS), None, {"kelurahan": 0})
    row.narrow([(0, "Catatan: ke-0")])  # the names of the list are put in order once
    work = steps(lambda: row.narrow([(0, "Catatan: ke-1")]))
    assert sum(work.values()) < len(AREAS)
