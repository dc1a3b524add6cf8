"""`kkmp template`: a form that goes out, comes back filled in, and says only what somebody wrote in
it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from kkmp_cli import settings
from kkmp_cli.importing import form as forms
from kkmp_cli.model.vocabulary import built_in
from running import Office

pytestmark = pytest.mark.both_engines

TODAY = settings.today()
ISSUED, CALLED, SENT = (TODAY - timedelta(days=back) for back in (20, 16, 2))
Edit = Callable[[list[list[Any]]], None]


def issue(
    office: Office, monkeypatch: pytest.MonkeyPatch, *more: object, day: date = ISSUED
) -> Path:
    """A form as it went out on a day."""
    target = office.register.with_name("isian.xlsx")
    with monkeypatch.context() as patched:
        patched.setattr(settings, "today", lambda: day)
        office.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", *more, "-o", target)
    return target


def sheets_of(form: Path) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_path(str(form))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def send_back(
    form: Path,
    cells: Mapping[tuple[str, str], Any],
    *,
    per: object = SENT,
    edit: Edit | None = None,
) -> Path:
    """The form saved by another program: `cells` are (kelurahan, heading) → what was typed."""
    sheets = sheets_of(form)
    page = sheets["Isian"]
    if per is not None:
        page[1][2] = per
    heading = page[3]
    for (kelurahan, title), value in cells.items():
        next(row for row in page if row[1] == kelurahan)[heading.index(title)] = value
    if edit:
        edit(page)
    target = form.with_name("isian kembali.xlsx")
    book = xlsxwriter.Workbook(target)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(at, column, value, day)
                elif value != "":
                    sheet.write(at, column, value) if not isinstance(
                        value, str
                    ) else sheet.write_string(at, column, value)
        if name.startswith("kkmp"):
            sheet.hide()
    book.close()
    return target


def value(office: Office, kelurahan: str, name: str) -> Any:
    return office.good("show", kelurahan, "--json").json[name]


def pers(office: Office, kelurahan: str, name: str) -> str:
    found: str = value(office, kelurahan, f"{name}_per")
    return found


def test_every_heading_of_a_form_means_its_field() -> None:
    for name in (*forms.KEYS, *forms.form_fields(2025, built_in())):
        assert built_in().match_heading(built_in().label_of(name), 2026) == name


def test_an_untouched_form_states_nothing(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--nib",
        "2025-08-15",
        "--nib-nomor",
        "0123456789012",
        "--sk",
        "2025-08",
        "--gerai",
        "berhenti 2026-01-10",
        "--anggota",
        "175",
        "--mitra",
        "=Bulog",
        "--usaha",
        "terkendala",
        "--usaha-kendala",
        "modal",
        "--rat-rencana",
        "2027-01-05",
    )
    form = issue(pusat, monkeypatch, day=TODAY)
    for file in (form, send_back(form, {}, per=None)):
        done = pusat.good("import", file)
        assert "6 sama" in done.out
        assert "0 sel diisi" in done.err


def test_a_filled_form_needs_no_option(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    back = send_back(
        issue(pusat, monkeypatch),
        {
            ("Gambir", "NIB"): date(2025, 8, 15),
            ("Gambir", "Nomor NIB"): "0123456789012",
            ("Cideng", "Usaha"): "proses",
            ("Cideng", "RAT tahun buku 2025"): "sudah",
            ("Duri Pulo", "Anggota"): 175,
            ("Gambir", "Rekening"): "BRI 0123456789",
            ("Duri Pulo", "Rencana Usaha"): date(2030, 1, 5),
        },
    )
    pusat.good("import", back)
    assert value(pusat, "Gambir", "nib") == "2025-08-15"
    assert value(pusat, "Gambir", "nib_nomor") == "0123456789012"
    assert value(pusat, "Gambir", "rekening_bank") == "BRI"
    assert (value(pusat, "Cideng", "usaha"), value(pusat, "Cideng", "rat_2025")) == (
        "proses",
        "sudah",
    )
    assert pers(pusat, "Cideng", "usaha") == SENT.isoformat()
    assert (value(pusat, "Duri Pulo", "anggota"), value(pusat, "Duri Pulo", "usaha_rencana")) == (
        175,
        "2030-01-05",
    )


def test_a_form_never_undoes_a_call_that_came_after_it(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--usaha",
        "belum",
        "--anggota",
        "20",
        "--per",
        ISSUED - timedelta(days=9),
    )
    form = issue(pusat, monkeypatch)
    pusat.good("update", "Gambir", "--usaha", "sudah", "--anggota", "90", "--per", CALLED)
    pusat.good("import", send_back(form, {("Gambir", "NIB"): "sudah"}))
    assert (value(pusat, "Gambir", "usaha"), value(pusat, "Gambir", "anggota")) == ("sudah", 90)
    assert value(pusat, "Gambir", "nib") == "sudah"


def test_a_touched_cell_of_an_older_day_is_stale(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = issue(pusat, monkeypatch)
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", CALLED)
    done = pusat.good("import", send_back(form, {("Gambir", "NIB"): "proses"}, per=ISSUED))
    assert "1 lebih lama dari catatan" in done.out
    assert value(pusat, "Gambir", "nib") == "sudah"


def test_checked_confirms_what_is_open_and_still_as_issued(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = ISSUED - timedelta(days=9)
    pusat.good(
        "update",
        "Gambir",
        "--usaha",
        "belum",
        "--gerai",
        "sudah",
        "--nib",
        "sudah",
        "--npwp",
        "proses",
        "--per",
        early,
    )
    form = issue(pusat, monkeypatch)
    pusat.good("update", "Gambir", "--usaha", "sudah", "--per", CALLED)
    done = pusat.good("import", send_back(form, {("Gambir", forms.CHECKED): "ya"}))
    assert "1 tetap, tanggalnya diperbarui" in done.out
    assert pers(pusat, "Gambir", "npwp") == pers(pusat, "Gambir", "gerai") == SENT.isoformat()
    assert pers(pusat, "Gambir", "nib") == early.isoformat()
    assert (pers(pusat, "Gambir", "usaha"), value(pusat, "Gambir", "usaha")) == (
        CALLED.isoformat(),
        "sudah",
    )
    assert "lebih" not in pusat.good("import", form.with_name("isian kembali.xlsx")).out


@pytest.mark.on_a_file
def test_a_form_of_areas_without_cooperatives_registers_only_what_is_filled_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.good("add", "Serdang")
    office.good("undo")
    form = issue(office, monkeypatch)
    assert (
        "6 kelurahan"
        in office.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", form).out
    )
    assert office.good("import", form).out.count("Tidak ada yang berubah") == 1
    office.good("import", send_back(form, {("Cideng", "NIB"): "sudah"}))
    assert [one["kelurahan"] for one in office.good("list", "--json").json] == ["Cideng"]


def test_rows_may_be_sorted_and_the_day_must_not_be_wiped_out(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    form = issue(pusat, monkeypatch, day=TODAY)

    def reverse(page: list[list[Any]]) -> None:
        page[4:] = page[:3:-1]

    assert "6 sama" in pusat.good("import", send_back(form, {}, edit=reverse)).out
    wiped = send_back(form, {}, per="")
    assert forms.ASKED_PER in pusat.refused("import", wiped).err
    assert "6 sama" in pusat.good("import", wiped, "--per", TODAY).out


def test_a_bad_cell_of_a_form_is_named(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    done = pusat.run("import", send_back(issue(pusat, monkeypatch), {("Gambir", "NIB"): "entah"}))
    assert done.code == 1
    assert "G5 NIB `entah`" in done.out


def test_a_form_per_kecamatan(pusat: Office, tmp_path: Path) -> None:
    done = pusat.good("template", "--kota", "jakpus", "--per-kecamatan", "-o", tmp_path / "isian")
    assert "8 formulir" in done.out
    assert (tmp_path / "isian" / "Isian Sawah Besar.xlsx").is_file()
    assert "44 sama" in pusat.good("import", tmp_path / "isian").out


def test_a_form_that_was_filled_in_is_never_replaced(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = issue(pusat, monkeypatch)
    issue(pusat, monkeypatch)
    filled = send_back(form, {("Gambir", "NIB"): "sudah"})
    done = pusat.refused("template", "--kota", "jakpus", "-o", filled)
    assert "sudah terisi" in done.err


def test_the_dissolved_get_no_row(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2026-02-01")
    page = sheets_of(issue(pusat, monkeypatch))["Isian"]
    assert [row[1] for row in page[4:]] == [
        "Cideng",
        "Petojo Utara",
        "Petojo Selatan",
        "Kebon Kelapa",
        "Duri Pulo",
    ]


def test_no_personal_value_is_in_a_form(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahma", "--telepon", "0812345")
    assert "Siti Rahma" not in str(sheets_of(issue(pusat, monkeypatch)))


@pytest.mark.parametrize("arguments", [(), ("--kota", "jakpus"), ("-o", "x.xlsx")], ids=str)
def test_what_is_missing_is_said(pusat: Office, arguments: tuple[str, ...]) -> None:
    pusat.refused("template", *arguments, code=2)


def test_empty_cells_of_a_form_are_never_taken_as_belum(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    form = issue(pusat, monkeypatch, day=TODAY)
    assert "formulir" in pusat.refused("import", form, "--kosong-belum", "nib").err


def test_the_rejected_rows_of_a_form_hold_only_what_was_touched(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("update", "Gambir", "--usaha", "belum")
    back = send_back(
        issue(pusat, monkeypatch, day=TODAY),
        {("Gambir", "NIB"): "entah", ("Gambir", "NPWP"): "sudah"},
    )
    assert pusat.run("import", back, "--skip-errors").code == 1
    page = CalamineWorkbook.from_path(f"{back}.ditolak.xlsx").get_sheet_by_index(0).to_python()
    row = dict(zip(page[1], page[2], strict=True))
    assert (row["Kode"], row["NIB"], row["NPWP"], row["Usaha"]) == (
        "31.71.01.1001",
        "entah",
        "sudah",
        "",
    )


def test_a_tick_that_a_rejected_row_loses_is_told_with_the_command_for_it(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("update", "Gambir", "Cideng", "--usaha", "belum", "--per", ISSUED)
    cells = {
        ("Gambir", "NIB"): "entah",
        ("Gambir", forms.CHECKED): "ya",
        ("Cideng", forms.CHECKED): "ya",
    }
    done = pusat.run("import", send_back(issue(pusat, monkeypatch), cells), "--skip-errors")
    command = f"kkmp update 31.71.01.1001 --tetap --per {SENT.isoformat()}"
    assert (
        f"pada 1 baris yang ditolak tidak ikut ke sana; sesudah diperbaiki, catat:\n  {command}\n"
        in done.err
    )
    pusat.good(*command.split()[1:])
    assert pers(pusat, "Gambir", "usaha") == pers(pusat, "Cideng", "usaha") == SENT.isoformat()


def test_a_form_is_only_made_as_a_workbook(pusat: Office) -> None:
    assert (
        "isian.xlsx" in pusat.refused("template", "--kota", "jakpus", "-o", "isian.csv", code=2).err
    )


@pytest.mark.parametrize("words", ["Tidak ada", "aman", "-", "0", "sudah teratasi"])
def test_words_for_none_in_a_form_end_a_kendala_and_make_none(
    pusat: Office, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    pusat.good("update", "Cideng", "--usaha-kendala", "modal", "--per", ISSUED)
    form = issue(pusat, monkeypatch)
    back = {(name, "Kendala Usaha"): words for name in ("Cideng", "Gambir")}
    pusat.good("import", send_back(form, {**back, ("Gambir", "Usaha"): "belum"}))
    assert value(pusat, "Cideng", "usaha") == value(pusat, "Gambir", "usaha") == "belum"
    assert value(pusat, "Cideng", "usaha_kendala") is None


def test_a_form_asks_whose_room_the_gerai_is_in(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    pusat.good("update", "Cideng", "--gerai-jenis", "pinjam", "--per", ISSUED)
    form = issue(pusat, monkeypatch)
    back = send_back(form, {("Gambir", "Jenis tempat gerai"): "sewa"})
    pusat.good("update", "Cideng", "--gerai-jenis", "hibah", "--per", CALLED)
    pusat.good("import", back)
    assert value(pusat, "Gambir", "gerai_jenis") == "sewa"
    assert value(pusat, "Cideng", "gerai_jenis") == "hibah"
