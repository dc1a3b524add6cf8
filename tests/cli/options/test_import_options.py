"""The options of `kkmp import`: which of them fit together."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from kkmp_cli.cli.options import import_options
from running import Office


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet in which Gambir has an NIB and a column is empty."""
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;NPWP\nGambir;sudah;\n", encoding="utf-8")
    return path


def test_forget_stands_alone(pusat: Office, sheet: Path) -> None:
    for more in ((sheet,), ("--map", "A=nib"), ("--remember",), ("--dry-run",)):
        words = pusat.refused("import", "--forget", "Mitra 2", *more, code=2).err
        assert "--forget berdiri sendiri" in words


def test_remember_needs_something_to_remember(pusat: Office, sheet: Path) -> None:
    assert "tidak ada --map" in pusat.refused("import", sheet, "--remember", code=2).err


def test_empty_cells_mean_belum_in_the_columns_named_alone(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, "--kosong-belum", " npwp , nib")
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["nib"], shown["npwp"]) == ("sudah", "belum")
    assert "npwp" in pusat.good("history", "--json").json[0]["alasan"]


def test_the_day_of_the_contents_is_the_one_that_was_typed(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, "--per", "10 Maret 2026", "--alasan", "rekap Sudin")
    assert pusat.good("show", "Gambir", "--json").json["nib_per"] == "2026-03-10"
    assert pusat.good("history", "--json").json[0]["alasan"] == "rekap Sudin"


def test_a_dry_run_writes_nothing(pusat: Office, sheet: Path) -> None:
    before = pusat.register.read_bytes()
    pusat.good("import", sheet, "--dry-run")
    assert pusat.register.read_bytes() == before


def test_the_call_as_a_command_has_every_option_that_was_typed() -> None:
    given = dict.fromkeys(inspect.signature(import_options._typed, eval_str=True).parameters)
    given |= {
        "kota": "jakpus",
        "per": "10 Maret 2026",
        "sheet": ["NOVEMBER"],
        "maps": ["Izin=nib", "Total="],
        "words": ["x=belum"],
        "empty_as_belum": "npwp, nib",
        "book_year": "2025",
        "reason": "rekap",
    }
    switches = {"remember": True, "skip_errors": True, "overwrite": True, "dry_run": False}
    asked = import_options.read(given | switches).of_files(["isian $(x).csv"], False)
    assert asked.command().on(None) == (
        "kkmp import 'isian $(x).csv' --kota jakpus --per 2026-03-10 --sheet NOVEMBER "
        "--tahun-buku 2025 --map Izin=nib --map Total= --arti x=belum --kosong-belum npwp,nib "
        "--alasan rekap --remember --skip-errors --overwrite"
    )


def test_an_answer_is_an_option_of_the_same_call_and_a_settled_question_is_none() -> None:
    given = dict.fromkeys(inspect.signature(import_options._typed, eval_str=True).parameters)
    asked = import_options.read(given)._replace(files=("isian.csv",))
    more = asked.with_maps(["Izin=nib", "Total="]).with_words(["x="]).with_belum(["npwp"])
    told = ("--map", "Izin=nib", "--map", "Total=", "--arti", "x=", "--kosong-belum", "npwp")
    assert more.command().words == ("import", "isian.csv", *told)
    assert more.settle("word:v").command().words == more.command().words
    assert more.settle("word:v").settle("word:w").settled == {"word:v", "word:w"}
