"""A form of ours whose hidden sheet was lost is known by what is printed on it, and an untouched cell
of it still states nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from running import Done, Office
from sheet_files import biff_stream, ods, ods_row, xls, xlsx

KINDS = ("csv", "xlsx", "ods", "xls")
HEADING = 3


def rewritten(form: Path, kind: str, cells: Mapping[tuple[str, str], str], top: int = 0) -> Path:
    """The form as another program saves its visible sheet, with some cells filled in; without its
    first `top` rows.
    """
    book = python_calamine.CalamineWorkbook.from_path(str(form))
    page = [[*map(_text, row)] for row in book.get_sheet_by_name("Isian").to_python()]
    for (kelurahan, title), value in cells.items():
        row = next(row for row in page if row[1] == kelurahan)
        row[page[HEADING].index(title)] = value
    return _written(form.with_name(f"kembali.{kind}"), kind, page[top:])


def _text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def _written(path: Path, kind: str, page: list[list[str]]) -> Path:
    if kind == "csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(page)
        return path
    if kind == "xlsx":
        return xlsx(path, Isian=page)
    if kind == "ods":
        return ods(path, "".join(ods_row(*row) for row in page))
    filled = [(at, place, text) for at, row in enumerate(page) for place, text in enumerate(row)]
    cells = [
        (at, place, text.replace("·", "-").replace("←", "")) for at, place, text in filled if text
    ]
    return xls(path, biff_stream(cells))


@pytest.fixture
def form(pusat: Office, tmp_path: Path) -> Path:
    """A form that went out when Cideng had 175 members, and a usaha was not known to have stopped."""
    stated = ("--anggota", "175", "--usaha", "2 Maret 2026", "--nib", "belum", "--mitra", "Bulog")
    pusat.good("update", "Cideng", *stated)
    path = tmp_path / "isian.xlsx"
    pusat.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", path)
    pusat.good("update", "Cideng", "--anggota", "210", "--mitra", "Bulog,BRI")
    pusat.good("update", "Cideng", "--usaha", "berhenti 1 November 2026")
    return path


def known(office: Office, name: str, *fields: str) -> tuple[Any, ...]:
    shown = office.good("show", name, "--json").json
    return tuple(shown[field] for field in fields)


def told(done: Done) -> str:
    return " ".join((done.err + done.out).split())


@pytest.mark.parametrize("kind", KINDS)
def test_an_untouched_form_changes_nothing_and_says_that_the_sheet_was_lost(
    pusat: Office, form: Path, kind: str
) -> None:
    before = pusat.state()
    done = pusat.good("import", rewritten(form, kind, {}))
    assert pusat.state() == before
    assert "Lembar tersembunyinya hilang: dibaca per" in told(done)
    assert "0 sel diisi atau diubah" in told(done)
    assert "tidak dikenal" not in told(done)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_filled_in_is_read_and_nothing_else(pusat: Office, form: Path, kind: str) -> None:
    filled = {
        ("Cideng", "NIB"): "sudah",
        ("Cideng", "Sudah dicek, tidak berubah"): "",
        ("Gambir", "Anggota"): "99",
        ("Duri Pulo", "Gerai"): "belum",
    }
    pusat.good("import", rewritten(form, kind, filled))
    assert known(pusat, "Cideng", "nib", "anggota", "mitra") == ("sudah", 210, ["Bulog", "BRI"])
    assert known(pusat, "Cideng", "usaha") == ("berhenti 2026-11-01",)
    assert known(pusat, "Gambir", "anggota") == (99,)
    assert known(pusat, "Duri Pulo", "gerai") == ("belum",)


def test_a_later_day_in_its_yellow_cell_or_option_does_not_revive_what_it_showed(
    pusat: Office, form: Path
) -> None:
    before = pusat.state()
    pusat.good("import", rewritten(form, "csv", {}), "--per", "2026-11-29")
    assert pusat.state() == before


def test_what_was_recorded_later_of_an_earlier_day_is_not_undone_either(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--anggota", "175", "--per", "2026-01-10")
    path = tmp_path / "isian.xlsx"
    pusat.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", path)
    pusat.good("update", "Cideng", "--anggota", "210", "--per", "2026-02-10")
    pusat.good("import", rewritten(path, "csv", {}))
    assert known(pusat, "Cideng", "anggota") == (210,)


def test_without_any_day_it_is_refused_with_a_remedy_that_works(pusat: Office, form: Path) -> None:
    bare = rewritten(form, "csv", {("Gambir", "Anggota"): "99"}, top=HEADING)
    done = pusat.refused("import", bare)
    assert "Sebut tanggal formulir itu dikeluarkan dengan --per." in done.err
    day = known(pusat, "Cideng", "anggota_per")[0]
    pusat.good("import", bare, "--per", day)
    assert known(pusat, "Cideng", "anggota") == (210,)
    assert known(pusat, "Gambir", "anggota") == (99,)


def test_a_tick_of_what_was_checked_counts_in_it_too(pusat: Office, form: Path) -> None:
    ticked = {("Cideng", "Sudah dicek, tidak berubah"): "ya"}
    done = pusat.good("import", rewritten(form, "xlsx", ticked))
    assert "1 baris dicek tetap" in told(done)


def test_rejected_rows_of_a_form_are_an_ordinary_sheet(pusat: Office, form: Path) -> None:
    wrong = {("Gambir", "NIB"): "entah", ("Gambir", "Anggota"): "99"}
    done = pusat.run("import", rewritten(form, "xlsx", wrong), "--skip-errors")
    assert done.code == 1
    (rejected,) = form.parent.glob("*.ditolak.xlsx")
    again = pusat.run("import", rejected, "--dry-run")
    assert "tersembunyi" not in again.err
    assert "Sudah dicek" not in again.out.split("Kesalahan")[0].replace(
        "diabaikan: Sudah dicek", ""
    )
