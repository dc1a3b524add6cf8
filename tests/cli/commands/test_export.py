"""`kkmp export`: which cooperatives, which columns, in which form."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from kkmp_cli.model.vocabulary import built_in
from running import Office, process

pytestmark = pytest.mark.both_engines

BOM = "\ufeff"


def rows_of(text: str, delimiter: str = ";") -> list[dict[str, str]]:
    return list(
        csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=delimiter)
    )


def exported(office: Office, *more: object) -> list[dict[str, str]]:
    return rows_of(office.good("export", *more).out)


def test_an_export_is_csv_for_excel_in_indonesia_with_every_field(pusat: Office) -> None:
    text = pusat.good("export").out
    assert text.startswith(BOM + "kode;kelurahan;")
    rows = rows_of(text)
    assert list(rows[0]) == list(built_in().register_fields([2025]))
    assert [row["kode"] for row in rows] == sorted(row["kode"] for row in rows)
    assert len(rows) == 44


def test_plain_is_comma_separated_without_byte_order_mark(pusat: Office) -> None:
    text = pusat.good("export", "--plain").out
    assert text.startswith("kode,kelurahan,")
    assert len(rows_of(text, ",")) == 44


def test_identifiers_keep_their_zeros_and_days_their_per(pusat: Office) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--nib",
        "2025-08-15",
        "--nib-nomor",
        "0123456789012",
        "--per",
        "2026-03-10",
    )
    row = next(row for row in exported(pusat) if row["kelurahan"] == "Gambir")
    assert (row["nib"], row["nib_nomor"], row["nib_per"]) == (
        "2025-08-15",
        "0123456789012",
        "2026-03-10",
    )


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@x", "'=1", "''+1"])
def test_what_a_spreadsheet_could_run_is_guarded_with_one_more_quote(
    pusat: Office, text: str
) -> None:
    typed = f"'{text}" if text.lstrip("'").startswith("+") else text  # else it adds to the note
    pusat.good("update", "Gambir", f"--catatan={typed}")
    row = next(row for row in exported(pusat) if row["kelurahan"] == "Gambir")
    assert row["catatan"] == "'" + text


def test_columns_come_as_asked(pusat: Office) -> None:
    rows = exported(pusat, "--kolom", "nib,kode,rat,sk")
    assert list(rows[0]) == ["nib", "kode", "rat_2025", "sk_kemenkop"]


def test_a_column_that_is_no_field_is_refused(pusat: Office) -> None:
    assert "warna" in pusat.refused("export", "--kolom", "kode,warna", code=2).err


def test_personal_fields_leave_only_when_asked_for(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti", "--telepon", "0812")
    for more in ((), ("--json",), ("--kota", "jakpus", "--belum", "nib")):
        assert "Siti" not in pusat.good("export", *more).out
    assert "Siti" in pusat.good("export", "--with-personal").out
    assert "Siti" in pusat.good("export", "--with-personal", "--json").out
    assert "pribadi" in pusat.refused("export", "--kolom", "ketua", code=2).err


def test_without_filter_the_dissolved_are_exported_too(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--status", "bubar 2026-02-01")
    rows = exported(pusat, "--kota", "jakpus")
    assert [row["status"] for row in rows if row["kelurahan"] == "Gambir"] == ["bubar 2026-02-01"]
    assert "Gambir" not in {row["kelurahan"] for row in exported(pusat, "--tanpa", "nib")}


def test_filters_are_those_of_list(demo: Office) -> None:
    for more in (
        ("--belum", "usaha"),
        ("--sudah", "rat", "--kota", "jakpus"),
        ("--tahap", "beroperasi"),
    ):
        listed = [one["kode"] for one in demo.good("list", "--json", *more).json]
        assert [row["kode"] for row in exported(demo, *more)] == listed


def test_json_is_the_array_of_list(demo: Office) -> None:
    assert demo.good("export", "--json").out.rstrip() == demo.good("list", "--json").out.rstrip()
    assert json.loads(demo.good("export", "--format", "json", "--kota", "mojokerto").out)


def test_an_export_of_a_past_day_claims_nothing_known_since(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-01-10")
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    pusat.good("export", "--per", "2026-02-01", "-o", pusat.register.with_name("lama.csv"))
    row = rows_of(pusat.register.with_name("lama.csv").read_text("utf-8"))[0]
    assert (row["nib"], row["nib_per"]) == ("belum", "2026-01-10")
    done = pusat.run("import", pusat.register.with_name("lama.csv"))
    assert "1 lebih lama dari catatan" in done.out
    assert done.code == 0


def test_the_day_of_a_later_word_is_not_told_of_an_earlier_day(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "belum", "--per", "2025-11-01")
    pusat.good("update", "Gambir", "--nib", "sudah", "--usaha", "sudah", "--per", "2026-03-10")
    (found,) = (
        one
        for one in pusat.good("list", "--kota", "jakpus", "--per", "2026-01-15", "--json").json
        if one["kelurahan"] == "Gambir"
    )
    assert (found["nib"], found["nib_per"]) == ("belum", "2025-11-01")
    assert (found["usaha"], found["usaha_per"]) == (None, None)


def test_the_extension_picks_the_form_and_two_forms_are_refused(pusat: Office) -> None:
    target = pusat.register.with_name("x.xlsx")
    pusat.good("export", "-o", target)
    assert target.read_bytes().startswith(b"PK")
    pusat.refused("export", "--json", "--format", "csv", code=2)
    pusat.refused("export", "--format", "pdf", code=2)
    pusat.refused("export", "--json", "--kolom", "kode", code=2)


@pytest.mark.on_a_file
def test_an_export_never_replaces_a_register(pusat: Office) -> None:
    assert "register" in pusat.refused("export", "-o", pusat.register, code=3).err


@pytest.mark.on_a_file
def test_a_missing_register_is_refused_and_no_file_is_made(office: Office, tmp_path: Path) -> None:
    assert office.run("export", "-o", tmp_path / "x.csv").code == 3
    assert not (tmp_path / "x.csv").exists()


def test_a_workbook_holds_days_as_days_and_identifiers_as_text(pusat: Office) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--nib",
        "2025-08-15",
        "--nib-nomor",
        "0123456789012",
        "--sk",
        "2025-08",
        "--anggota",
        "175",
        "--catatan",
        "=1+1",
    )
    target = pusat.register.with_name("x.xlsx")
    pusat.good("export", "-o", target)
    sheet = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    row = dict(zip(sheet[1], sheet[2], strict=True))
    assert row["nib"] == date(2025, 8, 15)
    assert (row["nib_nomor"], row["sk_kemenkop"], row["anggota"]) == (
        "0123456789012",
        "2025-08",
        175,
    )
    assert row["catatan"] == "'=1+1"


@pytest.mark.parametrize(
    "columns", ["nama,usaha", "kode,nib,rekening", "kelurahan,usaha_kendala,gerai"]
)
def test_a_workbook_of_few_columns_reads_back_too(pusat: Office, columns: str) -> None:
    pusat.good("update", "Gambir", "--usaha", "belum", "--nib", "sudah", "--gerai", "proses")
    target = pusat.register.with_name("x.xlsx")
    pusat.good("export", "-o", target, "--kolom", columns)
    assert "44 sama" in pusat.good("import", target, "--kota", "jakpus").out


@pytest.mark.on_a_file
def test_a_pipe_gets_bytes_whatever_the_locale(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--catatan", "çé✓")
    for form in ("csv", "json"):
        done = process(
            "--db", pusat.register, "export", "--format", form, LC_ALL="C", PYTHONUTF8="0"
        )
        assert "çé✓" in done.stdout.decode("utf-8")
    assert process("--db", pusat.register, "export", "--format", "xlsx").stdout.startswith(b"PK")


@pytest.mark.on_a_file
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_full_disk_and_a_closed_pipe_end_without_a_traceback(pusat: Office, form: str) -> None:
    full = process("--db", pusat.register, "export", "--format", form, "-o", "/dev/full")
    assert (full.returncode, b"Traceback" in full.stderr) == (3, False)
    closed = subprocess.Popen(
        [sys.executable, "-m", "kkmp_cli", "--db", str(pusat.register), "export", "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert closed.stdout is not None
    closed.stdout.close()
    assert closed.stderr is not None
    assert b"Traceback" not in closed.stderr.read()
    closed.stderr.close()
    assert closed.wait() == 0
