"""Kinds of fault in the sheets of others that once wrote a wrong figure, each from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Done, Office

CIDENG = "31.71.01.1002"


def csv_of(folder: Path, text: str, name: str = "isian.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def known(office: Office, name: str, *more: str) -> dict[str, Any]:
    return dict(office.good("show", name, *more, "--json").json)


def read(office: Office, path: Path, *more: str) -> Done:
    done = office.run("import", path, "--per", "2026-11-20", *more)
    assert done.code in (0, 1), done.err
    return done


# Words that say that there is no kendala ------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Tidak ada",
        "tidak ada kendala",
        "Nihil",
        "tdk ada",
        "aman",
        "lancar",
        "0",
        "-",
        "sudah teratasi",
    ],
)
def test_words_for_none_make_nothing_terkendala(pusat: Office, tmp_path: Path, words: str) -> None:
    read(pusat, csv_of(tmp_path, f"Kelurahan;Usaha;Kendala Usaha\nCideng;belum;{words}\n"))
    now = known(pusat, "Cideng")
    assert (now["usaha"], now["usaha_kendala"]) == ("belum", None)


def test_none_said_by_the_officer_makes_nothing_terkendala(pusat: Office) -> None:
    pusat.run("update", "Cideng", "--usaha", "belum", "--usaha-kendala", "tidak ada")
    assert known(pusat, "Cideng")["usaha"] in ("belum", None)


# Days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-09T17:00:00.000Z", "2026-03-10"),
        ("2026-03-10T00:00:00.000+07:00", "2026-03-10"),
        ("2026-03-09 17:00:00 UTC", "2026-03-10"),
        ("2026-03-31T17:00:00.000Z", "2026-04-01"),
        ("2026-03-10 00:00 WIB", "2026-03-10"),
    ],
)
def test_an_instant_with_a_zone_is_the_day_in_jakarta(
    pusat: Office, tmp_path: Path, text: str, day: str
) -> None:
    read(pusat, csv_of(tmp_path, f"kelurahan,nib\nCideng,{text}\n"))
    assert known(pusat, "Cideng")["nib"] == day


# Numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1,000", "1,250", "12,000"])
def test_a_comma_before_three_digits_is_an_error_never_one(
    pusat: Office, tmp_path: Path, text: str
) -> None:
    done = read(pusat, csv_of(tmp_path, f"Kelurahan;Jumlah Anggota\nCideng;{text}\n"))
    assert done.code == 1
    assert known(pusat, "Cideng")["anggota"] is None
    assert pusat.run("update", "Cideng", "--anggota", text).code == 1


@pytest.mark.parametrize(
    ("heading", "text"),
    [("No. Rekening", "1234567890.0"), ("NIB", "220012345678.0"), ("NPWP", "24212755091000.0")],
)
def test_an_identifier_that_ends_in_point_zero_is_damaged(
    pusat: Office, tmp_path: Path, heading: str, text: str
) -> None:
    done = read(pusat, csv_of(tmp_path, f"Kelurahan;{heading}\nCideng;{text}\n"))
    assert done.code == 1
    assert ".0" in done.out + done.err
    assert known(pusat, "Cideng")["rekening_nomor"] is None
