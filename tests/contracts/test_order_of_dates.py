"""The order of day and month is certain for a whole column, or every date of it is an error."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from running import Office
from sheet_files import biff_stream, ods, ods_row, xls, xlsx

PER = ("--per", "2026-11-20")
MONTH_FIRST = [
    ["Kelurahan", "Tgl NIB"],
    ["Cideng", "3/15/2026"],
    ["Gambir", "3/10/2026"],
    ["Duri Pulo", "10 Maret 2026"],
]


def as_csv(path: Path, rows: list[list[str]]) -> Path:
    path.write_text("\n".join(map(";".join, rows)) + "\n", encoding="utf-8")
    return path


def as_file(folder: Path, kind: str, rows: list[list[str]]) -> Path:
    path = folder / f"isian.{kind}"
    if kind == "csv":
        return as_csv(path, rows)
    if kind == "xlsx":
        return xlsx(path, Data=rows)
    if kind == "ods":
        return ods(path, "".join(ods_row(*row) for row in rows))
    cells = [(at, place, text) for at, row in enumerate(rows) for place, text in enumerate(row)]
    return xls(path, biff_stream(cells))


def faults(office: Office, path: Path, *more: str) -> dict[str, str]:
    """Cell → message of every error of a dry run."""
    done = office.run("import", path, *PER, *more, "--dry-run", "--json")
    return {one["sel"]: one["pesan"] for one in done.json["berkas"][0]["galat"]}


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "xls"])
def test_one_date_with_the_month_first_makes_every_such_date_of_its_column_an_error(
    pusat: Office, tmp_path: Path, kind: str
) -> None:
    path = as_file(tmp_path, kind, MONTH_FIRST)
    assert list(faults(pusat, path)) == ["B2", "B3"]
    assert pusat.run("import", path, *PER, "--skip-errors").code == 1
    assert pusat.good("show", "Gambir", "--json").json["nib"] is None
    assert pusat.good("show", "Duri Pulo", "--json").json["nib"] == "2026-03-10"


def test_dates_written_with_the_name_of_the_month_as_advised_are_read(
    pusat: Office, tmp_path: Path
) -> None:
    path = as_csv(tmp_path / "isian.csv", MONTH_FIRST)
    assert "nama bulan (10 Maret 2026)" in pusat.run("import", path, *PER).out
    mended = [[cell.replace("3/15/2026", "15 Maret 2026") for cell in row] for row in MONTH_FIRST]
    mended[2][1] = "10 Maret 2026"
    pusat.good("import", as_csv(tmp_path / "isian.csv", mended), *PER)
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "2026-03-10"


@pytest.mark.parametrize(
    "heading",
    ["Rencana Gerai", "usaha_mulai", "nib_per", "RAT TB 2025", "Status"],
)
def test_no_kind_of_column_of_days_is_read_by_a_guess(
    pusat: Office, tmp_path: Path, heading: str
) -> None:
    word = "bubar " if heading == "Status" else ""
    rows = [
        ["Kelurahan", "NIB", "Usaha", heading],
        ["Cideng", "sudah", "berhenti", f"{word}3/15/2026"],
        ["Gambir", "sudah", "berhenti", f"{word}3/10/2026"],
    ]
    assert list(faults(pusat, as_csv(tmp_path / "isian.csv", rows))) == ["D2", "D3"]


def test_a_column_beside_it_that_shows_no_order_of_its_own_is_not_certain_either(
    pusat: Office, tmp_path: Path
) -> None:
    rows = [
        ["Kelurahan", "Tgl NIB", "Tgl NPWP", "Tgl SK"],
        ["Cideng", "3/15/2026", "", ""],
        ["Gambir", "", "3/10/2026", "3/10/2025"],
        ["Kartini", "", "", "28/2/2026"],
    ]
    assert list(faults(pusat, as_csv(tmp_path / "isian.csv", rows))) == ["B2", "C3"]


def half_swapped(folder: Path, *days: object) -> Path:
    names = ("Cideng", "Gambir", "Duri Pulo", "Kartini", "Senen")
    rows: list[list[object]] = [
        ["Kelurahan", "Tgl NIB"],
        *([*pair] for pair in zip(names, days, strict=False)),
    ]
    return xlsx(folder / "isian.xlsx", Data=rows)


def test_a_half_swapped_column_is_an_error_that_names_the_swap(
    pusat: Office, tmp_path: Path
) -> None:
    path = half_swapped(tmp_path, datetime(2026, 10, 3), datetime(2026, 5, 3), "15/3/2026")
    wrong = faults(pusat, path)
    assert list(wrong) == ["B2", "B3", "B4"]
    assert "tertukar" in wrong["B2"]


def test_in_ods_too(pusat: Office, tmp_path: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2026-10-03"><text:p>03/10/26</text:p></table:table-cell>'
    swapped = f"<table:table-row>{ods_row('Gambir')[17:-18]}{day}</table:table-row>"
    rows = ods_row("Kelurahan", "Tgl NIB") + ods_row("Cideng", "15/3/2026") + swapped
    assert list(faults(pusat, ods(tmp_path / "isian.ods", rows))) == ["B2", "B3"]


def test_its_rejected_rows_are_refused_again_until_they_are_written_in_words(
    pusat: Office, tmp_path: Path
) -> None:
    path = half_swapped(tmp_path, datetime(2026, 10, 3), "15/3/2026", "sudah")
    assert pusat.run("import", path, *PER, "--skip-errors").code == 1
    (rejected,) = tmp_path.glob("*.ditolak.xlsx")
    assert len(faults(pusat, rejected)) == 2
    pusat.good("import", half_swapped(tmp_path, "10 Maret 2026", "15 Maret 2026"), *PER)
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "2026-03-10"


@pytest.mark.parametrize(
    "days",
    [
        (datetime(2026, 3, 10), datetime(2026, 3, 20), "15/3/2026"),
        (datetime(2026, 3, 10), "15 Maret 2026"),
        (datetime(2026, 3, 10), "sudah 15/3/2026"),
        (datetime(2026, 3, 10), "5/3/2026", "15/3/2026"),
        (datetime(2026, 3, 3), "15/3/2026"),
        ("15/3/2026", "5/3/2026"),
        (datetime(2026, 3, 10), datetime(2026, 3, 5)),
    ],
)
def test_a_column_that_shows_no_swap_is_read(
    pusat: Office, tmp_path: Path, days: tuple[object, ...]
) -> None:
    assert faults(pusat, half_swapped(tmp_path, *days)) == {}


def test_rows_that_were_recorded_before_do_not_hide_the_order(
    pusat: Office, tmp_path: Path
) -> None:
    rows = [["Kode", "Tgl NIB"], ["31.71.01.1001", "5/3/2026"], ["31.71.01.1002", "7/3/2026"]]
    pusat.good("import", as_csv(tmp_path / "isian.csv", rows), *PER)
    rows.append(["31.71.02.1001", "3/15/2026"])
    wrong = faults(pusat, as_csv(tmp_path / "isian.csv", rows))
    assert list(wrong) == ["B2", "B3", "B4"]


# A time of day ---------------------------------------------------------------------------------


def test_that_a_time_is_passed_over_is_told_and_what_a_lost_second_may_mean(
    pusat: Office, tmp_path: Path
) -> None:
    days = (datetime(2026, 3, 9, 23, 59, 48), datetime(2026, 3, 10, 10, 30), datetime(2026, 3, 1))
    told = pusat.good("import", half_swapped(tmp_path, *days), *PER).out
    line = 'Kolom "Tgl NIB": jam tidak dicatat, hanya harinya (2026-03-09 23:59, 2026-03-10 10:30).'
    assert f"{line} Jam 23.59 dapat berarti hari berikutnya: periksa harinya." in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "2026-03-09"


def test_an_instant_is_the_day_in_jakarta_and_loses_no_time(pusat: Office, tmp_path: Path) -> None:
    days = ("2026-03-09T17:00:00.000Z", "2026-03-10T00:00:00+07:00", "2026-03-10 00:00 WIB")
    told = pusat.good("import", half_swapped(tmp_path, *days), *PER).out
    assert "jam tidak dicatat" not in told
    assert pusat.good("show", "Cideng", "--json").json["nib"] == "2026-03-10"


# Before the first KKMP ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Musyawarah", "31/5/06"),
        ("Tgl SK", "31/5/06"),
        ("NIB", "26-3-12"),
        ("RAT TB 2025", "12-3-06"),
        ("Rencana Gerai", "31/5/06"),
        ("Usaha", "berhenti 31/5/06"),
        ("Status", "bubar 31/5/06"),
        ("anggota_per", "2006-05-31"),
    ],
)
def test_a_date_before_the_first_kkmp_is_an_error_of_its_cell(
    pusat: Office, tmp_path: Path, heading: str, cell: str
) -> None:
    rows = [["Kelurahan", "Anggota", heading], ["Kramat", "10", cell]]
    wrong = faults(pusat, as_csv(tmp_path / "isian.csv", rows))
    assert list(wrong) == ["C2"]
    assert "sebelum KKMP pertama ada (2025)" in wrong["C2"]


def test_a_year_written_first_is_named(pusat: Office) -> None:
    done = pusat.refused("update", "Cideng", "--nib", "26-3-12")
    assert "26 Maret 2012 sebelum KKMP pertama ada" in done.err
    assert "mungkin 12 Maret 2026?" in done.err
    pusat.good("update", "Cideng", "--nib", "12 Maret 2026")


@pytest.mark.parametrize(
    "words",
    [
        ("update", "Cideng", "--musyawarah", "31/5/06"),
        ("update", "Cideng", "--gerai-rencana", "31/5/06"),
        ("update", "Cideng", "--usaha", "belum", "--per", "31/5/06"),
        ("update", "Cideng", "--usaha", "berhenti", "--usaha-mulai", "31/5/06"),
        ("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "31/5/06"),
        (
            "figure",
            "add",
            "beroperasi",
            "34",
            "--kota",
            "jakpus",
            "--per",
            "10/3/06",
            "--sumber",
            "X",
        ),
    ],
)
def test_an_officer_cannot_state_a_day_before_the_first_kkmp(
    pusat: Office, words: tuple[str, ...]
) -> None:
    assert "2006 sebelum KKMP pertama ada (2025)" in pusat.refused(*words).err


def test_a_day_before_the_first_kkmp_can_still_be_asked_about(pusat: Office) -> None:
    pusat.good("report", "--per", "2024-12-31")
