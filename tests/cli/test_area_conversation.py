"""`kkmp area import` at a terminal and in a pipe: the plan, the one yes, and what is rejected."""

from __future__ import annotations

import csv
import shlex
from pathlib import Path

import pytest

from kkmp_cli.settings import shipped_data
from running import Asked, Office

HEADING = ["kode", "kelurahan", "kecamatan", "kota", "provinsi"]
TAIL = ["Gambir", "Kota Administrasi Jakarta Pusat", "Daerah Khusus Ibukota Jakarta"]
NEW = ["31.71.01.1009", "Gambir Baru", *TAIL]


def pusat_rows() -> list[list[str]]:
    with (shipped_data() / "areas.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.reader(file) if row[0].startswith("31.71")]


def written(office: Office, rows: list[list[str]], heading: list[str] = HEADING) -> Path:
    path = office.register.with_name("wilayah.csv")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path


def names(office: Office) -> dict[str, str]:
    return {one["kode"]: one["kelurahan"] for one in office.good("area", "list", "--json").json}


def talk(office: Office, path: Path, *steps: tuple[str, str]) -> Asked:
    asked = Asked("--db", office.register, "area", "import", path)
    for question, answer in steps:
        asked.until(question)
        asked.answer(f"{answer}\n")
    return asked


def ready(said: str, words: str) -> list[str]:
    return shlex.split(said.replace("\r", "").split(words)[1].split("\n")[0])


def test_a_new_name_of_who_has_a_cooperative_is_asked_for_by_name(pusat: Office) -> None:
    rows = [
        [row[0], "Gambir Raya", *row[2:]] if row[1] == "Gambir" else row for row in pusat_rows()
    ]
    question = "juga nama 1 kelurahan yang punya koperasi (Gambir → Gambir Raya)? [y/T] "
    assert talk(pusat, written(pusat, rows), (question, "")).end() == 1
    assert names(pusat)["31.71.01.1001"] == "Gambir"
    assert talk(pusat, written(pusat, rows), (question, "y")).end() == 0
    assert names(pusat)["31.71.01.1001"] == "Gambir Raya"


@pytest.mark.parametrize(("answer", "name"), [("", "Gambir"), ("t", "GAMBIR")])
def test_names_in_capitals_are_taken_only_where_somebody_wants_them(
    pusat: Office, answer: str, name: str
) -> None:
    rows = [NEW, *([row[0], row[1].upper(), *row[2:]] for row in pusat_rows())]
    steps = (("Biarkan seperti yang tercatat?", answer), ("Tulis ke daftar wilayah", "y"))
    asked = talk(pusat, written(pusat, rows), *steps)
    assert asked.end() == 0
    assert names(pusat)["31.71.01.1001"] == name
    assert names(pusat)["31.71.01.1009"] == "Gambir Baru"
    pusat.good("undo")
    pusat.good(*ready(asked.said, "tanpa ditanya lagi:\n  kkmp "))
    assert names(pusat)["31.71.01.1001"] == name


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("3,17101E+09", "digitnya hilang"),
        ("3171011009.0", "ada .0 di belakangnya"),
        ("31/1/2071", "menjadi tanggal"),
        ("31.71", "bukan kode kelurahan/desa"),
    ],
)
def test_a_code_that_excel_has_damaged_is_refused_and_told(
    pusat: Office, code: str, told: str
) -> None:
    path = written(pusat, [*pusat_rows(), [code, *NEW[1:]]])
    done = pusat.refused("area", "import", path)
    assert told in done.err
    assert f"Yang baik saja: kkmp area import {path} --skip-errors" in done.err


def test_the_good_rows_go_in_and_nothing_is_said_to_be_gone(pusat: Office) -> None:
    rows = [row for row in pusat_rows() if row[1] != "Cideng"]
    path = written(pusat, [*rows, NEW, ["3,17E+09", "Cideng", *TAIL]])
    done = pusat.run("area", "import", path, "--skip-errors")
    assert done.code == 1
    assert "1 baru · 0 berganti nama · 0 tidak ada lagi" in done.out
    assert names(pusat)["31.71.01.1009"] == "Gambir Baru"
    again = ready(done.err, "→ kkmp ")
    mended = pusat.good(*again, "--cell", "A2=31.71.01.1002")
    assert "0 tidak ada lagi" in mended.out
    assert names(pusat)["31.71.01.1002"] == "Cideng"


def test_nothing_is_deleted_by_a_list_that_is_not_whole(pusat: Office) -> None:
    path = written(pusat, [*pusat_rows()[:3], ["31.71", "x", *TAIL]])
    pusat.refused("area", "import", path, "--skip-errors", "--hapus", code=2)
    pusat.refused("area", "import", path, "--skip-row", 5, "--hapus", code=2)


def test_a_rejected_row_that_cannot_be_mended_is_left(pusat: Office) -> None:
    path = written(pusat, [*pusat_rows(), NEW, ["31.71", "x", *TAIL]])
    steps = (("satu per satu?", ""), ("sisanya]: ", "lewati"), ("Tulis ke daftar", "y"))
    assert talk(pusat, path, *steps).end() == 1
    assert names(pusat)["31.71.01.1009"] == "Gambir Baru"
