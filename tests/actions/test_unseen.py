"""Of what a role may not read nothing is said: no zero, no "not registered", no empty telephone."""

from __future__ import annotations

import csv
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from colleague import Colleague
from running import Office

ELSEWHERE = "31.72.03.1005"
DAY = ("--per", "2026-11-01")


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def officer(pusat: Office) -> Iterator[Colleague]:
    """One of Jakarta Pusat, who reads nothing else and no names."""
    pusat.good("add", "--kota", "jakut", "--all")
    pusat.good("update", ELSEWHERE, "--nib-nomor", "9120001234567")
    pusat.good("update", "Gambir", "--kota", "jakpus", "--ketua", "Budi Contoh")
    made = Colleague(pusat, "petugas", "31.71")
    yield made
    made.leave()


def sheet(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def test_what_nobody_named_is_what_he_reads_and_a_packet_says_so(
    officer: Colleague, pusat: Office, tmp_path: Path
) -> None:
    for words in (("report",), ("due",), ("report", "--kota", "semua")):
        assert "Kota Administrasi Jakarta Pusat" in officer.good(*words).splitlines()[0]
    assert {row["kota"] for row in pusat_rows(officer)} == {"Kota Administrasi Jakarta Pusat"}
    packet = tmp_path / "paket.html"
    officer.good("report", "-o", packet)
    assert "sama dengan yang tercatat" in pusat.good("verify", packet).out
    pusat.good("report", "-o", packet)
    assert "tidak semua kota" in officer.refused("verify", packet)
    assert "`--all` memerlukan --kota" in officer.run("update", "--all", "--nib", "sudah").err


def pusat_rows(officer: Colleague) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = officer.run("list", "--json").json
    assert len(rows) == 44
    return rows


UNSEEN = (
    ("report", "--kota", "jakut"),
    ("report", "--kota", "dki"),
    ("report", "--kecamatan", "Koja"),
    ("list", "--kota", "jakut"),
    ("export", "--kota", "jakut"),
    ("training", "list", "--kota", "jakut"),
    ("template", "--kota", "jakut", "-o", "isian.xlsx"),
    ("show", ELSEWHERE),
    ("history", ELSEWHERE),
    ("add", "--kota", "jakut", "--all"),
    ("forget", ELSEWHERE, "--yes"),
    ("forget", "Gambir", "--yes"),
    ("show", "Gambir", "--with-personal"),
    ("export", "--with-personal"),
    ("report", "--with-personal", "--format", "html"),
    ("edit", "--with-personal"),
    ("update", "Gambir", "--ketua", "Ani Contoh"),
)
WORDS = (
    "Peran Anda hanya membaca Jakarta Pusat, tidak",
    "Peran Anda tidak boleh membaca atau mengisi nama ketua dan telepon",
)


def test_what_he_may_not_read_is_refused_in_words(officer: Colleague, pusat: Office) -> None:
    before = pusat.state()
    for words in UNSEEN:
        done = officer.run(*words)
        assert done.code == 1 and done.out == "", (words, done)
        assert done.err.startswith(WORDS), (words, done.err)
        assert "minta pengelola register bersama" in done.err
    assert pusat.state() == before


def test_of_a_sheet_neither_rows_of_others_nor_names_are_planned(
    officer: Colleague, tmp_path: Path
) -> None:
    others = sheet(tmp_path / "dua.csv", ("Kode", "NIB"), (ELSEWHERE, "belum"))
    assert "tidak Tugu Selatan (31.72.03.1005)" in officer.refused(
        "import", others, *DAY, "--dry-run"
    )
    names = sheet(
        tmp_path / "ketua.csv",
        ("Kelurahan", "NIB", "Nama Ketua"),
        ("Cideng", "sudah", "Ani Contoh"),
    )
    said = officer.refused("import", names, *DAY, "--dry-run")
    option = shlex.split(said.partition("Lewati kolomnya: ")[2].partition(",")[0])
    assert option == ["--map", "Nama Ketua="]
    officer.good("import", names, *DAY, *option)


def test_a_number_that_an_unseen_cooperative_holds_is_told_as_that(officer: Colleague) -> None:
    said = officer.refused("update", "Cideng", "--nib-nomor", "9120001234567")
    assert "tidak terlihat oleh peran Anda" in said and "Tugu" not in said
