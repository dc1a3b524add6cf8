"""Advice that is followed writes no wrong figure: a field is named only where a heading means it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

HEADINGS = (
    "No BH;Tgl BH;Nomor BH;No. Akta;Tanggal Akta;Nama Notaris;Kode Pos;Jumlah Karyawan;Omset;Aset;"
    "Modal Sendiri;Modal Luar;SHU;Tgl RAT Terakhir;Tahun RAT;Grade;Status Aktif;Kelompok Koperasi;"
    "Sektor Usaha;Bentuk Koperasi;Jenis Koperasi;Pola Pengelolaan;Luas Lahan;Status Lahan;"
    "Nama Sekretaris;Nama Bendahara;Nama Pengawas;Email;Simpanan Pokok;"
    "Simpanan Wajib;Tanggal Pendirian;Tanggal Pengesahan;No. Pengesahan;No Sertifikat;"
    "Tgl Sertifikat;Tanggal BH;Status Tempat;Status Tanah;Bangunan;Listrik;Jumlah Pengurus;"
    "Jumlah Pengawas;Anggota L;Anggota P;Laki-laki;Perempuan;Anggota Aktif;Jumlah Gerai;"
    "Jumlah Unit Usaha;Akun SIMKOPDES;Microsite;Proposal Bisnis;PIC;BA;Pendamping;Nama BA;SK Lurah;"
    "Tgl SK Lurah;Rapat Anggota;Domain;Nama Bank Penyalur;KUR;Plafon;NIK Ketua;No NPWP Ketua;"
    "Tgl Mulai;Tanggal Input;Tanggal Update;Terakhir Diperbarui;Status Verifikasi;Status Data;"
    "Status Akun;Status Rapat;Usaha Utama;Jenis Usaha Utama;Izin Edar;PIRT;Halal;TDP;SIUP;IUMK;SKU"
)
"""Headings of real files that are no field of the register."""


def test_no_field_is_named_for_headings_that_mean_none(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "judul.csv"
    sheet.write_text(f"Kelurahan;{HEADINGS};NIB\nCideng{';' * (HEADINGS.count(';') + 1)};sudah\n")
    done = pusat.good("import", sheet, "--dry-run")
    maps = re.findall(r'tidak dikenal, tidak dibaca; [^"]*: --map "(.*)=(.*)"', done.out)
    packages = re.findall(r'"([^"]*)" tidak dikenal, tidak dibaca; paket', done.out)
    assert {*packages, *(heading for heading, _ in maps)} == {*HEADINGS.split(";")}
    kept = {heading for heading, field in maps if field == "catatan"}
    assert {field for _, field in maps} == {"", "catatan"}
    assert not {"Nama Notaris", "Nama Bendahara", "PIC", "Pendamping", "Email"} & kept


@pytest.mark.parametrize("option", ["--alamat", "--omzet", "--keluarga"])
def test_no_option_is_meant_by_a_word_that_only_resembles_it(pusat: Office, option: str) -> None:
    done = pusat.refused("update", "Cideng", option, "Jl. Contoh 1", code=2)
    assert "Maksud Anda" not in done.err
    assert "kkmp update --help" in done.err


def test_the_milestones_of_a_google_form_are_read(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "jawaban.csv"
    sheet.write_text(
        "Pilih Kelurahan;Apakah koperasi sudah memiliki NIB?;Apakah usaha sudah berjalan?;"
        "Sejak kapan usaha berjalan?;Apakah sudah melaksanakan RAT tahun buku 2025?;"
        "Berapa jumlah anggota?\n"
        "Cideng;Sudah;Ya;1/2/2026;Belum;120\nGambir;Belum;Belum;;Sudah;\n"
    )
    pusat.good("import", sheet, "--per", "2026-03-10", "--yes")
    cideng = pusat.good("show", "Cideng", "--json", "--per", "2026-03-10").json
    assert cideng["usaha"] == "2026-02-01"
    assert (cideng["nib"], cideng["rat_2025"], cideng["anggota"]) == ("sudah", "belum", 120)


def test_a_column_of_a_milestone_is_never_passed_over_in_silence(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;NIB;Operasional Gerai;Keterangan Gerai\nCideng;v;v;bagus\n")
    done = pusat.run("import", sheet, "--yes")
    assert done.code == 1
    assert "C1 Operasional Gerai: `Operasional Gerai` menyebut Usaha dan Gerai" in done.out
    assert '--map "Operasional Gerai=usaha"' in done.out
    pusat.good("import", sheet, "--map", "Operasional Gerai=usaha", "--yes")
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["usaha"], cideng["gerai"]) == ("sudah", None)


def test_a_heading_of_a_file_does_not_act_in_the_map_that_is_advised(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text('Kelurahan;NIB;"Isi ""$(touch x)"" `id`"\nCideng;v;1\n')
    done = pusat.good("import", sheet, "--dry-run")
    ready = re.search(r"--map .*$", done.out.split("tidak dikenal", 1)[1], re.MULTILINE)
    assert ready is not None
    words = shlex.split(ready[0].replace("…", "catatan"))
    assert words == ["--map", 'Isi "$(touch x)" `id`=catatan']
    assert "'" in ready[0]
    pusat.good("import", sheet, *words, "--yes")
