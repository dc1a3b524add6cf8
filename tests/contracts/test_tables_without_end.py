"""A sheet of tables without end is refused with what to do; those of an office are read."""

from __future__ import annotations

from pathlib import Path

from running import Office

STACKED = ["Kelurahan;NIB", "Cideng;sudah", "", "Kelurahan;NPWP", "Kwitang;belum", ""]


def _written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_hundreds_of_stacked_tables_are_refused(pusat: Office, tmp_path: Path) -> None:
    sheet = _written(tmp_path / "bertumpuk.csv", *STACKED * 600)
    done = pusat.refused("import", sheet)
    assert "bertumpuk.csv: lebih dari 100 tabel di satu lembar" in done.err
    assert "--sheet semua" in done.err


def test_thousands_of_tables_side_by_side_are_refused(pusat: Office, tmp_path: Path) -> None:
    rows = ("Kelurahan;NIB;", "Gambir;sudah;")
    sheet = _written(tmp_path / "berdampingan.csv", *(row * 4_000 for row in rows))
    assert "lebih dari 100 tabel" in pusat.refused("import", sheet).err


def test_a_table_for_each_kelurahan_of_a_kota_is_read(pusat: Office, tmp_path: Path) -> None:
    names = [one["kelurahan"] for one in pusat.good("list", "--json").json]
    lines = [line for name in names for line in ("Kelurahan;NIB", f"{name};sudah", "")]
    pusat.good("import", _written(tmp_path / "kartu.csv", *lines))
    told = pusat.good("list", "--sudah", "nib", "--json").json
    assert {one["kelurahan"] for one in told} == set(names)


def test_two_columns_of_thousands_for_one_field_are_named_shortly(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = _written(
        tmp_path / "lebar.csv", "Kelurahan" + ";NIB" * 9_000, "Gambir" + ";ada" * 9_000
    )
    done = pusat.run("import", sheet)
    assert done.code == 1
    told = next(line for line in done.out.splitlines() if "sama-sama berarti" in line)
    assert "dan 8.995 kolom lain sama-sama berarti `nib`" in told
    assert len(told) < 200
