"""`import --skip-errors`: the bad rows land beside the file, whole, and can be imported once they
are mended.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from kkmp_cli.milestones import MILESTONES, Milestone, field_code
from kkmp_cli.model.vocabulary import built_in
from running import Office

HEADING = "No;Nama Kelurahan;NIB;Nomor NIB;Catatan;Warna\n"
GOOD = "1;Gambir;sudah;0123456789012;baik;merah\n"
BAD = "2;Cideng;entah;0123456789013;=1+1;biru\n"


def sheet(office: Office, text: str, name: str = "isian.csv") -> Path:
    path = office.register.with_name(name)
    path.write_text(text, encoding="utf-8")
    return path


def rejected(file: Path) -> list[list[Any]]:
    book = CalamineWorkbook.from_path(f"{file}.ditolak.xlsx")
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def mend(file: Path, old: str, new: str) -> Path:
    """The rejected rows with one cell corrected, as another program saves them."""
    target = file.with_name("betul.xlsx")
    book = xlsxwriter.Workbook(target)
    page = book.add_worksheet()
    for at, row in enumerate(rejected(file)):
        for column, cell in enumerate(row):
            page.write_string(at, column, new if cell == old else str(cell))
    book.close()
    return target


def test_good_rows_are_written_and_the_command_still_says_that_some_were_not(pusat: Office) -> None:
    file = sheet(pusat, HEADING + GOOD + BAD)
    done = pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert done.code == 1
    assert "1 baris ditolak" in done.out
    assert f"{file}.ditolak.xlsx" in done.err
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "sudah"
    assert pusat.good("show", "Cideng", "--json").json["nib"] is None


def test_a_rejected_row_is_whole_with_its_headings_and_its_reason(pusat: Office) -> None:
    file = sheet(pusat, HEADING + GOOD + BAD)
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    heading, row = rejected(file)
    assert heading == [
        "No",
        "Nama Kelurahan",
        "NIB",
        "Nomor NIB",
        "Catatan",
        "Warna",
        "Alasan ditolak",
    ]
    assert row[:6] == ["2", "Cideng", "entah", "0123456789013", "'=1+1", "biru"]
    assert str(row[6]).startswith("C3 ")


def test_a_mended_row_is_imported_as_the_same_day(pusat: Office) -> None:
    file = sheet(pusat, "Keadaan per 31 Oktober 2025\n" + HEADING + GOOD + BAD)
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    pusat.good("import", mend(file, "entah", "proses"), "--kota", "jakpus")
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["nib"], cideng["nib_per"]) == ("proses", "2025-10-31")
    assert (cideng["nib_nomor"], cideng["catatan"]) == ("0123456789013", "=1+1")


def test_what_was_said_of_headings_lies_in_the_headings_of_the_rejected_rows(pusat: Office) -> None:
    said = {
        "Ketua": "",
        "RAT 2026": "",
        "NIB Lama": "",
        "Ket": "",
        "Mitra 2": "catatan",
        "Terbit": "npwp",
    }
    file = sheet(
        pusat,
        f"Kelurahan;NIB;{';'.join(said)};Warna\n"
        "Cideng;entah;Ani;sudah;belum;teks;BNI;2/2/2026;biru\n",
    )
    maps = [word for heading, name in said.items() for word in ("--map", f"{heading}={name}")]
    done = pusat.run("import", file, "--kota", "jakpus", "--skip-errors", *maps)
    assert "impor berkas itu tanpa --map" in done.err
    assert rejected(file)[0][:-1] == [
        "Kelurahan",
        "NIB",
        "Ketua (diabaikan)",
        "RAT 2026 (diabaikan)",
        "NIB Lama (diabaikan)",
        "Ket (diabaikan)",
        "Mitra 2 (ke catatan)",
        "npwp",
        "Warna",
    ]
    done = pusat.good("import", mend(file, "entah", "sudah"), "--kota", "jakpus")
    assert [line.split()[2] for line in done.out.splitlines() if "tidak dikenal" in line] == [
        '"Warna"'
    ]
    cideng = pusat.good("show", "Cideng", "--json", "--with-personal").json
    assert (cideng["nib"], cideng["npwp"], cideng["catatan"]) == (
        "sudah",
        "2026-02-02",
        "Mitra 2: BNI",
    )
    assert (cideng["ketua"], cideng["rat_2025"]) == (None, None)


def test_rejected_rows_of_rejected_rows_keep_their_headings(pusat: Office) -> None:
    file = sheet(pusat, "Kelurahan;NIB;Ketua;Mitra 2\nCideng;entah;Ani;BNI\n")
    pusat.run(
        "import",
        file,
        "--kota",
        "jakpus",
        "--skip-errors",
        "--map",
        "Ketua=",
        "--map",
        "Mitra 2=catatan",
    )
    again = mend(file, "entah", "lain")
    pusat.run("import", again, "--kota", "jakpus", "--skip-errors")
    assert rejected(again)[0][:4] == rejected(file)[0][:4]


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_a_column_of_states_beside_one_of_dates_is_mended_and_imported(
    pusat: Office, milestone: Milestone
) -> None:
    label = built_in().label_of(field_code(milestone, 2025))
    file = sheet(
        pusat, f"Kelurahan;{label};Tanggal Terbitnya;Anggota\nCideng;sudah;2/2/2026;entah\n"
    )
    said = ("--map", f"Tanggal Terbitnya={milestone.code}")
    assert pusat.run("import", file, "--kota", "jakpus", "--skip-errors", *said).code == 1
    pusat.good("import", mend(file, "entah", "12"), "--kota", "jakpus")
    assert pusat.good("show", "Cideng", "--json").json[field_code(milestone, 2025)] == "2026-02-02"


def test_a_heading_over_two_rows_is_mended_and_imported(pusat: Office) -> None:
    file = sheet(
        pusat,
        "Kelurahan;NIB;;NPWP;\n;Status;Tanggal;Status;Tanggal\nCideng;sudah;2/2/2026;entah;\n",
    )
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    pusat.good("import", mend(file, "entah", "sudah"), "--kota", "jakpus")
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["nib"], cideng["npwp"]) == ("2026-02-02", "sudah")


def test_rows_that_only_the_plan_refuses_are_rejected_too(pusat: Office) -> None:
    pusat.good("update", "Senen", "--nib", "sudah", "--nib-nomor", "0123456789013")
    file = sheet(pusat, HEADING + GOOD + BAD.replace("entah", "sudah"))
    done = pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert done.code == 1
    assert [row[1] for row in rejected(file)[1:]] == ["Cideng"]


def test_a_row_keeps_the_kecamatan_that_stood_above_it(pusat: Office) -> None:
    gambir, senen = (
        "Kecamatan Gambir\nGambir;sudah\nCideng;entah\n",
        "Kecamatan Senen\nSenen;sudah\nBungur;entah\n",
    )
    text = f"Kelurahan;NIB\n{gambir}{senen}"
    file = sheet(pusat, text)
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert [row[0] for row in rejected(file)[1:]] == [
        "Kecamatan Gambir",
        "Cideng",
        "Kecamatan Senen",
        "Bungur",
    ]
    assert "2 diubah" in pusat.good("import", mend(file, "entah", "sudah")).out


def test_a_row_that_a_separator_has_shifted_is_rejected_again_as_it_stands(pusat: Office) -> None:
    file = sheet(pusat, "kelurahan,catatan,NIB\nGambir,ada tamu, belum,sudah\n")
    assert pusat.run("import", file, "--kota", "jakpus", "--skip-errors").code == 1
    again = pusat.run("import", f"{file}.ditolak.xlsx", "--kota", "jakpus", "--json")
    assert (again.code, again.json["berkas"][0]["galat"][0]["isi"]) == (1, "belum,sudah")


def test_a_folder_is_imported_without_the_rejected_rows_of_before(pusat: Office) -> None:
    folder = pusat.register.with_name("masuk")
    folder.mkdir()
    (folder / "isian.csv").write_text(HEADING + GOOD + BAD, encoding="utf-8")
    for _ in range(2):
        done = pusat.run("import", folder, "--kota", "jakpus", "--skip-errors")
        assert "juga ada di" not in done.out
    assert len(list(folder.iterdir())) == 2


def test_from_standard_input_they_come_as_csv(
    pusat: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((HEADING + GOOD + BAD).encode())))
    assert pusat.run("import", "-", "--kota", "jakpus", "--skip-errors").code == 1
    found = (tmp_path / "masukan.ditolak.csv").read_text("utf-8-sig").splitlines()
    assert found[1].startswith("2;Cideng;entah;0123456789013;'=1+1;biru;\"C3 ")


@pytest.mark.parametrize("more", [("--dry-run", "--skip-errors"), ()], ids=str)
def test_without_a_write_nothing_lands_beside_the_file(
    pusat: Office, more: tuple[str, ...]
) -> None:
    file = sheet(pusat, HEADING + GOOD + BAD)
    before = pusat.register.read_bytes()
    assert pusat.run("import", file, "--kota", "jakpus", *more).code == 1
    assert pusat.register.read_bytes() == before
    assert not Path(f"{file}.ditolak.xlsx").exists()


def test_what_was_asked_for_already_is_not_advised(pusat: Office) -> None:
    asked = ("import", sheet(pusat, HEADING + GOOD + BAD), "--kota", "jakpus", "--skip-errors")
    planned, _, again = (pusat.run(*asked, *more).out for more in (("--dry-run",), (), ()))
    assert "tidak ada yang ditulis. 1 baris ditolak, yang lain akan dimasukkan." in planned
    assert (
        "Tidak ada yang ditulis: 1 baris ditolak, dan baris lainnya tidak mengubah apa-apa."
        in again
    )
    assert "--skip-errors" not in planned + again


def test_how_many_good_cells_are_held_back_is_said(pusat: Office) -> None:
    done = pusat.run(
        "import", sheet(pusat, HEADING + GOOD + BAD), "--kota", "jakpus", "--skip-errors"
    )
    assert "2 isian baik" in done.out + done.err


def test_counts_of_thousands_have_their_dots(pusat: Office) -> None:
    bad = "".join(f"{number};Cideng;entah;0123456789013;;\n" for number in range(1_250))
    done = pusat.run(
        "import", sheet(pusat, HEADING + GOOD + bad), "--kota", "jakpus", "--skip-errors"
    )
    assert "1.250 baris ditolak, 1.250 isian baik" in done.out
    assert "1.250 baris yang ditolak ditulis" in done.err


def test_the_rejected_rows_are_for_the_owner_alone(pusat: Office) -> None:
    file = sheet(pusat, HEADING + GOOD + BAD)
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert Path(f"{file}.ditolak.xlsx").stat().st_mode & 0o777 == 0o600


def test_a_number_that_somebody_else_holds_is_told_beside_the_other_errors_of_its_row(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--kota", "jakpus", "--nib-nomor", "0123456789012")
    file = tmp_path / "isian.csv"
    file.write_text(
        "Kelurahan;No NIB;Anggota\nGambir;0123456789012;banyak\nKramat;9120000000001;x\n"
        "Senen;9120000000001;12\n",
        encoding="utf-8",
    )
    done = pusat.run("import", file, "--kota", "jakpus", "--json")
    found = [(one["sel"], one["pesan"]) for one in done.json["berkas"][0]["galat"]]
    assert found == [
        ("C2", "bukan bilangan bulat"),
        ("C3", "bukan bilangan bulat"),
        ("B2", "nomor ini sudah dipegang Cideng (31.71.01.1002)"),
        ("B3", "nomor ini sudah dipegang Senen (31.71.04.1001)"),
    ]
    assert (done.json["berkas"][0]["ditolak"], done.json["berkas"][0]["ubah"]) == (2, 1)


def test_a_title_that_names_a_kecamatan_stays_out_of_the_rejected_rows(
    pusat: Office, tmp_path: Path
) -> None:
    file = tmp_path / "judul.csv"
    lines = [
        "REKAP",
        "KECAMATAN KEMAYORAN - KOTA JAKARTA PUSAT",
        "kelurahan;usaha",
        "Serdang;x",
        "Kemayoran;sudah",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert pusat.run("import", file, "--skip-errors").code == 1
    assert [row[:2] for row in rejected(file)] == [["kelurahan", "usaha"], ["Serdang", "x"]]


def test_a_kecamatan_row_that_was_mended_is_none_of_the_data(pusat: Office, tmp_path: Path) -> None:
    file = tmp_path / "mended.csv"
    file.write_text(
        "Kelurahan;Gerai;Alasan ditolak\nKec. Senen;;kecamatan tidak ditemukan\nKwitang;ada;\n",
        "utf-8",
    )
    done = pusat.good("import", file, "--json").json["berkas"][0]
    assert (done["ubah"], done["galat"]) == (1, [])


def test_rejected_rows_that_somebody_has_mended_are_kept(pusat: Office, tmp_path: Path) -> None:
    file, rejects = tmp_path / "mo.csv", tmp_path / "mo.csv.ditolak.xlsx"
    file.write_text("Kelurahan;Gerai\nSenen;x\nKenari;ada\n", "utf-8")
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert [each.name for each in tmp_path.glob("*.lama*")] == []
    rejects.write_bytes(b"mended by hand")
    done = pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert "yang lama disimpan sebagai mo.csv.ditolak.lama.xlsx" in done.err
    assert (tmp_path / "mo.csv.ditolak.lama.xlsx").read_bytes() == b"mended by hand"
    rejects.write_bytes(b"again")
    pusat.run("import", file, "--kota", "jakpus", "--skip-errors")
    assert (tmp_path / "mo.csv.ditolak.lama-2.xlsx").read_bytes() == b"again"


def test_a_form_that_comes_back_is_not_told_of_empty_cells(pusat: Office, tmp_path: Path) -> None:
    form = tmp_path / "isian.xlsx"
    pusat.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", form)
    assert "--kosong-belum" not in pusat.good("import", form, "--per", "2026-03-10").out
