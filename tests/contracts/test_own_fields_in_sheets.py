"""The monthly forms of assistants go in whole once their package is declared; nothing in them is
misread.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Done, Office
from sheet_files import Grid, xlsx

DAY = ["Keadaan per 31 Oktober 2026"]
READINESS: Grid = [
    *(["LAPORAN BULANAN BUSINESS ASSISTANT: KESIAPAN GERAI"], DAY),
    ["No", "Kelurahan", "Lahan", "Pembangunan", "Kendaraan", "Etalase", "Komputer", "Keterangan"],
    [1, "Gambir", "Ada", "Selesai", "Ada", "Ada", "Ada", ""],
    [2, "Cideng", "Belum ada", "Proses 50%", "Tidak", "Tidak", "Tidak", "menunggu aset kota"],
]
RUNNING: Grid = [
    *(["LAPORAN BULANAN BUSINESS ASSISTANT: PENGELOLAAN GERAI"], DAY),
    ["No", "Kelurahan", "Status Gerai", "Jumlah Karyawan", "", "Omzet/Bln", "Kendala"],
    ["", "", "", "2025", "2026", "", ""],
    [1, "Gambir", "Operasional", 2, 3, "Rp12,5 juta", "-"],
    [2, "Cideng", "Belum ada", 0, 0, 0, "tempat"],
]
PROFILE: Grid = [
    *(["LAPORAN BULANAN BUSINESS ASSISTANT: PROFIL"], DAY),
    ["No", "Kelurahan", "RAT TB 2025", "Anggota Awal", "Penambahan", "Simpanan Pokok"],
    [1, "Gambir", "Sudah", 20, 100, "Rp 12.000.000"],
    [2, "Cideng", "Belum", 9, 0, 900000],
]
PARTNERS: Grid = [
    *(["LAPORAN BULANAN BUSINESS ASSISTANT: KEMITRAAN"], DAY),
    ["No", "Kelurahan", "Mitra BUMN", "Mitra Non BUMN", "Status Kemitraan", "PKS/MoU"],
    [1, "Gambir", "Bulog, Pertamina", "Toko Contoh", "Perjanjian", "Ada"],
    [2, "Cideng", "Bulog", "-", "Pengajuan", "Belum"],
]
LAND: Grid = [
    *(["REKAP PMO: LAHAN DAN PEMBANGUNAN"], DAY),
    *(["No", "Kelurahan", "Status Lahan", "Luas Lahan (m2)", "Usulan Lahan", "Progres Fisik (%)"],),
    [1, "Gambir", "milik Pemprov", 600, "Disetujui", "85%"],
    [2, "Cideng", "sengketa", "1.250", "Ditolak", 40],
]
LOAN: Grid = [
    *(["REKAP PMO: PEMBIAYAAN"], DAY),
    ["No", "Kelurahan", "Proposal", "TAPD", "Musbangkel", "Persetujuan Walikota", "Plafon"],
    [1, "Gambir", "Sudah", "Sudah", "12/9/2026", "Proses", "Rp1,5 miliar"],
    [2, "Cideng", "Belum", "Belum", "Belum", "Belum", ""],
]
MONEY: Grid = [
    *(["REKAP PMO: KERAGAAN"], DAY),
    ["No", "Kelurahan", "Omset (Rp)", "Total Aset", "SHU", "Jml Karyawan"],
    [1, "Gambir", 12500000, "50 juta", "(1.200.000)", 3],
    [2, "Cideng", 0, 0, 0, 0],
]
MEETING: Grid = [
    *(["REKAP PMO: RAT"], DAY),
    ["No", "Kelurahan", "RAT TB 2025", "LPJ", "Berita Acara RAT", "RAT di SIMKOPDES"],
    [1, "Gambir", "20/3/2026", "Ada", "Ada", "Sudah"],
    [2, "Cideng", "Belum", "Belum", "Belum", "Belum"],
]
SYSTEM: Grid = [
    ["district", "village", "accounts_count", "simpanan_pokok_amount", "simpanan_pokok_members"],
    ["KOTA ADM. JAKARTA PUSAT", "Gambir", 1, 23500000, 235],
    ["KOTA ADM. JAKARTA PUSAT", "Cideng", 0, 0, 0],
]
FORMS: dict[str, tuple[Grid, tuple[str, ...], dict[str, str]]] = {
    "kesiapan": (READINESS, ("lahan", "pembangunan"), {"x_pembangunan": "proses"}),
    "pengelolaan": (RUNNING, ("keragaan",), {"x_karyawan_2026": "3", "x_omzet": "12500000"}),
    "profil": (PROFILE, ("keragaan",), {"x_anggota_awal": "20", "x_simpanan_pokok": "12000000"}),
    "mitra": (PARTNERS, ("kemitraan",), {"x_status_kemitraan": "perjanjian", "x_pks": "ya"}),
    "lahan": (
        LAND,
        ("lahan", "pembangunan"),
        {"x_luas_lahan": "1250", "x_progres_pembangunan": "85%"},
    ),
    "pinjaman": (LOAN, ("pembiayaan",), {"x_musbangkel": "2026-09-12", "x_plafon": "1500000000"}),
    "keragaan": (MONEY, ("keragaan",), {"x_shu": "-1200000", "x_aset": "50000000"}),
    "rat": (MEETING, ("rat",), {"x_rat_dilaporkan": "ya", "x_berita_acara_rat": "tidak"}),
    "simkopdes": (
        SYSTEM,
        ("simkopdes",),
        {"x_anggota_bayar_pokok": "235", "x_akun_simkopdes": "ya"},
    ),
}
"""Of each form: the sheet, the packages it asks for, and some of what it says."""


def took_in(office: Office, folder: Path, name: str) -> Done:
    grid, packages, _ = FORMS[name]
    for package in packages:
        office.good("field", "add", "--paket", package)
    path = xlsx(folder / f"{name}.xlsx", Data=grid)
    return office.good("import", path, "--kota", "jakpus")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_goes_in_whole_and_the_same_form_again_says_nothing_new(
    pusat: Office, tmp_path: Path, name: str
) -> None:
    done = took_in(pusat, tmp_path, name)
    assert "tidak dikenal" not in done.out
    assert "2 baris: 2 diubah" in done.out
    rows = pusat.state()
    known = {(row[1], row[4]) for row in rows["field_values"]}
    known |= {(row[1], text) for row in rows["milestones"] for text in row[4:6]}
    assert set(FORMS[name][2].items()) <= known
    runs = pusat.count("runs")
    pusat.good("import", tmp_path / f"{name}.xlsx", "--kota", "jakpus")
    assert pusat.count("runs") == runs
    pusat.good("undo")
    assert not {row[1] for row in pusat.state()["field_values"]}


def test_a_form_without_its_package_names_what_it_does_not_read(
    pusat: Office, tmp_path: Path
) -> None:
    path = xlsx(tmp_path / "rat.xlsx", Data=MEETING)
    assert 'Kolom D "LPJ" tidak dikenal' in pusat.good("import", path, "--kota", "jakpus").out


def one_column(office: Office, folder: Path, heading: str, cell: object, *more: str) -> Done:
    path = xlsx(folder / "satu.xlsx", Data=[["Kelurahan", heading], ["Gambir", cell]])
    return office.run("import", path, "--kota", "jakpus", *more)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Progres Fisik (%)", 0.85),
        ("Omzet", 12.5),
        ("Omzet", "12,500,000"),
        ("Omzet", "1,25E+07"),
        ("Jumlah Karyawan", "3,5"),
        ("Status Lahan", "milik warga"),
        ("Etalase", "rusak"),
    ],
)
def test_what_cannot_be_read_for_certain_is_an_error_of_its_cell(
    pusat: Office, tmp_path: Path, heading: str, cell: object
) -> None:
    for package in ("keragaan", "pembangunan", "lahan"):
        pusat.good("field", "add", "--paket", package)
    before = pusat.state()
    done = one_column(pusat, tmp_path, heading, cell)
    assert done.code == 1
    assert f"B2 {heading}" in done.out + done.err
    assert pusat.state() == before


@pytest.mark.parametrize(
    ("heading", "more"),
    [
        ("Omzet (Rp juta)", ("--map", "Omzet (Rp juta)=x_omzet")),
        ("Omzet (ribu rupiah)", ("--map", "Omzet (ribu rupiah)=x_omzet")),
    ],
)
def test_an_amount_in_millions_is_never_read_as_rupiah(
    pusat: Office, tmp_path: Path, heading: str, more: tuple[str, ...]
) -> None:
    pusat.good("field", "add", "--paket", "keragaan")
    assert "rupiah penuh" in one_column(pusat, tmp_path, heading, 12, *more).out
    path = xlsx(
        tmp_path / "judul.xlsx",
        Data=[["KERAGAAN (dalam juta rupiah)"], ["Kelurahan", "Omzet"], ["Gambir", 12]],
    )
    assert "rupiah penuh" in pusat.run("import", path, "--kota", "jakpus").out
    path = xlsx(
        tmp_path / "satuan.xlsx",
        Data=[["No", "Kelurahan", "Omzet"], ["", "", "(juta rupiah)"], [1, "Gambir", 12]],
    )
    assert "rupiah penuh" in pusat.run("import", path, "--kota", "jakpus").out
    pusat.good("import", path, "--kota", "jakpus", "--map", "Omzet=")
    assert not pusat.state()["field_values"]


def test_a_person_is_never_taken_into_a_text(pusat: Office, tmp_path: Path) -> None:
    pusat.good("field", "add", "--paket", "kemitraan")
    done = one_column(pusat, tmp_path, "Mitra BUMN", "Bulog, hubungi 0812-3456-7890")
    assert done.code == 1
    assert "telepon" in done.out + done.err


def test_a_retired_choice_is_read_and_told(pusat: Office, tmp_path: Path) -> None:
    pusat.good("field", "add", "--paket", "lahan")
    pusat.good("field", "update", "status_lahan", "--pensiunkan", "wakaf")
    done = one_column(pusat, tmp_path, "Status Tanah", "WAKAF")
    assert done.code == 0
    assert 'Kolom "Status Tanah": pilihan yang sudah pensiun tetap dibaca: wakaf' in done.out
    assert "pensiun" not in one_column(pusat, tmp_path, "Status Tanah", "sewa").out
    pusat.good("undo")
    values = {row[4] for row in pusat.state()["field_values"]}
    assert values == {"wakaf"}
    told = pusat.good("update", "Cideng", "--x-status-lahan", "wakaf").err
    assert "Status lahan: pilihan `wakaf` sudah pensiun" in told


def test_a_field_of_another_office_is_refused_until_it_is_declared(
    pusat: Office, tmp_path: Path
) -> None:
    path = xlsx(tmp_path / "lain.xlsx", Data=[["Kelurahan", "x_luas"], ["Gambir", 24]])
    done = pusat.run("import", path, "--kota", "jakpus")
    assert done.code == 1
    assert "bidang ini tidak ada di register" in done.out
    pusat.good("import", path, "--kota", "jakpus", "--map", "x_luas=")
    pusat.good("field", "add", "luas", "Luas gerai", "--kind", "jumlah", "--arti", "luas dalam m2")
    pusat.good("import", path, "--kota", "jakpus")
    pusat.good("field", "retire", "luas")
    done = pusat.run("import", path, "--kota", "jakpus")
    assert "`kkmp field retire x_luas --batal`" in done.out
    pusat.good("field", "retire", "x_luas", "--batal")
    pusat.good("import", path, "--kota", "jakpus")


def test_a_month_that_stands_first_makes_every_slash_date_of_the_column_an_error(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("field", "add", "sertifikat", "Sertifikat", "--kind", "tanggal", "--arti", "terbit")
    rows = [["Kelurahan", "Sertifikat"], ["Gambir", "3/10/2026"], ["Cideng", "3/15/2026"]]
    path = xlsx(tmp_path / "tanggal.xlsx", Data=rows)
    before = pusat.state()
    done = pusat.run("import", path, "--kota", "jakpus", "--skip-errors")
    assert "2 ditolak" in done.out
    assert pusat.state() == before


@pytest.mark.parametrize(
    ("written", "differs"), [("Rp15.000.000", False), (15_000_000, False), ("15,5 juta", True)]
)
def test_the_sum_below_a_column_of_amounts_is_compared(
    pusat: Office, tmp_path: Path, written: object, differs: bool
) -> None:
    pusat.good("field", "add", "--paket", "keragaan")
    rows: list[list[object]] = [["Kelurahan", "Omzet"], ["Gambir", "10 juta"], ["Cideng", 5000000]]
    path = xlsx(tmp_path / "jumlah.xlsx", Data=[*rows, ["JUMLAH", written]])
    done = pusat.good("import", path, "--kota", "jakpus")
    assert ("15500000" in done.out.replace(".", "")) is differs


def test_a_choice_with_a_question_mark_is_no_choice(pusat: Office, tmp_path: Path) -> None:
    pusat.good("field", "add", "--paket", "lahan")
    before = pusat.state()
    done = one_column(pusat, tmp_path, "Status Tanah", "Sewa?")
    assert "`Sewa?`: bukan pilihan yang dikenal" in done.out
    pusat.refused("update", "Cideng", "--x-status-lahan", "sewa ?")
    assert pusat.state() == before
    assert (
        "milik BUMN/BUMD"
        in pusat.good("update", "Cideng", "--x-status-lahan", "Milik bumn / bumd").out
    )
