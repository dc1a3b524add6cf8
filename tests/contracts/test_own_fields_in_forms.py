"""A form and an edited list ask the office's own fields as they ask the built-in ones: numbers and
days as such, choices to choose from; what comes back untouched states nothing.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop import changed, typed
from kkmp_cli import sheets
from running import Office

FIELDS = (
    ("omzet", "Omzet per bulan", "--kind", "rupiah"),
    ("karyawan", "Jumlah karyawan", "--kind", "jumlah"),
    ("progres", "Progres pembangunan", "--kind", "persen"),
    ("akte", "Tanggal akte", "--kind", "tanggal"),
    ("status_lahan", "Status lahan", "--kind", "pilihan", "--pilihan", "sewa,hibah,milik"),
    ("pagar", "Pagar", "--kind", "tahap"),
)
STATED = (
    *("--x-omzet", "12,5 juta", "--x-karyawan", "3", "--x-progres", "45%", "--x-pagar", "belum"),
    *("--x-akte", "2025-06-10", "--x-status-lahan", "sewa", "--x-pagar-kendala", "modal"),
)


@pytest.fixture
def own(pusat: Office) -> Office:
    """An office with a field of each kind, all stated of Cideng."""
    for key, label, *kind in FIELDS:
        pusat.good("field", "add", key, label, *kind, "--arti", f"{label} menurut kantor")
    pusat.good("update", "Cideng", "--kota", "jakpus", *STATED, "--per", "2026-03-01")
    return pusat


@pytest.mark.parametrize("command", ["edit", "template"])
def test_what_comes_back_untouched_states_nothing_and_what_was_typed_is_recorded(
    own: Office, tmp_path: Path, command: str
) -> None:
    target = tmp_path / "isian.xlsx"
    own.good(command, "--kota", "jakpus", "--kecamatan", "Gambir", "-o", target)
    runs = own.count("runs")
    own.good("import", target)
    assert own.count("runs") == runs
    typed(
        target,
        {
            ("Cideng", "Omzet per bulan"): 15_000_000,
            ("Cideng", "Status lahan"): "hibah",
            ("Gambir", "Progres pembangunan"): "50%",
            ("Gambir", "Pagar"): "10 Maret 2026",
            ("Duri Pulo", "Tanggal akte"): "10 Juni 2025",
        },
    )
    own.good("import", target)
    assert changed(own) == {
        ("Cideng", "x_omzet", "15000000"),
        ("Cideng", "x_status_lahan", "hibah"),
        ("Gambir", "x_progres", "50%"),
        ("Gambir", "x_pagar", "2026-03-10"),
        ("Duri Pulo", "x_akte", "2025-06-10"),
    }


def test_numbers_and_days_are_such_cells_and_choices_can_be_chosen(
    own: Office, tmp_path: Path
) -> None:
    target = tmp_path / "isian.xlsx"
    columns = "x_omzet,x_akte,x_status_lahan"
    own.good("edit", "--kota", "jakpus", "--kecamatan", "Gambir", "--kolom", columns, "-o", target)
    with zipfile.ZipFile(target) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>12500000</v>" in page
    assert '<formula1>"sewa,hibah,milik"</formula1>' in page
    cideng = next(row for _, row in sheets.read(target).rows if row[1:2] == ["Cideng"])
    assert cideng[3:6] == ["12500000", "2025-06-10", "sewa"]


def test_without_own_fields_a_form_asks_what_it_asked(pusat: Office, tmp_path: Path) -> None:
    target = tmp_path / "isian.xlsx"
    pusat.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", target)
    heading = next(row for _, row in sheets.read(target).rows if "Kelurahan" in row)
    assert [*heading][-2:] == ["Catatan", "Sudah dicek, tidak berubah"]
