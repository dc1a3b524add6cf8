"""Two stages, a number, a choice and a package of the office, in every place where an officer works."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kkmp_cli.settings import today
from running import Office, opened

pytestmark = pytest.mark.both_engines

DAY = ("--per", "2026-06-30")
REPORT = ("report", "--kota", "jakpus", *DAY)
FIELDS = ("x_izin", "x_listrik", "x_omzet", "x_milik", "x_simpanan_pokok_tercatat")


@pytest.fixture
def office_with(pusat: Office) -> Office:
    """The fields, and what is known of Cideng."""
    for key, label in (("izin", "Izin tempat"), ("listrik", "Listrik")):
        pusat.good("field", "add", key, label, "--kind", "tahap", "--arti", "sudah ada")
    pusat.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan sebulan")
    choice = ("--kind", "pilihan", "--pilihan", "sewa,hibah", "--arti", "milik siapa")
    pusat.good("field", "add", "milik", "Milik", *choice)
    pusat.good("field", "add", "--paket", "simkopdes")
    stages = ("--x-izin", "2026-03-10", "--x-listrik", "terkendala")
    amounts = (
        "--x-omzet",
        "Rp12,5 juta",
        "--x-milik",
        "sewa",
        "--x-simpanan-pokok-tercatat",
        "1.500.000",
    )
    pusat.good("update", "Cideng", "--kota", "jakpus", *stages, *amounts, *DAY)
    return pusat


def test_a_list_has_them_in_columns_filters_and_order(office_with: Office) -> None:
    columns = ",".join(("kelurahan", *FIELDS))
    shown = office_with.good("list", "--kolom", columns, "--urut", "x_omzet-").out
    assert shown.splitlines()[1].startswith("Cideng")
    for filtered in (("--x-milik", "sewa"), ("--sudah", "x_izin"), ("--terkendala", "x_listrik")):
        assert [one["kelurahan"] for one in office_with.good("list", *filtered, "--json").json] == [
            "Cideng"
        ]


def test_json_show_and_history_have_them(office_with: Office) -> None:
    one = office_with.good("show", "Cideng", "--json").json
    assert [one[name] for name in FIELDS] == [
        "2026-03-10",
        "terkendala",
        12_500_000,
        "sewa",
        1_500_000,
    ]
    assert one["x_omzet_per"] == "2026-06-30"
    for words in (office_with.good("show", "Cideng").out, office_with.good("history").out):
        assert "Rp12.500.000" in words
        assert "Izin tempat" in words


def test_an_export_and_a_form_come_back_and_change_nothing(
    office_with: Office, tmp_path: Path
) -> None:
    before = office_with.state()
    for name, command in (("a.csv", "export"), ("a.xlsx", "export"), ("f.xlsx", "template")):
        office_with.good(command, "--kota", "jakpus", "-o", tmp_path / name)
        back = office_with.good("import", tmp_path / name, "--kota", "jakpus")
        assert "Tidak ada yang berubah" in back.out + back.err
    assert office_with.state() == before


def test_a_sheet_states_them_under_their_labels(office_with: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(
        "Kelurahan;Izin tempat;Listrik;Omzet;Milik\nGambir;sudah;belum;8.000.000;Hibah\n"
    )
    office_with.good("import", sheet, "--kota", "jakpus", *DAY)
    values = office_with.good("list", "--x-milik", "hibah", "--json").json[0]
    assert [values[name] for name in FIELDS[:4]] == ["sudah", "belum", 8_000_000, "hibah"]


@pytest.mark.parametrize("form", ["terminal", "md", "html", "json"])
def test_every_format_of_the_report_has_their_figures(office_with: Office, form: str) -> None:
    text = " ".join(office_with.good(*REPORT, "--format", form).out.split())
    assert "Simpanan pokok" in text
    assert ("12500000" if form == "json" else "Rp12,5 juta") in text


def test_the_workbook_of_the_report_has_their_figures(office_with: Office, tmp_path: Path) -> None:
    office_with.good(*REPORT, "-o", tmp_path / "r.xlsx")
    workbook = CalamineWorkbook.from_path(str(tmp_path / "r.xlsx"))
    rows = workbook.get_sheet_by_name("Angka").to_python()
    assert any(12_500_000 in row for row in rows)


def test_targets_and_published_figures_are_of_them(office_with: Office) -> None:
    office_with.good("target", "set", "x_izin", "2026-12-31", "--kota", "jakpus")
    office_with.good("figure", "add", "x_omzet", "99", "--kota", "jakpus", *DAY, "--sumber", "BA")
    of_one = ("x_omzet", "12000000", "--kelurahan", "Cideng", "--kota", "jakpus")
    office_with.good("figure", "add", *of_one, *DAY, "--sumber", "BA")
    (kota,) = office_with.good(*REPORT, "--json").json["kota"]
    assert "x_izin" in {one["milestone"] for one in kota["target"]}
    assert [one["register"] for one in kota["angka_rujukan"]] == [12_500_000]
    assert [one["selisih"] for one in kota["angka_rujukan_koperasi"]] == [500_000]


def test_a_past_day_and_a_recorded_day_are_those_of_then(office_with: Office) -> None:
    before = ("report", "--kota", "jakpus", "--per", "2026-06-29", "--json")
    assert office_with.good(*before).json["total"]["tambahan"]["x_omzet"]["melapor"] == 0
    izin = office_with.good(*before).json["total"]["tambahan"]["x_izin"]
    assert izin["nilai"]["sudah"] == 1
    known = ("--seperti-tercatat", today().isoformat())
    assert (
        office_with.good(*REPORT, *known, "--json").json == office_with.good(*REPORT, "--json").json
    )


@pytest.mark.on_a_file
def test_views_and_check_know_them(office_with: Office) -> None:
    with opened(office_with.register) as connection:
        declared = dict(connection.execute("SELECT bidang, label FROM v_bidang").fetchall())
        values = connection.execute("SELECT bidang, nilai FROM v_isian WHERE bidang LIKE 'x_%'")
        assert declared["x_izin"] == "Izin tempat"
        assert dict(values.fetchall())["x_omzet"] == "12500000"
    assert office_with.run("check").code == 0


def test_an_undo_takes_all_of_it_back(office_with: Office, tmp_path: Path) -> None:
    wanted = office_with.good("export", "--kota", "jakpus").out
    office_with.good("update", "Cideng", "--x-omzet", "1", "--x-izin", "belum", "--koreksi")
    assert office_with.good("export", "--kota", "jakpus").out != wanted
    office_with.good("undo")
    assert office_with.good("export", "--kota", "jakpus").out == wanted
    rows = csv.DictReader(wanted.lstrip("\ufeff").splitlines(), delimiter=";")
    (cideng,) = (row for row in rows if row["kelurahan"] == "Cideng")
    assert cideng["x_izin"] == date(2026, 3, 10).isoformat()
