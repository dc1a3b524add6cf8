"""Names as the files of ministries and offices write them: tails, short forms, bare codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Office
from sheet_files import xlsx


def found(office: Office, name: str) -> str:
    return str(office.good("show", name, "--json").json["kode"])


@pytest.mark.parametrize(
    ("name", "kode"),
    [
        ("KOPERASI KELURAHAN MERAH PUTIH CIDENG KECAMATAN GAMBIR", "31.71.01.1002"),
        ("KDKMP Duri Pulo Gambir", "31.71.01.1006"),
        ("Kopkel Merah Putih Karang Anyar Sawah Besar Jakarta Pusat", "31.71.02.1002"),
        ("KKMP GAMBIR KECAMATAN GAMBIR KOTA ADMINISTRASI JAKARTA PUSAT", "31.71.01.1001"),
        *(("Kb. Kacang", "31.71.07.1006"), ("Kp. Bali Tanah Abang", "31.71.07.1007")),
        *(("Gn. Sahari Ut.", "31.71.02.1004"), ("Ps. Baru", "31.71.02.1001")),
    ],
)
def test_a_name_is_found_without_what_repeats_its_place(
    pusat: Office, name: str, kode: str
) -> None:
    assert found(pusat, name) == kode


@pytest.mark.parametrize("name", ["Cideng Senen", "Cideng Kecamatan Senen", "Kb. Gambir"])
def test_a_tail_of_another_place_is_refused(pusat: Office, name: str) -> None:
    assert "tidak ditemukan" in pusat.refused("show", name).err


def test_a_code_without_its_points_is_taken_where_the_names_agree(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "data.csv"
    sheet.write_text(
        "KODE KELURAHAN,WILAYAH KOTA,KECAMATAN,KELURAHAN,NIB\n"
        "3171011002,JAKARTA PUSAT,GAMBIR,CIDENG,SUDAH\n3171011001,JAKARTA PUSAT,GAMBIR,GAMBIR,v\n"
    )
    assert pusat.good("import", sheet, "--dry-run", "--json").json["berkas"][0]["ubah"] == 2
    for wrong in ("3171011002,JAKARTA PUSAT,GAMBIR,GAMBIR,v", "3171011002,JAKARTA PUSAT,GAMBIR,,v"):
        sheet.write_text(f"KODE KELURAHAN,WILAYAH KOTA,KECAMATAN,KELURAHAN,NIB\n{wrong}\n")
        done = pusat.run("import", sheet)
        assert (done.code, "A2 KODE KELURAHAN `3171011002`" in done.out) == (1, True)


def test_a_code_of_a_kota_that_is_a_number_is_blamed_with_its_remedy(
    pusat: Office, tmp_path: Path
) -> None:
    rows: list[list[str | float]] = [["Kota", "Kelurahan", "NIB"], [31.71, "Cideng", "sudah"]]
    done = pusat.run("import", xlsx(tmp_path / "kota.xlsx", Data=rows))
    assert (done.code, "A2 Kota `31,71`" in done.out) == (1, True)
    rows[1][0] = "31.71"
    pusat.good("import", xlsx(tmp_path / "kota.xlsx", Data=rows), "--yes")


def test_the_ministry_s_table_is_read_with_the_maps_that_its_errors_name(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "stats.csv"
    sheet.write_text(
        "province,district,subdistrict,village_id,village,cooperatives,npwp_count,nib_count\n"
        "DKI JAKARTA,KOTA ADM. JAKARTA PUSAT,Gambir,74736,Cideng,1,1,0\n"
    )
    first = pusat.run("import", sheet)
    advised = re.findall(r'--map "(\w+=\w+)" bila', first.out)
    assert (first.code, advised) == (1, ["npwp_count=npwp", "nib_count=nib"])
    maps = [part for one in advised for part in ("--map", one)]
    pusat.good("import", sheet, *maps, "--yes")
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["npwp"], cideng["nib"]) == ("sudah", "belum")


def test_a_kecamatan_outside_the_list_comes_in_with_its_list(
    pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sheet = Path("isian.csv")
    sheet.write_text("Kecamatan;Desa;NIB\nJatibanteng;Curahsuri;sudah\n", encoding="utf-8")
    refused = pusat.run("import", sheet)
    assert "kkmp area list" in refused.out
    assert "kkmp area import wilayah.csv" in refused.out
    pusat.good("area", "list")
    Path("wilayah.csv").write_text(
        "kode,kelurahan,kecamatan,kota,provinsi\n"
        "35.12.01.2001,Curahsuri,Jatibanteng,Kabupaten Situbondo,Jawa Timur\n",
        encoding="utf-8",
    )
    pusat.good("area", "import", "wilayah.csv", "--yes")
    pusat.good("import", sheet, "--yes")
    assert pusat.good("show", "Curahsuri", "--json").json["nib"] == "sudah"
