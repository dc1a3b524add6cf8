"""What is printed grows with what is wrong and no faster, and repeats nobody's number."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.cli import app
from kkmp_cli.cli.framework import loaded
from running import Office
from sheet_files import xlsx

MEMBERS = 1_000
KELURAHAN = ("Gambir", "Cideng", "Petojo Utara", "Petojo Selatan", "Kebon Kelapa", "Duri Pulo")


def members(file: Path, count: int) -> Path:
    """A list of members, as it is imported by mistake."""
    numbers = random.Random(1)
    lines = ["No,Nama Anggota,NIK,No HP,NIB,Kelurahan"]
    for row in range(count):
        nik, phone = numbers.randrange(10**9, 10**10), numbers.randrange(10**7, 10**8)
        kelurahan = KELURAHAN[row % 6]
        lines.append(f"{row},Warga {row},317101{nik},0812{phone},317101{nik},{kelurahan}")
    file.write_text("\n".join(lines))
    return file


def test_a_list_of_members_is_refused_in_a_page(pusat: Office, tmp_path: Path) -> None:
    done = pusat.run("import", members(tmp_path / "anggota.csv", MEMBERS))
    assert done.code == 1
    assert len(done.out) < 15_000
    assert "… dan 976 lagi seperti itu; semuanya: --json" in done.out
    for personal in ("317101", "0812"):
        assert personal not in done.out + done.err
    whole = pusat.run("import", tmp_path / "anggota.csv", "--json")
    assert len(whole.json["berkas"][0]["galat"]) == 2 * MEMBERS
    assert "317101" not in whole.out


def test_all_of_it_stands_in_the_file_of_rejected_rows(pusat: Office, tmp_path: Path) -> None:
    done = pusat.run("import", members(tmp_path / "anggota.csv", MEMBERS), "--skip-errors")
    assert "semuanya: --json, atau berkas .ditolak" in done.out
    assert "1.000 baris yang ditolak ditulis ke" in done.err


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["screen", "json"])
def test_ten_times_as_many_errors_take_at_most_ten_times_as_much(
    pusat: Office, tmp_path: Path, form: tuple[str, ...]
) -> None:
    few = pusat.run("import", members(tmp_path / "a.csv", 200), *form)
    many = pusat.run("import", members(tmp_path / "b.csv", 2_000), *form)
    assert len(many.out) < 11 * len(few.out)


def test_bad_rows_of_other_lists_are_counted_too(pusat: Office, tmp_path: Path) -> None:
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2025-10-01")
    rows = [
        ["kelurahan", "jabatan", "nama"],
        *([f"Entah {row}", "ketua", "x"] for row in range(500)),
    ]
    sheet = xlsx(tmp_path / "hadir.xlsx", Hadir=rows)
    done = pusat.run("training", "import", "1", sheet)
    assert done.code == 1
    assert "… dan 476 lagi" in done.err
    areas = tmp_path / "wilayah.csv"
    areas.write_text("kode,nama\n" + "\n".join(f"31.71.xx.{row},Entah" for row in range(500)))
    done = pusat.run("area", "import", areas)
    assert done.code == 1
    assert "… dan 476 lagi" in done.err


def texts() -> Iterator[tuple[tuple[str, ...], list[Any], Any]]:
    """Every argument and option of every command that takes a text, after the others of it."""
    for name in (name for names in app.COMMANDS.values() for name in names if name != "demo"):
        command = loaded(name, lambda: None)
        below = getattr(command, "commands", {"": command})
        for sub, one in below.items():
            for each in one.params:
                if not getattr(each, "is_flag", False):
                    yield (name, *filter(None, [sub])), one.params, each


@pytest.mark.parametrize("letters", ["x", "9", "k=v "])
def test_a_long_argument_is_not_printed_back(pusat: Office, letters: str) -> None:
    long = letters * (120_000 // len(letters))
    for path, parameters, parameter in texts():
        others = [
            word
            for each in parameters
            if each is not parameter and each.required
            for word in given(each, "1")
        ]
        done = pusat.run(*path, *others, *given(parameter, long))
        assert done.code in (0, 1, 2, 3), (path, parameter.name)
        assert len(done.out) + len(done.err) < 20_000, (path, parameter.name)


def given(parameter: Any, value: str) -> list[str]:
    """A value as it is typed for an argument or an option."""
    return [value] if parameter.param_type_name == "argument" else [parameter.opts[0], value]


@pytest.mark.parametrize(
    "arguments",
    [("{}",), ("--{}",), ("list", "--{}"), ("area", "{}"), ("list", "{}"), ("-{}",)],
    ids=" ".join,
)
def test_a_long_word_that_means_nothing_is_not_either(
    pusat: Office, arguments: tuple[str, ...]
) -> None:
    done = pusat.run(*(word.format("x" * 120_000) for word in arguments))
    assert done.code == 2
    assert len(done.err) < 1_000


@pytest.mark.parametrize("location", ["{}", "{}://", "sqlite://{}", "/tmp/{}"])
def test_a_long_place_of_a_register_is_not_either(office: Office, location: str) -> None:
    for command in (["list"], ["add", "Gambir"], ["demo"], ["check"]):
        done = office.run(*command, db=location.format("x" * 120_000))
        assert done.code == 3
        assert len(done.err) < 10_000


@pytest.mark.parametrize("command", [("import",), ("training", "import", "1"), ("area", "import")])
def test_headings_and_cells_of_any_length_are_shortened(
    pusat: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2025-10-01")
    long = "x" * 32_000
    headings = [
        "Kelurahan",
        "NIB",
        "Usaha",
        "Mitra",
        long,
        *(f"{long[:900]}{at}" for at in range(20)),
    ]
    rows = [headings, ["Gambir", "sudah"], [long], ["Cideng", long, long, long, long]]
    done = pusat.run(*command, xlsx(tmp_path / "isian.xlsx", Data=rows))
    assert done.code == 1
    assert len(done.out) + len(done.err) < 10_000


def test_a_column_of_a_long_heading_is_mapped_by_its_letter(pusat: Office, tmp_path: Path) -> None:
    sheet = xlsx(
        tmp_path / "isian.xlsx", Data=[["Kelurahan", "NIB", "x" * 32_000], ["Gambir", "sudah", "a"]]
    )
    assert '--map "kolom C=catatan"' in pusat.good("import", sheet).out
    pusat.good("import", sheet, "--map", "kolom C=mitra")
    assert pusat.good("show", "Gambir", "--json").json["mitra"] == ["a"]
