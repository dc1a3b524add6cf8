"""`kkmp import --sheet`: several sheets of a workbook in one call, each named wherever its rows
are.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from running import Office, count

pytestmark = pytest.mark.both_engines

Grid = list[list[str]]
TABS: dict[str, Grid] = {
    "Petunjuk": [["Cara mengisi"]],
    "Rekap": [["Kecamatan", "NIB"], ["Gambir", "2"]],
    "Gambir": [["Kelurahan", "NIB"], ["Gambir", "sudah"], ["Cideng", "belum"]],
    "Senen": [["Kelurahan", "NIB"], ["Senen", "proses"], ["Kenari", "sudah"]],
}


def book(office: Office, name: str = "buku.xlsx", **changed: Grid) -> Path:
    return made_of(office.register.with_name(name), TABS | changed)


def made_of(path: Path, tabs: dict[str, Grid], concealed: Grid | None = None) -> Path:
    """A workbook of these sheets; `concealed` stands on a hidden one, `Gambir lama`."""
    with xlsxwriter.Workbook(path) as made:
        for tab, rows in (tabs | ({"Gambir lama": concealed} if concealed else {})).items():
            page = made.add_worksheet(tab)
            if tab == "Gambir lama":
                page.hide()
            for at, row in enumerate(rows):
                page.write_row(at, 0, row)
    return path


def test_without_a_name_the_question_says_how_to_take_all(pusat: Office) -> None:
    said = pusat.refused("import", book(pusat), "--kota", "jakpus").err
    assert "2 lembar berisi tabel: `Gambir`, `Senen`" in said
    assert '--sheet semua; satu per satu, misalnya --sheet "Gambir"' in said


def test_all_tables_are_one_run_and_the_rest_is_named(pusat: Office) -> None:
    done = pusat.good("import", book(pusat), "--kota", "jakpus", "--sheet", "Semua")
    assert "lembar Gambir, judul di baris 1" in done.out
    assert "lembar Senen, judul di baris 1" in done.out
    assert "Lembar lain tidak dibaca: Petunjuk, Rekap." in done.out
    assert "Tersimpan sebagai pekerjaan 2: 4 koperasi." in done.out
    told = pusat.good("history", "--jumlah", 1).out
    assert "buku.xlsx lembar Senen baris 2" in told
    assert "buku.xlsx lembar Gambir baris 3" in told
    pusat.good("undo", "--yes")
    assert pusat.good("show", "Senen", "--json").json["nib"] is None


def test_the_json_has_an_entry_for_each_sheet(pusat: Office) -> None:
    file = book(pusat, Senen=[["Kelurahan", "NIB"], ["Senen", "entah"]])
    files = pusat.run("import", file, "--kota", "jakpus", "--sheet", "semua", "--json").json[
        "berkas"
    ]
    assert [(each["berkas"], each["lembar"], each["ditolak"]) for each in files] == [
        (str(file), "Gambir", 0),
        (str(file), "Senen", 1),
    ]
    assert [len(each["galat"]) for each in files] == [0, 1]


def test_sheets_are_named_one_by_one_and_each_is_read_once(pusat: Office) -> None:
    file = book(pusat, Menteng=[["Kelurahan", "NIB"], ["Menteng", "sudah"]])
    done = pusat.good(
        "import",
        file,
        "--kota",
        "jakpus",
        "--sheet",
        "senen",
        "--sheet",
        "Gambir",
        "--sheet",
        "Senen",
    )
    assert [
        line.partition("lembar ")[2].partition(",")[0] for line in done.out.splitlines()[:4:2]
    ] == [
        "Senen",
        "Gambir",
    ]
    assert pusat.good("show", "Menteng", "--json").json["nib"] is None
    assert "`Cikini`" in pusat.refused("import", file, "--sheet", "Gambir", "--sheet", "Cikini").err


@pytest.mark.on_a_file
def test_a_bad_cell_says_its_sheet_and_nothing_is_written(pusat: Office) -> None:
    file = book(pusat, Senen=[["Kelurahan", "NIB"], ["Senen", "entah"]])
    done = pusat.run("import", file, "--kota", "jakpus", "--sheet", "semua")
    assert done.code == 1
    assert "buku.xlsx lembar Senen: B2 NIB `entah`" in done.out
    assert count(pusat.register, "runs") == 1


def test_one_cooperative_on_two_sheets_is_refused_with_both_places(pusat: Office) -> None:
    file = book(pusat, Senen=[["Kelurahan", "NIB"], ["Gambir", "belum"]])
    done = pusat.run("import", file, "--kota", "jakpus", "--sheet", "semua")
    assert "juga ada di baris 2 berkas" in done.out
    assert "buku.xlsx lembar Senen" in done.out
    assert "buku.xlsx lembar Gambir" in done.out


def test_rejected_rows_come_back_on_sheets_of_the_same_names(pusat: Office) -> None:
    file = book(
        pusat,
        Gambir=[["Kelurahan", "NIB"], ["Gambir", "sudah"], ["Cideng", "entah"]],
        Senen=[["Kelurahan", "NIB"], ["Senen", "x"], ["Kenari", "sudah"]],
    )
    done = pusat.run("import", file, "--kota", "jakpus", "--sheet", "semua", "--skip-errors")
    assert "2 baris yang ditolak" in done.err
    assert "dengan --sheet semua" in done.err
    found = CalamineWorkbook.from_path(f"{file}.ditolak.xlsx")
    assert found.sheet_names == ["Gambir", "Senen"]
    assert [found.get_sheet_by_name(name).to_python()[1][:2] for name in found.sheet_names] == [
        ["Cideng", "entah"],
        ["Senen", "x"],
    ]
    again = pusat.run(
        "import", f"{file}.ditolak.xlsx", "--kota", "jakpus", "--sheet", "semua", "--json"
    ).json
    assert [each["ditolak"] for each in again["berkas"]] == [1, 1]


def test_rejected_rows_of_one_sheet_alone_need_no_name(pusat: Office) -> None:
    file = book(pusat, Senen=[["Kelurahan", "NIB"], ["Senen", "x"]])
    done = pusat.run("import", file, "--kota", "jakpus", "--sheet", "semua", "--skip-errors")
    assert "lalu impor berkas itu." in done.err
    assert CalamineWorkbook.from_path(f"{file}.ditolak.xlsx").sheet_names == ["Ditolak"]


def test_a_folder_of_workbooks_and_csv_takes_all_sheets(pusat: Office) -> None:
    folder = pusat.register.with_name("masuk")
    folder.mkdir()
    book(pusat).rename(folder / "a.xlsx")
    (folder / "b.csv").write_text("Kelurahan;NIB\nMenteng;sudah\n", encoding="utf-8")
    assert "5 koperasi" in pusat.good("import", folder, "--kota", "jakpus", "--sheet", "semua").out


@pytest.mark.parametrize("name", ["Gambir", "semua"])
def test_a_workbook_with_one_table_is_called_by_its_file_alone(pusat: Office, name: str) -> None:
    file = book(pusat, Senen=[], Gambir=[["Kelurahan", "NIB"], ["Gambir", "entah"]])
    done = pusat.run("import", file, "--kota", "jakpus", "--sheet", name)
    assert "\n  B2 NIB `entah`" in done.out


OLD: Grid = [["Kelurahan", "NIB"], ["Gambir", "belum"], ["Cideng", "sudah"]]


def test_a_hidden_sheet_is_named_as_not_read(pusat: Office) -> None:
    file = made_of(pusat.register.with_name("buku.xlsx"), TABS, OLD)
    told = pusat.good("import", file, "--kota", "jakpus", "--sheet", "semua").out
    assert "Lembar lain tidak dibaca: Petunjuk, Rekap, Gambir lama (tersembunyi)." in told
    one = made_of(pusat.register.with_name("satu.xlsx"), {"Senen": TABS["Senen"]}, OLD)
    told = pusat.good("import", one, "--kota", "jakpus", "--dry-run").out
    assert "Lembar lain tidak dibaca: Gambir lama (tersembunyi)." in told


def test_a_hidden_sheet_that_is_named_is_read(pusat: Office) -> None:
    file = made_of(pusat.register.with_name("buku.xlsx"), TABS, OLD)
    done = pusat.good("import", file, "--kota", "jakpus", "--sheet", "gambir lama")
    assert "tidak dibaca" not in done.out
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "sudah"
    assert (
        "Senen, Gambir lama (tersembunyi)."
        in pusat.refused("import", file, "--sheet", "Cikini").err
    )


def test_a_hidden_list_of_choices_is_not_worth_a_word_unless_all_is_asked_for(
    pusat: Office,
) -> None:
    file = made_of(
        pusat.register.with_name("buku.xlsx"), {"Senen": TABS["Senen"]}, [["pilihan"], ["ada"]]
    )
    assert "tersembunyi" not in pusat.good("import", file, "--kota", "jakpus", "--dry-run").out
    every = pusat.good("import", file, "--kota", "jakpus", "--sheet", "semua").out
    assert "Lembar lain tidak dibaca: Gambir lama (tersembunyi)." in every


def test_where_only_a_hidden_sheet_holds_a_table_it_is_said_how_to_read_it(pusat: Office) -> None:
    file = made_of(pusat.register.with_name("buku.xlsx"), {"Kosong": []}, OLD)
    assert '--sheet "Gambir lama"' in pusat.refused("import", file, "--kota", "jakpus").err


def test_the_hidden_sheet_of_our_forms_stays_unmentioned(pusat: Office) -> None:
    form = pusat.register.with_name("isian.xlsx")
    pusat.good("template", "-o", form, "--kota", "jakpus")
    for asked in ((), ("--sheet", "semua")):
        assert "kkmp_isian" not in pusat.run("import", form, "--kota", "jakpus", *asked).out
    assert (
        "kkmp_isian"
        not in pusat.refused("import", form, "--sheet", "kkmp_isian").err.split("Lembarnya")[1]
    )
