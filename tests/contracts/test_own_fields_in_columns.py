"""`list` with columns and an order of one's own choice: on the screen, as JSON and in files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kkmp_cli.sheets import read
from running import Office

COLUMNS = "kelurahan,x_omzet,x_lahan,x_sewa,x_progres,x_omzet_per"
MARCH, MAY = ("--per", "2026-03-10"), ("--per", "2026-05-01")
FIELDS = (
    ("lahan", "tahap"),
    ("omzet", "rupiah"),
    ("sewa", "tanggal"),
    ("progres", "persen"),
    ("asal", "pilihan", "--pilihan", "Sewa,Pinjam"),
)


@pytest.fixture
def gambir(office: Office) -> Office:
    """Four cooperatives; of one nothing is known, of two there is the same omzet since May."""
    office.good("add", "Gambir", "Cideng", "Duri Pulo", "Petojo Utara", "--kota", "jakpus")
    for key, kind, *more in FIELDS:
        office.good("field", "add", key, f"{key} gerai", "--kind", kind, "--arti", "arti", *more)
    words = ("--x-lahan", "2026-03-02", "--x-sewa", "31/12/2031", "--x-asal", "pinjam")
    office.good("update", "Gambir", "--x-omzet", "900.000", *words, "--anggota", "1250", *MARCH)
    office.good("update", "Cideng", "--x-omzet", "12,5 juta", "--x-progres", "45,5%", *MARCH)
    office.good("update", "Duri Pulo", "--x-omzet", "12,5 juta", "--x-asal", "sewa", *MAY)
    return office


def names(office: Office, *words: str) -> list[str]:
    listed = office.good("list", "--json", "--kolom", "kelurahan", *words).json
    return [one["kelurahan"] for one in listed]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--urut", "x_omzet"), ["Gambir", "Cideng", "Duri Pulo", "Petojo Utara"]),
        (("--urut", "x_omzet-"), ["Cideng", "Duri Pulo", "Gambir", "Petojo Utara"]),
        (("--urut", "x_omzet-", *MARCH), ["Cideng", "Gambir", "Petojo Utara", "Duri Pulo"]),
        (("--urut", "x-asal"), ["Duri Pulo", "Gambir", "Cideng", "Petojo Utara"]),
        (("--urut", "kelurahan-"), ["Petojo Utara", "Gambir", "Duri Pulo", "Cideng"]),
        (("--urut", "anggota", "--tanpa", "x_sewa"), ["Cideng", "Petojo Utara", "Duri Pulo"]),
        (("--urut", "x_omzet_per-"), ["Duri Pulo", "Gambir", "Cideng", "Petojo Utara"]),
    ],
)
def test_the_order_is_by_value_unknown_last_and_else_by_code(
    gambir: Office, words: tuple[str, ...], first: list[str]
) -> None:
    assert names(gambir, *words) == first


def test_a_pipe_has_a_line_for_each_with_values_as_they_are_read(gambir: Office) -> None:
    lines = gambir.good("list", "--kolom", COLUMNS, "--urut", "x_omzet-").out.splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "Kelurahan omzet gerai lahan gerai sewa gerai progres gerai Keadaan per (omzet gerai)",
        "Cideng Rp12.500.000 belum ada data – 45,5% 10 Maret 2026",
        "Duri Pulo Rp12.500.000 belum ada data – – 1 Mei 2026",
        "Gambir Rp900.000 sudah, 2 Maret 2026 31 Desember 2031 – 10 Maret 2026",
        "Petojo Utara – belum ada data – – –",
        "4 koperasi",
    ]


def test_json_has_the_columns_that_were_asked_for_as_they_are_in_the_whole(gambir: Office) -> None:
    whole = gambir.good("list", "--json").json
    some = gambir.good("list", "--json", "--kolom", COLUMNS).json
    assert some == [{name: one[name] for name in COLUMNS.split(",")} for one in whole]
    old = gambir.good("list", "--json", "--kolom", "kode,rat_2024,rat").json
    assert [*old[0]] == ["kode", "rat_2024", "rat_2025"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_has_the_rows_of_the_screen_in_their_order(
    gambir: Office, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"daftar.{form}"
    words = ("--tanpa", "x_sewa", "--urut", "x_omzet", *MAY)
    gambir.good("list", *words, "--kolom", COLUMNS, "-o", file)
    text = file.read_text(encoding="utf-8-sig") if form == "csv" else _text_of(file)
    rows = [*csv.DictReader(io.StringIO(text), delimiter=";")]
    assert [row["kelurahan"] for row in rows] == names(gambir, *words)
    gambir.good("import", file, "--kota", "jakpus", *MAY)


def _text_of(file: Path) -> str:
    sheet = read(file)
    return "\n".join(";".join(cells) for _, cells in [*sheet.rows][1:])


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_in_a_file_states_nothing_new(gambir: Office, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"daftar.{form}"
    gambir.good("list", "--urut", "x_omzet-", "-o", file)
    before = gambir.state()
    gambir.good("import", file)
    assert gambir.state() == before


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--kolom", "kode,omzet"), ("`omzet`", "anggota", "x_omzet", "x_asal")),
        (("--urut", "omset-"), ("`omset`", "kelurahan", "x_omzet")),
        (("--kolom", "x_luas"), ("`x_luas`", "x_lahan, x_omzet")),
        (("--urut", ""), ("--urut", "x_omzet")),
    ],
)
def test_a_wrong_column_is_named_with_those_that_there_are(
    gambir: Office, words: tuple[str, ...], named: tuple[str, ...]
) -> None:
    done = gambir.refused("list", *words, code=2)
    assert all(name in done.err for name in named)


def test_a_personal_column_is_refused_with_the_command_that_has_it(gambir: Office) -> None:
    gambir.good("update", "Gambir", "--ketua", "Siti Rahasia")
    done = gambir.refused("list", "--kolom", "kode,ketua", code=2)
    assert "kkmp export --with-personal --kolom kode,ketua" in done.err
    assert "Siti Rahasia" in gambir.good("export", "--with-personal", "--kolom", "kode,ketua").out
