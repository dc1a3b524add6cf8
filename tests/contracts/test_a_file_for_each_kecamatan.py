"""`template --per-kecamatan`: a file for each kecamatan whatever they are called, or none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import sheets
from running import Office

NAMES = (
    "Sukamaju",
    "SUKAMAJU",
    "Suka/Maju",
    "Suka:Maju",
    "CON",
    "Titik.",
    "Titik",
    "Ｓukamaju",
    "???",
)


def kota(office: Office, *names: str) -> None:
    """A kota of kecamatan with these names, a kelurahan in each."""
    office.register.parent.mkdir(exist_ok=True)
    table = office.register.with_name("wilayah.csv")
    rows = [
        f'99.71.{at:02}.1001,Kelurahan {chr(65 + at)},"{name}",Kota Uji,Provinsi Uji'
        for at, name in enumerate(names, 1)
    ]
    table.write_text("\n".join(["kode,kelurahan,kecamatan,kota,provinsi", *rows]))
    office.good("area", "import", table, "--yes")


def kelurahan_of(form: Path) -> set[str]:
    rows = [cells for _, cells in sheets.read(form).rows]
    return {cells[1] for cells in rows[4:] if len(cells) > 1 and cells[1]}


@pytest.mark.on_a_file
def test_no_two_kecamatan_share_a_file(office: Office, tmp_path: Path) -> None:
    kota(office, *NAMES)
    folder = tmp_path / "isian"
    done = office.good("template", "--kota", "99.71", "--per-kecamatan", "-o", folder)
    files = sorted(folder.iterdir())
    assert len(files) == len(NAMES)
    assert len({file.name.casefold() for file in files}) == len(NAMES)
    assert f"Ditulis: {folder} ({len(NAMES)} formulir, {len(NAMES)} kelurahan" in done.out
    named = [kelurahan_of(file) for file in files]
    assert sorted(name for names in named for name in names) == [
        f"Kelurahan {chr(65 + at)}" for at in range(1, len(NAMES) + 1)
    ]
    assert "Isian _CON.xlsx" in {file.name for file in files}
    for file in files:
        assert not set('<>:"/\\|?*') & set(file.name)
        assert not file.stem.endswith((".", " "))


def test_a_name_too_long_for_a_file_is_cut_and_stays_apart(office: Office, tmp_path: Path) -> None:
    kota(office, "Awal", "米" * 100, "米" * 101)
    folder = tmp_path / "isian"
    office.good("template", "--kota", "99.71", "--per-kecamatan", "-o", folder)
    names = sorted(file.name for file in folder.iterdir())
    assert len(names) == 3
    assert [name for name in names if "(99.71.02)" in name or "(99.71.03)" in name] == names[1:]


@pytest.mark.parametrize("name", ["Isian Senen.xlsx", "Isian Tanah Abang.xlsx"])
def test_a_folder_of_the_name_stops_before_the_first(
    pusat: Office, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    done = pusat.refused("template", "--kota", "jakpus", "--per-kecamatan", "-o", tmp_path)
    assert "itu folder. Tidak ada yang ditulis." in done.err
    assert [file.name for file in tmp_path.glob("*.xlsx")] == [name]


def test_names_that_differ_stay_as_they_are(pusat: Office, tmp_path: Path) -> None:
    pusat.good("template", "--kota", "jakpus", "--per-kecamatan", "-o", tmp_path / "isian")
    names = {file.name for file in (tmp_path / "isian").iterdir()}
    assert "Isian Gambir.xlsx" in names and len(names) == 8
